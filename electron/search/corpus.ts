/**
 * The corpus: everything derived from the originals, kept consistent. Each change here also keeps
 * the index, the copies and the vocabulary in step; what the truth is, the library knows.
 */
import type { Database } from 'better-sqlite3';
import type { Correction } from '../core/correction/index.ts';
import type { Block, DocumentDraft } from '../core/document.ts';
import { asksForReview, doubtsOf } from '../core/doubts.ts';
import type { Fault } from '../core/fault.ts';
import { analyse } from './analysis.ts';
import type { FoundInDocument, SearchRequest, SearchResult } from './answers.ts';
import { correctedBlocks, extractedBlocks, keepExtracted } from './corrected.ts';
import { findCopies, forgetCopies, group, settleTwins } from './copies.ts';
import { OtherTexts } from './elsewhere.ts';
import type { Elsewhere, Named } from './elsewhere.ts';
import type { FoundCounts } from './facets.ts';
import { findInDocument } from './inDocument.ts';
import type { DocumentIndexes } from './inDocument.ts';
import { holdersOf } from './holders.ts';
import type { Holder } from './holders.ts';
import { identify } from './identity.ts';
import { matching } from './matching.ts';
import type { MatchedParagraph } from './matching.ts';
import { postings } from './indexing.ts';
import { foldName, placesOf, putPlaces, removePlaces, taggedPlaces } from './places.ts';
import type { PlacedNote, PlaceOf, PlaceRow } from './places.ts';
import { Searcher } from './search.ts';
import type { Figures } from './search.ts';
import { Store } from './store.ts';
import type { CorpusRecord, DocumentRow, DocumentState, Extraction } from './store.ts';
import type { Thesaurus } from './thesaurus.ts';
import { putTranslation, removeTranslation, translationLanguages } from './translations.ts';
import { tellingWords } from './telling.ts';
import { Vocabulary } from './vocabulary.ts';

export interface CorpusCounts {
  readonly documents: number;
  /** Paragraphs of all documents, copies and bin included. */
  readonly paragraphs: number;
  /** Paragraphs that a search can find. */
  readonly indexed: number;
}

/** One open corpus. Throws SQLite's errors; a rolled back transaction leaves it as it was. */
export class Corpus {
  /** True when the file was made anew: every document is to be derived again. */
  readonly recreated: boolean;
  private readonly db: Database;
  private readonly store: Store;
  private readonly vocabulary: Vocabulary;
  private readonly searcher: Searcher;
  private readonly others: OtherTexts;
  private readonly thesaurus: Thesaurus;
  private readonly indexes: DocumentIndexes = new Map();
  private known: Figures | null = null;

  constructor(db: Database, recreated: boolean, thesaurus: Thesaurus) {
    this.db = db;
    this.recreated = recreated;
    this.thesaurus = thesaurus;
    db.function('folded', { deterministic: true }, (text) => foldName(String(text)));
    this.store = new Store(db);
    this.vocabulary = new Vocabulary(this.store);
    this.searcher = new Searcher(this.store);
    this.others = new OtherTexts(this.store);
  }

  /** Sequence number of the last operation of the library that the corpus reflects. */
  get appliedSeq(): number {
    const value = this.store.sql("SELECT value FROM meta WHERE key = 'applied'").pluck().get();
    return Number(value ?? 0);
  }

  set appliedSeq(seq: number) {
    this.store.sql("UPDATE meta SET value = ? WHERE key = 'applied'").run(seq);
  }

  /**
   * Runs `work` in one transaction: all of it or nothing. Inside another it is a part of that one,
   * without a savepoint, before each of which the index would write out what it gathered.
   */
  transaction<T>(work: () => T): T {
    if (this.db.inTransaction) return work();
    try {
      return this.db.transaction(work)();
    } catch (error) {
      this.vocabulary.forget(true);
      this.changed();
      throw error;
    }
  }

  /** Derives a document anew from its draft; `draft` null: only the fault is noted. */
  putDocument(
    record: CorpusRecord,
    draft: DocumentDraft | null,
    fault: Fault | null,
    corrections: readonly Correction[] = [],
  ): void {
    const blocks = draft === null ? [] : identify(record.originalHash, draft);
    const doubts = (draft?.doubts ?? []).flatMap(({ kind, block }) => {
      const blockId = blocks[block]?.id;
      return blockId === undefined ? [] : [{ kind, blockId }];
    });
    const report = draft && { ...draft.report, ...(doubts.length === 0 ? {} : { doubts }) };
    this.write(record, draft && { ...draft, report, blocks }, fault, corrections);
  }

