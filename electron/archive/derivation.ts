/**
 * Keeps the corpus in step with the library: follows each operation, and at the start catches up
 * with what a crash, a newer extractor or a deleted corpus left behind. The library never waits
 * for it; until it has caught up, `running` is true.
 */
import { anchor } from '../core/anchor/index.ts';
import type { Block, DocumentDraft } from '../core/document.ts';
import { asksForPassword, toFault } from '../core/fault.ts';
import type { Fault } from '../core/fault.ts';
import type { Operation } from '../core/operation.ts';
import type { ArchiveEvent } from '../contract/wire.ts';
import { isWhole } from '../core/recognition.ts';
import type { Recognition } from '../core/recognition.ts';
import { EXTRACTOR } from '../ingest/extractor.ts';
import type { StoredDocument, Library } from '../library/index.ts';
import type { Corpus, CorpusRecord, PlaceRow } from '../search/index.ts';
import { scannedFormat } from './ocr/fields.ts';
import type { ParserHost } from './parsers/host.ts';

/** Its tables of languages are large, and most starts read no scan. */
const recognitionDraft = () => import('../ingest/ocr/draft.ts');

/** Milliseconds one original may take when it is derived again. */
const TIMEOUT = 300_000;

export interface Derivation {
  /** True while originals are being read again. */
  readonly running: boolean;
  /** Brings the corpus up to one operation just committed. */
  follow(operation: Operation): void;
  /** Puts freshly parsed documents into the corpus, before their operation is followed. */
  adopt(record: StoredDocument, draft: DocumentDraft): void;
  /** Puts a document into the corpus that has no paragraphs, and why. */
  adoptFault(record: StoredDocument, fault: Fault): void;
  /** Reads again every original whose paragraphs are missing or stale. */
  catchUp(signal: AbortSignal): Promise<void>;
  /**
   * Reads one original again, or for the first time, whatever its paragraphs are now.
   * @returns why it has no paragraphs, or null.
   */
  readAgain(record: StoredDocument): Promise<Fault | null>;
  /** Leaves nothing on the disk of what is no longer in the library, and tells the library so. */
  purge(): Promise<void>;
  /** Where library and corpus do not agree; empty when they do. */
  disagreements(): { part: string; detail: string }[];
}

