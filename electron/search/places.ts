/**
 * Resolved places of annotations with their tags and note text: a cache, so that search never
 * reaches into the library. Selectors and anchoring are the archive's affair.
 */
import { fold } from './fold.ts';
import type { Store } from './store.ts';

/** One resolved stretch of an annotation; copies of the document have rows of their own. */
export interface PlaceRow {
  readonly documentId: string;
  readonly paragraphId: string;
  /** UTF-16 code units into canonical text. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly state: 'exact' | 'moved' | 'orphaned';
}

/** What a search needs to know of an annotation. */
export interface PlacedNote {
  /** Tag ids. */
  readonly tags: readonly string[];
  readonly tagNames: readonly string[];
  /** The note's words; '' for a bare highlight. */
  readonly body: string;
  readonly kind: string;
  /** Of a working translation, else null. */
  readonly language: string | null;
}

export type PlaceOf = PlaceRow & { readonly annotationId: string };

/** Notes and tags of one paragraph. */
export interface Annotated {
  readonly tags: readonly string[];
  readonly notes: number;
}

/** A paragraph without notes and tags. */
export const UNANNOTATED: Annotated = { tags: [], notes: 0 };

/** False while no annotation has a place: most of a search's questions then need no asking. */
export function anyPlaces(store: Store): boolean {
  return store.sql('SELECT 1 FROM place LIMIT 1').get() !== undefined;
}

/** Replaces everything known about an annotation. */
export function putPlaces(
  store: Store,
  annotationId: string,
  rows: readonly PlaceRow[],
  note: PlacedNote,
): void {
  removePlaces(store, annotationId);
  store.sql('INSERT INTO annotation(id, kind, body, tags, tag_names) VALUES (?, ?, ?, ?, ?)').run(
    annotationId,
    note.kind,
    note.body,
    JSON.stringify(note.tags),
    // Bounded by line ends on both sides, so that a whole name can be told from a part of one.
    `\n${note.tagNames.map(foldName).join('\n')}\n`,
  );
  const insert = store.sql(
    'INSERT INTO place(annotation, document, paragraph, start, stop, state) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { documentId, paragraphId, start, end, state } of rows) {
    insert.run(annotationId, documentId, paragraphId, start, end, state);
  }
}

export function removePlaces(store: Store, annotationId: string): void {
  store.sql('DELETE FROM place WHERE annotation = ?').run(annotationId);
  store.sql('DELETE FROM annotation WHERE id = ?').run(annotationId);
}

/** Cached places in a document, in no particular order. */
export function placesOf(store: Store, documentId: string): PlaceOf[] {
  return store
    .sql(
      `SELECT annotation AS annotationId, document AS documentId, paragraph AS paragraphId,
         start, stop AS "end", state FROM place WHERE document = ?`,
    )
    .all(documentId) as PlaceOf[];
}

/** Paragraphs that tagged annotations stand on, in their documents and in copies of these. */
export function taggedPlaces(
  store: Store,
): Pick<PlaceOf, 'annotationId' | 'documentId' | 'paragraphId'>[] {
  return store
    .sql(
      `SELECT DISTINCT annotation AS annotationId, document AS documentId, paragraph AS paragraphId
       FROM place JOIN annotation ON annotation.id = place.annotation
       WHERE state <> 'orphaned' AND annotation.tags <> '[]'`,
    )
    .all() as PlaceOf[];
}

/** Tags and number of notes of a paragraph. */
export function annotatedAt(store: Store, documentId: string, paragraphId: string): Annotated {
  const found = store
    .sql(
      `SELECT DISTINCT annotation.id, annotation.tags FROM place
       JOIN annotation ON annotation.id = place.annotation
       WHERE place.document = ? AND place.paragraph = ? AND place.state <> 'orphaned'`,
    )
    .all(documentId, paragraphId) as { id: string; tags: string }[];
  if (found.length === 0) return UNANNOTATED;
  const tags = new Set(found.flatMap((note) => JSON.parse(note.tags) as string[]));
  return { tags: [...tags], notes: found.length };
}

/** A tag's name as it is compared: folded words, single spaces. */
export function foldName(name: string): string {
  return name
    .split(/[\s_-]+/)
    .map(fold)
    .join(' ')
    .trim();
}
