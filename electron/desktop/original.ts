/**
 * Serves one original of the open library, whole or in part, as data: never as something Chromium
 * would run or show by itself.
 */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { answerOf } from './answer.ts';
import type { Answer } from './answer.ts';
import { ORIGINAL_POLICY } from './policy.ts';

const CHUNK = 256 * 1024;

/** What of a request an original's answer depends on. */
export interface OriginalRequest {
  readonly method: string;
  /** By name, in any case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The original at `path`; 404 when there is none, 416 when the asked part does not exist. */
export async function serveOriginal(request: OriginalRequest, path: string): Promise<Answer> {
  const facts = await factsOf(path);
  if (facts === null) return answerOf(404, null);
  const { size, type } = facts;
  const part = partOf(rangeOf(request.headers), size);
  if (part === undefined) return answerOf(416, null, { 'Content-Range': `bytes */${size}` });
  const [start, end] = part ?? [0, size];
  const headers: Record<string, string> = {
    'Content-Type': type,
    'Content-Length': String(end - start),
    'Content-Disposition': 'inline',
    'Content-Security-Policy': ORIGINAL_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
  };
  if (part !== null) headers['Content-Range'] = `bytes ${start}-${end - 1}/${size}`;
  const bytes = request.method === 'HEAD' ? null : Readable.from(read(path, start, end));
  return answerOf(part === null ? 200 : 206, bytes, headers);
}

function rangeOf(headers: Readonly<Record<string, string>>): string | null {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'range')?.[1] ?? null;
}

/** Size and type of the file, which is open no longer than that takes; null when there is none. */
async function factsOf(path: string): Promise<{ size: number; type: string } | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    return { size, type: await typeOf(file) };
  } finally {
    await file.close();
  }
}

/** Start and end (exclusive) of the asked part; null: the whole; undefined: no such part. */
export function partOf(range: string | null, size: number): [number, number] | null | undefined {
  if (range === null) return null;
  const match = /^bytes=(\d+)-(\d*)$/.exec(range);
  if (match === null) return null;
  const start = Number(match[1]);
  const end = match[2] === '' ? size : Math.min(Number(match[2]) + 1, size);
  return start < end ? [start, end] : undefined;
}

/** A PDF is the one format the window reads itself; anything else is just bytes. */
async function typeOf(file: FileHandle): Promise<string> {
  const head = Buffer.alloc(1024);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  const isPdf = head.subarray(0, bytesRead).includes('%PDF-');
  return isPdf ? 'application/pdf' : 'application/octet-stream';
}

/** The bytes, from a file that is opened when they are first asked for: an answer nobody reads holds none open. */
async function* read(path: string, start: number, end: number): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (let at = start; at < end;) {
      const chunk = Buffer.alloc(Math.min(CHUNK, end - at));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield chunk.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
