/**
 * Writing from right to left: the order of pieces in a line, and files whose letters stand the wrong
 * way round.
 */
import type { Glyphs } from './open.ts';

/** True where most pieces of a line are written from right to left. */
export function isRtl({ glyphs }: { readonly glyphs: readonly Glyphs[] }): boolean {
  return glyphs.filter(({ rtl }) => rtl).length > glyphs.length / 2;
}

/** Left to right; a right-to-left line the other way, but its numbers and Latin words not. */
export function ordered(glyphs: readonly Glyphs[], rtl: boolean): Glyphs[] {
  const sorted = [...glyphs].sort((one, other) => one.x - other.x);
  if (!rtl) return sorted;
  const result: Glyphs[] = [];
  let run: Glyphs[] = [];
  for (const piece of sorted.reverse()) {
    if (piece.rtl || !/[\p{L}\p{N}]/u.test(piece.text)) {
      result.push(...run, piece);
      run = [];
    } else run.unshift(piece);
  }
  return [...result, ...run];
}

/** Letters that only end Arabic words. */
const FINAL = '[\u0629\u0649]';
const LETTER = '[\u0620-\u064A\u066E-\u06D3]';
const BEGINS = new RegExp(`(?<!${LETTER})${FINAL}(?=${LETTER}{2})`, 'gu');
const ENDS = new RegExp(`(?<=${LETTER}{2})${FINAL}(?!${LETTER})`, 'gu');

/** True where words begin with letters that can only end them: then the text is the wrong way round. */
export function isMirrored(lines: readonly string[]): boolean {
  const text = lines.join('\n').normalize('NFKC');
  const begins = text.match(BEGINS)?.length ?? 0;
  const ends = text.match(ENDS)?.length ?? 0;
  return begins > ends * 2;
}

/** A line the other way round; numbers and Latin words in it keep their order. */
export function unmirrored(line: string): string {
  const letters = line.normalize('NFKC').match(/[\p{N}\p{Script=Latin}]+|.\p{M}*/gu) ?? [];
  return letters.reverse().join('');
}
