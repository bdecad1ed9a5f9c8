/**
 * The shape in which the own protocol answers: status, headers and a stream of bytes.
 */
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';

export interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Readable;
}

/** An answer with these bytes, or with none. */
export function answerOf(
  statusCode: number,
  body: Buffer | Readable | null,
  headers: Record<string, string> = {},
): Answer {
  if (body !== null && !Buffer.isBuffer(body)) return { statusCode, headers, data: body };
  const data = new PassThrough();
  data.end(body ?? undefined);
  return { statusCode, headers, data };
}
