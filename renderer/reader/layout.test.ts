import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../electron/core/document.ts';
import { callsOf, layOut, paragraphsOf, stretchOf } from './layout.ts';
import { headingOf, outlineOf } from './outline-tree.ts';

let ordinal = 0;
function block(kind: BlockKind, text: string, more: Partial<Block> = {}): Block {
  ordinal += 1;
  return {
    id: `b${ordinal}`,
    ordinal,
    kind,
    text,
    number: null,
    marker: null,
    part: 'body',
    page: null,
    language: 'fr',
    section: [],
    ...more,
  };
}

describe('layOut', () => {
  it('leaves furniture out, gathers rows and sets footnotes apart', () => {
    const blocks = [
      block('furniture', 'Page 1'),
      block('heading', 'Titre', { level: 1 }),
      block('table-row', 'a | b'),
      block('table-row', 'c | d'),
      block('paragraph', 'Texte.'),
      block('footnote', 'Voir ailleurs.', { marker: '1' }),
      block('table-row', 'e | f'),
    ];
    const [page] = layOut(blocks);
    expect(page?.pieces.map(({ type }) => type)).toEqual([
      'heading',
      'table',
      'paragraph',
      'table',
    ]);
    expect(page?.pieces[1]).toMatchObject({ rows: [{ text: 'a | b' }, { text: 'c | d' }] });
    expect(page?.footnotes.map((note) => note.block.text)).toEqual(['Voir ailleurs.']);
  });

  it('leads a footnote back to the block that calls it, under the ids both have now', () => {
    const caller = block('paragraph', 'Les droits des migrants.', {
      calls: [{ at: 23, mark: '12', note: 'former' }],
    });
    const note = block('footnote', 'A/RES/1.', { marker: '12', was: ['former'] });
    const blocks = [caller, block('paragraph', 'En 12 pays.'), note];
    expect(layOut(blocks)[0]?.footnotes[0]?.callerId).toBe(caller.id);
    expect(callsOf(blocks).get(caller.id)).toEqual([{ at: 23, mark: '12', noteId: note.id }]);
  });

  it('claims no caller where the original does not tell', () => {
    const [page] = layOut([
      block('paragraph', 'Rien ici.'),
      block('footnote', 'Seule.', { marker: '3' }),
    ]);
    expect(page?.footnotes[0]?.callerId).toBeNull();
  });

  it('cuts a long document at headings and finds each block again', () => {
    const blocks = Array.from({ length: 6_000 }, (_, index) =>
      index % 500 === 0 ? block('heading', `Partie ${index}`) : block('paragraph', `n${index}`),
    );
    const stretches = layOut(blocks);
    expect(stretches.length).toBeGreaterThan(2);
    expect(stretches.slice(1).every(({ pieces }) => pieces[0]?.type === 'heading')).toBe(true);
    const all = stretches.flatMap(({ ids }) => [...ids]);
    expect(all).toEqual(blocks.map(({ id }) => id));
    const last = blocks.at(-1);
    expect(stretchOf(stretches, last?.id ?? '')).toBe(stretches.length - 1);
    expect(paragraphsOf(blocks)).toHaveLength(5_988);
  });

  it('cuts a long document without headings too', () => {
    const blocks = Array.from({ length: 4_000 }, (_, index) => block('paragraph', `n${index}`));
    expect(layOut(blocks).every(({ pieces }) => pieces.length <= 1_800)).toBe(true);
  });
});

describe('outlineOf', () => {
  it('nests by level, also where levels are skipped', () => {
    const blocks = [
      block('heading', 'I', { level: 1 }),
      block('heading', 'A', { level: 3 }),
      block('paragraph', 'Texte.'),
      block('heading', 'B', { level: 2 }),
      block('heading', 'II', { level: 1 }),
    ];
    const outline = outlineOf(blocks);
    expect(outline.map(({ text }) => text)).toEqual(['I', 'II']);
    expect(outline[0]?.children.map(({ text, depth }) => [text, depth])).toEqual([
      ['A', 2],
      ['B', 2],
    ]);
    expect(headingOf(blocks, blocks[2]?.id ?? '')).toBe(blocks[1]?.id);
    expect(headingOf([block('paragraph', 'seul')], 'none')).toBeNull();
  });
});
