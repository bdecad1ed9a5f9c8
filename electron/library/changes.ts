/**
 * How record changes meet the tables: reading a record, building changes from what is stored,
 * applying them with a check that the record is still as the change expects it.
 */
import { FaultError } from '../core/fault.ts';
import { RECORDS } from '../core/operation.ts';
import type { Fields, FieldValue, RecordChange, RecordKind } from '../core/operation.ts';
import type { Connection } from './connection.ts';
import { checkFields, completeFields, DEPENDENTS, tableOf } from './records.ts';
import { isUuid } from './uuid.ts';

type Row = Record<string, FieldValue>;

/** A record as stored: its fields and the clock of its last change. */
export interface StoredRecord {
  readonly fields: Fields;
  readonly version: string;
}

/** One record, or null. */
export function readRecord(db: Connection, record: RecordKind, id: string): StoredRecord | null {
  const row = db.get<Row>(`SELECT * FROM ${tableOf(record)} WHERE id = ?`, id);
  if (row === undefined) return null;
  const { id: _, version, ...fields } = row;
  return { fields, version: String(version) };
}

/** Clock of a record's last change, its deletion included; null when it never was. */
export function recordVersion(db: Connection, record: RecordKind, id: string): string | null {
  const live = db.get<Row>(`SELECT version FROM ${tableOf(record)} WHERE id = ?`, id);
  const row =
    live ?? db.get<Row>('SELECT version FROM tombstone WHERE record = ? AND id = ?', record, id);
  return row === undefined ? null : String(row['version']);
}

/** The change that creates a record. @throws FaultError 'bad-input'. */
export function creation(
  db: Connection,
  record: RecordKind,
  id: string,
  fields: Fields,
): RecordChange[] {
  if (!isUuid(id)) throw new FaultError('bad-input', `${record}: id is no UUID`);
  const after = completeFields(record, fields);
  return [{ record, id, before: null, after, base: recordVersion(db, record, id) }];
}

/** The change that sets fields; none where nothing differs. @throws FaultError 'not-found'. */
export function update(
  db: Connection,
  record: RecordKind,
  id: string,
  fields: Fields,
): RecordChange[] {
  const stored = readRecord(db, record, id);
  if (stored === null) throw new FaultError('not-found', record);
  const before: Record<string, FieldValue> = {};
  const after: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(checkFields(record, fields))) {
    const old = stored.fields[name] ?? null;
    if (old === value) continue;
    before[name] = old;
    after[name] = value;
  }
  if (Object.keys(after).length === 0) return [];
  return [{ record, id, before, after, base: stored.version }];
}

/**
 * The changes that remove a record and all that hangs on it, dependents first.
 * @param seen records already on the list; what is there is not listed again.
 * @throws FaultError 'not-found'.
 */
export function removal(
  db: Connection,
  record: RecordKind,
  id: string,
  seen = new Set<string>(),
): RecordChange[] {
  const stored = readRecord(db, record, id);
  if (stored === null) throw new FaultError('not-found', record);
  const key = `${record} ${id}`;
  if (seen.has(key)) return [];
  seen.add(key);
  const changes = DEPENDENTS[record].flatMap(([kind, field]) =>
    db
      .all<{ id: string }>(`SELECT id FROM ${tableOf(kind)} WHERE ${field} = ? ORDER BY id`, id)
      .flatMap((row) => removal(db, kind, row.id, seen)),
  );
  return [...changes, { record, id, before: stored.fields, after: null, base: stored.version }];
}

/**
 * Applies changes inside the caller's transaction.
 * @throws FaultError 'conflict' where a record is not as the change expects it.
 */
export function applyChanges(
  db: Connection,
  changes: readonly RecordChange[],
  clock: string,
): void {
  // Checked when the transaction ends: within one operation the order of records is free.
  db.exec('PRAGMA defer_foreign_keys = ON');
  for (const change of changes) {
    if (!matches(db, change)) {
      throw new FaultError('conflict', `${change.record} was changed meanwhile`);
    }
    write(db, change, clock);
  }
}

/**
 * Applies changes whatever the records look like: for rebuilding from the journal, where a damaged
 * line must not take later ones with it. Returns how many changes found no record to change.
 */
export function forceChanges(
  db: Connection,
  changes: readonly RecordChange[],
  clock: string,
): number {
  let lost = 0;
  for (const change of changes) {
    const { record, id, after } = change;
    const exists = readRecord(db, record, id) !== null;
    if (after === null || change.before === null) write(db, change, clock, 'INSERT OR REPLACE');
    else if (exists) write(db, change, clock);
    else lost += 1;
  }
  return lost;
}

/** Changes with the base they would have if they were made now. */
export function rebase(db: Connection, changes: readonly RecordChange[]): RecordChange[] {
  return changes.map((change) => ({
    ...change,
    base: recordVersion(db, change.record, change.id),
  }));
}

/** Every record, tombstones included, in a fixed order: for comparing two libraries. */
export function dumpRecords(db: Connection): Record<string, readonly Row[]> {
  const dump: Record<string, readonly Row[]> = {};
  for (const record of RECORDS) {
    dump[record] = db.all<Row>(`SELECT * FROM ${tableOf(record)} ORDER BY id`);
  }
  dump['tombstone'] = db.all<Row>('SELECT * FROM tombstone ORDER BY record, id');
  return dump;
}

function matches(db: Connection, { record, id, before, base }: RecordChange): boolean {
  if (recordVersion(db, record, id) !== base) return false;
  const stored = readRecord(db, record, id);
  if (before === null || stored === null) return before === null && stored === null;
  return Object.keys(before).every(
    (name) => (stored.fields[name] ?? null) === (before[name] ?? null),
  );
}

function write(
  db: Connection,
  { record, id, before, after }: RecordChange,
  clock: string,
  insert: 'INSERT' | 'INSERT OR REPLACE' = 'INSERT',
): void {
  const table = tableOf(record);
  if (after === null) {
    db.run(`DELETE FROM ${table} WHERE id = ?`, id);
    db.run('INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?)', record, id, clock);
    return;
  }
  // What comes from a journal line is checked too: names become part of the statement, and a line
  // written by an older version lacks the fields that came later.
  const fields = before === null ? completeFields(record, after) : checkFields(record, after);
  const names = Object.keys(fields);
  const values = names.map((name) => fields[name] ?? null);
  if (before === null) {
    const columns = ['id', ...names.map((name) => `"${name}"`), 'version'];
    const marks = columns.map(() => '?').join(', ');
    db.run(
      `${insert} INTO ${table} (${columns.join(', ')}) VALUES (${marks})`,
      id,
      ...values,
      clock,
    );
    db.run('DELETE FROM tombstone WHERE record = ? AND id = ?', record, id);
  } else {
    const sets = [...names.map((name) => `"${name}" = ?`), 'version = ?'].join(', ');
    db.run(`UPDATE ${table} SET ${sets} WHERE id = ?`, ...values, clock, id);
  }
}
