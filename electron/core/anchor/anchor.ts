/**
 * From a description back to a place: cheap and certain ways first (id, verbatim quote), costly
 * ones last (approximate matching), and an honest `orphaned` where no place stands out.
 * Approximate string matching is Myers' bit-parallel algorithm (1999), by `approx-string-match`.
 */
import search from 'approx-string-match';
import type { Anchor, Candidate, Place, Selector } from '../annotation.ts';
import type { AnchorBlock } from './describe.ts';
import { CONTEXT_LENGTH, contextOf } from './describe.ts';
import { spansOf } from './spans.ts';
import type { Span } from './spans.ts';
import {
  CONTEXT_NEEDED,
  FUZZY_BLOCKS,
  LONG_QUOTE,
  MARGIN,
  MAX_ERROR_RATE,
  MIN_FUZZY_LENGTH,
  SHORT_QUOTE,
  SHOWN_CANDIDATES,
  THRESHOLD,
  THRESHOLD_SURROUNDED,
  WEIGHTS,
} from './weights.ts';

/**
 * Finds where a selector stands now. Never throws; doubt is `orphaned`, with what was considered.
 * Blocks that were corrected by hand tell which ids their words had: where the selector's paragraph
 * is among them, its words are looked for there first, and standing there is as good as exact.
 */
export function anchor(blocks: readonly AnchorBlock[], selector: Selector): Anchor {
  const own = blocks.findIndex((block) => block.id === selector.paragraphId);
  if (own >= 0 && blocks[own]?.text.slice(selector.start, selector.end) === selector.exact) {
    const { paragraphId, start, end } = selector;
    return { state: 'exact', place: { paragraphId, start, end }, score: 1 };
  }
  const kin = blocks.flatMap(({ was }, at) => (was?.includes(selector.paragraphId) ? [at] : []));
  if (kin.length > 0) {
    const found = decide(blocks, selector, spanning(blocks, kin, selector, true), true);
    if (found.state !== 'orphaned') return found;
  }
  let matches = verbatim(blocks, selector);
  if (matches.length === 0) matches = spanning(blocks, [...blocks.keys()], selector, false);
  const found = decide(blocks, selector, matches, false);
  if (found.state === 'exact') return found;
  // The words stand here, but their surroundings changed: a place with the surroundings and changed
  // words may be the better one, or make it doubtful.
  const others = fuzzy(blocks, selector).filter(
    (match) => !matches.some((other) => overlaps(match, other)),
  );
  return others.length === 0 ? found : decide(blocks, selector, [...matches, ...others], false);
}

function overlaps(a: Span, b: Span): boolean {
  return [b, ...b.rest].some(
    ({ ordinal, start, end }) => a.ordinal === ordinal && a.start < end && start < a.end,
  );
}

interface Match extends Span {
  /** Edit distance between the quote and the stretch. */
  readonly errors: number;
}

function verbatim(blocks: readonly AnchorBlock[], { exact }: Selector): Match[] {
  const matches: Match[] = [];
  blocks.forEach(({ kind, text }, ordinal) => {
    if (kind === 'furniture') return;
    for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
      matches.push({ ordinal, start, end: start + exact.length, rest: [], errors: 0 });
    }
  });
  return matches;
}

function spanning(
  blocks: readonly AnchorBlock[],
  ordinals: readonly number[],
  { exact }: Selector,
  kin: boolean,
): Match[] {
  return spansOf(blocks, ordinals, exact, kin).map((span) => ({ ...span, errors: 0 }));
}

function fuzzy(blocks: readonly AnchorBlock[], { exact }: Selector): Match[] {
  if (exact.length < MIN_FUZZY_LENGTH) return [];
  const wanted = new Set(words(exact));
  const likely = blocks
    .map(({ kind, text }, ordinal) => ({ kind, ordinal, shared: overlap(wanted, text) }))
    .filter(({ kind, shared }) => kind !== 'furniture' && shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, FUZZY_BLOCKS);
  const maxErrors = Math.floor(exact.length * MAX_ERROR_RATE);
  return likely.flatMap(({ ordinal }) => {
    const text = blocks[ordinal]?.text ?? '';
    const found = search(text, exact, maxErrors).map((match) => ({ ordinal, rest: [], ...match }));
    return distinct(found);
  });
}

/** Overlapping matches of one block are one place: the one with the fewest errors stands for it. */
function distinct(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => a.errors - b.errors)) {
    if (!kept.some((other) => match.start < other.end && other.start < match.end)) kept.push(match);
  }
  return kept;
}

