/**
 * Erasing for good, from the point of no return to the last trace on the disk. The database changes
 * first, in one transaction that also notes what is still to be done; whatever interrupts the rest,
 * the next opening finishes it.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { tick } from '../../core/clock.ts';
import { FaultError } from '../../core/fault.ts';
import type { Operation } from '../../core/operation.ts';
import { applyChanges } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { lastOperation, operationsAfter, putOperation } from '../history.ts';
import type { Identity } from '../identity.ts';
import type { Journal } from '../journal.ts';
import { uuidv7 } from '../uuid.ts';
import { backupsToScrub, foldersSetAside, scrubBackup, scrubSetAside } from './copies.ts';
import type { CopyOutcome } from './copies.ts';
import { erasedBefore, erasureChanges, scrub } from './database.ts';
import { allGone, keyOf, traceRecords } from './traces.ts';
import type { RecordKey } from './traces.ts';

export { erasedFileKey } from './database.ts';

/** What is still to be removed from the disk. */
export interface Remainder {
  readonly records: readonly RecordKey[];
  /** Originals, by SHA-256. */
  readonly hashes: readonly string[];
}

/** What became of the library's copies of itself. */
export interface ErasureReport {
  readonly backupsRewritten: number;
  readonly backupsRemoved: number;
  readonly asideRewritten: number;
  readonly asideRemoved: number;
  /** True: another program reads the library, so that its log goes at the next opening. */
  readonly unfinished: boolean;
}

/** What the steps work on. */
export interface ErasedLibrary {
  readonly folder: string;
  readonly db: Connection;
  readonly journal: Journal;
  readonly nativeBinding: string | undefined;
}

const KEY = 'erasing';

/**
 * Erases records from the database in one transaction, with the operation that tells which they
 * were. @throws FaultError 'not-found' where a record is not there.
 */
export function beginErasure(
  db: Connection,
  who: Identity,
  now: number,
  seeds: readonly RecordKey[],
): Operation {
  return db.transaction(() => {
    const { records, hashes } = scrub(db, seeds);
    const last = lastOperation(db)?.operation ?? null;
    const operation: Operation = {
      seq: (last?.seq ?? 0) + 1,
      id: uuidv7(now),
      replica: who.replica,
      author: who.authorId,
      clock: tick(last?.clock ?? null, now, who.replica),
      name: 'erase',
      subject: '',
      changes: erasureChanges(records),
      reverts: null,
    };
    applyChanges(db, operation.changes, operation.clock);
    putOperation(db, operation, null);
    note(db, { records, hashes });
    return operation;
  });
}

/** Erases again what a rebuilt or restored database brought back, as its history says. */
export function eraseAgain(db: Connection): void {
  const before = erasedBefore(db);
  if (before.length === 0) return;
  db.transaction(() => {
    const { records, hashes, rewritten } = scrub(db, before);
    if (rewritten > 0) note(db, { records, hashes });
  });
}

/** What an erasure has still to do, or null. */
export function remainder(db: Connection): Remainder | null {
  const row = db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', KEY);
  return row === undefined ? null : (JSON.parse(row.value) as Remainder);
}

/** Nothing of it is left. */
export function forgetRemainder(db: Connection): void {
  db.run('DELETE FROM meta WHERE key = ?', KEY);
}

/**
 * Removes what is left on the disk, a step at a time, each of which may be done twice. Yields after
 * each, so that whoever waits meanwhile is answered.
 */
export function* finishErasure(
  { folder, db, journal, nativeBinding }: ErasedLibrary,
  { records, hashes }: Remainder,
): Generator<undefined, ErasureReport, undefined> {
  for (const hash of hashes) {
    for (const place of ['originals', 'ocr']) rmSync(join(folder, place, hash), { force: true });
    rmSync(join(folder, 'ocr', `${hash}.new`), { force: true });
  }
  yield;
  journal.rewrite(operationsAfter(db, 0));
  yield;
  const backups: CopyOutcome[] = [];
  for (const name of backupsToScrub(folder)) {
    backups.push(scrubBackup(folder, name, records, nativeBinding));
    yield;
  }
  const aside: CopyOutcome[] = [];
  for (const path of foldersSetAside(folder)) {
    aside.push(...scrubSetAside(path, records, nativeBinding));
    yield;
  }
  db.exec('VACUUM');
  const unfinished = db.pragma('wal_checkpoint(TRUNCATE)') !== 0;
  const count = (outcomes: readonly CopyOutcome[], wanted: CopyOutcome): number =>
    outcomes.filter((outcome) => outcome === wanted).length;
  return {
    backupsRewritten: count(backups, 'rewritten'),
    backupsRemoved: count(backups, 'removed'),
    asideRewritten: count(aside, 'rewritten'),
    asideRemoved: count(aside, 'removed'),
    unfinished,
  };
}

/** How many records of each kind would go; see `Library.wouldErase`. */
export function countGone(
  db: Connection,
  seeds: readonly RecordKey[],
): ReadonlyMap<string, number> {
  const traces = traceRecords(operationsAfter(db, 0));
  const gone = allGone(traces, seeds);
  const counts = new Map<string, number>();
  const count = (kind: string): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [key, { record, fields, live }] of traces) {
    if (!live || !gone.has(key)) continue;
    count(record);
    if (record === 'annotation' && fields.get('kind') === 'tagging') count('tagging');
    const owner = record === 'annotation-tag' ? 'annotation' : 'document';
    const stays = !gone.has(keyOf(owner, String(fields.get(`${owner}_id`))));
    if ((record === 'annotation-tag' || record === 'document-tag') && stays) count('withdrawn');
  }
  return counts;
}

/** @throws FaultError 'not-found' where one is not in the library. */
export function needRecords(db: Connection, seeds: readonly RecordKey[]): void {
  for (const { record, id } of seeds) {
    if (db.get(`SELECT 1 FROM "${record}" WHERE id = ?`, id) === undefined) {
      throw new FaultError('not-found', record);
    }
  }
}

function note(db: Connection, { records, hashes }: Remainder): void {
  const before = remainder(db);
  const all: Remainder = {
    records: [...(before?.records ?? []), ...records],
    hashes: [...(before?.hashes ?? []), ...hashes],
  };
  db.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', KEY, JSON.stringify(all));
}
