/** A PDF to a reading: opened by pdf.js, then read like any pages of placed text. */
import type { Limits } from '../limits.ts';
import type { Reading } from '../piece.ts';
import { openPdf } from './open.ts';
import { readingOf } from './reading.ts';

/** @throws FaultError `encrypted`, `password-wrong`, `damaged`, `no-text`, `limit-exceeded`, `cancelled`. */
export async function readPdf(
  bytes: Uint8Array,
  limits: Limits,
  assets?: string,
  signal?: AbortSignal,
  password?: string,
): Promise<Reading> {
  return readingOf(await openPdf(bytes, limits, assets, signal, password), 'pdf');
}
