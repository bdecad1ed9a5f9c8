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

/** Longest context: a quote that also stands elsewhere keeps as much as tells it from the others. */
const LONGEST_CONTEXT = 512;

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
  const exact = block.text.slice(start, end);
  const { before, after } = distinctContext(blocks, ordinal, start, exact);
  return {
    paragraphId: block.id,
    part: block.part,
    number: block.number,
    exact,
    prefix: before,
    suffix: after,
    start,
    end,
    ordinal,
    blocks: blocks.length,
  };
}

/**
 * Context long enough that, on either side, half of it is found at no other place of the quote: the
 * neighbour on one side may be gone when it is looked for.
 */
function distinctContext(
  blocks: readonly AnchorBlock[],
  ordinal: number,
  start: number,
  exact: string,
): { before: string; after: string } {
  const others = blocks.flatMap(({ text }, other) => {
    const places: { ordinal: number; start: number }[] = [];
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
      if (other !== ordinal || at !== start) places.push({ ordinal: other, start: at });
    }
    return places;
  });
  for (let length = CONTEXT_LENGTH; ; length *= 2) {
    const own = contextOf(blocks, ordinal, start, start + exact.length, length);
    const half = Math.ceil(length / 2);
    const alike = others.some((place) => {
      const end = place.start + exact.length;
      const { before, after } = contextOf(blocks, place.ordinal, place.start, end, length);
      return (
        before.slice(-half) === own.before.slice(-half) ||
        after.slice(0, half) === own.after.slice(0, half)
      );
    });
    if (!alike || length >= LONGEST_CONTEXT) return own;
  }
}

/**
 * Context of a stretch, up to so many code units on each side: its own block's text first, then its
 * neighbours' where that ends.
 */
export function contextOf(
  blocks: readonly AnchorBlock[],
  ordinal: number,
  start: number,
  end: number,
  length: number,
): { before: string; after: string } {
  const text = blocks[ordinal]?.text ?? '';
  let before = text.slice(Math.max(0, start - length), start);
  let after = text.slice(end, end + length);
  for (let at = ordinal - 1; before.length < length && at >= 0; at -= 1) {
    before = ((blocks[at]?.text ?? '') + BLOCK_SEPARATOR + before).slice(-length);
  }
  for (let at = ordinal + 1; after.length < length && at < blocks.length; at += 1) {
    after = (after + BLOCK_SEPARATOR + (blocks[at]?.text ?? '')).slice(0, length);
  }
  return { before, after };
}
