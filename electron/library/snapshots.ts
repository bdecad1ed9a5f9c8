/** Codebooks kept from earlier days, and suggestions of tags that were refused. */
import type { Connection } from './connection.ts';

export interface StoredSnapshot {
  readonly id: string;
  readonly name: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly tags: number;
}

/** A tag as it was, by its fields as a record has them. */
export interface StoredSnapshotTag {
  readonly tagId: string;
  readonly fields: Readonly<Record<string, string | number | null>>;
}

export interface StoredDismissal {
  readonly id: string;
  readonly tagId: string;
  readonly documentId: string;
  readonly paragraphId: string;
}

export class Snapshots {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** Newest first. */
  all(): StoredSnapshot[] {
    return this.#db.all<StoredSnapshot>(
      `SELECT id, name, at,
         (SELECT count(*) FROM snapshot_tag WHERE snapshot_id = snapshot.id) AS tags
       FROM snapshot ORDER BY at DESC, id DESC`,
    );
  }

  /** The tags of one. */
  tags(id: string): StoredSnapshotTag[] {
    return this.#db
      .all<{ tagId: string; fields: string }>(
        'SELECT tag_id AS tagId, fields FROM snapshot_tag WHERE snapshot_id = ? ORDER BY id',
        id,
      )
      .map(({ tagId, fields }) => ({
        tagId,
        fields: JSON.parse(fields) as StoredSnapshotTag['fields'],
      }));
  }

  /** Every suggestion refused. */
  dismissals(): StoredDismissal[] {
    return this.#db.all<StoredDismissal>(
      `SELECT id, tag_id AS tagId, document_id AS documentId, paragraph_id AS paragraphId
       FROM dismissal ORDER BY id`,
    );
  }
}
