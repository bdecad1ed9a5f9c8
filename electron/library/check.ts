/**
 * The full check of a library: the database's own, the history done again and compared with the
 * records, the journal line by line, the originals byte by byte.
 */
import type { Fault } from '../core/fault.ts';
import type { Operation } from '../core/operation.ts';
import { problemsOf } from './backups.ts';
import { dumpRecords } from './changes.ts';
import { connect } from './connection.ts';
import type { Connection } from './connection.ts';
import { countOperations, operationsAfter } from './history.ts';
import type { Journal } from './journal.ts';
import { migrate } from './migrations.ts';
import type { Recognitions } from './ocr.ts';
import type { Originals } from './originals.ts';
import { replay } from './replay.ts';

export interface LibraryCheck {
  readonly ok: boolean;
  readonly problems: readonly { readonly part: string; readonly detail: string }[];
  readonly documents: number;
  readonly operations: number;
  /** Originals read and compared with their name. */
  readonly originals: number;
}

interface Checked {
  readonly db: Connection;
  readonly journal: Journal;
  readonly nativeBinding: string | undefined;
  readonly fault: Fault | null;
}

/** Checks everything. Finds, never mends; never throws for what it finds. */
export async function checkLibrary(
  library: Checked,
  originals: Originals,
  recognitions: Recognitions,
): Promise<LibraryCheck> {
  const { db, journal, nativeBinding } = library;
  const problems: { part: string; detail: string }[] = [];
  const note = (part: string, details: readonly string[]): void => {
    problems.push(...details.map((detail) => ({ part, detail })));
  };
  const attempt = <T>(part: string, work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      note(part, [error instanceof Error ? error.message : String(error)]);
      return otherwise;
    }
  };
  // Then it may not be the damaged file that is looked at below.
  if (library.fault?.code === 'library-damaged') note('database', [library.fault.detail]);
  note(
    'database',
    attempt('database', () => problemsOf(db), []),
  );
  note(
    'history',
    attempt('history', () => historyProblems(db, nativeBinding), []),
  );
  note(
    'journal',
    attempt(
      'journal',
      () => journalProblems(db, journal, library.fault?.code === 'library-busy'),
      [],
    ),
  );
  const { checked, damaged } = await originals.verify();
  note(
    'originals',
    damaged.map((hash) => `${hash}: content differs`),
  );
  note(
    'originals',
    attempt('originals', () => missingOriginals(db, originals), []),
  );
  note(
    'ocr',
    recognitions.damaged().map((hash) => `${hash}: cannot be read`),
  );
  const documents = attempt('database', () => countDocuments(db), 0);
  const operations = attempt('history', () => countOperations(db), 0);
  return { ok: problems.length === 0, problems, documents, operations, originals: checked };
}

/** Where the records are not what the history makes of them. */
function historyProblems(db: Connection, nativeBinding: string | undefined): string[] {
  const again = connect(':memory:', { nativeBinding });
  try {
    migrate(again);
    replay(again, operationsAfter(db, 0));
    const expected = dumpRecords(again);
    return Object.entries(dumpRecords(db))
      .filter(([kind, rows]) => JSON.stringify(rows) !== JSON.stringify(expected[kind]))
      .map(([kind]) => `${kind} records differ from the history`);
  } finally {
    again.close();
  }
}

/**
 * Damaged lines, and operations that the journal lacks or tells otherwise.
 * @param moving true: another process writes meanwhile, so either may be ahead of the other.
 */
function journalProblems(db: Connection, journal: Journal, moving: boolean): string[] {
  const problems: string[] = [];
  const told = new Map<string, Operation>();
  const lines = [...journal.lines()];
  for (const [index, { file, line, operation }] of lines.entries()) {
    if (operation !== null) told.set(operation.id, operation);
    else if (!moving || index < lines.length - 1) {
      problems.push(`${file}, line ${String(line)}: damaged`);
    }
  }
  const operations = operationsAfter(db, 0);
  const lastTold = lines.findLast(({ operation }) => operation !== null)?.operation?.seq ?? 0;
  for (const operation of operations) {
    const line = told.get(operation.id);
    told.delete(operation.id);
    if (moving && operation.seq > lastTold) continue;
    if (line === undefined) problems.push(`operation ${String(operation.seq)} is missing`);
    else if (JSON.stringify(line) !== JSON.stringify(operation)) {
      problems.push(`operation ${String(operation.seq)} differs`);
    }
  }
  const only = [...told.values()].filter(
    ({ seq }) => !moving || seq <= (operations.at(-1)?.seq ?? 0),
  );
  if (only.length > 0) problems.push(`${String(only.length)} operations are in the journal only`);
  return problems;
}

function missingOriginals(db: Connection, originals: Originals): string[] {
  return db
    .all<{ hash: string }>('SELECT DISTINCT original_hash AS hash FROM document ORDER BY hash')
    .filter(({ hash }) => !originals.has(hash))
    .map(({ hash }) => `${hash}: missing`);
}

function countDocuments(db: Connection): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM document')?.n ?? 0;
}
