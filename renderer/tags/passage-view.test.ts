import { describe, expect, it } from 'vitest';
import type { DocumentSummary, TaggedPassage } from '../../electron/contract/views.ts';
import { countsOf, facetsOf, filtered, grouped, upTo } from './passage-view.ts';

function document(id: string, more: Partial<DocumentSummary>): [string, DocumentSummary] {
  const summary = { id, title: id, date: '', body: '', language: 'fr', kind: 'other', own: {} };
  return [id, { ...summary, ...more } as DocumentSummary];
}
const documents = new Map([
  document('a', { date: '2006-05', body: 'HCR', own: { Pays: 'Niger' } }),
  document('b', { date: '2018', body: 'OIM', language: 'en' }),
  document('c', { body: 'OIM' }),
]);

function passage(documentId: string, id: string | null, more: Partial<TaggedPassage> = {}) {
  const place = { number: null, section: [], text: '', exact: '', language: 'fr' };
  return {
    ...{ annotationId: id, documentId, documentTitle: documentId, tagIds: ['t'], tags: ['t'] },
    stretches: id === null ? [] : [{ ...place, paragraphId: `p-${id}` }],
    ...{ before: [], after: [], body: '', place: 0, modified: 0 },
    ...more,
  } satisfies TaggedPassage;
}
const passages = [
  passage('b', '1', { place: 4, modified: 5 }),
  passage('a', '2', { place: 9, modified: 9 }),
  passage('b', '3', { place: 2, tagIds: ['s'] }),
  passage('c', null, { place: -1 }),
];
const keys = (sort: Parameters<typeof grouped>[2]) =>
  grouped(passages, documents, sort, (id) => id).map(({ of, items }) => [
    of,
    items.map(({ key }) => key).join(' '),
  ]);

describe('passages of a tag', () => {
  it('are grouped by document in the order of the text, or as asked', () => {
    expect(keys('document')).toEqual([
      ['a', '2'],
      ['b', '3 1'],
      ['c', 'c'],
    ]);
    expect(keys('newest').map(([of]) => of)).toEqual(['b', 'a', 'c']);
    expect(keys('oldest').map(([of]) => of)).toEqual(['a', 'b', 'c']);
    expect(keys('modified').map(([of]) => of)).toEqual(['a', 'b', 'c']);
    expect(keys('tag')).toEqual([
      ['s', '3'],
      ['t', '2 1 c'],
    ]);
  });

  it('offer to filter by what their documents differ in, those without a value last', () => {
    expect(facetsOf(passages, documents, {})).toEqual([
      { facet: 'document', values: ['a', 'b', 'c'] },
      { facet: 'body', values: ['HCR', 'OIM'] },
      { facet: 'year', values: ['2018', '2006', ''] },
      { facet: 'language', values: ['en', 'fr'] },
      { facet: 'own:Pays', values: ['Niger', ''] },
    ]);
    expect(filtered(passages, documents, { body: 'OIM', year: '' })).toEqual([passages[3]]);
    expect(filtered(passages, documents, { 'own:Pays': 'Niger' })).toEqual([passages[1]]);
  });

  it('are counted by passage, paragraph and document, each once', () => {
    const twice = passage('b', '4', { stretches: passages[0]?.stretches ?? [] });
    expect(countsOf([...passages, twice])).toEqual({
      ...{ passages: 4, paragraphs: 3, documents: 3, wholes: 1 },
    });
  });

  it('are cut at a limit without breaking their groups’ order', () => {
    const groups = grouped(passages, documents, 'document', (id) => id);
    expect(upTo(groups, 2).map(({ items }) => items.length)).toEqual([1, 1]);
    expect(upTo(groups, 99)).toEqual(groups);
  });
});
