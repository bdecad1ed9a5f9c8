/**
 * Where notes, tags and found words lie along a document: as paragraphs to step through, and as places on
 * a map whose length stands for the whole text. Pure; heights are estimated from the words, never measured.
 */
import type { Place } from '../../electron/core/annotation.ts';
import type { Block } from '../../electron/core/document.ts';
import type { RowFacts } from './row-facts.ts';

export const WAYS = ['notes', 'tags', 'hits'] as const;
/** `notes`: whatever the reader wrote or coloured; `hits`: words of a search. */
export type Way = (typeof WAYS)[number];

/** Ids of paragraphs, each list in text order. */
export type Waypoints = Readonly<Record<Way, readonly string[]>>;

/** Letters that fill a line of the column, about, and the room around a paragraph in lines. */
const LINE = 72;
const AROUND = 0.6;

export function waypointsOf(
  blocks: readonly Block[],
  facts: ReadonlyMap<string, RowFacts>,
  hits: readonly Place[],
): Waypoints {
  const found = new Set(hits.map(({ paragraphId }) => paragraphId));
  const ids = (keeps: (id: string) => boolean): string[] =>
    blocks.flatMap(({ id }) => (keeps(id) ? [id] : []));
  return {
    notes: ids((id) => {
      const fact = facts.get(id);
      return fact !== undefined && (fact.bar !== '' || fact.translations.length > 0);
    }),
    tags: ids((id) => (facts.get(id)?.tags ?? '') !== ''),
    hits: ids((id) => found.has(id)),
  };
}

/** Where each block begins on the way from 0, the text's first line, to 1, its end. By id. */
export function placesAlong(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const lines = blocks.map(({ kind, text }) =>
    kind === 'furniture' ? 0 : Math.ceil(text.length / LINE) + AROUND,
  );
  const all = Math.max(
    lines.reduce((sum, height) => sum + height, 0),
    1,
  );
  let before = 0;
  return new Map(
    blocks.map(({ id }, at) => {
      const place = before / all;
      before += lines[at] ?? 0;
      return [id, place];
    }),
  );
}

/** The block that stands at a place from 0 to 1; one of `wanted` when it is as near as `reach`. */
export function blockAt(
  places: ReadonlyMap<string, number>,
  wanted: ReadonlySet<string>,
  at: number,
  reach: number,
): string | null {
  let here: string | null = null;
  let near: string | null = null;
  let least = reach;
  for (const [id, place] of places) {
    if (place <= at) here = id;
    const distance = Math.abs(place - at);
    if (distance <= least && wanted.has(id)) [near, least] = [id, distance];
  }
  return near ?? here;
}

/** The next of `ids` behind (1) or before (-1) a block, or null at the end; all in text order. */
export function nextAlong(
  ids: readonly string[],
  ordinals: ReadonlyMap<string, number>,
  from: string | null,
  step: 1 | -1,
): string | null {
  const here = from === null ? undefined : ordinals.get(from);
  if (here === undefined) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
  const ordered = step === 1 ? ids : ids.toReversed();
  return ordered.find((id) => ((ordinals.get(id) ?? here) - here) * step > 0) ?? null;
}
