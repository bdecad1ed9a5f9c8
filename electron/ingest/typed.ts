/**
 * Marks of footnotes that are letters of the text itself ('word¹', 'word[1]'): lifted out only where
 * a footnote with that mark stands on the page or behind, for else they may mean anything.
 */
import { bareMark, liftMarks, markIn } from './marks.ts';
import type { Piece } from './piece.ts';

/** Pieces before a footnote in which its mark is looked for. */
const REACH = 80;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The pieces with such marks lifted. */
export function typedMarks(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ kind }) => kind === 'footnote')) return pieces;
  const lifted = [...pieces];
  pieces.forEach((note, at) => {
    const mark = note.kind === 'footnote' ? bareMark(note.marker ?? '') : null;
    if (mark === null || !/^\d+$/u.test(mark)) return;
    const near = (one: Piece): boolean =>
      note.page === undefined || (one.page ?? 0) >= note.page - 1;
    for (let back = at - 1; back >= Math.max(0, at - REACH); back -= 1) {
      const piece = lifted[back];
      if (piece === undefined || piece.kind === 'furniture' || piece.kind === 'footnote') continue;
      if (!near(piece)) break;
      if (piece.calls?.some((call) => call.mark === mark && call.page === note.page)) break;
      const found = typedIn(piece, mark);
      if (found === null) continue;
      lifted[back] = found(note.page);
      break;
    }
  });
  return lifted;
}

/** How to lift a mark out of a piece that has it behind a word; null where it has not. */
function typedIn(piece: Piece, mark: string): ((page: number | undefined) => Piece) | null {
  const raised = [...mark].map((digit) => RAISED[Number(digit)] ?? '').join('');
  const typed = new RegExp(`(?<=[\\p{L}\\p{P}])(?: ?\\[${mark}\\]|${raised}(?![${RAISED}]))`, 'u');
  if (!typed.test(piece.text)) return null;
  return (page) => {
    const { calls = [], ...rest } = piece;
    const text = piece.text.replace(typed, () => markIn(mark, ''));
    const done = liftMarks({ ...rest, text, raw: piece.raw ?? piece.text });
    const own = (done.calls ?? []).map((call) => (page === undefined ? call : { ...call, page }));
    const all = [...calls, ...own].sort((one, other) => other.rest - one.rest);
    return { ...done, calls: all };
  };
}
