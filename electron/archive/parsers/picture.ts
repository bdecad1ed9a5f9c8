/**
 * A page's picture as it may come out of a parser: checked like its drafts, before anything looks
 * at its pixels.
 */
import { z } from 'zod';
import { FAULT_CODES, FaultError } from '../../core/fault.ts';
import type { PagePicture } from './host.ts';

/** Largest picture taken: photos come as the files they are, pages of a PDF as grey pixels. */
const MOST_BYTES = 250_000_000;

const pixels = z.int().min(0).max(100_000);

const answer = z.discriminatedUnion('ok', [
  z.strictObject({
    id: z.int(),
    ok: z.literal(true),
    picture: z.strictObject({
      pages: z.int().min(1).max(100_000),
      width: pixels,
      height: pixels,
      bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MOST_BYTES),
    }),
  }),
  z.strictObject({
    id: z.int(),
    ok: z.literal(false),
    fault: z.strictObject({ code: z.enum(FAULT_CODES), detail: z.string().max(10_000) }),
  }),
]);

/**
 * The picture in a parser's answer to the task `id`; undefined when the message answers another.
 * @throws FaultError the parser's own fault, or `parser-crashed` when the answer has no known shape.
 */
export function pictureOf(message: unknown, id: number): PagePicture | undefined {
  const parsed = answer.safeParse(message);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new FaultError('parser-crashed', `the parser's picture is malformed at "${where}"`);
  }
  const { data } = parsed;
  if (data.id !== id) return undefined;
  if (!data.ok) throw new FaultError(data.fault.code, data.fault.detail);
  return data.picture;
}
