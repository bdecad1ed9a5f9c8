import { describe, expect, it } from 'vitest';
import type { Block } from './document.ts';
import { asksForReview, doubtsOf } from './doubts.ts';

function blocksOf(...given: (Partial<Block> & { readonly text: string })[]): Block[] {
  return given.map((one, ordinal): Block => ({
    id: `b${String(ordinal)}`,
    ordinal,
    kind: 'paragraph',
    number: null,
    marker: null,
    part: 'body',
    page: 1,
    language: 'fr',
    section: [],
    ...one,
  }));
}

const found = (blocks: readonly Block[]) =>
  doubtsOf(blocks, null).map(({ kind, blockId, detail }) => [kind, blockId, detail]);

describe('doubtsOf', () => {
  it('finds none in a plain text, numbered or not', () => {
    const blocks = blocksOf(
      { text: 'Le port ouvre à six heures.' },
      { text: 'Le quai est libre ;', number: '1', marker: '1.' },
      { text: 'les barques rentrent.', number: '2', marker: '2.' },
      { text: 'L’annexe repart de un.', number: '1', marker: '1.', part: 'annex' },
    );
    expect(found(blocks)).toEqual([]);
  });

  it('finds numbers missing and numbers out of order, part by part', () => {
    const blocks = blocksOf(
      ...['12', '14', '18', '18', '12 bis', '19'].map((number) => ({ text: 'Un point.', number })),
      { text: 'Autre.', number: '3', part: 'annex' },
    );
    expect(found(blocks)).toEqual([
      ['gap', 'b1', '13'],
      ['gap', 'b2', '15–17'],
      ['order', 'b3', '18'],
    ]);
  });

  it('finds a paragraph that begins in the middle of a sentence, on pages alone', () => {
    const text = [{ text: 'Les passeurs du quai' }, { text: 'tiennent un registre.' }];
    expect(found(blocksOf(...text))).toEqual([['mid-sentence', 'b1', '']]);
    expect(found(blocksOf(...text.map((one) => ({ ...one, page: null }))))).toEqual([]);
  });

  it('finds text that is none, and words that were mended', () => {
    const blocks = blocksOf(
      { text: 'Le \uFFFDuai nord.' },
      { text: 'P A S S E U R S du port.' },
      { text: 'Les requirements du port.', raw: 'Les requir ements du\nport.' },
      { text: 'Le long-terme compte.', raw: 'Le long-\nterme compte.' },
    );
    expect(found(blocks)).toEqual([
      ['broken', 'b0', ''],
      ['broken', 'b1', ''],
      ['repaired', 'b2', 'requirements'],
    ]);
    expect(doubtsOf(blocks, null).map(asksForReview)).toEqual([true, true, false]);
  });

  it('tells what the extraction saw, until the block is another or found right', () => {
    const blocks = blocksOf({ text: 'Une page. Une autre.' }, { text: 'Deux colonnes.' });
    const report = {
      source: 'ocr',
      confidence: 61.4,
      doubts: [
        { kind: 'page-join', blockId: 'b0' },
        { kind: 'columns', blockId: 'b1' },
        { kind: 'columns', blockId: 'gone' },
      ],
    } as const;
    expect(doubtsOf(blocks, report, new Set(['b1']))).toEqual([
      { kind: 'ocr', blockId: null, detail: '61' },
      { kind: 'page-join', blockId: 'b0', detail: '' },
    ]);
  });
});
