/**
 * From a place to its description: the selectors that let a stretch of a paragraph be found again
 * in an edited, re-extracted or replaced text. Inverse of `anchor`.
 */
import type { Place, Selector } from '../annotation.ts';
import type { Block } from '../document.ts';
import { FaultError } from '../fault.ts';

/** The parts of a block that anchoring looks at. */
export type AnchorBlock = Pick<Block, 'id' | 'kind' | 'text' | 'part' | 'number'> &
  Partial<Pick<Block, 'marker' | 'was'>>;

/** Code units of context kept on each side of a quote, as Hypothesis does. */
export const CONTEXT_LENGTH = 32;

/** Stands between two blocks where context crosses from one into the next. */
const BLOCK_SEPARATOR = '\n';

/**
 * Describes one stretch of one block.
 * @throws FaultError `not-found` when no block has that id, `bad-input` when the stretch is empty
 *   or leaves the text.
 */
export function describe(blocks: readonly AnchorBlock[], place: Place): Selector {
  const ordinal = blocks.findIndex((block) => block.id === place.paragraphId);
  const block = blocks[ordinal];
  if (block === undefined) throw new FaultError('not-found', place.paragraphId);
  const { start, end } = place;
  if (start < 0 || start >= end || end > block.text.length) {
    throw new FaultError('bad-input', `${start}-${end} of ${block.text.length}`);
  }
  const { before, after } = contextOf(blocks, ordinal, start, end);
  return {
    paragraphId: block.id,
    part: block.part,
    number: block.number,
    exact: block.text.slice(start, end),
    prefix: before,
    suffix: after,
    start,
    end,
    ordinal,
    blocks: blocks.length,
  };
}

/** Context of a stretch: its own block's text first, then the neighbour's where that ends. */
export function contextOf(
  blocks: readonly AnchorBlock[],
  ordinal: number,
  start: number,
  end: number,
): { before: string; after: string } {
  const text = blocks[ordinal]?.text ?? '';
  let before = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
  let after = text.slice(end, end + CONTEXT_LENGTH);
  const previous = blocks[ordinal - 1];
  const next = blocks[ordinal + 1];
  if (before.length < CONTEXT_LENGTH && previous) {
    before = (previous.text + BLOCK_SEPARATOR + before).slice(-CONTEXT_LENGTH);
  }
  if (after.length < CONTEXT_LENGTH && next) {
    after = (after + BLOCK_SEPARATOR + next.text).slice(0, CONTEXT_LENGTH);
  }
  return { before, after };
}
