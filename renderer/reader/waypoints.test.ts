import { describe, expect, it } from 'vitest';
import type { Block } from '../../electron/core/document.ts';
import { NO_FACTS } from './row-facts.ts';
import { blockAt, nextAlong, placesAlong, waypointsOf } from './waypoints.ts';

const block = (id: string, ordinal: number, length: number): Block => ({
  id,
  ordinal,
  kind: 'paragraph',
  text: 'x'.repeat(length),
  number: null,
  marker: null,
  part: '',
  page: null,
  section: [],
  language: 'fr',
});
const blocks = ['a', 'b', 'c', 'd'].map((id, at) => block(id, at, at === 1 ? 7_200 : 72));
const ordinals = new Map(blocks.map(({ id, ordinal }) => [id, ordinal]));

describe('waypoints', () => {
  it('are paragraphs with notes, tags and found words, each in text order', () => {
    const facts = new Map([
      ['d', { ...NO_FACTS, bar: 'plain' as const }],
      ['a', { ...NO_FACTS, bar: 'blue' as const, tags: 't' }],
    ]);
    const hit = { paragraphId: 'c', start: 0, end: 1 };
    expect(waypointsOf(blocks, facts, [hit, hit])).toEqual({
      notes: ['a', 'd'],
      tags: ['a'],
      hits: ['c'],
    });
  });

  it('are stepped through from where one is, to the ends', () => {
    const step = (from: string | null, by: 1 | -1) => nextAlong(['b', 'd'], ordinals, from, by);
    expect([step('a', 1), step('b', 1), step('d', 1)]).toEqual(['b', 'd', null]);
    expect([step('d', -1), step('c', -1), step('b', -1)]).toEqual(['b', 'b', null]);
    expect([step(null, 1), step(null, -1), step('gone', 1)]).toEqual(['b', 'd', 'b']);
  });
});

describe('the map', () => {
  const places = placesAlong(blocks);

  it('gives a long paragraph its length, from the first line to the last', () => {
    const at = [...places.values()];
    expect(at[0]).toBe(0);
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThan(0.9);
    expect(at[3]).toBeLessThan(1);
  });

  it('leads to a mark that is near, else to the text at that place', () => {
    expect(blockAt(places, new Set(['d']), 0.99, 0.02)).toBe('d');
    expect(blockAt(places, new Set(['d']), 0.5, 0.02)).toBe('b');
    expect(blockAt(new Map(), new Set(), 0.5, 0.02)).toBeNull();
  });
});
