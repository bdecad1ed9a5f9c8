/** Annotations with their targets and tags, as the library keeps them. */
import type { AnnotationKind, HighlightColour, KindFields, Selector } from '../core/annotation.ts';
import type { Connection, SqlValue } from './connection.ts';

export interface StoredTarget {
  readonly id: string;
  readonly selector: Selector;
}

export interface StoredAnnotation extends KindFields {
  readonly id: string;
  readonly documentId: string;
  readonly kind: AnnotationKind;
  readonly colour: HighlightColour | null;
  readonly body: string;
  readonly private: boolean;
  /** Id of the author record. */
  readonly authorId: string;
  /** Author's name; '' until given. */
  readonly author: string;
  /** Author in the file that it came with, '' where it names none; null: made here. */
  readonly fileAuthor: string | null;
  /** UTC milliseconds. */
  readonly created: number;
  readonly modified: number;
  /** Clock of the operation that last changed the annotation's own fields. */
  readonly version: string;
  /** In the annotation's order. */
  readonly targets: readonly StoredTarget[];
  /** Ids of its tags. */
  readonly tags: readonly string[];
}

type AnnotationRow = Omit<StoredAnnotation, 'private' | 'targets' | 'tags'> & {
  readonly private: number;
  readonly tags: string;
};
type TargetRow = Selector & { readonly id: string; readonly annotationId: string };

export class Annotations {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** Every annotation, oldest first; those on documents in the bin too. */
  all(): StoredAnnotation[] {
    return this.#read('true');
  }

  byDocuments(documentIds: readonly string[]): StoredAnnotation[] {
    return this.#read('document_id IN (SELECT value FROM json_each(?))', documentIds);
  }

  byIds(ids: readonly string[]): StoredAnnotation[] {
    return this.#read('annotation.id IN (SELECT value FROM json_each(?))', ids);
  }

  /** Every annotation of a kind, oldest first; those on documents in the bin too. */
  byKind(kind: AnnotationKind): StoredAnnotation[] {
    return this.#read('kind IN (SELECT value FROM json_each(?))', [kind]);
  }

  /** One annotation, or null. */
  one(id: string): StoredAnnotation | null {
    return this.byIds([id])[0] ?? null;
  }

  /** How many annotations each document has; documents without any are absent. */
  counts(): ReadonlyMap<string, number> {
    const rows = this.#db.all<{ documentId: string; count: number }>(
      'SELECT document_id AS documentId, count(*) AS count FROM annotation GROUP BY document_id',
    );
    return new Map(rows.map(({ documentId, count }) => [documentId, count]));
  }

  #read(where: string, list?: readonly string[]): StoredAnnotation[] {
    const values: SqlValue[] = list === undefined ? [] : [JSON.stringify(list)];
    const targets = new Map<string, StoredTarget[]>();
    const targetRows = this.#db.all<TargetRow>(
      `SELECT target.id, annotation_id AS annotationId, paragraph_id AS paragraphId, part, number,
         exact, prefix, suffix, start, "end", ordinal, blocks
       FROM target JOIN annotation ON annotation.id = annotation_id
       WHERE ${where} ORDER BY position, target.id`,
      ...values,
    );
    for (const { id, annotationId, ...selector } of targetRows) {
      const list = targets.get(annotationId);
      if (list === undefined) targets.set(annotationId, [{ id, selector }]);
      else list.push({ id, selector });
    }
    return this.#db
      .all<AnnotationRow>(
        `SELECT annotation.id, document_id AS documentId, kind, colour, body, private,
           author.id AS authorId, author.name AS author, created, modified,
           file_author AS fileAuthor, annotation.version, language, status, due, found,
           (SELECT json_group_array(tag_id) FROM annotation_tag
            WHERE annotation_id = annotation.id) AS tags
         FROM annotation JOIN author ON author.id = annotation.author
         WHERE ${where} ORDER BY created, annotation.id`,
        ...values,
      )
      .map((row) => ({
        ...row,
        private: row.private === 1,
        targets: targets.get(row.id) ?? [],
        tags: JSON.parse(row.tags) as string[],
      }));
  }
}
