/**
 * Zip archives under limits: which entries are read, how many, how large, how far they may swell.
 * It knows no document format; names in an archive are only keys here, never paths.
 */
import { strFromU8, unzipSync } from 'fflate';
import { FaultError } from '../core/fault.ts';
import { within, type Limits } from './limits.ts';

/** Small entries may swell as they like: ratios mean nothing below this many bytes. */
const HARMLESS = 1_000_000;

/**
 * Entries whose names `wanted` accepts, unzipped.
 * @throws FaultError `limit-exceeded`, `encrypted`, `damaged`.
 */
export function unzipped(
  bytes: Uint8Array,
  limits: Limits,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  try {
    const read = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        within(limits, 'entries', entries);
        if (name.endsWith('/') || !wanted(name)) return false;
        total += originalSize;
        within(limits, 'unzippedBytes', total);
        if (originalSize > HARMLESS) within(limits, 'ratio', originalSize / Math.max(1, size));
        return true;
      },
    });
    return new Map(Object.entries(read));
  } catch (error) {
    if (error instanceof FaultError) throw error;
    if (isLocked(bytes)) throw new FaultError('encrypted', 'zip');
    throw new FaultError('damaged', 'zip');
  }
}

/** True where the archive's directory says of any entry that a password locks it. */
export function isLocked(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The directory's end is the last thing in the file, but for a remark of at most 64 kB.
  let end = bytes.length - 22;
  const least = Math.max(0, end - 0xffff);
  while (end >= least && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < least) return false;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    if ((view.getUint16(at + 8, true) & 1) === 1) return true;
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return false;
}

/**
 * Names of all entries as the archive's directory lists them; nothing is unzipped but those that
 * `wanted` accepts, which must be small. @throws FaultError `damaged`, `limit-exceeded`.
 */
export function directoryOf(
  bytes: Uint8Array,
  limits: Limits,
  wanted: string,
): { readonly names: readonly string[]; readonly content: Uint8Array | undefined } {
  const names: string[] = [];
  const small = { ...limits, unzippedBytes: 10_000 };
  const read = unzipped(bytes, small, (name) => {
    names.push(name);
    return name === wanted;
  });
  return { names, content: read.get(wanted) };
}

/** Text of an entry of XML, in the encoding that its first bytes show. */
export function xmlText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  return strFromU8(bytes).replace(/^\uFEFF/u, '');
}
