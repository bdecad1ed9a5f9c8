import { describe, expect, it } from 'vitest';
import type { Block } from '../../electron/core/document.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { bookmarksOf, nextBookmark } from './bookmarks.ts';

const blocks = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }) as Block);

/** An annotation on whole paragraphs, as far as bookmarks look at it. */
const on = (paragraphId: string, kind = 'bookmark') =>
  ({
    id: `${kind} ${paragraphId}`,
    kind,
    targets: [{ anchor: { state: 'exact', place: { paragraphId, start: 0, end: 3 }, score: 1 } }],
  }) as unknown as AnnotationView;
const lost = {
  ...on('a'),
  targets: [{ anchor: { state: 'orphaned', candidates: [] } }],
} as unknown as AnnotationView;

describe('bookmarks', () => {
  it('stand in the order of the text, once a paragraph, lost ones left out', () => {
    const all = [on('d'), on('b'), on('c', 'note'), lost];
    expect(bookmarksOf(blocks, all).map(({ id, block }) => [id, block.id])).toEqual([
      ['bookmark b', 'b'],
      ['bookmark d', 'd'],
    ]);
  });

  it('follow each other from wherever the reader is, and go round', () => {
    const all = [on('b'), on('d')];
    const next = (from: string | null) => nextBookmark(blocks, all, from, 1);
    expect([next(null), next('a'), next('b'), next('c'), next('d'), next('e')]).toEqual([
      ...'bbdd',
      'b',
      'b',
    ]);
    const before = (from: string | null) => nextBookmark(blocks, all, from, -1);
    expect([before(null), before('b'), before('c'), before('e')]).toEqual(['d', 'd', 'b', 'd']);
    expect(nextBookmark(blocks, [], 'a', 1)).toBeNull();
  });
});
