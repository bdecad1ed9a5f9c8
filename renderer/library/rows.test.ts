import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { formats } from '../i18n/format.ts';
import { guideIn, guidesIn, guidesInOrder } from './guides.ts';
import type { Sort } from './rows.ts';
import { facets, filterRows, NO_FILTER, rowSorter } from './rows.ts';
import type { Words } from './rows.ts';

function document(id: string, fields: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    id,
    title: id,
    originalName: `${id}.pdf`,
    format: 'pdf',
    language: 'fr',
    kind: 'report',
    body: '',
    date: '',
    symbol: '',
    collection: '',
    pages: null,
    paragraphs: 0,
    notes: 0,
    tags: [],
    own: {},
    copies: [],
    addedAt: 0,
    removedAt: null,
    fault: null,
    source: 'digital',
    confidence: null,
    doubts: 0,
    fileMissing: false,
    ...fields,
  };
}

const format = formats('fr');
const words: Words = {
  kind: (kind) => ({ handbook: 'manuel', report: 'rapport' })[kind as string] ?? kind,
  language: format.language,
  compare: format.compare,
};
const order = (rows: readonly DocumentSummary[]) => rows.map(({ id }) => id).join(' ');

describe('filtering', () => {
  const rows = [
    document('a', { title: 'Déclaration de progrès', symbol: 'A/RES/76/266', date: '2022-06-07' }),
    document('b', {
      title: 'Handbook for teams',
      language: 'en',
      kind: 'handbook',
      body: 'IOM',
      date: '2010',
    }),
    document('c', {
      title: 'Rapport annuel',
      body: 'OHCHR',
      date: '2022',
      own: { Pays: 'Côte d’Ivoire' },
    }),
  ];

  it('finds words in any order, without accents and case, in title, symbol, body, date, file name and own fields', () => {
    const found = (text: string) => order(filterRows(rows, { ...NO_FILTER, text }));
    expect(found('PROGRES declaration')).toBe('a');
    expect(found('76/266')).toBe('a');
    expect(found('iom')).toBe('b');
    expect(found('2022')).toBe('a c');
    expect(found('c.pdf')).toBe('c');
    expect(found('ivoire')).toBe('c');
    expect(found('nothing of this')).toBe('');
  });

  it('narrows to what asks for a look', () => {
    const doubted = rows.map((row) => (row.id === 'b' ? { ...row, doubts: 2 } : row));
    expect(order(filterRows(doubted, { ...NO_FILTER, review: 'doubts' }))).toBe('b');
  });

  it('narrows by each facet, and by several at once', () => {
    expect(order(filterRows(rows, { ...NO_FILTER, language: 'en' }))).toBe('b');
    expect(order(filterRows(rows, { ...NO_FILTER, kind: 'report' }))).toBe('a c');
    expect(order(filterRows(rows, { ...NO_FILTER, year: '2022', body: 'OHCHR' }))).toBe('c');
  });

  it('offers each value once, latest year first, and no unknown one', () => {
    expect(facets(rows)).toEqual({
      kinds: ['handbook', 'report'],
      languages: ['en', 'fr'],
      bodies: ['IOM', 'OHCHR'],
      years: ['2022', '2010'],
    });
  });
});

describe('sorting', () => {
  const rows = [
    document('x', { title: 'Zone', date: '2010', paragraphs: 9, kind: 'report' }),
    document('y', { title: 'élan', date: '', paragraphs: 77, kind: 'handbook', language: 'en' }),
    document('z', { title: 'Annexe', date: '2022-06', paragraphs: 9, kind: 'report' }),
  ];
  const sorted = (column: Sort['column'], direction: 'ascending' | 'descending') =>
    order(rowSorter(words)(rows, { column, direction }));

  it('follows the language of the interface', () => {
    expect(sorted('title', 'ascending')).toBe('z y x');
    expect(sorted('title', 'descending')).toBe('x y z');
    expect(sorted('kind', 'ascending')).toBe('y z x');
    expect(sorted('language', 'ascending')).toBe('y z x');
  });

  it('sorts figures as figures, equal ones by title', () => {
    expect(sorted('paragraphs', 'ascending')).toBe('z x y');
    expect(sorted('paragraphs', 'descending')).toBe('y z x');
  });

  it('is the same for rows that came, went and changed since the last time', () => {
    const inOrder = rowSorter(words);
    const by = { column: 'title', direction: 'ascending' } as const;
    inOrder(rows, by);
    const now = [
      document('w', { title: 'Berge' }),
      ...rows.slice(1),
      document('v', { title: 'Azur' }),
    ];
    const changed = now.map((row) => (row.id === 'z' ? { ...row, title: 'Zéro' } : row));
    expect(order(inOrder(changed, by))).toBe(order(rowSorter(words)(changed, by)));
    expect(order(inOrder(changed, by))).toBe('v w y z');
  });

  it('leaves unknown dates at the end either way', () => {
    expect(sorted('date', 'ascending')).toBe('x z y');
    expect(sorted('date', 'descending')).toBe('z x y');
  });
});

describe('guides', () => {
  const guide = (originalName: string, language: string) =>
    document(`${language}${originalName}`, { originalName, language, collection: 'guides' });
  const rows = [
    guide('03-b.md', 'fr'),
    guide('01-a.md', 'en'),
    document('own'),
    guide('01-a.md', 'fr'),
    guide('13-draft.md', 'fr'),
    guide('13-final.md', 'fr'),
  ];

  it('are those in the reader’s language, in the order of their files', () => {
    expect(guidesIn(rows, 'fr').map(({ originalName }) => originalName)).toEqual([
      '01-a.md',
      '03-b.md',
      '13-draft.md',
      '13-final.md',
    ]);
    expect(guidesIn(rows, 'es')).toHaveLength(5);
    expect(guideIn(guidesIn(rows, 'fr'), '13')?.originalName).toBe('13-final.md');
    expect(guideIn(guidesIn(rows, 'fr'), '99')).toBeUndefined();
  });

  it('stand in reading order with the other language’s after them', () => {
    const guides = rows.filter(({ collection }) => collection === 'guides');
    expect(order(guidesInOrder(guides, 'en'))).toMatch(/^en01-a\.md fr01-a\.md fr03/);
  });
});