  /** Applies a document's corrections anew, without reading its original. Unknown ones are ignored. */
  correctDocument(record: CorpusRecord, corrections: readonly Correction[]): void {
    const state = this.state(record.documentId);
    if (state === null || state.extractor === '') return;
    const blocks = extractedBlocks(this.store, record.documentId);
    this.write(record, { ...state, blocks }, state.fault, corrections);
  }

  /** For each correction the id of the block it changed, or null: it no longer applies. */
  outcomes(documentId: string, corrections: readonly Correction[]): readonly (string | null)[] {
    const state = this.state(documentId);
    if (state === null) return corrections.map(() => null);
    const blocks = extractedBlocks(this.store, documentId);
    return correctedBlocks(state.originalHash, blocks, corrections).outcomes;
  }

  private write(
    record: CorpusRecord,
    extraction: Extraction | null,
    fault: Fault | null,
    corrections: readonly Correction[],
  ): void {
    const extracted = extraction?.blocks ?? [];
    const { blocks, outcomes } = correctedBlocks(record.originalHash, extracted, corrections);
    const settled = new Set(
      outcomes.flatMap((id, at) => (id !== null && corrections[at]?.kind === 'accept' ? [id] : [])),
    );
    const doubts = doubtsOf(blocks, extraction?.report ?? null, settled).filter(asksForReview);
    this.transaction(() => {
      this.removeDocument(record.documentId);
      const now = extraction === null ? null : { ...extraction, blocks };
      const document = this.store.insert(record, now, fault, doubts.length);
      if (corrections.length > 0) keepExtracted(this.store, record.documentId, extracted);
      if (!record.removed && document.letters > 0) {
        findCopies(this.store, document);
        this.admit(document);
      }
    });
    this.changed();
  }

  /** Takes over metadata; the text stays. Unknown documents are ignored. */
  updateDocument(record: CorpusRecord): void {
    this.transaction(() => {
      const before = this.store.document(record.documentId);
      if (before === null) return;
      const leaves = record.removed && before.removed === 0;
      const returns = !record.removed && before.removed === 1;
      const regroups = before.language !== record.language && before.removed === 0 && !leaves;
      if (leaves || regroups) this.dismiss(before);
      this.store.updateMetadata(record);
      const after = this.store.document(record.documentId);
      if (after === null || after.removed === 1) return;
      if (returns || regroups) {
        findCopies(this.store, after);
        this.admit(after);
      } else if (before.title !== after.title) this.retitle(after);
    });
    this.changed();
  }

  removeDocument(documentId: string): void {
    this.transaction(() => {
      const document = this.store.document(documentId);
      if (document === null) return;
      if (document.removed === 0) this.dismiss(document);
      this.store.delete(document);
    });
    this.changed();
  }

  blocks(documentId: string): Block[] {
    return this.store.blocks(documentId);
  }

  state(documentId: string): DocumentState | null {
    return this.store.state(documentId);
  }

  /** Ids of all documents that were put here, those in the bin too. */
  documentIds(): string[] {
    return this.store.sql('SELECT id FROM document').pluck().all() as string[];
  }

  /** Documents with the same text in the same language in another file; bin left out. */
  copies(documentId: string): string[] {
    const document = this.store.document(documentId);
    if (document === null) return [];
    return group(this.store, document)
      .map(({ id }) => id)
      .filter((id) => id !== documentId);
  }

  /** Where a paragraph stands; several places when a file is there twice. */
  holders(paragraphId: string): Holder[] {
    return holdersOf(this.store, paragraphId);
  }

  putPlaces(annotationId: string, rows: readonly PlaceRow[], note: PlacedNote): void {
    this.transaction(() => {
      putPlaces(this.store, annotationId, rows, note);
      this.others.forget();
      if (putTranslation(this.store, annotationId, note, this.vocabulary.learn)) this.changed();
    });
  }

  removePlaces(annotationId: string): void {
    this.transaction(() => {
      removePlaces(this.store, annotationId);
      this.others.forget();
      if (removeTranslation(this.store, annotationId)) this.changed();
    });
  }

