/** A row of a table as pieces, the same for every format whose cells hold paragraphs. */
import type { Piece } from './piece.ts';

/** A row of short cells is one line; cells that hold running text are paragraphs. */
export function rowPieces(cells: readonly (readonly Piece[])[]): readonly Piece[] {
  const filled = cells.filter((cell) => cell.length > 0);
  const letters = filled.flat().reduce((sum, { text }) => sum + text.length, 0);
  const short = filled.every(
    (cell) => cell.length <= 4 && cell.every(({ kind }) => kind !== 'table-row'),
  );
  if (filled.length < 2 || !short || letters > 600 * filled.length) return filled.flat();
  const text = filled
    .map((cell) =>
      cell
        .map((piece) => `${piece.marker === undefined ? '' : `${piece.marker} `}${piece.text}`)
        .join(' '),
    )
    .join(' | ');
  return [{ kind: 'table-row', text }];
}
