/**
 * The door of search: opens the derived database. Everything in it can be derived again from the
 * originals and the library.
 */
import { Corpus } from './corpus.ts';
import { openDatabase } from './schema.ts';
import type { OpenOptions } from './schema.ts';
import { shippedThesaurus } from './thesaurus.ts';

export { Corpus };
export { identify } from './identity.ts';
export type { CorpusRecord } from './store.ts';
export type { PlaceRow } from './places.ts';
export type { OpenOptions };

/**
 * Opens a corpus, in a file or in memory (':memory:'). A file that can't be used is replaced by an
 * empty one (`recreated`), or, read-only, stood in for by an empty corpus in memory.
 */
export function openCorpus(file: string, options: OpenOptions = {}): Corpus {
  const { db, recreated } = openDatabase(file, options);
  return new Corpus(db, recreated, shippedThesaurus());
}
