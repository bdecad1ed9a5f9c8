/**
 * One open library: the door to its records, history, originals and backups. How it is opened, and
 * what is mended on the way, is known to `open.ts`.
 */
import { FaultError } from '../core/fault.ts';
import type { Fault } from '../core/fault.ts';
import { invert } from '../core/operation.ts';
import type {
  Fields,
  HistoryState,
  Operation,
  RecordChange,
  RecordKind,
} from '../core/operation.ts';
import { Annotations } from './annotations.ts';
import { backupIfDue, listBackups, makeBackup } from './backups.ts';
import type { BackupFile } from './backups.ts';
import { creation, rebase, removal, update } from './changes.ts';
import { checkLibrary } from './check.ts';
import { Colours } from './colours.ts';
import type { LibraryCheck } from './check.ts';
import { appendPending, write } from './commit.ts';
import type { Intent } from './commit.ts';
import type { Connection } from './connection.ts';
import { Corrections } from './corrections.ts';
import { Documents } from './documents.ts';
import {
  beginErasure,
  countGone,
  finishErasure,
  forgetRemainder,
  needRecords,
  remainder,
} from './erase/index.ts';
import type { ErasureReport } from './erase/index.ts';
import { Folders } from './folders.ts';
import {
  historyLines,
  lastSeq,
  operationById,
  operationsAfter,
  readHistoryState,
} from './history.ts';
import type { HistoryLine } from './history.ts';
import type { Identity } from './identity.ts';
import type { Journal } from './journal.ts';
import type { Lock } from './lock.ts';
import { Recognitions } from './ocr.ts';
import { Originals } from './originals.ts';
import { Places } from './places.ts';
import type { StoredOriginalPlace, StoredPlace } from './places.ts';
import type { FieldsOf, NewFieldsOf } from './records.ts';
import { Sheets } from './sheets.ts';
import { Snapshots } from './snapshots.ts';
import { Sources } from './sources.ts';
import { Tags } from './tags.ts';
import { UnfinishedImports } from './unfinished.ts';

/** A record that a person can ask to erase for good. */
export interface ErasableRecord {
  readonly record: 'annotation' | 'tag' | 'document';
  readonly id: string;
}

export type ReadOnlyReason = 'library-busy' | 'library-newer' | 'library-damaged';

/** What `open.ts` hands over. */
export interface OpenedLibrary {
  readonly folder: string;
  readonly db: Connection;
  readonly journal: Journal;
  readonly identity: Identity;
  /** Null: read-only. */
  readonly lock: Lock | null;
  /** Why it is read-only, in data; null when writable. */
  readonly fault: (Fault & { readonly code: ReadOnlyReason }) | null;
  readonly recovered: string | null;
  /** False: what an interrupted erasure left on the disk could not all be removed. */
  readonly swept: boolean;
  readonly nativeBinding: string | undefined;
  readonly now: () => number;
}

export class Library {
  readonly documents: Documents;
  readonly annotations: Annotations;
  readonly tags: Tags;
  readonly folders: Folders;
  readonly sheets: Sheets;
  readonly colours: Colours;
  readonly snapshots: Snapshots;
  readonly sources: Sources;
  readonly unfinished: UnfinishedImports;
  readonly corrections: Corrections;
  readonly originals: Originals;
  readonly recognitions: Recognitions;
  readonly #opened: OpenedLibrary;
  readonly #places: Places;
  #journalPending = false;
  #backup: Promise<unknown> = Promise.resolve();
  #swept: boolean;
  #state: { readonly seq: number; readonly state: HistoryState } | null = null;

  constructor(opened: OpenedLibrary) {
    this.#opened = opened;
    this.documents = new Documents(opened.db);
    this.annotations = new Annotations(opened.db);
    this.tags = new Tags(opened.db);
    this.folders = new Folders(opened.db);
    this.sheets = new Sheets(opened.db);
    this.colours = new Colours(opened.db);
    this.snapshots = new Snapshots(opened.db);
    this.sources = new Sources(opened.db);
    this.unfinished = new UnfinishedImports(opened.db);
    this.corrections = new Corrections(opened.db);
    this.originals = new Originals(opened.folder);
    this.recognitions = new Recognitions(opened.folder);
    this.#places = new Places(opened.db);
    this.#swept = opened.swept;
    if (opened.lock !== null) this.retryJournal();
  }

