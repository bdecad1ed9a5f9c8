/**
 * Where the paragraphs of a document stand on one page of its PDF, letter by letter, and back. It
 * knows when that is certain enough to draw on the page or to take selected words from it; where it
 * is in doubt it answers with the paragraph alone, or with nothing. Pure.
 */
import type { Place } from '../../electron/core/annotation.ts';
import type { Block } from '../../electron/core/document.ts';
import { align, NOWHERE } from './align.ts';
import { letterAt, lettersOf } from './letters.ts';
import { findWhole, hasRival, isCredible, isDense, stands } from './standing.ts';
import type { Standing, Stretch } from './standing.ts';

/** Share of a stretch's letters that must be found for it to count as found. */
const DENSE = 0.9;
/** Letters of something else (a footnote's mark) that a stretch may run across. */
const ACROSS = 6;
/**
 * Stands between blocks and is no letter: what two of them happen to say together, a page number and
 * the words below it, is looked for nowhere.
 */
const APART = '\u0000';

export interface PageMap {
  /** All letters of the page, to be held against those of its text layer. */
  readonly letters: string;
  /** Ids of the blocks that stand on this page, in text order. */
  readonly ids: readonly string[];
  /** The stretches of the page on which a block stands; empty when that is in doubt. */
  paragraph(id: string): readonly Stretch[];
  /**
   * The stretches on which the words of a place stand.
   * @returns 'elsewhere' when they are on another page, 'doubt' when they can't be told for certain.
   */
  words(place: Place): readonly Stretch[] | 'elsewhere' | 'doubt';
  /** The blocks' words between two letters of the page, and how many letters are anybody's. */
  places(from: number, to: number): { readonly places: readonly Place[]; readonly found: number };
  /** Id of the block to which the letter belongs, or the nearest within `reach` letters; or null. */
  blockAt(letter: number, reach: number): string | null;
}

/**
 * @param blocks all blocks of the document, in text order.
 * @param page one-based.
 * @param letters of the page's text.
 */
export function mapPage(blocks: readonly Block[], page: number, letters: string): PageMap {
  let text = '';
  const asked = candidatesOf(blocks, page).map((block) => {
    const own = lettersOf(block.text);
    const start = text.length;
    text += own.text + APART;
    return { block, letters: own, start };
  });
  const map = align(text, letters);
  findWhole(asked, map, letters);
  const owner = new Int32Array(letters.length).fill(NOWHERE);
  const found = asked.flatMap((one) => stands(one, map) ?? []);
  const here = asked.filter(({ block }) => block.page === page);
  const isSure = (part: Standing): boolean =>
    isCredible(part, found, map, page) && !hasRival(part, here, map);
  const standing = new Map<string, Standing>();
  for (const one of found.filter(isSure)) {
    standing.set(one.block.id, one);
    for (let at = one.region.first; at <= one.region.last; at += 1) {
      const on = map[one.start + at] ?? NOWHERE;
      if (on !== NOWHERE) owner[on] = one.start + at;
    }
  }
  const inOrder = [...standing.values()];

  const holderOf = (letter: number): Standing | null => {
    const at = owner[letter] ?? NOWHERE;
    if (at === NOWHERE) return null;
    const isOf = ({ start, letters: own }: Standing): boolean =>
      at >= start && at < start + own.text.length;
    return inOrder.find(isOf) ?? null;
  };

  return {
    letters,
    ids: inOrder.map(({ block }) => block.id),
    paragraph(id) {
      const one = standing.get(id);
      return one === undefined ? [] : stretchesOf(map, one.start, one.region);
    },
    words({ paragraphId, start, end }) {
      const one = standing.get(paragraphId);
      if (one === undefined) return 'elsewhere';
      const first = Math.max(letterAt(one.letters, start), one.region.first);
      const last = Math.min(letterAt(one.letters, end - 1), one.region.last);
      const inside = one.letters.from[first] ?? Infinity;
      if (first > last || inside >= end) return 'elsewhere';
      const stop = (one.letters.from[last] ?? 0) < end ? last : last - 1;
      return isDense(map, one.start, { first, last: stop }, DENSE)
        ? stretchesOf(map, one.start, { first, last: stop })
        : 'doubt';
    },
    places(from, to) {
      const byBlock = new Map<Standing, { first: number; last: number; count: number }>();
      let found = 0;
      for (let letter = from; letter <= to; letter += 1) {
        const holder = holderOf(letter);
        if (holder === null) continue;
        found += 1;
        const at = (owner[letter] ?? 0) - holder.start;
        const range = byBlock.get(holder);
        if (range === undefined) byBlock.set(holder, { first: at, last: at, count: 1 });
        else {
          range.first = Math.min(range.first, at);
          range.last = Math.max(range.last, at);
          range.count += 1;
        }
      }
      const places = inOrder.flatMap((holder) => {
        const range = byBlock.get(holder);
        // Words of the paragraph in between that were not among those asked for: better none.
        if (range === undefined || range.count < (range.last - range.first + 1) * DENSE) return [];
        return [
          {
            paragraphId: holder.block.id,
            start: holder.letters.from[range.first] ?? 0,
            end: holder.letters.to[range.last] ?? 0,
          },
        ];
      });
      return { places, found };
    },
    blockAt(letter, reach) {
      for (let away = 0; away <= reach; away += 1) {
        const holder = holderOf(letter + away) ?? holderOf(letter - away);
        if (holder !== null) return holder.block.id;
      }
      return null;
    },
  };
}

/** What may stand on the page: what begins there, and what began on the page before. */
function candidatesOf(blocks: readonly Block[], page: number): Block[] {
  const from = blocks.findIndex((block) => block.page !== null && block.page >= page - 1);
  if (from < 0) return lastBefore(blocks, blocks.length);
  // A paragraph longer than a page began further back still.
  const earlier = blocks[from]?.page === page - 1 ? [] : lastBefore(blocks, from);
  const near = blocks.filter((block) => block.page === page || block.page === page - 1);
  return [...earlier, ...near];
}

function lastBefore(blocks: readonly Block[], index: number): Block[] {
  for (let at = index - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block !== undefined && block.kind !== 'furniture' && block.kind !== 'footnote') {
      return [block];
    }
  }
  return [];
}

/** The found letters of a block as stretches of the page. */
function stretchesOf(map: Int32Array, start: number, { first, last }: Stretch): Stretch[] {
  const stretches: { first: number; last: number }[] = [];
  let missed = 0;
  for (let at = first; at <= last; at += 1) {
    const on = map[start + at] ?? NOWHERE;
    if (on === NOWHERE) {
      missed += 1;
      continue;
    }
    const open = stretches.at(-1);
    const step = open === undefined ? Infinity : on - open.last;
    if (open !== undefined && step > 0 && step <= ACROSS + missed) open.last = on;
    else stretches.push({ first: on, last: on });
    missed = 0;
  }
  return stretches;
}
