/**
 * Marks of footnotes on their way through a reader: while text is put together a mark travels in it
 * between signs no text has; then it is lifted out, and only its place is kept beside the text.
 */
import { canonicalText } from '../core/canonical.ts';
import type { Piece, PieceCall } from './piece.ts';

const OPEN = '\u{F0000}';
const BETWEEN = '\u{F0001}';
const CLOSE = '\u{F0002}';
const MARKS =
  /\u{F0000}([^\u{F0000}-\u{F0002}]{0,300})\u{F0001}([^\u{F0000}-\u{F0002}]{1,12})\u{F0002}/gu;
/** A mark by itself: '1', '[12]', '*', '(a)'. */
const MARK = /^[[(]?(\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivxl]{1,5})[\])]?$/u;
/** What is no part of counting: blanks, hyphens (they come and go at line ends), lone accents. */
const LOOSE = /[\s\p{Pd}\u00AD\p{Sk}ˆ\p{Cf}]/gu;

/** A mark as it travels in a text; `key` says what it points at, '' where nothing does. */
export function markIn(mark: string, key: string): string {
  return `${OPEN}${key.slice(0, 300)}${BETWEEN}${mark}${CLOSE}`;
}

/** A text without the marks that travel in it. */
export function unmarked(text: string): string {
  return text.includes(OPEN) ? text.replace(MARKS, '') : text;
}

/** A piece with the marks lifted out of its text. */
export function liftMarks(piece: Piece): Piece {
  if (!piece.text.includes(OPEN)) return piece;
  const text = unmarked(piece.text);
  const calls = [...piece.text.matchAll(MARKS)].map((found): PieceCall => {
    const [whole, key = '', mark = ''] = found;
    const rest = solid(unmarked(piece.text.slice(found.index + whole.length)));
    return { mark, rest, ...(key === '' ? {} : { key }) };
  });
  return { ...piece, text, calls: [...(piece.calls ?? []), ...calls] };
}

/** The bare mark of what was printed: '1' of '[1]', '12' of '¹²', '*' of '*'; null for no mark. */
export function bareMark(printed: string): string | null {
  const plain = printed.normalize('NFKC').replace(/\s/gu, '').replace(/\.$/u, '');
  return MARK.exec(plain)?.[1] ?? null;
}

/** Characters of a text that stay the same however its lines are joined and its words mended. */
export function solid(text: string): number {
  return canonicalText(text).replace(LOOSE, '').length;
}

/** Offset in a canonical text behind which so many solid characters follow. */
export function offsetBefore(text: string, rest: number): number {
  let left = rest;
  let at = text.length;
  while (at > 0 && left > 0) {
    at -= 1;
    if ((text[at] ?? '').replace(LOOSE, '') !== '') left -= 1;
  }
  while (at > 0 && text[at - 1] === ' ') at -= 1;
  return at;
}
