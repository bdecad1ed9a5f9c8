/**
 * Fingerprints of paragraphs: the same letters give the same print, whatever became of hyphens,
 * spaces, quotes and capitals on the way through a file format.
 */
import { isLetter } from './words.ts';

export interface Print {
  /** 53 bits over the letters and digits; null when there are none. Equal means equal, in practice. */
  readonly print: number | null;
  /** Number of letters and digits: the paragraph's weight. */
  readonly letters: number;
}

/** The print of a canonical text: two multiplicative hashes side by side (after cyrb53). */
export function printOf(text: string): Print {
  const small = text.toLowerCase();
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  let letters = 0;
  for (let index = 0; index < small.length; index++) {
    const code = small.charCodeAt(index);
    if (!isLetter(code)) continue;
    letters++;
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  if (letters === 0) return { print: null, letters };
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return { print: 4_294_967_296 * (low & 0x1fffff) + (high >>> 0), letters };
}
