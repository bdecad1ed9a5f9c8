import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, put } from './fixtures.ts';
import { openCorpus } from './index.ts';

const FOLDER = new URL('../../../shared/documents/', import.meta.url);

interface Expectations {
  readonly searches: readonly {
    readonly query: string;
    readonly first?: string;
    readonly includes?: readonly string[];
  }[];
}

describe('searches over real documents', () => {
  it.skipIf(!existsSync(FOLDER))('put the expected document first', () => {
    const corpus = openCorpus(':memory:');
    for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
      const lines = readFileSync(new URL(file, FOLDER), 'utf8').split(/\n+/);
      const texts = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
      put(corpus, file.replace('.txt', ''), 'fr', texts);
    }
    const { searches } = JSON.parse(
      readFileSync(new URL('expectations.json', FOLDER), 'utf8'),
    ) as Expectations;
    for (const { query, first, includes = [] } of searches) {
      const ids = ask(corpus, query).hits.map(({ documentId }) => documentId);
      if (first !== undefined) expect([query, ids[0]]).toEqual([query, first]);
      expect(ids).toEqual(expect.arrayContaining([...includes]));
    }
    corpus.close();
  });
});