  placesOf(documentId: string): PlaceOf[] {
    return placesOf(this.store, documentId);
  }

  /** Paragraphs that tagged annotations stand on. */
  taggedPlaces(): Pick<PlaceOf, 'annotationId' | 'documentId' | 'paragraphId'>[] {
    return taggedPlaces(this.store);
  }

  /** All paragraphs that a query holds for, in one document or, with null, in all. */
  matching(query: string, documentId: string | null): MatchedParagraph[] {
    return matching(this.store, query, documentId, this.figures());
  }

  search(request: SearchRequest): SearchResult {
    return this.searcher.search(request, this.figures());
  }

  /** How many paragraphs a search finds, by document, language and tag. */
  count(request: Omit<SearchRequest, 'limit'>): FoundCounts {
    return this.searcher.count(request, this.figures());
  }

  /** The words that tell a paragraph from others, as they are spelt; [] for a paragraph not here. */
  tellingWords(documentId: string, paragraphId: string): string[] {
    const block = this.blocks(documentId).find(({ id }) => id === paragraphId);
    if (block === undefined) return [];
    return tellingWords(block.text, block.language, this.figures());
  }

  /** Titles, notes and tags (given by the library) that bear a query's words. */
  elsewhere(query: string, tags: readonly Named[]): Elsewhere {
    return this.others.find(query, tags, this.figures());
  }

  /**
   * Small pieces of work that a first search would otherwise wait for: analysers made, one search of
   * a word of a title; then, apart, what only a misspelt word needs. None of them is needed.
   */
  warming(): { readonly soon: readonly (() => void)[]; readonly later: readonly (() => void)[] } {
    const title = this.store.sql('SELECT title FROM document WHERE removed = 0 LIMIT 1').pluck();
    const request = { limit: 50, unexpanded: [], guides: 'auto' } as const;
    const { languages } = this.figures();
    return {
      soon: [
        ...languages.map((language) => () => void analyse(language, 'a')),
        () => void this.search({ ...request, query: longestWord(String(title.get() ?? '')) }),
      ],
      // A word that no text holds has the vocabulary read for its neighbours.
      later: [() => void this.search({ ...request, query: 'qzxvkwj' })],
    };
  }

  /** Where a query's words stand in one document, in reading order. */
  findInDocument(documentId: string, query: string): FoundInDocument[] {
    const { languages } = this.figures();
    return findInDocument(this.store, this.indexes, documentId, query, languages);
  }

  /**
   * Leaves nothing on the disk of what is no longer in here: words in the index, the vocabulary and
   * free pages. A step at a time, for each takes long in a large corpus; outside any transaction.
   * @returns false where another program reads the file: its log then goes later.
   */
  *purge(): Generator<undefined, boolean, undefined> {
    for (const index of ['passage', 'translated']) {
      this.db.exec(`INSERT INTO ${index}(${index}) VALUES ('optimize')`);
      yield;
    }
    this.db.exec(`
      DELETE FROM word WHERE word NOT IN (
        SELECT term FROM passage_terms WHERE col <> 'stem'
        UNION SELECT term FROM translated_terms WHERE col <> 'stem')`);
    this.vocabulary.forget(true);
    this.changed();
    yield;
    this.db.exec('VACUUM');
    return this.db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  }

  counts(): CorpusCounts {
    const { documents, paragraphs } = this.store
      .sql('SELECT count(*) AS documents, total(paragraphs) AS paragraphs FROM document')
      .get() as { documents: number; paragraphs: number };
    const indexed = this.store
      .sql(
        `SELECT count(*) FROM block JOIN document ON document.row = block.document
         WHERE block.print IS NOT NULL AND block.twin IS NULL AND document.removed = 0`,
      )
      .pluck()
      .get();
    return { documents, paragraphs, indexed: Number(indexed) };
  }

