import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { ask, draftOf, marked, put, recordOf } from './fixtures.ts';
import { openCorpus } from './index.ts';
import type { Corpus } from './index.ts';

const TEXT = [
  '# Contexte',
  '1. Les migrants en transit ont besoin de protection consulaire.',
  '2. Les enfants sont accompagnés pendant toute la procédure d’examen.',
  '3. Le retour est volontaire et digne, dans le respect des engagements pris.',
];

let corpus: Corpus;

beforeEach(() => {
  corpus = openCorpus(':memory:');
});
afterEach(() => {
  corpus.close();
});

describe('documents', () => {
  it('keeps blocks, state and ids that can be derived again', () => {
    put(corpus, 'a', 'fr', TEXT);
    const blocks = corpus.blocks('a');
    expect(blocks.map(({ text }) => text)).toEqual(
      draftOf('fr', TEXT).blocks.map(({ text }) => text),
    );
    expect(blocks[1]).toMatchObject({
      number: '1',
      section: ['Contexte'],
      language: 'fr',
      ordinal: 1,
    });
    for (const { id } of blocks) expect(id).toMatch(/^[a-z2-7]{16}$/);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    put(corpus, 'a', 'fr', TEXT);
    expect(corpus.blocks('a')).toEqual(blocks);
    expect(corpus.state('a')).toEqual({
      originalHash: 'hash of a',
      extractor: 'test-1',
      correctionMark: 0,
      paragraphs: 3,
      doubts: 0,
      pages: null,
      report: draftOf('fr', []).report,
      fault: null,
    });
    expect(corpus.state('nowhere')).toBeNull();
    expect(corpus.documentIds()).toEqual(['a']);
  });

  it('tells identical paragraphs apart', () => {
    put(corpus, 'a', 'fr', ['Même phrase.', 'Même phrase.']);
    const [one, two] = corpus.blocks('a');
    expect(one?.id).not.toBe(two?.id);
  });

  it('notes a fault without a draft', () => {
    corpus.putDocument(recordOf('a', 'und'), null, { code: 'no-text', detail: '' });
    expect(corpus.state('a')).toMatchObject({ paragraphs: 0, fault: { code: 'no-text' } });
    expect(corpus.blocks('a')).toEqual([]);
  });

  it('never finds what lies in the bin, and finds it again after', () => {
    put(corpus, 'a', 'fr', TEXT);
    corpus.updateDocument(recordOf('a', 'fr', { removed: true }));
    expect(ask(corpus, 'migrants').total).toBe(0);
    expect(ask(corpus, 'para 1').total).toBe(0);
    expect(corpus.blocks('a')).toHaveLength(4);
    corpus.updateDocument(recordOf('a', 'fr'));
    expect(ask(corpus, 'migrants').total).toBe(1);
    corpus.removeDocument('a');
    expect(ask(corpus, 'migrants').total).toBe(0);
    expect(corpus.counts()).toEqual({ documents: 0, paragraphs: 0, indexed: 0 });
  });

  it('follows a change of title', () => {
    put(corpus, 'a', 'fr', TEXT);
    corpus.updateDocument(recordOf('a', 'fr', { title: 'Mémoire vive' }));
    expect(ask(corpus, 'mémoire').hits[0]).toMatchObject({ title: 'Mémoire vive', number: '1' });
  });

  it('takes a failed transaction back', () => {
    put(corpus, 'a', 'fr', TEXT);
    expect(() =>
      corpus.transaction(() => {
        put(corpus, 'b', 'fr', ['Un orage passe.']);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(ask(corpus, 'orage').total).toBe(0);
    put(corpus, 'b', 'fr', ['Un orage passe.']);
    expect(marked(ask(corpus, 'oragge'))).toEqual(['Un [orage] passe.']);
  });
});

describe('copies', () => {
  /** The same text as another format gives it: a title line more, hyphens less, other quotes. */
  const OTHER = [
    'Titre',
    ...TEXT.map((line) => line.replace('d’examen', "d'exa-men").replace('procédure', 'Procédure')),
  ];

  beforeEach(() => {
    put(corpus, 'b', 'fr', TEXT);
    put(corpus, 'c', 'fr', OTHER);
    put(corpus, 'd', 'fr', ['Un tout autre texte, sans rapport avec le premier.']);
  });

  it('are recognised through small differences', () => {
    expect(corpus.copies('b')).toEqual(['c']);
    expect(corpus.copies('c')).toEqual(['b']);
    expect(corpus.copies('d')).toEqual([]);
  });

  it('are one hit', () => {
    const answer = ask(corpus, 'protection');
    expect(answer.total).toBe(1);
    expect(answer.hits[0]).toMatchObject({
      documentId: 'b',
      copies: [{ documentId: 'c', title: 'c' }],
    });
  });

  it('keep what only one of them has', () => {
    expect(ask(corpus, 'titre').hits[0]?.documentId).toBe('c');
  });

  it('stand for themselves when the other goes', () => {
    corpus.updateDocument(recordOf('b', 'fr', { removed: true }));
    expect(ask(corpus, 'protection').hits).toMatchObject([{ documentId: 'c', copies: [] }]);
    expect(corpus.copies('c')).toEqual([]);
    corpus.updateDocument(recordOf('b', 'fr'));
    expect(ask(corpus, 'protection').hits).toMatchObject([{ documentId: 'b' }]);
    corpus.removeDocument('b');
    expect(ask(corpus, 'protection').hits).toMatchObject([{ documentId: 'c', copies: [] }]);
  });

  it('are no copies in another language', () => {
    put(corpus, 'e', 'en', TEXT);
    expect(corpus.copies('e')).toEqual([]);
  });
});

describe('working translations', () => {
  it('are found in their own language, told apart, and go with their annotation', () => {
    put(corpus, 'a', 'fr', TEXT);
    const [, first] = corpus.blocks('a');
    const place = { documentId: 'a', paragraphId: first?.id ?? '', start: 0, end: 4 } as const;
    const note = { tags: [], tagNames: [], kind: 'translation', language: 'en' };
    const write = (body: string) =>
      corpus.putPlaces('n1', [{ ...place, state: 'exact' }], { ...note, body });
    write('Lighthouses were warning the fishermen.');
    const hit = ask(corpus, 'lighthouse warned').hits[0];
    expect(hit).toMatchObject({ source: 'translation', language: 'en', paragraphId: first?.id });
    expect(hit?.snippet.text).toBe('Lighthouses were warning the fishermen.');
    expect(ask(corpus, 'lighthouse lang:en').total).toBe(1);
    expect(ask(corpus, 'lighthouse lang:fr').total).toBe(0);
    expect(ask(corpus, 'migrants').hits[0]?.source).toBe('text');
    write('Only herons.');
    expect(ask(corpus, '"lighthouses"').total).toBe(0);
    expect(ask(corpus, 'heron').total).toBe(1);
    corpus.removePlaces('n1');
    expect(ask(corpus, '"herons"').total).toBe(0);
    expect(corpus.check()).toEqual([]);
  });
});

describe('places of annotations', () => {
  it('are cached, shown on hits, and searched', () => {
    put(corpus, 'a', 'fr', TEXT);
    const [, first, second] = corpus.blocks('a');
    const place = { documentId: 'a', paragraphId: first?.id ?? '', start: 0, end: 4 } as const;
    corpus.putPlaces('n1', [{ ...place, state: 'exact' }], {
      tags: ['t1'],
      tagNames: ['Protection consulaire'],
      body: 'À vérifier',
      kind: 'question',
      language: null,
    });
    expect(corpus.placesOf('a')).toEqual([{ ...place, annotationId: 'n1', state: 'exact' }]);
    expect(ask(corpus, 'migrants').hits[0]).toMatchObject({ tags: ['t1'], notes: 1 });
    for (const query of [
      'has:note',
      'tag:"protection consulaire"',
      'tag:protection',
      'tag:t1',
      'has:tag',
      'has:question',
    ]) {
      expect(ask(corpus, query).hits.map(({ paragraphId }) => paragraphId)).toEqual([first?.id]);
    }
    expect(ask(corpus, 'enfants -has:note').hits[0]?.paragraphId).toBe(second?.id);
    expect(ask(corpus, 'migrants -has:note').total).toBe(0);
    corpus.removePlaces('n1');
    expect(ask(corpus, 'has:note').total).toBe(0);
    expect(corpus.placesOf('a')).toEqual([]);
  });
});

describe('the file', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps everything, and gives the same answers as one rebuilt in another order', () => {
    const file = join(folder, 'corpus.db');
    const saved = openCorpus(file);
    expect(saved.recreated).toBe(true);
    put(saved, 'x', 'fr', ['Un brouillon qui sera remplacé.']);
    put(saved, 'a', 'fr', TEXT);
    put(saved, 'b', 'fr', [...TEXT, 'Une ligne de plus.']);
    put(saved, 'c', 'en', ['Migrants in transit need consular protection.', 'Children first.']);
    saved.updateDocument(recordOf('b', 'fr', { removed: true }));
    saved.removeDocument('x');
    saved.updateDocument(recordOf('b', 'fr'));
    saved.appliedSeq = 7;
    saved.close();

    const reopened = openCorpus(file);
    const rebuilt = openCorpus(':memory:');
    put(rebuilt, 'c', 'en', ['Migrants in transit need consular protection.', 'Children first.']);
    put(rebuilt, 'b', 'fr', [...TEXT, 'Une ligne de plus.']);
    put(rebuilt, 'a', 'fr', TEXT);
    expect(reopened).toMatchObject({ recreated: false, appliedSeq: 7 });
    expect(reopened.counts()).toEqual(rebuilt.counts());
    expect(reopened.check()).toEqual([]);
    for (const query of [
      'migrants',
      'protection consulaire',
      'enfant',
      'para 2',
      '"ligne de plus"',
      'migrnats',
      'retour OR children',
    ]) {
      const answers = [reopened, rebuilt].map((each) => {
        const { hits, total, suggestion } = ask(each, query);
        const rounded = hits.map((hit) => ({ ...hit, score: hit.score.toFixed(6) }));
        return {
          total,
          suggestion,
          hits: rounded.sort((l, r) => l.paragraphId.localeCompare(r.paragraphId)),
        };
      });
      expect(answers[0]).toEqual(answers[1]);
    }
    reopened.close();
    rebuilt.close();
  });

  it('is made anew when it is damaged, foreign or of another version', () => {
    const file = join(folder, 'corpus.db');
    const spoil: (() => void)[] = [
      () =>
        writeFileSync(file, 'this is no database at all, but it is long enough to be read as one'),
      () => {
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 100, bytes.length);
        writeFileSync(file, bytes);
      },
      () => {
        const db = new Database(file);
        db.exec("UPDATE meta SET value = 0 WHERE key = 'version'");
        db.close();
      },
    ];
    for (const damage of spoil) {
      const before = openCorpus(file);
      put(before, 'a', 'fr', TEXT);
      before.close();
      damage();
      const after = openCorpus(file);
      expect(after.recreated).toBe(true);
      expect(after.documentIds()).toEqual([]);
      put(after, 'a', 'fr', TEXT);
      expect(ask(after, 'migrants').total).toBe(1);
      after.close();
    }
  });

  it('opens read-only without touching anything', () => {
    const file = join(folder, 'corpus.db');
    const writer = openCorpus(file);
    put(writer, 'a', 'fr', TEXT);
    const reader = openCorpus(file, { readOnly: true });
    expect(ask(reader, 'migrants').total).toBe(1);
    expect(() => {
      put(reader, 'b', 'fr', TEXT);
    }).toThrow(/readonly/);
    expect(reader.check()).toEqual([]);
    reader.close();
    writer.close();
    const absent = openCorpus(join(folder, 'none.db'), { readOnly: true });
    expect(absent.recreated).toBe(true);
    absent.close();
  });
});

