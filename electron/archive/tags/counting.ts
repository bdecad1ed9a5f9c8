/** Counting what carries tags: by document or group of documents, and tag by tag. Each unit counts once. */
import type { CountRow, CountTable, TaggedPassage } from '../../contract/tag-views.ts';
import type { Calls } from '../../contract/calls.ts';
import type { ParsedInputOf } from '../../contract/table.ts';
import type { TagColumn, TagUnit } from '../../core/tag-count.ts';
import type { StoredDocument } from '../../library/index.ts';
import type { Context } from '../context.ts';
import { ancestry, countedDocuments, withDescendants } from './carriers.ts';

/** One thing that carries a tag: a passage, a paragraph or a document, by a key of its own. */
interface Unit {
  readonly key: string;
  readonly documentId: string;
  readonly tagId: string;
}

/** How often each tag stands in each column. */
export function matrix(
  context: Context,
  { by, field, unit, children }: ParsedInputOf<Calls, 'tags.matrix'>,
): CountTable {
  const documents = countedDocuments(context);
  const columnOf = (id: string): string => {
    const document = documents.get(id);
    return document === undefined ? '' : valueOf(document, by, field);
  };
  const cells = new Cells();
  for (const { key, documentId, tagId } of unitsOf(context, unit, children, documents)) {
    cells.add(tagId, columnOf(documentId), key);
  }
  return cells.table((id) => (by === 'document' ? (documents.get(id)?.title ?? '') : ''));
}

/** How often two tags stand together; with its children a tag is not compared. */
export function together(
  context: Context,
  { unit, children }: ParsedInputOf<Calls, 'tags.together'>,
): CountTable {
  const above = ancestry(context.library.tags.all());
  const byKey = new Map<string, Set<string>>();
  for (const { key, tagId } of unitsOf(context, unit, children, countedDocuments(context))) {
    const tags = byKey.get(key);
    if (tags === undefined) byKey.set(key, new Set([tagId]));
    else tags.add(tagId);
  }
  const cells = new Cells();
  for (const [key, tags] of byKey) {
    for (const one of tags) {
      for (const other of tags) {
        const related = one !== other && (above(one).includes(other) || above(other).includes(one));
        if (!(children && related)) cells.add(one, other, key);
      }
    }
  }
  return cells.table(() => '');
}

/** The passages among these that stand where the other tag stands too. */
export function standingWith(
  context: Context,
  passages: readonly TaggedPassage[],
  { id, unit, children }: { id: string; unit: TagUnit; children: boolean },
): TaggedPassage[] {
  const others = new Set(children ? withDescendants(context, id) : [id]);
  const keys = new Set(
    unitsOf(context, unit, false, countedDocuments(context))
      .filter(({ tagId }) => others.has(tagId))
      .map(({ key }) => key),
  );
  return passages.filter(({ annotationId, documentId, stretches }) => {
    if (unit === 'documents') return keys.has(documentId);
    if (unit === 'passages') return annotationId !== null && keys.has(annotationId);
    return stretches.some(({ paragraphId }) => paragraphId !== null && keys.has(paragraphId));
  });
}

/** Everything that carries a tag, once for the tag and, with children, once for each one above it. */
function unitsOf(
  { library, corpus }: Context,
  unit: TagUnit,
  children: boolean,
  documents: ReadonlyMap<string, StoredDocument>,
): Unit[] {
  const above = ancestry(library.tags.all());
  const paragraphs = new Map<string, string[]>();
  if (unit === 'paragraphs') {
    for (const { annotationId, documentId, paragraphId } of corpus.taggedPlaces()) {
      const key = `${annotationId} ${documentId}`;
      const list = paragraphs.get(key);
      if (list === undefined) paragraphs.set(key, [paragraphId]);
      else list.push(paragraphId);
    }
  }
  const units: Unit[] = [];
  for (const { tagId, annotationId, documentId } of library.tags.everyUse()) {
    if (!documents.has(documentId)) continue;
    const keys =
      unit === 'documents'
        ? [documentId]
        : annotationId === null
          ? []
          : unit === 'passages'
            ? [annotationId]
            : (paragraphs.get(`${annotationId} ${documentId}`) ?? []);
    const tags = children ? above(tagId) : [tagId];
    for (const key of keys) for (const tag of tags) units.push({ key, documentId, tagId: tag });
  }
  return units;
}

function valueOf(document: StoredDocument, by: TagColumn, field: string): string {
  switch (by) {
    case 'document':
      return document.id;
    case 'year':
      return document.date.slice(0, 4);
    case 'own':
      return document.own[field] ?? '';
    default:
      return document[by];
  }
}

/** Sets of keys by row and column. */
class Cells {
  readonly #rows = new Map<string, Map<string, Set<string>>>();

  add(row: string, column: string, key: string): void {
    const cells = this.#rows.get(row) ?? new Map<string, Set<string>>();
    this.#rows.set(row, cells);
    const keys = cells.get(column);
    if (keys === undefined) cells.set(column, new Set([key]));
    else keys.add(key);
  }

  table(titleOf: (column: string) => string): CountTable {
    const totals = new Map<string, Set<string>>();
    for (const cells of this.#rows.values()) {
      for (const [column, keys] of cells) {
        const total = totals.get(column) ?? new Set<string>();
        totals.set(column, total);
        for (const key of keys) total.add(key);
      }
    }
    const places = new Map([...totals.keys()].map((column, place) => [column, place]));
    const rows = [...this.#rows].map(([tagId, cells]): CountRow => ({
      tagId,
      total: new Set([...cells.values()].flatMap((keys) => [...keys])).size,
      cells: [...cells]
        .map(([column, keys]) => [places.get(column) ?? 0, keys.size] as const)
        .sort((a, b) => a[0] - b[0]),
    }));
    const columns = [...totals].map(([id, { size }]) => ({ id, title: titleOf(id), total: size }));
    return { columns, rows };
  }
}
