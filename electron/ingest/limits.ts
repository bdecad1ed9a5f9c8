/**
 * Limits on what one original may cost: how large, how long, how deep. It knows the defaults and
 * throws the fault that names the limit.
 */
import { FaultError } from '../core/fault.ts';

/** Upper bounds for one original; all inclusive. */
export interface Limits {
  /** Size of the file, in bytes. */
  readonly bytes: number;
  readonly pages: number;
  readonly blocks: number;
  /** Characters (UTF-16 code units) of text in the whole draft. */
  readonly characters: number;
  /** Entries of an archive such as DOCX. */
  readonly entries: number;
  /** Bytes of all entries read from an archive, unzipped. */
  readonly unzippedBytes: number;
  /** Unzipped size of an entry over its zipped size. */
  readonly ratio: number;
}

/** Far above any real document, far below what would trouble a machine of 4 GB. */
export const DEFAULT_LIMITS: Limits = {
  bytes: 200_000_000,
  pages: 5_000,
  blocks: 100_000,
  characters: 20_000_000,
  entries: 10_000,
  unzippedBytes: 300_000_000,
  ratio: 400,
};

/** Throws `limit-exceeded` with the limit's name where `value` lies over it. */
export function within(limits: Limits, name: keyof Limits, value: number): void {
  if (value <= limits[name]) return;
  throw new FaultError(name === 'bytes' ? 'file-too-large' : 'limit-exceeded', name);
}

/** Throws `cancelled` where the caller has given up. */
export function proceed(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new FaultError('cancelled');
}
