/**
 * Applies corrections, in their order, to the blocks of an extraction. What is not corrected keeps
 * its id; each corrected block tells which ids its words had before, so that notes follow them.
 */
import { anchor } from '../anchor/index.ts';
import type { Candidate, Place } from '../annotation.ts';
import type { Block } from '../document.ts';
import type { Correction } from './correction.ts';
import type { Content } from './edit.ts';
import { contentOf, cutAt, join, precedingOf, renumber, split } from './edit.ts';

/** Least share of a block's text that a correction's words must be, where they had to be looked for. */
const COVERED = 0.75;

/** Identical texts among which a former id is looked for. */
const ALIKE = 8;

/** Id of the n-th (from 0) block with this text in this part. */
export type IdOf = (part: string, text: string, nth: number) => string;

export interface Corrected {
  readonly blocks: readonly Block[];
  /** Former id → ids of the blocks that hold its words now; only where that is another id. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** For each correction the id of the block it made or changed, or null: it no longer applies. */
  readonly outcomes: readonly (string | null)[];
}

/**
 * @param blocks the extraction's own, uncorrected; sections and ordinals are the caller's to renew.
 */
export function applyCorrections(
  blocks: readonly Block[],
  corrections: readonly Correction[],
  idOf: IdOf,
): Corrected {
  const state = [...blocks];
  const outcomes = corrections.map((correction) => applyOne(state, correction, idOf));
  return { blocks: state, aliases: aliasesOf(state), outcomes };
}

function applyOne(
  state: Block[],
  { kind, value, selector }: Correction,
  idOf: IdOf,
): string | null {
  const found = locate(state, { kind, selector });
  const block = found === null ? undefined : state[found.index];
  if (found === null || block === undefined) return null;
  const { index } = found;
  const put = (content: Content): string => {
    state[index] = { ...block, ...content };
    return block.id;
  };
  switch (kind) {
    case 'split': {
      const cut = cutAt(block.text, found.start);
      if (cut === null) return null;
      const [first, second] = split(block, cut.next);
      state.splice(index, 1);
      const was = lineage([block]);
      const one = identified(state, block, first, was, idOf);
      state.splice(index, 0, one);
      const two = identified(state, block, second, was, idOf);
      state.splice(index + 1, 0, two);
      return two.id;
    }
    case 'join': {
      const at = precedingOf(state, index);
      const before = state[at];
      if (before === undefined) return null;
      state.splice(index, 1);
      state.splice(at, 1);
      const was = lineage([before, block]);
      const joined = identified(state, before, join(before, block), was, idOf);
      state.splice(at, 0, joined);
      return joined.id;
    }
    case 'number':
      return put(renumber(block, value));
    case 'heading':
      return put({ ...contentOf(block), kind: 'heading', level: Number(value) || 1 });
    case 'paragraph':
    case 'restore': {
      const { level: _, ...content } = contentOf(block);
      const { level: _level, ...rest } = block;
      state[index] = { ...rest, ...content, kind: 'paragraph' };
      return block.id;
    }
    case 'accept':
      return block.id;
    case 'drop':
      return put({ ...contentOf(block), kind: 'furniture' });
  }
}

/** Where a correction applies: by id and words, else by number, words and surroundings. */
function locate(
  state: readonly Block[],
  { kind, selector }: Pick<Correction, 'kind' | 'selector'>,
): { index: number; start: number } | null {
  const own = state.findIndex(({ id }) => id === selector.paragraphId);
  if (own >= 0 && state[own]?.text.slice(selector.start, selector.end) === selector.exact) {
    return { index: own, start: selector.start };
  }
  // Anchoring passes over what was set aside, which is just what may have to be taken back.
  const open = state.map((block) => ({ ...block, kind: 'paragraph' as const }));
  const found = anchor(open, selector);
  const place =
    found.state === 'orphaned' ? onlyPlace(open, selector, found.candidates) : found.place;
  if (place === null || (found.state !== 'orphaned' && found.also !== undefined)) return null;
  const { paragraphId, start, end } = place;
  const index = state.findIndex(({ id }) => id === paragraphId);
  const length = state[index]?.text.length ?? 0;
  const fits = kind === 'split' ? end / length > COVERED : (end - start) / length > COVERED;
  return fits ? { index, start } : null;
}

/**
 * The one place where the very words stand, or null. A note is not moved on this alone; the same
 * original read anew may be.
 */
function onlyPlace(
  blocks: readonly Block[],
  { exact }: Correction['selector'],
  candidates: readonly Candidate[],
): Place | null {
  const verbatim = candidates.filter(({ place: { paragraphId, start, end } }) =>
    blocks.some(({ id, text }) => id === paragraphId && text.slice(start, end) === exact),
  );
  return verbatim.length === 1 ? (verbatim[0]?.place ?? null) : null;
}

/**
 * A block of new words. It gets an id back that its words had before, where it has the same text
 * again; never one that other words have or had, or their notes would come here.
 */
function identified(
  others: readonly Block[],
  from: Block,
  content: Content,
  was: readonly string[],
  idOf: IdOf,
): Block {
  const live = new Set(others.map(({ id }) => id));
  const taken = new Set(others.flatMap(({ id, was: former = [] }) => [id, ...former]));
  const ids = Array.from({ length: ALIKE }, (_, nth) => idOf(content.part, content.text, nth));
  let id = ids.find((one) => was.includes(one) && !live.has(one));
  for (let nth = 0; id === undefined; nth++) {
    const next = ids[nth] ?? idOf(content.part, content.text, nth);
    if (!taken.has(next)) id = next;
  }
  const former = was.filter((one) => one !== id);
  const { was: _, ...plain } = content;
  const { ordinal, section } = from;
  return { ...plain, id, ordinal, section, ...(former.length === 0 ? {} : { was: former }) };
}

/** Every id that the words of these blocks had. */
function lineage(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap(({ id, was = [] }) => [...was, id]))];
}

function aliasesOf(blocks: readonly Block[]): Map<string, string[]> {
  const aliases = new Map<string, string[]>();
  const live = new Set(blocks.map(({ id }) => id));
  for (const { id, was = [] } of blocks) {
    for (const former of was) {
      if (live.has(former)) continue;
      const list = aliases.get(former);
      if (list === undefined) aliases.set(former, [id]);
      else list.push(id);
    }
  }
  return aliases;
}
