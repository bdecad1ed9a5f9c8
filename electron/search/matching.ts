/**
 * All paragraphs that a query holds for, without ranking and without a limit: what rules of tags ask.
 * Words count where they stand, not the headings above; paragraphs of copies are told too.
 */
import { allOf } from './filters.ts';
import type { Condition } from './filters.ts';
import { planRule } from './plan.ts';
import type { Terrain } from './plan.ts';
import { expressionOf, LIVE } from './retrieval.ts';
import type { Store } from './store.ts';

export interface MatchedParagraph {
  readonly documentId: string;
  readonly paragraphId: string;
}

/**
 * In the order of documents and their texts. A query that asks for nothing matches nothing.
 * @param documentId only there; null: in all documents but those in the bin.
 */
export function matching(
  store: Store,
  query: string,
  documentId: string | null,
  terrain: Terrain,
): MatchedParagraph[] {
  const plan = planRule(query, terrain);
  const asksWords = plan.required.length > 0 || plan.excluded.length > 0;
  const expression = expressionOf(plan);
  if (plan.required.length > 0 && expression === '') return [];
  if (!asksWords && plan.conditions.length === 0) return [];
  const conditions: Condition[] = [{ sql: LIVE, values: [] }, ...plan.conditions];
  if (expression !== '') {
    conditions.push({
      sql: 'block.row IN (SELECT rowid FROM passage WHERE passage MATCH ?)',
      values: [`{exact stem}: (${expression})`],
    });
  }
  const { sql, values } = allOf(conditions);
  const found = `SELECT block.row FROM block JOIN document ON document.row = block.document
    WHERE ${sql}`;
  const where = documentId === null ? '' : ' AND document.id = ?';
  return store
    .sql(
      `WITH found AS (${found})
       SELECT document.id AS documentId, block.id AS paragraphId
       FROM block JOIN document ON document.row = block.document
       WHERE document.removed = 0 AND block.print IS NOT NULL
         AND (block.row IN (SELECT row FROM found) OR block.twin IN (SELECT row FROM found))${where}
       ORDER BY block.row`,
    )
    .all(...values, ...(documentId === null ? [] : [documentId])) as MatchedParagraph[];
}
