/**
 * The copies that a library keeps of itself: its backups, and what was set aside. Those that hold
 * what is erased are written anew without it; those that can't be are removed.
 */
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupFolder, listBackups, problemsOf } from '../backups.ts';
import { connect } from '../connection.ts';
import { syncDirectory, syncFile } from '../disk.ts';
import { Journal } from '../journal.ts';
import { scrub } from './database.ts';
import { rewriter } from './rewrite.ts';
import { allGone, traceRecords } from './traces.ts';
import type { RecordKey } from './traces.ts';

/** What became of one copy. */
export type CopyOutcome = 'untouched' | 'rewritten' | 'removed';

/** A backup while it is written anew. */
const UNDER_WAY = '.erasing';
const SIDE_FILES = ['', '-wal', '-shm', '-journal'] as const;

/** Names of the backups, after sweeping what an interrupted erasure left. */
export function backupsToScrub(library: string): string[] {
  const folder = backupFolder(library);
  if (!existsSync(folder)) return [];
  for (const name of readdirSync(folder)) {
    if (name.includes(UNDER_WAY) || name.startsWith('unproved.db')) rmSync(join(folder, name));
  }
  return listBackups(library).map(({ name }) => name);
}

/** Erases records from one backup. */
export function scrubBackup(
  library: string,
  name: string,
  seeds: readonly RecordKey[],
  nativeBinding: string | undefined,
): CopyOutcome {
  const folder = backupFolder(library);
  const path = join(folder, name);
  const copy = path + UNDER_WAY;
  copyFileSync(path, copy);
  const outcome = scrubFile(copy, seeds, nativeBinding);
  if (outcome === 'rewritten') {
    syncFile(copy);
    renameSync(copy, path);
  } else if (outcome === 'removed') rmSync(path);
  removeDatabase(copy);
  syncDirectory(folder);
  return outcome;
}

/** Folders in which something was set aside. */
export function foldersSetAside(library: string): string[] {
  const folder = join(library, 'set-aside');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory());
}

/** Erases records from what was set aside in one folder. */
export function scrubSetAside(
  folder: string,
  seeds: readonly RecordKey[],
  nativeBinding: string | undefined,
): CopyOutcome[] {
  const outcomes: CopyOutcome[] = [];
  const database = join(folder, 'library.db');
  if (existsSync(database)) {
    const outcome = scrubFile(database, seeds, nativeBinding);
    if (outcome === 'removed') removeDatabase(database);
    outcomes.push(outcome);
  } else if (SIDE_FILES.some((suffix) => existsSync(database + suffix))) {
    // A log without its database: nobody can say what it holds.
    removeDatabase(database);
    outcomes.push('removed');
  }
  const journal = join(folder, 'journal');
  if (existsSync(journal)) outcomes.push(scrubJournal(journal, seeds));
  return outcomes;
}

function scrubFile(
  path: string,
  seeds: readonly RecordKey[],
  nativeBinding: string | undefined,
): CopyOutcome {
  try {
    const db = connect(path, { nativeBinding });
    try {
      if (db.pragma('journal_mode = DELETE') !== 'delete') return 'removed';
      db.pragma('secure_delete = ON');
      const { rewritten } = db.transaction(() => scrub(db, seeds));
      if (rewritten === 0) return 'untouched';
      db.exec('VACUUM');
      return problemsOf(db).length === 0 ? 'rewritten' : 'removed';
    } finally {
      db.close();
    }
  } catch {
    return 'removed';
  }
}

function scrubJournal(folder: string, seeds: readonly RecordKey[]): CopyOutcome {
  const journal = new Journal(folder);
  const { operations, damaged } = journal.operations();
  const traces = traceRecords(operations);
  const rewrite = rewriter(traces, allGone(traces, seeds));
  const told = operations.map(rewrite);
  const beside = readdirSync(folder).some((name) => name.includes('.damaged-'));
  const same = told.every((operation, index) => operation === operations[index]);
  if (same && damaged === 0 && !beside) return 'untouched';
  journal.rewrite(told);
  return 'rewritten';
}

function removeDatabase(path: string): void {
  for (const suffix of SIDE_FILES) rmSync(path + suffix, { force: true });
}
