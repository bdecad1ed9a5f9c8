/** Documents as the library keeps them: metadata and the address of the original. */
import type { Format, Kind, Language } from '../core/document.ts';
import type { Connection } from './connection.ts';

export interface StoredDocument {
  readonly id: string;
  /** SHA-256, hex. */
  readonly originalHash: string;
  readonly originalName: string;
  readonly format: Format;
  readonly title: string;
  readonly language: Language;
  readonly kind: Kind;
  readonly body: string;
  readonly date: string;
  readonly symbol: string;
  readonly collection: string;
  /** Document this one is a newer version of, or null. */
  readonly supersedes: string | null;
  /** UTC milliseconds. */
  readonly addedAt: number;
  /** UTC milliseconds since when it lies in the bin, or null. */
  readonly removedAt: number | null;
  /** Ids of the tags on the document as a whole. */
  readonly tags: readonly string[];
  /** Fields of the reader's own by name: country, theme. */
  readonly own: Readonly<Record<string, string>>;
}

type Row = Omit<StoredDocument, 'tags' | 'own'> & { readonly tags: string; readonly own: string };

const SELECT = `
  SELECT id, original_hash AS originalHash, original_name AS originalName, format, title, language,
    kind, body, date, symbol, collection, supersedes, added_at AS addedAt, removed_at AS removedAt,
    (SELECT json_group_array(tag_id) FROM document_tag WHERE document_id = document.id) AS tags,
    (SELECT json_group_object(name, value ORDER BY name) FROM document_field
     WHERE document_id = document.id) AS own
  FROM document`;

export class Documents {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** All documents, those in the bin too, in the order they were added. */
  all(): StoredDocument[] {
    return this.#db.all<Row>(`${SELECT} ORDER BY added_at, id`).map(toDocument);
  }

  /** One document, in the bin or not, or null. */
  one(id: string): StoredDocument | null {
    const row = this.#db.get<Row>(`${SELECT} WHERE id = ?`, id);
    return row === undefined ? null : toDocument(row);
  }

  /** Ids of documents that a newer version, which is not in the bin, took the place of. */
  superseded(): Set<string> {
    const rows = this.#db.all<{ id: string }>(
      'SELECT supersedes AS id FROM document WHERE supersedes IS NOT NULL AND removed_at IS NULL',
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The next newer version of a document, or null. */
  successor(id: string): StoredDocument | null {
    const row = this.#db.get<Row>(
      `${SELECT} WHERE supersedes = ? AND removed_at IS NULL ORDER BY added_at, id LIMIT 1`,
      id,
    );
    return row === undefined ? null : toDocument(row);
  }

  /** Fields of a document that the reader set by hand, as named in its record. */
  editedFields(id: string): Set<string> {
    const rows = this.#db.all<{ name: string }>(
      `SELECT DISTINCT field.key AS name
       FROM operation, json_each(changes) AS change, json_each(change.value, '$.after') AS field
       WHERE operation.name = 'documents.edit' AND change.value ->> 'id' = ?`,
      id,
    );
    return new Set(rows.map(({ name }) => name));
  }

  /** Id of the record of a document's own field, or null. */
  ownField(documentId: string, name: string): string | null {
    const row = this.#db.get<{ id: string }>(
      'SELECT id FROM document_field WHERE document_id = ? AND name = ?',
      documentId,
      name,
    );
    return row?.id ?? null;
  }

  /** Documents of an original, oldest first, those in the bin too. */
  byHash(hash: string): StoredDocument[] {
    return this.#db
      .all<Row>(`${SELECT} WHERE original_hash = ? ORDER BY added_at, id`, hash)
      .map(toDocument);
  }
}

function toDocument(row: Row): StoredDocument {
  return {
    ...row,
    tags: JSON.parse(row.tags) as string[],
    own: JSON.parse(row.own) as Record<string, string>,
  };
}
