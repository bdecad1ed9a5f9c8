/**
 * Quotes that a paragraph's end runs through: a paragraph that was cut in two, by hand or by a newer
 * extractor, still holds the words, one after the other.
 */
import { spaceBetween } from '../spacing.ts';
import type { AnchorBlock } from './describe.ts';

/** One stretch of one block; `rest` are the stretches in the blocks after it. */
export interface Span {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly rest: readonly {
    readonly ordinal: number;
    readonly start: number;
    readonly end: number;
  }[];
}

interface Piece {
  readonly ordinal: number;
  /** Where the block's text begins in the text of the series. */
  readonly from: number;
  readonly length: number;
}

/**
 * Verbatim places of a quote in these blocks, read one after the other.
 * @param ordinals the blocks to read as one text, in order.
 * @param kin true: the blocks hold the words of one paragraph that was corrected by hand, so that a
 *   number lifted off where it was cut is read too, and what was set aside. False: only places over
 *   two or more blocks are told.
 */
export function spansOf(
  blocks: readonly AnchorBlock[],
  ordinals: readonly number[],
  exact: string,
  kin: boolean,
): Span[] {
  const pieces: Piece[] = [];
  let series = '';
  for (const ordinal of ordinals) {
    const block = blocks[ordinal];
    if (block === undefined) continue;
    if (!kin && (block.kind === 'furniture' || block.kind === 'footnote')) continue;
    const marker = kin && pieces.length > 0 && block.marker ? `${block.marker} ` : '';
    if (series !== '') series += spaceBetween(series, marker + block.text) + marker;
    pieces.push({ ordinal, from: series.length, length: block.text.length });
    series += block.text;
  }
  const spans: Span[] = [];
  for (let at = series.indexOf(exact); at >= 0; at = series.indexOf(exact, at + 1)) {
    const [first, ...rest] = pieces.flatMap(({ ordinal, from, length }) => {
      const start = Math.max(0, at - from);
      const end = Math.min(length, at + exact.length - from);
      return start < end ? [{ ordinal, start, end }] : [];
    });
    if (first !== undefined && (kin || rest.length > 0)) spans.push({ ...first, rest });
  }
  return spans;
}
