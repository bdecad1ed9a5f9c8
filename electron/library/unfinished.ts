/** Imports that have begun and not ended: what a crash leaves is taken up again from here. */
import type { Connection } from './connection.ts';

export interface UnfinishedImport {
  readonly id: string;
  /** What was asked, as one JSON text that only the archive reads. */
  readonly order: string;
  /** UTC milliseconds. */
  readonly begunAt: number;
  /** How many times it was begun. */
  readonly attempts: number;
}

export class UnfinishedImports {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** All of them, oldest first. */
  all(): UnfinishedImport[] {
    return this.#db.all<UnfinishedImport>(
      'SELECT id, "order", begun_at AS begunAt, attempts FROM unfinished ORDER BY begun_at, id',
    );
  }

  /** Notes that an import begins, once more where it is there already. */
  put({ id, order, begunAt }: Omit<UnfinishedImport, 'attempts'>): void {
    this.#db.run(
      `INSERT INTO unfinished VALUES (?, ?, ?, 1)
       ON CONFLICT (id) DO UPDATE SET attempts = attempts + 1`,
      id,
      order,
      begunAt,
    );
  }

  /** Notes that an import was interrupted in good order: that is no failed attempt. */
  rest(id: string): void {
    this.#db.run('UPDATE unfinished SET attempts = 0 WHERE id = ?', id);
  }

  /** Forgets an import that ended. */
  remove(id: string): void {
    this.#db.run('DELETE FROM unfinished WHERE id = ?', id);
  }
}
