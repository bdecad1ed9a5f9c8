/**
 * Which paragraphs stand on a page, and how far: what alignment found is believed only where it can't
 * be a phrase that comes again. Pure.
 */
import type { Block } from '../../electron/core/document.ts';
import { NOWHERE } from './align.ts';
import type { Letters } from './letters.ts';

/** A stretch of letters; both ends belong to it. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A block that may stand on the page. */
export interface Candidate {
  readonly block: Block;
  readonly letters: Letters;
  /** Index of its first letter among those of all candidates. */
  readonly start: number;
}

/** A block that does, and which of its own letters do. */
export interface Standing extends Candidate {
  readonly region: Stretch;
}

/** … and for a paragraph as a whole to count as standing on the page. */
const PRESENT = 0.8;
/** Letters that may be missing at either end of a stretch. */
const FRAYED = 4;
/** Letters in one piece by which the end of a paragraph is known overleaf; its beginning by twice that. */
const OVERLEAF = 12;
/** Letters of a paragraph that is looked for as a whole, its order on the page unknown. */
const WHOLE = 8;
/** Letters of other things (the mark of a note, a line's number) between two parts of a paragraph. */
const STRAY = 12;

/** How far a block may stand on the page; null where hardly any of it does. */
export function stands({ block, letters, start }: Candidate, map: Int32Array): Standing | null {
  dropStrays(map, start, letters.text.length);
  let first = 0;
  let last = letters.text.length - 1;
  while (first <= last && map[start + first] === NOWHERE) first += 1;
  while (last >= first && map[start + last] === NOWHERE) last -= 1;
  if (first > last) return null;
  const region = { first, last };
  return isDense(map, start, region, PRESENT) ? { block, letters, start, region } : null;
}

/**
 * A block stands whole on the page where it begins. A part of it is believed only where it goes on
 * overleaf: its head below all other text, its tail above. Anything else is a phrase that comes again.
 */
export function isCredible(
  part: Standing,
  all: readonly Standing[],
  map: Int32Array,
  page: number,
): boolean {
  const { block, letters, start, region } = part;
  const { length } = letters.text;
  const frayed = Math.max(FRAYED * 4, length * 0.2);
  const hasHead = region.first <= frayed;
  const hasTail = length - 1 - region.last <= frayed;
  const beginsHere = block.page === page;
  if (beginsHere && hasHead && hasTail) return true;
  if (beginsHere !== hasHead || !isRunning(block)) return false;
  if (longestRun(map, start, region) < (hasTail ? OVERLEAF : OVERLEAF * 2)) return false;
  const top = map[start + region.first] ?? NOWHERE;
  const bottom = map[start + region.last] ?? NOWHERE;
  return all.every((other) => {
    if (other === part || !isRunning(other.block)) return true;
    const above = (map[other.start + other.region.last] ?? NOWHERE) < top;
    const below = (map[other.start + other.region.first] ?? NOWHERE) > bottom;
    return hasHead ? above : hasTail ? below : false;
  });
}

/** True when another paragraph of the page says the same, and it isn't known where. */
export function hasRival(
  { block, letters, region }: Standing,
  others: readonly Candidate[],
  map: Int32Array,
): boolean {
  const said = letters.text.slice(region.first, region.last + 1);
  return others.some((other) => {
    if (other.block === block) return false;
    const { text } = other.letters;
    for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
      const from = other.start + at;
      if (map.subarray(from, from + said.length).includes(NOWHERE)) return true;
    }
    return false;
  });
}

/** True for text that may go on overleaf. */
function isRunning({ kind }: Block): boolean {
  return kind !== 'furniture' && kind !== 'footnote' && kind !== 'heading';
}

function longestRun(map: Int32Array, start: number, { first, last }: Stretch): number {
  let longest = 0;
  let run = 0;
  for (let at = first; at <= last; at += 1) {
    const follows = at > first && map[start + at] === (map[start + at - 1] ?? NOWHERE) + 1;
    run = map[start + at] === NOWHERE ? 0 : follows ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Of a block's letters only those stay that run on from its longest piece, in order and nearby. */
function dropStrays(map: Int32Array, start: number, length: number): void {
  const runs: { at: number; on: number; length: number }[] = [];
  for (let at = 0; at < length; at += 1) {
    const on = map[start + at] ?? NOWHERE;
    if (on === NOWHERE) continue;
    const run = runs.at(-1);
    if (run !== undefined && at === run.at + run.length && on === run.on + run.length) {
      run.length += 1;
    } else runs.push({ at, on, length: 1 });
  }
  const main = runs.reduce((best, run, index) => {
    return run.length > (runs[best]?.length ?? 0) ? index : best;
  }, 0);
  const drop = ({ at, length: letters }: { at: number; length: number }): void => {
    map.fill(NOWHERE, start + at, start + at + letters);
  };
  for (const step of [1, -1] as const) {
    let near = runs[main];
    for (let index = main + step; index >= 0 && index < runs.length; index += step) {
      const run = runs[index];
      if (run === undefined || near === undefined) break;
      const [one, other] = step === 1 ? [near, run] : [run, near];
      const onPage = other.on - (one.on + one.length);
      const inBlock = other.at - (one.at + one.length);
      if (onPage >= 0 && onPage <= inBlock + STRAY) near = run;
      else drop(run);
    }
  }
}

export function isDense(
  map: Int32Array,
  start: number,
  { first, last }: Stretch,
  share: number,
): boolean {
  let found = 0;
  let from = Infinity;
  let to = -1;
  for (let at = first; at <= last; at += 1) {
    if (map[start + at] === NOWHERE) continue;
    found += 1;
    from = Math.min(from, at);
    to = at;
  }
  return found >= (last - first + 1) * share && from - first <= FRAYED && last - to <= FRAYED;
}

/**
 * Blocks that alignment left out, a cell or an item set elsewhere: taken where the page has them once.
 * The longest first: a paragraph is not torn apart by another that says a part of it.
 */
export function findWhole(candidates: readonly Candidate[], map: Int32Array, page: string): void {
  const times = new Map<string, number>();
  for (const { letters } of candidates) {
    times.set(letters.text, (times.get(letters.text) ?? 0) + 1);
  }
  const taken = new Set(map);
  const longestFirst = candidates.toSorted((a, b) => b.letters.text.length - a.letters.text.length);
  for (const { letters, start } of longestFirst) {
    const { text } = letters;
    if (text.length < WHOLE || times.get(text) !== 1) continue;
    if (map.subarray(start, start + text.length).some((on) => on !== NOWHERE)) continue;
    const at = page.indexOf(text);
    if (at < 0 || page.includes(text, at + 1)) continue;
    const places = Array.from(text, (_letter, step) => at + step);
    if (places.some((place) => taken.has(place))) continue;
    map.set(places, start);
    for (const place of places) taken.add(place);
  }
}
