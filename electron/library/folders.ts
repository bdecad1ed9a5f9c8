/** Folders that the library follows, and what the last look at each found. */
import type { Connection } from './connection.ts';

export interface StoredFolder {
  readonly id: string;
  /** Absolute path. */
  readonly path: string;
  /** UTC milliseconds. */
  readonly addedAt: number;
}

/** The last look at a folder: no part of the history. */
export interface StoredLook {
  /** UTC milliseconds. */
  readonly at: number;
  /** What was found, as one JSON text that only the archive reads. */
  readonly found: string;
}

export class Folders {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** All folders, in the order they were added. */
  all(): StoredFolder[] {
    return this.#db.all<StoredFolder>(
      'SELECT id, path, added_at AS addedAt FROM folder ORDER BY added_at, id',
    );
  }

  /** The last look at a folder, or null. */
  look(id: string): StoredLook | null {
    return this.#db.get<StoredLook>('SELECT at, found FROM look WHERE folder_id = ?', id) ?? null;
  }

  /** Remembers a look. */
  putLook(id: string, { at, found }: StoredLook): void {
    this.#db.run('INSERT OR REPLACE INTO look VALUES (?, ?, ?)', id, at, found);
  }
}
