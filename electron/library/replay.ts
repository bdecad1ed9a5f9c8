/**
 * Rebuilding records from operations: what the journal knows and library.db doesn't is done again,
 * in order, in one transaction.
 */
import type { Operation } from '../core/operation.ts';
import { forceChanges } from './changes.ts';
import type { Connection } from './connection.ts';
import { dropCorpus, setAside } from './disk.ts';
import { lastOperation, operationAt, putOperation } from './history.ts';
import type { Journal } from './journal.ts';

/**
 * Does again what the journal has more than the database. A journal that tells another history is
 * set aside (the database is the truth) and will be written anew.
 * @param folder the library's, or null: then nothing on disk is touched.
 * @returns what was done, in technical words, or null.
 */
export function catchUp(
  db: Connection,
  journal: Journal,
  folder: string | null,
  now: number,
): string | null {
  const last = lastOperation(db)?.operation ?? null;
  const told = folder === null ? null : readLast(journal);
  if (folder !== null) {
    if (told === null) return null;
    if (told.seq <= (last?.seq ?? 0)) {
      const own = operationAt(db, told.seq);
      // No row: a later save of the same visit took its place.
      if (own === null || own.id === told.id) return null;
      return setJournalAside(journal, folder, now);
    }
  }
  const { operations, damaged } = journal.operations();
  if (last !== null && !operations.some(({ id }) => id === last.id)) {
    return folder === null ? null : setJournalAside(journal, folder, now);
  }
  const later = operations.filter(({ seq }) => seq > (last?.seq ?? 0));
  const lost = replay(db, later);
  if (folder !== null && damaged + lost > 0) dropCorpus(folder);
  return (
    `${String(later.length)} operations taken from the journal` +
    (damaged > 0 ? `, ${String(damaged)} damaged lines` : '') +
    (lost > 0 ? `, ${String(lost)} changes lost` : '')
  );
}

/**
 * Applies operations to the records and writes them to the history.
 * @returns how many record changes could not be done, because an earlier line is missing.
 */
export function replay(db: Connection, operations: readonly Operation[]): number {
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    return db.transaction(() => {
      let lost = 0;
      for (const operation of operations) {
        lost += forceChanges(db, operation.changes, operation.clock);
        putOperation(db, operation, null);
      }
      return lost + dropDangling(db);
    });
  } finally {
    db.exec('PRAGMA foreign_keys = ON');
  }
}

/** Records that hang on one which could not be rebuilt have no meaning: they are left out. */
function dropDangling(db: Connection): number {
  let dropped = 0;
  for (;;) {
    const rows = db.all<{ table: string; rowid: number }>('PRAGMA foreign_key_check');
    if (rows.length === 0) return dropped;
    for (const { table, rowid } of rows) {
      db.run(`DELETE FROM "${table}" WHERE rowid = ?`, rowid);
    }
    dropped += rows.length;
  }
}

/** The journal's last operation; null too where it can't be read now: that is tried again later. */
function readLast(journal: Journal): Operation | null {
  try {
    return journal.last();
  } catch {
    return null;
  }
}

function setJournalAside(journal: Journal, folder: string, now: number): string {
  setAside(folder, ['journal'], now);
  journal.forget();
  return 'the journal told another history and was set aside';
}
