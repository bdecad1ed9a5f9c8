/**
 * Backups of library.db: copies that were opened and checked in full before they count, the newest
 * few of which are kept.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FaultError } from '../core/fault.ts';
import { connect, storageFault } from './connection.ts';
import type { Connection } from './connection.ts';
import { syncDirectory, syncFile } from './disk.ts';
import { lastSeq } from './history.ts';

/** Backups kept; older ones go when a new one is proved good. */
const KEPT = 7;
const DAY = 86_400_000;
/** `library-20260131T235959999Z-42.db`: when it was made, and the last operation it holds. */
const NAME = /^library-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-(\d+)\.db$/;

export interface BackupFile {
  readonly name: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** Sequence number of the last operation in it. */
  readonly seq: number;
}

export interface BackupSource {
  readonly folder: string;
  readonly db: Connection;
  readonly nativeBinding: string | undefined;
  readonly now: () => number;
}

/** Folder of a library's backups. */
export function backupFolder(library: string): string {
  return join(library, 'backups');
}

/** Backups of a library, newest first. */
export function listBackups(library: string): BackupFile[] {
  const folder = backupFolder(library);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = NAME.exec(name);
      if (match === null) return [];
      const [year, month, day, hour, minute, second, millis, seq] = match.slice(1).map(Number);
      const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, millis);
      return [{ name, at, bytes: statSync(join(folder, name)).size, seq: seq ?? 0 }];
    })
    .sort((a, b) => b.at - a.at || b.seq - a.seq);
}

/** Newest backup that passes a full check, or null. */
export function newestGoodBackup(
  library: string,
  nativeBinding: string | undefined,
): BackupFile | null {
  const folder = backupFolder(library);
  return (
    listBackups(library).find(
      ({ name }) => proveGood(join(folder, name), nativeBinding) === null,
    ) ?? null
  );
}

/** Makes a backup now. @throws FaultError 'backup-failed', 'disk-full'. */
export async function makeBackup(source: BackupSource): Promise<BackupFile> {
  const { folder: library, db, nativeBinding, now } = source;
  const folder = backupFolder(library);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, 'unproved.db');
  removeDatabase(temporary);
  try {
    await db.copyTo(temporary);
    const problem = proveGood(temporary, nativeBinding);
    if (problem !== null) throw new FaultError('backup-failed', problem);
    const copy = connect(temporary, { nativeBinding, readOnly: true });
    const seq = lastSeq(copy);
    copy.close();
    syncFile(temporary);
    const at = freeMoment(library, now());
    const name = `library-${new Date(at).toISOString().replace(/[-:.]/g, '')}-${String(seq)}.db`;
    renameSync(temporary, join(folder, name));
    syncDirectory(folder);
    for (const old of listBackups(library).slice(KEPT)) rmSync(join(folder, old.name));
    return { name, at, seq, bytes: statSync(join(folder, name)).size };
  } catch (error) {
    removeDatabase(temporary);
    const fault = storageFault(error);
    if (fault instanceof FaultError) throw fault;
    throw new FaultError('backup-failed', error instanceof Error ? error.message : '');
  }
}

/** Makes a backup where the newest is a day old and something changed since; else null. */
export async function backupIfDue(source: BackupSource): Promise<BackupFile | null> {
  const newest = listBackups(source.folder)[0];
  const due =
    newest === undefined
      ? lastSeq(source.db) > 1
      : source.now() - newest.at >= DAY && lastSeq(source.db) !== newest.seq;
  return due ? makeBackup(source) : null;
}

/** What is wrong with a database file, or null. Leaves it as one single file, without a WAL. */
export function proveGood(path: string, nativeBinding: string | undefined): string | null {
  let db: Connection;
  try {
    db = connect(path, { nativeBinding });
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be opened';
  }
  try {
    if (db.pragma('journal_mode = DELETE') !== 'delete') return 'its journal mode does not hold';
    return problemsOf(db)[0] ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  } finally {
    db.close();
  }
}

/** What SQLite's full checks find wrong; empty where all is well. */
export function problemsOf(db: Connection): string[] {
  const integrity = db
    .all<{ integrity_check: string }>('PRAGMA integrity_check(20)')
    .map((row) => row.integrity_check)
    .filter((text) => text !== 'ok');
  const dangling = db
    .all<{ table: string; parent: string }>('PRAGMA foreign_key_check')
    .map(({ table, parent }) => `${table}: a row refers to a missing ${parent}`);
  return [...integrity, ...dangling];
}

/** Names sort by time only if no two backups are made in the same millisecond. */
function freeMoment(library: string, now: number): number {
  const taken = new Set(listBackups(library).map(({ at }) => at));
  while (taken.has(now)) now += 1;
  return now;
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