  /** Problems of the file, as SQLite's own checks tell them; empty when all is well. */
  check(): string[] {
    const problems: string[] = [];
    const rows = this.db.pragma('integrity_check(20)', { simple: false }) as Record<
      string,
      string
    >[];
    for (const message of rows.flatMap((row) => Object.values(row))) {
      if (message !== 'ok') problems.push(message);
    }
    try {
      this.db.prepare("INSERT INTO passage(passage) VALUES ('integrity-check')").run();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!this.db.readonly) problems.push(`index: ${message}`);
    }
    return problems;
  }

  close(): void {
    this.db.close();
  }

  /** Lets a document into the index: its own paragraphs, and the settling with its copies. */
  private admit(document: DocumentRow): void {
    const members = group(this.store, document);
    const shifts = members.length > 1 ? settleTwins(this.store, members) : [];
    for (const { row, twin } of shifts) {
      if (row >= document.first && row <= document.last) continue;
      if (twin === null) this.index(row, row);
      else this.unindex(row);
    }
    this.index(document.first, document.last);
  }

  /** Takes a document out of the index; its copies then stand for themselves. */
  private dismiss(document: DocumentRow): void {
    const rows = this.store
      .sql('SELECT row FROM block WHERE row BETWEEN ? AND ? AND print IS NOT NULL AND twin IS NULL')
      .pluck()
      .all(document.first, document.last) as number[];
    for (const row of rows) this.unindex(row);
    this.store
      .sql('UPDATE block SET twin = NULL WHERE row BETWEEN ? AND ? AND twin IS NOT NULL')
      .run(document.first, document.last);
    const members = group(this.store, document).filter(({ row }) => row !== document.row);
    forgetCopies(this.store, document);
    for (const { row, twin } of settleTwins(this.store, members)) {
      if (twin === null) this.index(row, row);
    }
  }

  /** The title is found with the document's first paragraph. */
  private retitle(document: DocumentRow): void {
    const opening = this.store
      .sql(
        'SELECT row, twin FROM block WHERE row BETWEEN ? AND ? AND print IS NOT NULL ORDER BY row LIMIT 1',
      )
      .get(document.first, document.last) as { row: number; twin: number | null } | undefined;
    if (opening === undefined || opening.twin !== null) return;
    this.unindex(opening.row);
    this.index(opening.row, opening.row);
  }

  private index(first: number, last: number): void {
    const rows = this.store
      .sql(
        `SELECT block.row, block.text, block.head, block.language, document.title, document.first
         FROM block JOIN document ON document.row = block.document
         WHERE block.row BETWEEN ? AND ? AND block.print IS NOT NULL AND block.twin IS NULL`,
      )
      .all(first, last) as {
      row: number;
      text: string;
      head: string | null;
      language: string;
      title: string;
      first: number;
    }[];
    const opening = this.store
      .sql('SELECT row FROM block WHERE row >= ? AND print IS NOT NULL ORDER BY row LIMIT 1')
      .pluck()
      .get(rows[0]?.first ?? first);
    const insert = this.store.sql(
      'INSERT INTO passage(rowid, exact, stem, head) VALUES (?, ?, ?, ?)',
    );
    for (const { row, text, head, language, title } of rows) {
      const above = row === opening ? `${title}\n${head ?? ''}` : (head ?? '');
      const fields = postings(text, above, language, this.vocabulary.learn);
      insert.run(row, fields.exact, fields.stem, fields.head);
    }
  }

  private unindex(row: number): void {
    this.store.sql('DELETE FROM passage WHERE rowid = ?').run(row);
  }

  private changed(): void {
    this.known = null;
    this.indexes.clear();
    this.vocabulary.forget();
    this.searcher.forget();
    this.others.forget();
  }

  private figures(): Figures {
    if (this.known !== null) return this.known;
    const live = this.store.sql(
      `SELECT total(paragraphs) AS paragraphs, total(letters) AS letters,
         total(collection <> 'guides') AS own FROM document WHERE removed = 0`,
    );
    const { paragraphs, letters, own } = live.get() as Record<string, number>;
    const lists = this.store
      .sql('SELECT DISTINCT languages FROM document WHERE removed = 0')
      .pluck()
      .all() as string[];
    const languages = new Set([
      ...lists.flatMap((list) => list.split(',')).filter(Boolean),
      ...translationLanguages(this.store),
    ]);
    this.known = {
      vocabulary: this.vocabulary,
      thesaurus: this.thesaurus,
      languages: [...languages].sort(),
      paragraphs: paragraphs ?? 0,
      average: (letters ?? 0) / Math.max(1, paragraphs ?? 0),
      ownDocuments: (own ?? 0) > 0,
    };
    return this.known;
  }
}

function longestWord(text: string): string {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
