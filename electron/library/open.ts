/**
 * Opening a library: who may write, what must be mended first (an unfinished restore, a torn
 * journal, a missing database), and when it can only be read.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FaultError } from '../core/fault.ts';
import { newestGoodBackup } from './backups.ts';
import { creation, dumpRecords } from './changes.ts';
import { write } from './commit.ts';
import { connect, connectToCopy, connectForWriting, isDamage, storageFault } from './connection.ts';
import type { Connection } from './connection.ts';
import { setAside, syncDirectory } from './disk.ts';
import { eraseAgain, finishErasure, remainder } from './erase/index.ts';
import { lastOperation } from './history.ts';
import { newIdentity, readIdentity, writeIdentity } from './identity.ts';
import type { Identity } from './identity.ts';
import { Journal } from './journal.ts';
import { Library } from './library.ts';
import type { OpenedLibrary, ReadOnlyReason } from './library.ts';
import { takeLock } from './lock.ts';
import type { Lock } from './lock.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrations.ts';
import { Originals } from './originals.ts';
import { catchUp } from './replay.ts';
import { finishRestore, restorePending } from './restore.ts';

export interface OpenOptions {
  /** Path of a SQLite binding for this runtime; needed where Node-API is older than 10. */
  readonly nativeBinding?: string | undefined;
  /** True: a library that isn't there is made. */
  readonly create?: boolean;
  /** UTC milliseconds; the system's clock where absent. */
  readonly now?: () => number;
  readonly appVersion: string;
}

/** What the steps of opening share. */
interface Opening {
  readonly folder: string;
  readonly path: string;
  readonly journal: Journal;
  readonly nativeBinding: string | undefined;
  readonly now: () => number;
  readonly appVersion: string;
}

/**
 * Opens a library for writing, or read-only where another holds it, it is newer or it is damaged.
 * @throws FaultError 'library-missing', 'library-read-only' (folder can't be written), 'disk-full'.
 */
export function openLibrary(dir: string, options: OpenOptions): Library {
  const folder = resolve(dir);
  const { nativeBinding, create = false, now = Date.now, appVersion } = options;
  const path = join(folder, 'library.db');
  const journal = new Journal(join(folder, 'journal'));
  const opening: Opening = { folder, path, journal, nativeBinding, now, appVersion };
  if (!existsSync(path) && !restorePending(folder) && !journal.exists()) {
    if (!create) throw new FaultError('library-missing');
    makeFolder(folder);
  }
  let lock: Lock | null = null;
  try {
    lock = takeLock(folder, { nativeBinding });
    return new Library(lock === null ? openBusy(opening) : openAsWriter(opening, lock));
  } catch (error) {
    lock?.release();
    throw storageFault(error);
  }
}

function openAsWriter(opening: Opening, lock: Lock): OpenedLibrary {
  const { folder, path, journal, nativeBinding, now, appVersion } = opening;
  finishRestore(folder, now());
  const wasMissing = !existsSync(path);
  // A log left by a database that is gone would be taken for the new one's.
  if (wasMissing) setAside(folder, ['library.db-wal', 'library.db-shm'], now());
  let db: Connection | null = null;
  try {
    // Looked at before the first write, by a connection that changes no setting of the file.
    db = connect(path, { nativeBinding });
    if (wasMissing) syncDirectory(folder);
    const isNewer = schemaVersion(db) > SCHEMA_VERSION;
    const damage = isNewer ? 'ok' : String(db.pragma('quick_check(1)'));
    db.close();
    if (isNewer) {
      lock.release();
      return openForReading(opening, 'library-newer', newerDetail(opening));
    }
    if (damage !== 'ok') throw new FaultError('library-damaged', damage);
    db = connectForWriting(path, { nativeBinding });
    migrate(db);
    const caught = catchUp(db, journal, folder, now());
    const identity = readIdentity(db) ?? initialise(db, now());
    writeIdentity(db, identity, appVersion);
    if (caught !== null) eraseAgain(db);
    const swept = finishErasing(opening, db);
    new Originals(folder).sweep();
    const recovered = wasMissing && caught !== null ? `library.db was missing: ${caught}` : caught;
    return { ...opening, db, identity, lock, fault: null, recovered, swept };
  } catch (error) {
    db?.close();
    if (!isDamage(error) && !(error instanceof FaultError && error.code === 'library-damaged')) {
      throw error;
    }
    lock.release();
    return openDamaged(opening, error instanceof Error ? error.message : '');
  }
}

/**
 * An erasure that was interrupted is finished before anybody reads. False where it could not be, on a
 * full disk say: that is no reason not to open, and it is tried again the next time.
 */
function finishErasing(opening: Opening, db: Connection): boolean {
  const left = remainder(db);
  if (left === null) return true;
  try {
    const steps = finishErasure({ ...opening, db }, left);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return !step.value.unfinished;
    }
  } catch {
    return false;
  }
}

/** A new library's first operation makes its author; its id is the library's. */
function initialise(db: Connection, now: number): Identity {
  const identity = newIdentity();
  const changes = creation(db, 'author', identity.authorId, { name: '' });
  write(db, identity, now, { name: 'library.create', changes, id: identity.libraryId });
  return identity;
}

function openBusy(opening: Opening): OpenedLibrary {
  try {
    return openForReading(opening, 'library-busy', '');
  } catch (error) {
    // The other one is still making it.
    throw new FaultError('library-busy', error instanceof Error ? error.message : '');
  }
}

function openForReading(opening: Opening, code: ReadOnlyReason, detail: string): OpenedLibrary {
  const db = openUnchanged(opening);
  try {
    const identity = readIdentity(db);
    if (identity === null) throw new FaultError(code, 'no history yet');
    return {
      ...opening,
      db,
      identity,
      lock: null,
      fault: { code, detail },
      recovered: null,
      swept: false,
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The file itself; where an older version made it, a copy in memory brought up to this one. */
function openUnchanged({ path, nativeBinding }: Opening): Connection {
  const db = connect(path, { nativeBinding, readOnly: true });
  try {
    const version = schemaVersion(db);
    if (version === 0 || version >= SCHEMA_VERSION) return db;
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  const copy = connectToCopy(path, { nativeBinding });
  try {
    migrate(copy);
    return copy;
  } catch (error) {
    copy.close();
    throw error;
  }
}

/** On damage: what can still be read in full, else what the journal tells, kept in memory. */
function openDamaged(opening: Opening, problem: string): OpenedLibrary {
  const { folder, nativeBinding, journal, now } = opening;
  const backup = newestGoodBackup(folder, nativeBinding);
  const detail = `${problem}; newest good backup: ${backup?.name ?? 'none'}`;
  try {
    const opened = openForReading(opening, 'library-damaged', detail);
    try {
      dumpRecords(opened.db);
      lastOperation(opened.db);
      return opened;
    } catch (error) {
      opened.db.close();
      throw error;
    }
  } catch {
    const db = connect(':memory:', { nativeBinding });
    migrate(db);
    const recovered = catchUp(db, journal, null, now());
    const identity = readIdentity(db) ?? newIdentity();
    const fault = { code: 'library-damaged', detail } as const;
    return { ...opening, db, identity, lock: null, fault, recovered, swept: false };
  }
}

function newerDetail({ path, nativeBinding }: Opening): string {
  const db = connect(path, { nativeBinding, readOnly: true });
  try {
    const row = db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'application'");
    return `schema ${String(schemaVersion(db))}, written by version ${row?.value ?? 'unknown'}`;
  } finally {
    db.close();
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new FaultError('library-missing', error instanceof Error ? error.message : '');
  }
}
