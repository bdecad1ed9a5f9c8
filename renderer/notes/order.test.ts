import { describe, expect, it } from 'vitest';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { annotationAt, annotationMarks, byParagraph } from '../reader/marks.ts';
import { activeParts, byTime, inTextOrder, keeps, NO_FILTER } from './order.ts';

function annotation(
  id: string,
  places: readonly [string, number, number][],
  more: Partial<AnnotationView> = {},
): AnnotationView {
  return {
    id,
    documentId: 'd',
    kind: 'highlight',
    colour: 'yellow',
    body: '',
    private: true,
    author: '',
    fileAuthor: null,
    ...{ language: null, status: null, due: null, found: null },
    created: 0,
    modified: 0,
    tags: [],
    state: 'exact',
    targets: places.map(([paragraphId, start, end]) => ({
      paragraphId,
      number: null,
      exact: 'words',
      anchor: { state: 'exact', place: { paragraphId, start, end }, score: 1 },
    })),
    ...more,
  };
}

const ordinals = new Map([
  ['p1', 1],
  ['p2', 2],
]);
const late = annotation('late', [['p2', 0, 9]], { colour: null, kind: 'note', tags: ['t'] });
const early = annotation('early', [['p1', 5, 9]]);
const across = annotation('across', [
  ['p1', 2, 9],
  ['p2', 0, 4],
]);
const lost: AnnotationView = {
  ...annotation('lost', []),
  state: 'orphaned',
  targets: [
    {
      paragraphId: 'x',
      number: null,
      exact: 'gone',
      anchor: { state: 'orphaned', candidates: [] },
    },
  ],
};

describe('inTextOrder', () => {
  it('orders by the first place and sets orphans apart', () => {
    const { placed, orphaned } = inTextOrder([late, lost, early, across], ordinals);
    expect(placed.map(({ id }) => id)).toEqual(['across', 'early', 'late']);
    expect(orphaned.map(({ id }) => id)).toEqual(['lost']);
  });
});

describe('keeps', () => {
  it('asks for every chosen quality', () => {
    expect(keeps(NO_FILTER, early, 0)).toBe(true);
    expect(keeps({ ...NO_FILTER, kind: 'note', tagId: 't' }, late, 0)).toBe(true);
    expect(keeps({ ...NO_FILTER, colour: 'yellow' }, late, 0)).toBe(false);
  });
});

describe('marks', () => {
  it('gathers places by colour, and the active one once more', () => {
    const marks = annotationMarks([late, early, across, lost], 'early');
    expect(marks.get('gmg-yellow')).toHaveLength(3);
    expect(marks.get('gmg-plain')).toEqual([{ paragraphId: 'p2', start: 0, end: 9 }]);
    expect(marks.get('gmg-active')).toEqual([{ paragraphId: 'p1', start: 5, end: 9 }]);
  });

  it('knows the annotations of each paragraph, and the shortest one at a point', () => {
    const map = byParagraph([late, early, across]);
    expect(map.get('p2')?.map(({ id }) => id)).toEqual(['late', 'across']);
    expect(annotationAt([across, early], 'p1', 6)?.id).toBe('early');
    expect(annotationAt([across, early], 'p1', 9)).toBeNull();
  });
});

describe('a filter of notes', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const day = 86_400_000;
  const note = annotation('n', [['p1', 0, 5]], {
    kind: 'follow-up',
    status: 'open',
    body: 'À vérifier à l’école',
    found: 'Rien encore',
    author: 'Ada',
    modified: now - 3 * day,
  });
  const keptBy = (part: Partial<typeof NO_FILTER>) => keeps({ ...NO_FILTER, ...part }, note, now);

  it('takes status, author and the last change', () => {
    expect([keptBy({ status: 'open' }), keptBy({ status: 'done' })]).toEqual([true, false]);
    expect([keptBy({ author: 'Ada' }), keptBy({ author: 'Bo' })]).toEqual([true, false]);
    const periods = (['today', 'week', 'month', 'older'] as const).map((period) =>
      keptBy({ period }),
    );
    expect(periods).toEqual([false, true, true, false]);
    const read = annotation('r', [], { author: 'Ada', fileAuthor: 'Margin' });
    expect(keeps({ ...NO_FILTER, author: 'Margin' }, read, 0)).toBe(true);
  });

  it('finds words of the note, of what was found and of the passage, without accents', () => {
    for (const words of ["verifier l'ecole", 'rien', 'words ECOLE']) {
      expect([words, keptBy({ words })]).toEqual([words, true]);
    }
    expect(keptBy({ words: 'école absente' })).toBe(false);
  });

  it('counts what narrows, and puts the newest change first', () => {
    expect(activeParts(NO_FILTER)).toBe(0);
    expect(activeParts({ ...NO_FILTER, words: ' a ', kind: 'note' })).toBe(2);
    expect(byTime([early, note]).map(({ id }) => id)).toEqual(['n', 'early']);
  });
});
