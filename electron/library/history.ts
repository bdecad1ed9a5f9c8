/**
 * The `operation` table: the library's history in the order it happened, and how the saves of one
 * visit to a note become one entry of it.
 */
import { historyState } from '../core/operation.ts';
import type { HistoryState, Operation, OperationName, RecordChange } from '../core/operation.ts';
import type { Connection } from './connection.ts';

/** A line of the history as people read it. */
export interface HistoryLine {
  readonly seq: number;
  readonly id: string;
  readonly name: OperationName;
  readonly subject: string;
  /** Id of the author record. */
  readonly author: string;
  readonly clock: string;
  readonly reverts: string | null;
}

type OperationRow = Omit<Operation, 'changes'> & { changes: string; visit: string | null };

const COLUMNS = 'seq, id, replica, author, clock, name, subject, changes, reverts, visit';
/** Operations looked at before the whole history is read to find what can be undone. */
const TAIL = 400;

/** The last operation with the visit it belongs to, or null. */
export function lastOperation(
  db: Connection,
): { readonly operation: Operation; readonly visit: string | null } | null {
  const row = db.get<OperationRow>(`SELECT ${COLUMNS} FROM operation ORDER BY seq DESC LIMIT 1`);
  return row === undefined ? null : { operation: toOperation(row), visit: row.visit };
}

/** Sequence number of the last operation; 0 before the first. */
export function lastSeq(db: Connection): number {
  return db.get<{ seq: number }>('SELECT ifnull(max(seq), 0) AS seq FROM operation')?.seq ?? 0;
}

/** One operation by id, or null. */
export function operationById(db: Connection, id: string): Operation | null {
  const row = db.get<OperationRow>(`SELECT ${COLUMNS} FROM operation WHERE id = ?`, id);
  return row === undefined ? null : toOperation(row);
}

/** The operation at a place in the history, or null. */
export function operationAt(db: Connection, seq: number): Operation | null {
  const row = db.get<OperationRow>(`SELECT ${COLUMNS} FROM operation WHERE seq = ?`, seq);
  return row === undefined ? null : toOperation(row);
}

/** Operations later than a sequence number, oldest first. */
export function operationsAfter(db: Connection, seq: number, limit = -1): Operation[] {
  return db
    .all<OperationRow>(
      `SELECT ${COLUMNS} FROM operation WHERE seq > ? ORDER BY seq LIMIT ?`,
      seq,
      limit,
    )
    .map(toOperation);
}

/** Number of operations in the history. */
export function countOperations(db: Connection): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM operation')?.n ?? 0;
}

/** Writes an operation; one of the same id is replaced. */
export function putOperation(db: Connection, operation: Operation, visit: string | null): void {
  const { seq, id, replica, author, clock, name, subject, changes, reverts } = operation;
  db.run('DELETE FROM operation WHERE id = ?', id);
  db.run(
    `INSERT INTO operation (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    seq,
    id,
    replica,
    author,
    clock,
    name,
    subject,
    JSON.stringify(changes),
    reverts,
    visit,
  );
}

/** Latest lines of the history, newest first. */
export function historyLines(db: Connection, limit: number): HistoryLine[] {
  return db.all<HistoryLine>(
    `SELECT seq, id, name, subject, author, clock, reverts FROM operation
     ORDER BY seq DESC LIMIT ?`,
    limit,
  );
}

/** What can be undone and redone now. */
export function readHistoryState(db: Connection): HistoryState {
  const tail = undoLines(db, TAIL);
  const state = historyState(tail);
  if (tail.length < TAIL) return state;
  const known = new Set(tail.map(({ id }) => id));
  const cut = tail.some(({ reverts }) => reverts !== null && !known.has(reverts));
  return cut || state.undo === null ? historyState(undoLines(db, -1)) : state;
}

/** True where both lists only edit records that exist: then they can be one operation. */
export function canJoin(earlier: readonly RecordChange[], later: readonly RecordChange[]): boolean {
  return [...earlier, ...later].every(({ before, after }) => before !== null && after !== null);
}

/** True where the later list only edits what the earlier one created: it is then created so. */
export function goesOn(earlier: readonly RecordChange[], later: readonly RecordChange[]): boolean {
  const key = ({ record, id }: RecordChange): string => `${record} ${id}`;
  const created = new Set(earlier.filter(({ before }) => before === null).map(key));
  const onlyCreates = earlier.every(({ before, after }) => before === null && after !== null);
  return (
    onlyCreates &&
    later.every(
      (change) => change.before !== null && change.after !== null && created.has(key(change)),
    )
  );
}

/**
 * Two lists of edits as one: the first `before` and the last `after` of each field. A record whose
 * fields came back to what they were stays on the list, empty, since its version did change.
 */
export function joinChanges(
  earlier: readonly RecordChange[],
  later: readonly RecordChange[],
): RecordChange[] {
  const joined = new Map<string, RecordChange>();
  for (const change of [...earlier, ...later]) {
    const key = `${change.record} ${change.id}`;
    const first = joined.get(key);
    joined.set(key, first === undefined ? change : joinTwo(first, change));
  }
  return [...joined.values()];
}

function joinTwo(first: RecordChange, second: RecordChange): RecordChange {
  if (first.before === null) return { ...first, after: { ...first.after, ...second.after } };
  const before = { ...second.before, ...first.before };
  const after = { ...first.after, ...second.after };
  for (const name of Object.keys(after)) {
    if (before[name] === after[name]) {
      delete before[name];
      delete after[name];
    }
  }
  return { ...first, before, after };
}

function undoLines(db: Connection, limit: number): HistoryLine[] {
  return db
    .all<HistoryLine>(
      `SELECT seq, id, name, subject, author, clock, reverts FROM operation
       ORDER BY seq DESC LIMIT ?`,
      limit,
    )
    .reverse();
}

function toOperation({ visit: _, changes, ...rest }: OperationRow): Operation {
  return { ...rest, changes: JSON.parse(changes) as RecordChange[] };
}
