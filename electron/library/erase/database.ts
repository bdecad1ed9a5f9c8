/**
 * Erasing records from one database: its tables, its history, and what it keeps beside that. What
 * is on the disk afterwards may still hold the words in free pages, until it is rewritten whole.
 */
import { createHash } from 'node:crypto';
import type { Operation, RecordChange, RecordKind } from '../../core/operation.ts';
import type { Connection } from '../connection.ts';
import { operationsAfter } from '../history.ts';
import { tableOf } from '../records.ts';
import { rewriter, standIn } from './rewrite.ts';
import { allGone, keyOf, orphanedOriginals, traceRecords } from './traces.ts';
import type { RecordKey, Traces } from './traces.ts';

/** What was erased from a database. */
export interface Scrubbed {
  readonly records: readonly RecordKey[];
  /** Originals that no record of the history names any more. */
  readonly hashes: readonly string[];
  /** How many operations were told otherwise before. */
  readonly rewritten: number;
}

/** Erases records and all that hangs on them; inside the caller's transaction. */
export function scrub(db: Connection, seeds: readonly RecordKey[]): Scrubbed {
  const operations = operationsAfter(db, 0);
  const traces = traceRecords(operations);
  const gone = allGone(traces, seeds);
  const records = [...gone].map(keyParts);
  const tables = tablesOf(db);
  const told = new Set(erasedBefore(db).map(({ record, id }) => keyOf(record, id)));
  // Checked when the transaction ends: the order of records is free.
  db.exec('PRAGMA defer_foreign_keys = ON');
  for (const { record, id } of records) {
    const table = tableOf(record);
    if (tables.has(table)) db.run(`DELETE FROM ${table} WHERE id = ?`, id);
    if (told.has(keyOf(record, id))) continue;
    db.run('DELETE FROM tombstone WHERE record = ? AND id = ?', record, id);
  }
  closeRanks(db, traces, gone);
  forgetDocuments(db, traces, gone, tables);
  const rewritten = rewriteHistory(db, operations, rewriter(traces, gone));
  return { records, hashes: orphanedOriginals(traces, gone), rewritten };
}

/** The changes of the operation that tells of an erasure: which records, and nothing else of them. */
export function erasureChanges(records: readonly RecordKey[]): RecordChange[] {
  return records.map(({ record, id }) => ({ record, id, before: null, after: null, base: null }));
}

/** Records that the history's own erasures name. */
export function erasedBefore(db: Connection): RecordKey[] {
  return db
    .all<{ record: RecordKind; id: string }>(
      `SELECT change.value ->> 'record' AS record, change.value ->> 'id' AS id
       FROM operation, json_each(changes) AS change WHERE operation.name = 'erase'`,
    )
    .map(({ record, id }) => ({ record, id }));
}

/** Name under which an erased document's file is remembered, so that following a folder passes it over. */
export function erasedFileKey(key: string, size: number, modified: number): string {
  const sum = createHash('sha256').update(`${key}\n${String(size)}\n${String(modified)}`);
  return `erased:${sum.digest('hex')}`;
}

/** Versions that followed an erased one follow the one before it. */
function closeRanks(db: Connection, traces: Traces, gone: ReadonlySet<string>): void {
  const rows = db.all<{ id: string; supersedes: string }>(
    'SELECT id, supersedes FROM document WHERE supersedes IS NOT NULL',
  );
  for (const { id, supersedes } of rows) {
    const next = standIn(traces, gone, 'document', supersedes);
    if (next !== supersedes) {
      db.run('UPDATE document SET supersedes = ? WHERE id = ?', asText(next), id);
    }
  }
}

/** Places read and files seen: kept beside the history, by document. */
function forgetDocuments(
  db: Connection,
  traces: Traces,
  gone: ReadonlySet<string>,
  tables: ReadonlySet<string>,
): void {
  const hashes = new Set(orphanedOriginals(traces, gone));
  const ids = [...traces.values()]
    .filter(({ record, id }) => record === 'document' && gone.has(keyOf(record, id)))
    .map(({ id }) => id);
  if (ids.length === 0) return;
  const list = JSON.stringify(ids);
  for (const table of ['"place"', '"original_place"']) {
    if (!tables.has(table)) continue;
    db.run(`DELETE FROM ${table} WHERE document_id IN (SELECT value FROM json_each(?))`, list);
  }
  if (!tables.has('"source"')) return;
  const rows = db.all<{ key: string; hash: string; size: number; modified: number; at: number }>(
    `SELECT key, hash, size, modified, seen_at AS at FROM source
     WHERE document_id IN (SELECT value FROM json_each(?))
       OR hash IN (SELECT value FROM json_each(?))`,
    list,
    JSON.stringify([...hashes]),
  );
  for (const { key, hash, size, modified, at } of rows) {
    db.run('DELETE FROM source WHERE key = ? AND hash = ?', key, hash);
    db.run(
      'INSERT OR REPLACE INTO source VALUES (?, ?, ?, NULL, NULL, 0, 0, ?, NULL)',
      ...[erasedFileKey(key, size, modified), 'erased', '', at],
    );
  }
}

function rewriteHistory(
  db: Connection,
  operations: readonly Operation[],
  rewrite: (operation: Operation) => Operation,
): number {
  let rewritten = 0;
  for (const operation of operations) {
    const told = rewrite(operation);
    if (told === operation || JSON.stringify(told) === JSON.stringify(operation)) continue;
    rewritten += 1;
    db.run(
      'UPDATE operation SET name = ?, subject = ?, changes = ?, reverts = ? WHERE seq = ?',
      told.name,
      told.subject,
      JSON.stringify(told.changes),
      told.reverts,
      told.seq,
    );
  }
  return rewritten;
}

/** Names of the tables there are, quoted as `tableOf` does: an older copy lacks some. */
function tablesOf(db: Connection): Set<string> {
  const rows = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  return new Set(rows.map(({ name }) => `"${name}"`));
}

function keyParts(key: string): RecordKey {
  const [record = '', id = ''] = key.split(' ');
  return { record: record as RecordKind, id };
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