export function derivation(
  library: Library,
  corpus: Corpus,
  parsers: ParserHost,
  emit: (event: ArchiveEvent) => void,
): Derivation {
  let running = false;
  /** Documents whose older paragraphs stay until their original's password is known again. */
  const locked = new Set<string>();

  /** Resolves and stores the places of annotations, in their documents and in the copies of these. */
  function refreshPlaces(annotationIds: Iterable<string>): void {
    const read = new Map<string, Block[]>();
    const blocksOf = (documentId: string): Block[] => {
      const blocks = read.get(documentId) ?? corpus.blocks(documentId);
      read.set(documentId, blocks);
      return blocks;
    };
    for (const id of annotationIds) {
      const record = library.annotations.one(id);
      if (record === null) {
        corpus.removePlaces(id);
        continue;
      }
      const rows: PlaceRow[] = [];
      for (const documentId of [record.documentId, ...corpus.copies(record.documentId)]) {
        const blocks = blocksOf(documentId);
        for (const { selector } of record.targets) {
          const found = anchor(blocks, selector);
          if (found.state === 'orphaned') continue;
          for (const place of [found.place, ...(found.also ?? [])]) {
            rows.push({ documentId, ...place, state: found.state });
          }
        }
      }
      corpus.putPlaces(id, rows, {
        tags: record.tags,
        tagNames: record.tags.flatMap((tagId) => library.tags.one(tagId)?.name ?? []),
        body: record.body,
        kind: record.kind,
        language: record.language,
      });
    }
  }

  function refreshDocument(id: string): void {
    const record = library.documents.one(id);
    if (record === null) corpus.removeDocument(id);
    else if (corpus.state(id) !== null) corpus.updateDocument(corpusRecord(library, record));
  }

  /** Applies a document's corrections anew; its notes and those of its copies find their words. */
  function correct(id: string): void {
    const record = library.documents.one(id);
    if (record === null) return;
    const before = corpus.copies(id);
    corpus.correctDocument(corpusRecord(library, record), library.corrections.of(id));
    refreshGroup([id, ...before]);
  }

  /** Places of every annotation made on these documents or on copies of them. */
  function refreshGroup(documentIds: readonly string[]): void {
    const group = new Set(documentIds.flatMap((id) => [id, ...corpus.copies(id)]));
    refreshPlaces(library.annotations.byDocuments([...group]).map(({ id }) => id));
  }

  function refreshEverything(): void {
    const documents = corpus.documentIds();
    const annotations = new Set(library.annotations.all().map(({ id }) => id));
    for (const id of documents) {
      for (const { annotationId } of corpus.placesOf(id)) annotations.add(annotationId);
    }
    for (const id of documents) refreshDocument(id);
    refreshPlaces(annotations);
  }

  function apply(operation: Operation): void {
    const { documents, corrected, annotations } = touched(library, operation);
    for (const id of documents) refreshDocument(id);
    for (const id of corrected) correct(id);
    refreshPlaces(annotations);
  }

  /** Only the corrections are others: nothing need be read. */
  function miscorrected(record: StoredDocument): boolean {
    const mark = corpus.state(record.id)?.correctionMark;
    return mark !== undefined && mark !== library.corrections.mark(record.id);
  }

  function stale(record: StoredDocument): boolean {
    const state = corpus.state(record.id);
    return (
      state === null ||
      state.originalHash !== record.originalHash ||
      (state.extractor !== EXTRACTOR && state.fault === null) ||
      (scannedFormat(state.fault) !== null && recognitionOf(record) !== null)
    );
  }

  /** What recognition read of a scan, once it has read the whole. */
  function recognitionOf({ originalHash }: StoredDocument): Recognition | null {
    const read = library.recognitions.get(originalHash);
    return read !== null && isWhole(read) ? read : null;
  }

  async function derive(record: StoredDocument, signal: AbortSignal): Promise<Fault | null> {
    let draft: DocumentDraft | null = null;
    let fault: Fault | null = null;
    try {
      const path = library.originals.path(record.originalHash);
      const job = {
        hash: record.originalHash,
        path,
        name: record.originalName,
        timeoutMs: TIMEOUT,
      };
      // What took hours to read is never read again.
      const read = recognitionOf(record);
      draft =
        read === null
          ? await parsers.parse(job, signal)
          : (await recognitionDraft()).draftOfRecognition(read, record.format);
    } catch (error) {
      fault = toFault(error);
      if (fault.code === 'cancelled') return fault;
      const state = corpus.state(record.id);
      const hasText = state?.originalHash === record.originalHash && state.fault === null;
      if (hasText && asksForPassword(fault)) {
        locked.add(record.id);
        return fault;
      }
    }
    locked.delete(record.id);
    const now = library.documents.one(record.id);
    if (now === null) return fault;
    corpus.transaction(() => {
      corpus.putDocument(corpusRecord(library, now), draft, fault, library.corrections.of(now.id));
      refreshGroup([now.id]);
    });
    return fault;
  }

  async function purge(): Promise<void> {
    corpus.transaction(refreshEverything);
    for (const steps = corpus.purge(); ;) {
      const step = steps.next();
      if (step.done === true) {
        if (step.value) library.erasureDone();
        return;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    purge,

    get running() {
      return running;
    },

    follow(operation) {
      corpus.transaction(() => {
        apply(operation);
        corpus.appliedSeq = operation.seq;
      });
    },

    adopt(record, draft) {
      const corrections = library.corrections.of(record.id);
      // A scan that nobody has read yet is there without its text.
      const bare = draft.blocks.length === 0;
      const fault: Fault | null = bare ? { code: 'no-text', detail: draft.format } : null;
      corpus.putDocument(corpusRecord(library, record), bare ? null : draft, fault, corrections);
      refreshGroup([record.id]);
    },

    adoptFault(record, fault) {
      corpus.putDocument(corpusRecord(library, record), null, fault);
    },

    async catchUp(signal) {
      const behind = library.operationsAfter(corpus.appliedSeq);
      corpus.transaction(() => {
        // A restored backup is older than what the corpus followed: all records are taken over anew.
        if (corpus.appliedSeq > library.seq) refreshEverything();
        for (const operation of behind) apply(operation);
        for (const id of corpus.documentIds()) {
          if (library.documents.one(id) === null) corpus.removeDocument(id);
        }
        for (const record of library.documents.all()) {
          if (!stale(record) && miscorrected(record)) correct(record.id);
        }
        corpus.appliedSeq = library.seq;
      });
      if (library.erasurePending) await purge();
      const todo = library.documents.all().filter(stale);
      if (todo.length === 0) return;
      running = true;
      emit({ event: 'changed', kinds: ['library'] });
      try {
        for (const record of todo) {
          if (signal.aborted) return;
          await derive(record, signal);
          emit({ event: 'changed', kinds: ['documents', 'corpus'] });
        }
      } finally {
        running = false;
        emit({
          event: 'changed',
          kinds: ['library', 'documents', 'annotations', 'tags', 'corpus'],
        });
      }
    },

    readAgain: (record) => derive(record, new AbortController().signal),

    disagreements() {
      const problems: { part: string; detail: string }[] = [];
      if (running) return problems;
      const known = new Set(corpus.documentIds());
      for (const record of library.documents.all()) {
        if (!known.delete(record.id)) {
          problems.push({ part: 'corpus', detail: `document ${record.id} has no paragraphs` });
        } else if (!locked.has(record.id) && (stale(record) || miscorrected(record))) {
          problems.push({ part: 'corpus', detail: `document ${record.id} is out of date` });
        }
      }
      for (const id of known) {
        problems.push({ part: 'corpus', detail: `document ${id} is not in the library` });
      }
      if (corpus.appliedSeq !== library.seq) {
        const detail = `applied ${String(corpus.appliedSeq)} of ${String(library.seq)} operations`;
        problems.push({ part: 'corpus', detail });
      }
      return problems;
    },
  };
}

/** What the corpus keeps of a document's record. */
export function corpusRecord(library: Library, record: StoredDocument): CorpusRecord {
  return {
    documentId: record.id,
    originalHash: record.originalHash,
    correctionMark: library.corrections.mark(record.id),
    title: record.title,
    originalName: record.originalName,
    language: record.language,
    kind: record.kind,
    body: record.body,
    date: record.date,
    symbol: record.symbol,
    collection: record.collection,
    removed: record.removedAt !== null || library.documents.successor(record.id) !== null,
  };
}

/** Documents and annotations whose derived data an operation may have changed. */
function touched(
  library: Library,
  { changes }: Operation,
): { documents: Set<string>; corrected: Set<string>; annotations: Set<string> } {
  const documents = new Set<string>();
  const corrected = new Set<string>();
  const annotations = new Set<string>();
  for (const { record, id, before, after } of changes) {
    if (record === 'document') {
      documents.add(id);
      // The version before it leaves the list, or returns to it.
      const older = [before, after, { supersedes: library.documents.one(id)?.supersedes ?? null }];
      for (const fields of older) {
        const version = fields?.['supersedes'];
        if (typeof version === 'string') documents.add(version);
      }
    } else if (record === 'annotation') annotations.add(id);
    else if (record === 'correction') {
      const owner = after?.['document_id'] ?? before?.['document_id'];
      if (typeof owner === 'string') corrected.add(owner);
    } else if (record === 'target' || record === 'annotation-tag') {
      const owner = after?.['annotation_id'] ?? before?.['annotation_id'];
      if (typeof owner === 'string') annotations.add(owner);
    } else if (record === 'tag') {
      for (const { on, onId } of library.tags.uses([id])) {
        if (on === 'annotation') annotations.add(onId);
      }
    }
  }
  return { documents, corrected, annotations };
}