describe('finding in the open document', () => {
  it('marks the words in reading order, with inflections and unfinished words', () => {
    put(corpus, 'a', 'fr', TEXT);
    const texts = new Map(corpus.blocks('a').map(({ id, text }) => [id, text]));
    const found = (query: string): string[] =>
      corpus.findInDocument('a', query).map(({ paragraphId, marks }) => {
        const text = texts.get(paragraphId) ?? '';
        return marks.map(([start, end]) => text.slice(start, end)).join(' ');
      });
    expect(found('migrant')).toEqual(['migrants']);
    expect(found('procedur')).toEqual(['procédure']);
    expect(found("l'engagement")).toEqual(['engagements']);
    expect(found('enfatns~')).toEqual(['enfants']);
    expect(found('retour digne')).toEqual(['retour digne']);
    expect(found('migrants enfants')).toEqual(['migrants', 'enfants']);
    expect(found('absent')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(corpus.findInDocument('nowhere', 'migrants')).toEqual([]);
  });
});

describe('purging', () => {
  const everything = (path: string): string =>
    ['', '-wal'].map((suffix) => readFileSync(path + suffix, 'latin1')).join('\n');

  it('leaves no word on the disk that only removed texts had', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gmg-purge-'));
    const path = join(folder, 'corpus.db');
    const onDisk = openCorpus(path);
    try {
      put(onDisk, 'a', 'fr', TEXT);
      put(onDisk, 'b', 'fr', ['1. Le frobnicateur zorglube les migrants.', 'Un autre paragraphe.']);
      const note = { tags: [], tagNames: ['quibble'], body: 'note grumph', language: null };
      onDisk.putPlaces('n', [], { ...note, kind: 'note' });
      const translation = { ...note, tagNames: [], body: 'xyzzyer', language: 'fr' };
      onDisk.putPlaces('t', [], { ...translation, kind: 'translation' });
      onDisk.removeDocument('b');
      onDisk.removePlaces('n');
      onDisk.removePlaces('t');
      for (const _ of onDisk.purge());
      for (const word of ['frobnicateur', 'zorglub', 'quibble', 'grumph', 'xyzzy']) {
        expect([word, everything(path).toLowerCase().includes(word)]).toEqual([word, false]);
      }
      const db = new Database(path);
      const terms = db.prepare('SELECT term FROM passage_terms').pluck().all() as string[];
      const words = db.prepare('SELECT word FROM word').pluck().all() as string[];
      db.close();
      for (const all of [terms, words]) {
        expect(all).toContain('migrants');
        expect(all.filter((word) => word.startsWith('frob') || word === 'autre')).toEqual([]);
      }
      expect(ask(onDisk, 'migrants').hits).toHaveLength(1);
      put(onDisk, 'b', 'fr', ['1. Le frobnicateur revient.']);
      expect(ask(onDisk, 'frobnicatuer').hits).toHaveLength(1);
      expect(onDisk.check()).toEqual([]);
    } finally {
      onDisk.close();
      rmSync(folder, { recursive: true });
    }
  });
});
