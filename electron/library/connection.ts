/**
 * One SQLite connection with the settings the truth needs, and the translation of SQLite's errors
 * into faults. The only file that loads the native binding.
 */
import SQLite from 'better-sqlite3';
import { FaultError } from '../core/fault.ts';

export type SqlValue = string | number | null;

export interface ConnectionOptions {
  /** Path of a binding built for this runtime; without it the package's own (Node-API 10) is used. */
  readonly nativeBinding?: string | undefined;
  readonly readOnly?: boolean;
}

/** An open database with its prepared statements; can be opened again in place. */
export class Connection {
  readonly #open: () => SQLite.Database;
  readonly #statements = new Map<string, SQLite.Statement>();
  #db: SQLite.Database;

  constructor(open: () => SQLite.Database) {
    this.#open = open;
    this.#db = open();
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  run(sql: string, ...values: SqlValue[]): void {
    this.#prepare(sql).run(...values);
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  /** First value of a pragma's answer. */
  pragma(pragma: string): unknown {
    return this.#db.pragma(pragma, { simple: true });
  }

  /** Runs the work in one immediate transaction; all of it or nothing is kept. */
  transaction<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  /** Copies the database, as it is now, to a new file. */
  async copyTo(path: string): Promise<void> {
    await this.#db.backup(path, { progress: () => 2_000 });
  }

  /** Closes and opens again: the only way to learn what a failed sync left on the disk. */
  reopen(): void {
    this.close();
    this.#db = this.#open();
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): SQLite.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Opens a file (or ':memory:') with no settings but those that every use shares. */
export function connect(path: string, options: ConnectionOptions): Connection {
  return new Connection(() => open(path, options));
}

/** Places in a database's head that say whether a log stands beside it: a copy in memory has none. */
const WAL_MARKS = [18, 19];
const NO_WAL = 1;

/** Opens what a database holds now as a copy in memory, which may be changed: the file is not. */
export function connectToCopy(
  path: string,
  { nativeBinding }: Omit<ConnectionOptions, 'readOnly'>,
): Connection {
  return new Connection(() => {
    const db = open(path, { nativeBinding, readOnly: true });
    try {
      const content = db.serialize();
      for (const mark of WAL_MARKS) content[mark] = NO_WAL;
      return new SQLite(content, nativeBinding === undefined ? {} : { nativeBinding });
    } finally {
      db.close();
    }
  });
}

/**
 * Opens a library database for writing: WAL, every commit synced, deleted content overwritten.
 * @throws FaultError 'internal' where a setting doesn't hold (a file system without shared memory).
 */
export function connectForWriting(path: string, options: ConnectionOptions): Connection {
  return new Connection(() => {
    const db = open(path, options);
    const held = (pragma: string, setting: string, answer: string | number): boolean => {
      db.pragma(`${pragma} = ${setting}`);
      return db.pragma(pragma, { simple: true }) === answer;
    };
    try {
      if (
        held('journal_mode', 'WAL', 'wal') &&
        held('synchronous', 'FULL', 2) &&
        held('secure_delete', 'ON', 1) &&
        held('foreign_keys', 'ON', 1)
      ) {
        return db;
      }
      throw new FaultError('internal', 'SQLite settings do not hold on this disk');
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/**
 * Refuses a runtime in which the package's own binary would end the process without a word.
 * @param napi Node-API version of the runtime.
 * @throws FaultError 'internal' where it is older than 10 and no binding of its own is given.
 */
export function refuseOldRuntime(
  nativeBinding: string | undefined,
  napi: string | undefined,
): void {
  if (nativeBinding === undefined && Number(napi ?? 0) < 10) {
    throw new FaultError(
      'internal',
      `SQLite needs a binding built for Node-API ${napi ?? 'of unknown version'}`,
    );
  }
}

function open(path: string, { nativeBinding, readOnly = false }: ConnectionOptions) {
  refuseOldRuntime(nativeBinding, process.versions['napi']);
  return new SQLite(path, {
    timeout: 2_000,
    readonly: readOnly,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
}

/** SQLite's or the system's error code, or ''. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** True where SQLite says that the file itself is broken. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(errorCode(error));
}

/** An error of SQLite or the file system as a fault; others unchanged. */
export function storageFault(error: unknown): unknown {
  const code = errorCode(error);
  const detail = error instanceof Error ? error.message : '';
  if (error instanceof FaultError) return error;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new FaultError('disk-full', detail);
  }
  if (isDamage(error)) return new FaultError('library-damaged', detail);
  if (code.startsWith('SQLITE_BUSY')) return new FaultError('library-busy', detail);
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN') {
    return new FaultError('library-read-only', detail);
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) return new FaultError('conflict', detail);
  return error;
}
