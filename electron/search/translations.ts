/**
 * Working translations in the index: the reader's own words for a paragraph, analysed in their own
 * language, found beside the paragraphs and never mistaken for them.
 */
import { postings } from './indexing.ts';
import type { Learn } from './indexing.ts';
import type { PlacedNote } from './places.ts';
import type { Plan } from './plan.ts';
import { expressionOf, LIVE } from './retrieval.ts';
import type { Scope } from './retrieval.ts';
import type { Store } from './store.ts';

/** A translation that matches, and the row of its paragraph. */
export interface TranslationRow {
  readonly row: number;
  readonly block: number;
  readonly language: string;
  readonly text: string;
}

/** @returns true where the index changed. */
export function putTranslation(
  store: Store,
  annotationId: string,
  { kind, language, body }: PlacedNote,
  learn: Learn,
): boolean {
  const removed = removeTranslation(store, annotationId);
  if (kind !== 'translation' || language === null || body.trim() === '') return removed;
  const { lastInsertRowid: row } = store
    .sql('INSERT INTO translation(annotation, language, text) VALUES (?, ?, ?)')
    .run(annotationId, language, body);
  const { exact, stem } = postings(body, '', language, learn);
  store
    .sql("INSERT INTO translated(rowid, exact, stem, head) VALUES (?, ?, ?, '')")
    .run(row, exact, stem);
  return true;
}

/** @returns true where there was one. */
export function removeTranslation(store: Store, annotationId: string): boolean {
  const row = store
    .sql('DELETE FROM translation WHERE annotation = ? RETURNING row')
    .pluck()
    .get(annotationId);
  if (typeof row !== 'number') return false;
  store.sql('DELETE FROM translated WHERE rowid = ?').run(row);
  return true;
}

/** Languages that there are translations in. */
export function translationLanguages(store: Store): string[] {
  return store.sql('SELECT DISTINCT language FROM translation').pluck().all() as string[];
}

/** Translations that a plan's words find, best first; conditions hold for their paragraphs. */
export function findTranslations(
  store: Store,
  plan: Plan,
  scope: Scope,
  wanted: number,
): TranslationRow[] {
  if (store.sql('SELECT 1 FROM translation LIMIT 1').get() === undefined) return [];
  const expression = expressionOf(plan);
  if (expression === '') return [];
  const conditions = [
    { sql: LIVE, values: [] as readonly (string | number)[] },
    ...plan.conditions,
  ];
  if (!scope.guides) conditions.push({ sql: 'block.row > 0', values: [] });
  if (scope.language !== undefined) {
    conditions.push({ sql: 'block.language = ?', values: [scope.language] });
  }
  // A language asked for is the translation's own.
  const where = conditions
    .map(({ sql }) => `(${sql.replaceAll('block.language', 'translation.language')})`)
    .join(' AND ');
  return store
    .sql(
      `SELECT translation.row, translation.language, translation.text, min(block.row) AS block
       FROM translated JOIN translation ON translation.row = translated.rowid
       JOIN place ON place.annotation = translation.annotation AND place.state <> 'orphaned'
       JOIN document ON document.id = place.document
       JOIN block ON block.row BETWEEN document.first AND document.last
         AND block.id = place.paragraph
       WHERE translated MATCH ? AND ${where}
       GROUP BY translation.row ORDER BY translation.row LIMIT ?`,
    )
    .all(expression, ...conditions.flatMap(({ values }) => values), wanted) as TranslationRow[];
}
