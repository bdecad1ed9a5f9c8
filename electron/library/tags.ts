/** The tree of tags, how often each is used, and the links from tags to annotations and documents. */
import type { TagFields } from '../core/tag.ts';
import type { Connection } from './connection.ts';

export interface StoredTag extends TagFields {
  readonly id: string;
  readonly parentId: string | null;
  /** 1: kept where it is used, no longer offered. */
  readonly archived: 0 | 1;
  /** Annotations that carry this very tag, those on documents in the bin left out. */
  readonly passages: number;
  /** Documents that carry this very tag as a whole, those in the bin left out. */
  readonly documents: number;
}

/** One use of a tag: the link's own id, and what carries the tag. */
export interface TagLink {
  readonly id: string;
  readonly tagId: string;
  readonly on: 'annotation' | 'document';
  /** Id of the annotation or document. */
  readonly onId: string;
}

/** A tag on an annotation, or on a whole document (`annotationId` null). */
export interface LiveUse {
  readonly tagId: string;
  readonly annotationId: string | null;
  readonly documentId: string;
}

const SELECT = `
  SELECT id, parent_id AS parentId, name, name_fr AS nameFr, name_en AS nameEn, colour,
    description, include, exclude, example, memo, rule, archived, scheme, code, position,
    (SELECT count(*) FROM annotation_tag
       JOIN annotation ON annotation.id = annotation_id
       JOIN document ON document.id = annotation.document_id
     WHERE tag_id = tag.id AND document.removed_at IS NULL) AS passages,
    (SELECT count(*) FROM document_tag JOIN document ON document.id = document_id
     WHERE tag_id = tag.id AND document.removed_at IS NULL) AS documents
  FROM tag`;

const LINKS = `
  SELECT id, tag_id AS tagId, 'annotation' AS "on", annotation_id AS onId FROM annotation_tag
  UNION ALL
  SELECT id, tag_id AS tagId, 'document' AS "on", document_id AS onId FROM document_tag`;

export class Tags {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** All tags, siblings in their order. */
  all(): StoredTag[] {
    return this.#db.all<StoredTag>(`${SELECT} ORDER BY position, name, id`);
  }

  /** One tag, or null. */
  one(id: string): StoredTag | null {
    return this.#db.get<StoredTag>(`${SELECT} WHERE id = ?`, id) ?? null;
  }

  /** Every tag of every annotation and of every document, those in the bin left out. */
  everyUse(): LiveUse[] {
    return this.#db.all<LiveUse>(`
      SELECT tag_id AS tagId, annotation_id AS annotationId, document_id AS documentId
      FROM annotation_tag JOIN annotation ON annotation.id = annotation_id
        JOIN document ON document.id = document_id WHERE removed_at IS NULL
      UNION ALL
      SELECT tag_id AS tagId, NULL AS annotationId, document_id AS documentId
      FROM document_tag JOIN document ON document.id = document_id WHERE removed_at IS NULL`);
  }

  /** Uses of these very tags (not of their children). */
  uses(tagIds: readonly string[]): TagLink[] {
    return this.#db.all<TagLink>(
      `SELECT * FROM (${LINKS}) WHERE tagId IN (SELECT value FROM json_each(?)) ORDER BY id`,
      JSON.stringify(tagIds),
    );
  }

  /** The link between a tag and an annotation or document, or null. */
  link(tagId: string, on: TagLink['on'], onId: string): TagLink | null {
    return (
      this.#db.get<TagLink>(
        `SELECT * FROM (${LINKS}) WHERE tagId = ? AND "on" = ? AND onId = ?`,
        tagId,
        on,
        onId,
      ) ?? null
    );
  }
}