  /** Absolute path of the library's folder. */
  get folder(): string {
    return this.#opened.folder;
  }

  get libraryId(): string {
    return this.#opened.identity.libraryId;
  }

  /** Why nothing can be changed, or null: the library is writable. */
  get readOnly(): ReadOnlyReason | null {
    return this.#opened.fault?.code ?? null;
  }

  /** The same with its detail (on damage: what is broken, and the newest good backup). */
  get fault(): Fault | null {
    return this.#opened.fault;
  }

  /** What was mended when it was opened, in technical words, or null. */
  get recovered(): string | null {
    return this.#opened.recovered;
  }

  /** True while an acknowledged change waits for its journal line. */
  get journalPending(): boolean {
    return this.#journalPending;
  }

  /** Sequence number of the last operation. */
  get seq(): number {
    return lastSeq(this.#opened.db);
  }

  /** The person who writes here; the name is '' until given. */
  author(): { readonly id: string; readonly name: string } {
    const id = this.#opened.identity.authorId;
    const row = this.#opened.db.get<{ name: string }>('SELECT name FROM author WHERE id = ?', id);
    return { id, name: row?.name ?? '' };
  }

  /** True where an author record of this id is there: the reader's own, or another's. */
  hasAuthor(id: string): boolean {
    return this.#opened.db.get('SELECT 1 FROM author WHERE id = ?', id) !== undefined;
  }

  /** The changes (here: one) that create a record. Changes nothing yet. */
  create<R extends RecordKind>(record: R, id: string, fields: NewFieldsOf<R>): RecordChange[] {
    return creation(this.#opened.db, record, id, fields as Fields);
  }

  /** The changes (one, or none where nothing differs) that set fields. Changes nothing yet. */
  update<R extends RecordKind>(record: R, id: string, fields: FieldsOf<R>): RecordChange[] {
    return update(this.#opened.db, record, id, fields as Fields);
  }

  /** The changes that remove records with all that hangs on them. Changes nothing yet. */
  remove(record: RecordKind, ids: string | readonly string[]): RecordChange[] {
    const seen = new Set<string>();
    return [ids].flat().flatMap((id) => removal(this.#opened.db, record, id, seen));
  }

  /**
   * Makes one operation of the changes: on disk, in the history and in the journal when it returns.
   * Null where there is nothing to change.
   * @throws FaultError 'library-read-only', 'conflict', 'disk-full', 'bad-input'.
   */
  commit(intent: Intent): Operation | null {
    this.#refuseReadOnly();
    if (intent.changes.length === 0) return null;
    const { db, identity, now, journal } = this.#opened;
    this.originals.settle();
    const operation = write(db, identity, now(), intent);
    this.#journalPending = !appendPending(db, journal);
    return operation;
  }

  /** Tries again to write what waits for the journal. True where nothing waits any more. */
  retryJournal(): boolean {
    const { db, journal, lock } = this.#opened;
    if (lock !== null) this.#journalPending = !appendPending(db, journal);
    return !this.#journalPending;
  }

  /**
   * Takes the last act back, or the one with this id where later ones don't build on it.
   * @throws FaultError 'nothing-to-undo', 'conflict'.
   */
  undo(id?: string): Operation {
    return this.#revert('undo', id);
  }

  /** Does again what was last undone. @throws FaultError 'nothing-to-undo', 'conflict'. */
  redo(): Operation {
    return this.#revert('redo');
  }

  /** What can be undone and redone now. */
  historyState(): HistoryState {
    const seq = this.seq;
    if (this.#state?.seq !== seq) {
      this.#state = { seq, state: readHistoryState(this.#opened.db) };
    }
    return this.#state.state;
  }

  /** Latest operations, newest first. */
  history(limit: number): HistoryLine[] {
    return historyLines(this.#opened.db, limit);
  }

  /** Whole operations later than a sequence number, oldest first. */
  operationsAfter(seq: number): Operation[] {
    return operationsAfter(this.#opened.db, seq);
  }

  /** Where the reader left off in a document, or null. */
  place(documentId: string): StoredPlace | null {
    return this.#places.get(documentId);
  }

  /** Remembers where the reader left off; nothing happens in a read-only library. */
  setPlace(documentId: string, place: StoredPlace): void {
    if (this.#opened.lock !== null) this.#places.put(documentId, place, this.#opened.now());
  }

  /** Where the reader left off in the pages of a document's original, or null. */
  originalPlace(documentId: string): StoredOriginalPlace | null {
    return this.#places.original(documentId);
  }

  /** Remembers a place in an original; a read-only library forgets it. */
  setOriginalPlace(documentId: string, place: StoredOriginalPlace): void {
    if (this.#opened.lock === null) return;
    this.#places.putOriginal(documentId, place, this.#opened.now());
  }

  /** Makes a verified copy of library.db. @throws FaultError 'backup-failed'. */
  async backup(): Promise<BackupFile> {
    this.#refuseReadOnly();
    return this.#after(() => makeBackup(this.#opened));
  }

  /** The daily backup: made where something changed since the last, and that is a day old. */
  async backupIfDue(): Promise<BackupFile | null> {
    if (this.#opened.lock === null) return null;
    return this.#after(() => backupIfDue(this.#opened));
  }

  /**
   * Erases records and all that hangs on them, for good: from the records and their history at once,
   * then from the journal, originals, backups and what was set aside. What was derived is not the
   * library's: `erasureDone` says that it is gone there too.
   * @throws FaultError 'library-read-only', 'not-found'; then nothing was erased. 'disk-full' and
   *   others may come later: then the rest is done at the next opening.
   */
  async erase(
    records: readonly ErasableRecord[],
    /** Told as soon as the records are gone, before the disk is. */
    committed: (operation: Operation) => void = () => undefined,
  ): Promise<ErasureReport> {
    this.#refuseReadOnly();
    return this.#after(async () => {
      const { db, identity, now, journal } = this.#opened;
      needRecords(db, records);
      const operation = beginErasure(db, identity, now(), records);
      this.#swept = false;
      this.#journalPending = !appendPending(db, journal);
      committed(operation);
      const steps = finishErasure(this.#opened, remainder(db) ?? { records: [], hashes: [] });
      for (;;) {
        const step = steps.next();
        if (step.done === true) {
          this.#swept = !step.value.unfinished;
          return step.value;
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  }

  /**
   * What an erasure would take away, in numbers by kind of record; 'tagging': annotations that only
   * carry tags; 'withdrawn': tags taken off what stays. @throws FaultError 'not-found'.
   */
  wouldErase(records: readonly ErasableRecord[]): ReadonlyMap<string, number> {
    needRecords(this.#opened.db, records);
    return countGone(this.#opened.db, records);
  }

  /** True while something erased may still stand in what was derived or in a log. */
  get erasurePending(): boolean {
    return remainder(this.#opened.db) !== null;
  }

  /** Nothing of what was erased is left in what was derived. */
  erasureDone(): void {
    if (this.#opened.lock === null || !this.#swept || !this.erasurePending) return;
    forgetRemainder(this.#opened.db);
    // Its row named ids alone, but a log is not left behind for the next one.
    this.#opened.db.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** Backups there are, newest first. */
  backups(): BackupFile[] {
    return listBackups(this.#opened.folder);
  }

  /** Checks database, history, journal and originals in full. */
  async check(): Promise<LibraryCheck> {
    return checkLibrary(this.#opened, this.originals, this.recognitions);
  }

  /** Closes the files and frees the library for another writer. */
  close(): void {
    this.#opened.db.close();
    this.#opened.lock?.release();
  }

  #revert(name: 'undo' | 'redo', id = this.historyState()[name]?.id): Operation {
    this.#refuseReadOnly();
    const { db } = this.#opened;
    const act = id === undefined ? null : operationById(db, id);
    if (act === null) throw new FaultError('nothing-to-undo', name);
    const changes = name === 'undo' ? invert(act.changes) : act.changes;
    const operation = this.commit({
      name,
      subject: act.subject,
      changes: rebase(db, changes),
      reverts: act.id,
    });
    if (operation === null) throw new FaultError('nothing-to-undo', name);
    return operation;
  }

  /** One after the other: a backup that is being copied would keep what is erased meanwhile. */
  async #after<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#backup;
    const done = before.catch(() => undefined).then(work);
    this.#backup = done.catch(() => undefined);
    return done;
  }

  #refuseReadOnly(): void {
    if (this.#opened.lock === null) throw new FaultError('library-read-only', this.readOnly ?? '');
  }
}
