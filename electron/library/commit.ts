/**
 * The order of writes: an operation is first in library.db with its changes, in one transaction,
 * and then in the journal; only then is it acknowledged.
 */
import { tick } from '../core/clock.ts';
import { FaultError } from '../core/fault.ts';
import type { Operation, OperationName, RecordChange } from '../core/operation.ts';
import { applyChanges } from './changes.ts';
import { errorCode, storageFault } from './connection.ts';
import type { Connection } from './connection.ts';
import {
  canJoin,
  goesOn,
  joinChanges,
  lastOperation,
  operationById,
  operationsAfter,
  putOperation,
} from './history.ts';
import type { Identity } from './identity.ts';
import type { Journal } from './journal.ts';
import { tableOf } from './records.ts';
import { uuidv7 } from './uuid.ts';

/** An operation to be made. */
export interface Intent {
  readonly name: OperationName;
  /** For the history; may be ''. */
  readonly subject?: string;
  readonly changes: readonly RecordChange[];
  /** One editing visit: saves of the same visit are one entry in the history, its first making too. */
  readonly visit?: string | undefined;
  readonly reverts?: string;
  /** Id of the operation; a new one where absent. */
  readonly id?: string;
}

/**
 * Writes one operation into the database: the first half of a commit.
 * @throws FaultError 'conflict', 'disk-full', 'bad-input' …; then nothing was changed.
 */
export function write(db: Connection, who: Identity, now: number, intent: Intent): Operation {
  const last = lastOperation(db);
  const { name, subject = '', changes, visit = null, reverts = null } = intent;
  const joins =
    visit !== null &&
    last?.visit === visit &&
    ((last.operation.name === name && canJoin(last.operation.changes, changes)) ||
      goesOn(last.operation.changes, changes));
  const operation: Operation = {
    seq: (last?.operation.seq ?? 0) + 1,
    id: joins ? last.operation.id : (intent.id ?? uuidv7(now)),
    replica: who.replica,
    author: who.authorId,
    clock: tick(last?.operation.clock ?? null, now, who.replica),
    name: joins ? last.operation.name : name,
    subject: joins ? last.operation.subject : subject,
    changes: joins ? joinChanges(last.operation.changes, changes) : changes,
    reverts,
  };
  try {
    db.transaction(() => {
      applyChanges(db, changes, operation.clock);
      if (joins) stamp(db, operation);
      putOperation(db, operation, visit);
    });
  } catch (error) {
    if (!errorCode(error).startsWith('SQLITE_IOERR')) throw storageFault(error);
    // After a failed sync nobody knows what the disk holds: look, and never write it twice.
    db.reopen();
    if (operationById(db, operation.id)?.clock !== operation.clock) {
      throw new FaultError('internal', errorCode(error));
    }
  }
  return operation;
}

/**
 * Appends to the journal what the database has more: the second half of a commit.
 * @returns false where the journal can't be written now; the change itself stands.
 */
export function appendPending(db: Connection, journal: Journal): boolean {
  try {
    const operations = operationsAfter(db, journal.last()?.seq ?? 0);
    if (operations.length > 0) journal.append(operations);
    return true;
  } catch {
    return false;
  }
}

/** Every record of a joined operation carries its clock, as it would after a replay. */
function stamp(db: Connection, { changes, clock }: Operation): void {
  for (const { record, id } of changes) {
    db.run(`UPDATE ${tableOf(record)} SET version = ? WHERE id = ?`, clock, id);
  }
}
