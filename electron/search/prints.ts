/**
 * Fingerprints of paragraphs: the same letters give the same print, whatever became of hyphens,
 * spaces, accents' encoding, quotes and capitals on the way through a file format.
 */
import { createHash } from 'node:crypto';

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

export interface Print {
  /** 53 bits of SHA-256 over the letters; null when there are none. */
  readonly print: number | null;
  /** Number of letters and digits: the paragraph's weight. */
  readonly letters: number;
}

/** The print of a canonical text. */
export function printOf(text: string): Print {
  const letters = text.normalize('NFKD').toLowerCase().replace(NOT_LETTERS, '');
  if (letters === '') return { print: null, letters: 0 };
  const digest = createHash('sha256').update(letters).digest();
  return { print: digest.readUIntBE(0, 6) * 32 + ((digest[6] ?? 0) >> 3), letters: letters.length };
}
