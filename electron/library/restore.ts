/**
 * Restoring a backup, and starting over from the journal: the present database is set aside, never
 * deleted, and never meets the write-ahead log of another. A cut at any step is finished or has
 * changed nothing when the library is opened next.
 */
import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FaultError } from '../core/fault.ts';
import { backupFolder, listBackups, proveGood } from './backups.ts';
import type { ConnectionOptions } from './connection.ts';
import { dropCorpus, setAside, syncDirectory, syncFile } from './disk.ts';
import { takeLock } from './lock.ts';

/** A database proved good that waits to become library.db. */
const READY = 'library.db.restoring';
const DATABASE_FILES = ['library.db', 'library.db-wal', 'library.db-shm'] as const;

export interface RestoreOptions extends Pick<ConnectionOptions, 'nativeBinding'> {
  /**
   * True: what the journal has after the backup is done again at the next opening, so nothing is
   * lost. Default: the library is what it was when the backup was made; the journal that goes
   * beyond it is set aside too.
   */
  readonly keepLater?: boolean;
  /** UTC milliseconds, for the name of the folder things are set aside in. */
  readonly now?: () => number;
}

/**
 * Puts a backup in the place of library.db. The library must be closed.
 * @throws FaultError 'not-found', 'library-busy', 'library-damaged' (the backup is), 'disk-full'.
 */
export function restoreBackup(dir: string, name: string, options: RestoreOptions = {}): void {
  const { nativeBinding, keepLater = false, now = Date.now } = options;
  const library = resolve(dir);
  if (!listBackups(library).some((backup) => backup.name === name)) {
    throw new FaultError('not-found', name);
  }
  locked(library, nativeBinding, () => {
    const copy = join(library, `${READY}.copy`);
    rmSync(copy, { force: true });
    copyFileSync(join(backupFolder(library), name), copy, constants.COPYFILE_EXCL);
    const problem = proveGood(copy, nativeBinding);
    if (problem !== null) {
      rmSync(copy, { force: true });
      throw new FaultError('library-damaged', `${name}: ${problem}`);
    }
    syncFile(copy);
    if (!keepLater) setAside(library, ['journal'], now());
    renameSync(copy, join(library, READY));
    syncDirectory(library);
    finishRestore(library, now());
  });
}

/**
 * Sets library.db aside, so that the next opening rebuilds it from the journal.
 * @throws FaultError 'library-busy', 'library-missing' where there is no journal.
 */
export function setDatabaseAside(
  dir: string,
  options: Pick<RestoreOptions, 'nativeBinding' | 'now'> = {},
): void {
  const library = resolve(dir);
  if (!existsSync(join(library, 'journal'))) throw new FaultError('library-missing', 'no journal');
  locked(library, options.nativeBinding, () => {
    setAside(library, DATABASE_FILES, (options.now ?? Date.now)());
  });
}

/** True where a restore was cut short after its point of no return. */
export function restorePending(library: string): boolean {
  return existsSync(join(library, READY));
}

/** Finishes a restore that got as far as a proved database; for the holder of the lock. */
export function finishRestore(library: string, now: number): void {
  if (!restorePending(library)) return;
  setAside(library, DATABASE_FILES, now);
  // Its place in the history may be one that this history never had.
  dropCorpus(library);
  renameSync(join(library, READY), join(library, 'library.db'));
  syncDirectory(library);
}

function locked(library: string, nativeBinding: string | undefined, work: () => void): void {
  const lock = takeLock(library, { nativeBinding });
  if (lock === null) throw new FaultError('library-busy');
  try {
    work();
  } finally {
    lock.release();
  }
}
