import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { put } from './fixtures.ts';
import { openCorpus } from './index.ts';
import type { Corpus } from './index.ts';

let corpus: Corpus;

beforeEach(() => {
  corpus = openCorpus(':memory:');
  put(corpus, 'vieux', 'fr', ['Le rapport du port.', 'Une autre page.'], {
    date: '2009-04',
    title: 'Port ancien',
  });
  put(corpus, 'neuf', 'fr', ['Un rapport neuf.', 'Un rapport encore.'], {
    date: '2018',
    title: 'Bilan',
  });
  put(corpus, 'sans', 'en', ['The rapport of old.'], { title: 'Undated' });
});
afterEach(() => {
  corpus.close();
});

const request = (query: string) => ({ query, unexpanded: [], guides: 'auto' }) as const;

describe('the order of hits', () => {
  const order = (by: 'newest' | 'oldest' | 'reading') =>
    corpus
      .search({ ...request('rapport'), limit: 20, order: by })
      .hits.map(({ documentId }) => documentId);

  it('follows dates, those without one last', () => {
    expect(order('newest')).toEqual(['neuf', 'neuf', 'vieux', 'sans']);
    expect(order('oldest')).toEqual(['vieux', 'neuf', 'neuf', 'sans']);
  });

  it('follows the documents and their own order', () => {
    expect(order('reading')).toEqual(['neuf', 'neuf', 'vieux', 'sans']);
  });

  it('puts the best ones in order before it cuts', () => {
    const { hits, total } = corpus.search({ ...request('rapport'), limit: 1, order: 'oldest' });
    expect(hits.map(({ documentId }) => documentId)).toEqual(['vieux']);
    expect(total).toBe(4);
  });
});

describe('counts of what is found', () => {
  it('are paragraphs by document and language', () => {
    const found = corpus.count(request('rapport'));
    expect([...found.documents]).toEqual([
      ['vieux', 1],
      ['neuf', 2],
      ['sans', 1],
    ]);
    expect([...found.languages]).toEqual([
      ['fr', 3],
      ['en', 1],
    ]);
    expect(found).toMatchObject({ noted: 0, capped: false });
  });

  it('agree with the search, whatever narrows it', () => {
    for (const query of ['rapport', 'rapport lang:fr', 'lang:en', 'rapport year:2018', 'zzz', '']) {
      const { total } = corpus.search({ ...request(query), limit: 20 });
      const { documents } = corpus.count(request(query));
      const counted = [...documents.values()].reduce((sum, count) => sum + count, 0);
      expect([query, counted]).toEqual([query, total]);
    }
  });

  it('tell paragraphs with notes and tags, each once', () => {
    const [first] = corpus.blocks('neuf');
    const place = { documentId: 'neuf', paragraphId: first?.id ?? '', start: 0, end: 2 };
    for (const id of ['a', 'b']) {
      corpus.putPlaces(id, [{ ...place, state: 'exact' }], {
        tags: ['etiquette'],
        tagNames: ['Étiquette'],
        body: '',
        kind: 'note',
        language: null,
      });
    }
    const { noted, tags } = corpus.count(request('rapport'));
    expect(noted).toBe(1);
    expect([...tags]).toEqual([['etiquette', 1]]);
  });
});

describe('other texts that bear the words', () => {
  const tags = [{ id: 't', text: 'Santé mentale', language: 'und' }];
  const note = (body: string) => {
    const [first] = corpus.blocks('vieux');
    const place = { documentId: 'vieux', paragraphId: first?.id ?? '', start: 0, end: 2 } as const;
    const about = { tags: [], tagNames: [], kind: 'note', language: null };
    corpus.putPlaces('n', [{ ...place, state: 'exact' }], { ...about, body });
  };

  it('are titles, tags and notes, also by words no paragraph has', () => {
    note('Vérifier les éclairages du quai');
    expect(corpus.elsewhere('port', tags).documents).toEqual(['vieux']);
    expect(corpus.elsewhere('sante', tags).tags).toEqual(['t']);
    const { notes } = corpus.elsewhere('éclairage', tags);
    expect(notes).toMatchObject([{ annotationId: 'n', documentId: 'vieux', kind: 'note' }]);
    const [{ snippet }] = notes as [(typeof notes)[number]];
    expect(snippet.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['éclairages']);
  });

  it('follow what is written now', () => {
    note('Vérifier les éclairages');
    expect(corpus.elsewhere('éclairage', []).notes).toHaveLength(1);
    note('Vérifier les amarres');
    expect(corpus.elsewhere('éclairage', []).notes).toEqual([]);
  });

  it('are none where a query asks for what only paragraphs have', () => {
    expect(corpus.elsewhere('lang:fr port', tags)).toEqual({ documents: [], notes: [], tags: [] });
    expect(corpus.elsewhere('le la', tags)).toEqual({ documents: [], notes: [], tags: [] });
  });
});
