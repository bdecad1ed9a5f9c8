/**
 * Where files were last seen on this computer's disks, and as which document they came in. An
 * observation, not an act: kept beside the history, since undoing must not forget what was seen,
 * and since paths mean nothing on another computer. Lost with library.db, it is seen anew.
 */
import type { Connection } from './connection.ts';
import { erasedFileKey } from './erase/index.ts';

/** One content that a path had. */
export interface Source {
  /** The path in one spelling, see `pathKey`. */
  readonly key: string;
  /** SHA-256, hex; '' where the file could not be read. */
  readonly hash: string;
  /** Absolute path as the system wrote it. */
  readonly path: string;
  /** Document it came in as, which may have left the library since; null: none did. */
  readonly documentId: string | null;
  /** Code of the fault with which it was refused, or null. */
  readonly fault: string | null;
  /** Bytes. */
  readonly size: number;
  /** Last change of the file, UTC milliseconds. */
  readonly modified: number;
  /** UTC milliseconds. */
  readonly seenAt: number;
  /** UTC milliseconds since when the file is gone, or null. */
  readonly missingAt: number | null;
}

const SELECT = `
  SELECT key, hash, path, document_id AS documentId, fault, size, modified, seen_at AS seenAt,
    missing_at AS missingAt
  FROM source`;

/** The row that tells what a path holds now. */
const LATEST = 'seen_at = (SELECT max(seen_at) FROM source AS later WHERE later.key = source.key)';

export class Sources {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** What a path held, newest first. */
  ofPath(key: string): Source[] {
    return this.#db.all<Source>(`${SELECT} WHERE key = ? ORDER BY seen_at DESC`, key);
  }

  /** What each path in a folder holds, as last seen. @param prefix the folder's key, its separator too. */
  below(prefix: string): Source[] {
    return this.#db.all<Source>(
      `${SELECT} WHERE key >= ? AND key < ? AND ${LATEST}`,
      prefix,
      `${prefix}\u{10ffff}`,
    );
  }

  /** How many paths in a folder hold a document of the library. */
  countBelow(prefix: string): number {
    const row = this.#db.get<{ count: number }>(
      `SELECT count(*) AS count FROM source JOIN document ON document.id = document_id
       WHERE key >= ? AND key < ? AND missing_at IS NULL AND ${LATEST}`,
      prefix,
      `${prefix}\u{10ffff}`,
    );
    return row?.count ?? 0;
  }

  /** True where the file as it is now came in once and was erased for good. */
  wasErased(key: string, size: number, modified: number): boolean {
    const sum = erasedFileKey(key, size, modified);
    return this.#db.get('SELECT 1 FROM source WHERE key = ?', sum) !== undefined;
  }

  /** Paths that hold this content now, as last seen. */
  holding(hash: string): Source[] {
    return this.#db.all<Source>(`${SELECT} WHERE hash = ? AND ${LATEST}`, hash);
  }

  /** Ids of documents whose every file is gone. */
  missingDocuments(): Set<string> {
    const rows = this.#db.all<{ id: string }>(
      `SELECT document_id AS id FROM source
       WHERE document_id IN (SELECT document_id FROM source WHERE missing_at IS NOT NULL)
         AND ${LATEST}
       GROUP BY document_id HAVING count(missing_at) = count(*)`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Notes what was seen; it is then the newest of its path. All rows or none. */
  put(rows: readonly Omit<Source, 'missingAt'>[]): void {
    if (rows.length === 0) return;
    this.#db.transaction(() => {
      for (const row of rows) {
        const before = this.ofPath(row.key)[0]?.seenAt ?? 0;
        this.#db.run(
          'INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)',
          row.key,
          row.hash,
          row.path,
          row.documentId,
          row.fault,
          row.size,
          row.modified,
          Math.max(row.seenAt, before + 1),
        );
      }
    });
  }

  /** Notes that files are gone. @param at UTC milliseconds. */
  markMissing(keys: readonly string[], at: number): void {
    this.#db.transaction(() => {
      const sql = `UPDATE source SET missing_at = ? WHERE key = ? AND missing_at IS NULL`;
      for (const key of keys) this.#db.run(sql, at, key);
    });
  }

  /** Notes that a file is there again as it was. */
  markThere(keys: readonly string[]): void {
    this.#db.transaction(() => {
      for (const key of keys)
        this.#db.run('UPDATE source SET missing_at = NULL WHERE key = ?', key);
    });
  }

  /** Forgets paths: their content was found elsewhere. */
  forget(keys: readonly string[]): void {
    this.#db.transaction(() => {
      for (const key of keys) this.#db.run('DELETE FROM source WHERE key = ?', key);
    });
  }
}
