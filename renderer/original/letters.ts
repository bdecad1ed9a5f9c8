/**
 * A text as its bare letters and digits, each with the place it came from. Extraction mends spaces,
 * hyphens, quotes, ligatures and accents; letters are what a printed page and its canonical text share.
 */

export interface Letters {
  /** Folded letters and digits, one UTF-16 code unit each. */
  readonly text: string;
  /** For each letter, where the character it came from begins in the source. */
  readonly from: readonly number[];
  /** … and where that character ends, exclusive. */
  readonly to: readonly number[];
}

const KEPT = /[\p{L}\p{N}]/u;
const PLAIN = /^[a-z0-9]$/;

/** The letters of a text; accents, case and the forms of a letter are folded. */
export function lettersOf(source: string): Letters {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of source) {
    const end = at + character.length;
    for (const letter of foldedLetters(character)) {
      text += letter;
      from.push(...Array<number>(letter.length).fill(at));
      to.push(...Array<number>(letter.length).fill(end));
    }
    at = end;
  }
  return { text, from, to };
}

function foldedLetters(character: string): readonly string[] {
  const lower = character.toLowerCase();
  if (PLAIN.test(lower)) return [lower];
  if (character <= '\u007f') return [];
  return [...lower.normalize('NFKD')].filter((one) => KEPT.test(one));
}

/** Index of the first letter that ends after `offset`; the number of letters when there is none. */
export function letterAt({ to }: Letters, offset: number): number {
  let low = 0;
  let high = to.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((to[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