function decide(
  blocks: readonly AnchorBlock[],
  selector: Selector,
  matches: readonly Match[],
  isKin: boolean,
): Anchor {
  const scored = matches
    .map((match) => ({ match, ...score(blocks, selector, match, isKin) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  // Among its own paragraph's words the best place is the one meant, by however little.
  const margin = isKin ? 0 : MARGIN;
  const threshold = best?.surrounded === true ? THRESHOLD_SURROUNDED : THRESHOLD;
  if (best && best.score >= threshold && best.score - (second?.score ?? 0) >= margin) {
    const state = best.certain ? 'exact' : 'moved';
    const also = best.match.rest.map((piece) => placeOf(blocks, piece));
    return {
      state,
      place: placeOf(blocks, best.match),
      ...(also.length === 0 ? {} : { also }),
      score: best.score,
    };
  }
  const candidates: Candidate[] = scored
    .slice(0, SHOWN_CANDIDATES)
    .map(({ match, score: value }) => ({ place: placeOf(blocks, match), score: value }));
  return { state: 'orphaned', candidates };
}

function placeOf(
  blocks: readonly AnchorBlock[],
  { ordinal, start, end }: Omit<Span, 'rest'>,
): Place {
  return { paragraphId: blocks[ordinal]?.id ?? '', start, end };
}

/** Score from 0 to 1, whether words and both contexts are verbatim, and whether the contexts are. */
function score(
  blocks: readonly AnchorBlock[],
  selector: Selector,
  { ordinal, start, end, rest, errors }: Match,
  isKin: boolean,
): { score: number; certain: boolean; surrounded: boolean } {
  const none = { score: 0, certain: false, surrounded: false };
  const block = blocks[ordinal];
  const last = rest.at(-1) ?? { ordinal, start, end };
  const length = Math.max(CONTEXT_LENGTH, selector.prefix.length, selector.suffix.length);
  const { before } = contextOf(blocks, ordinal, start, end, length);
  const { after } = contextOf(blocks, last.ordinal, last.start, last.end, length);
  const quote = 1 - errors / selector.exact.length;
  const prefix = agreement(reverse(before), reverse(selector.prefix));
  const suffix = agreement(after, selector.suffix);
  if (!isKin && !supported(selector.exact.length, errors, prefix, suffix)) return none;
  const number = isKin ? 1 : numberAgreement(block, selector);
  const was = selector.ordinal / Math.max(1, selector.blocks - 1);
  const is = ordinal / Math.max(1, blocks.length - 1);
  const position = isKin ? 1 : 1 - Math.min(1, Math.abs(was - is));
  return {
    score:
      WEIGHTS.quote * quote +
      WEIGHTS.prefix * prefix +
      WEIGHTS.suffix * suffix +
      WEIGHTS.number * number +
      WEIGHTS.position * position,
    surrounded: prefix === 1 && suffix === 1,
    certain: isKin || (errors === 0 && prefix === 1 && suffix === 1 && number > 0),
  };
}

/** True where the words around say enough: changed or short words need both sides, long ones one. */
function supported(length: number, errors: number, prefix: number, suffix: number): boolean {
  if (errors > 0 || length < SHORT_QUOTE) return Math.min(prefix, suffix) >= CONTEXT_NEEDED;
  return length >= LONG_QUOTE || Math.max(prefix, suffix) >= CONTEXT_NEEDED;
}

/** 1 same part and number, 0.5 where neither is numbered (no evidence), 0 where they differ. */
function numberAgreement(block: AnchorBlock | undefined, selector: Selector): number {
  if (block === undefined || block.part !== selector.part) return 0;
  if (block.number === null && selector.number === null) return 0.5;
  return block.number === selector.number ? 1 : 0;
}

/** Share of the wanted context that stands there, from the quote outwards: 1 where both are empty. */
function agreement(there: string, wanted: string): number {
  if (wanted === '') return there === '' ? 1 : 0.5;
  const verbatimLength = commonPrefix(there, wanted);
  if (verbatimLength === wanted.length) return 1;
  const maxErrors = Math.floor(wanted.length / 2);
  const near = there === '' ? [] : search(there, wanted, maxErrors);
  const errors = Math.min(wanted.length, ...near.map((match) => match.errors));
  return Math.max(verbatimLength / wanted.length, 1 - (2 * errors) / wanted.length, 0);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function overlap(wanted: ReadonlySet<string>, text: string): number {
  let shared = 0;
  for (const word of new Set(words(text))) if (wanted.has(word)) shared += 1;
  return shared;
}
