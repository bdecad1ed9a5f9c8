/**
 * Counting what a search finds: how many paragraphs in each document and language, and how many of
 * them bear notes and tags. What documents have in common (kind, body, year) is counted from these.
 */
import type { Condition } from './filters.ts';
import { anyPlaces } from './places.ts';
import type { Plan } from './plan.ts';
import { expressionOf, inBlocks, inIndex, inScope } from './retrieval.ts';
import type { Scope } from './retrieval.ts';
import type { Store } from './store.ts';
import { LIMITS } from './weights.ts';

export interface FoundCounts {
  /** Paragraphs by document id. */
  readonly documents: ReadonlyMap<string, number>;
  /** Paragraphs by language code. */
  readonly languages: ReadonlyMap<string, number>;
  /** Paragraphs by tag id. */
  readonly tags: ReadonlyMap<string, number>;
  /** Paragraphs with a note or a mark of the reader's. */
  readonly noted: number;
  /** True when only the first ones of very many were counted. */
  readonly capped: boolean;
}

/** Counts the paragraphs a plan finds, the first of them where they are very many. */
export function countFound(store: Store, plan: Plan, scope: Scope): FoundCounts {
  const found = foundRows(plan, scope);
  const documents = new Map<string, number>();
  const languages = new Map<string, number>();
  const tags = new Map<string, number>();
  if (found === null) return { documents, languages, tags, noted: 0, capped: false };
  const groups = store
    .sql(
      `SELECT document.id, block.language, count(*) AS count FROM (${found.sql}) AS found
       JOIN block ON block.row = found.row JOIN document ON document.row = block.document
       GROUP BY block.document, block.language`,
    )
    .all(...found.values) as { id: string; language: string; count: number }[];
  let total = 0;
  for (const { id, language, count } of groups) {
    documents.set(id, (documents.get(id) ?? 0) + count);
    languages.set(language, (languages.get(language) ?? 0) + count);
    total += count;
  }
  const noted = anyPlaces(store) ? countNoted(store, found, tags) : 0;
  return { documents, languages, tags, noted, capped: total >= LIMITS.faceted };
}

/** The rows a plan finds, as a question of one column `row`; null: it finds none. */
function foundRows(plan: Plan, scope: Scope): Condition | null {
  const conditions = inScope(plan, scope);
  const expression = expressionOf(plan);
  const numbered = plan.numbers.length > 0 || plan.symbols.length > 0;
  if (expression !== '' && !numbered) {
    const { sql, values } = inIndex(scope, conditions);
    const rows = `SELECT passage.rowid AS row ${sql} LIMIT ${LIMITS.faceted}`;
    return { sql: rows, values: [expression, ...values] };
  }
  if (plan.conditions.length === 0 || expression !== '' || numbered) return null;
  const { sql, values } = inBlocks(scope, conditions);
  return { sql: `SELECT block.row AS row ${sql} LIMIT ${LIMITS.faceted}`, values };
}

function countNoted(store: Store, found: Condition, tags: Map<string, number>): number {
  const rows = store
    .sql(
      `SELECT DISTINCT found.row, annotation.tags FROM (${found.sql}) AS found
       JOIN block ON block.row = found.row JOIN document ON document.row = block.document
       JOIN place ON place.document = document.id AND place.paragraph = block.id
         AND place.state <> 'orphaned'
       JOIN annotation ON annotation.id = place.annotation`,
    )
    .all(...found.values) as { row: number; tags: string }[];
  const seen = new Set<string>();
  for (const { row, tags: list } of rows) {
    for (const id of JSON.parse(list) as string[]) {
      if (seen.has(`${row} ${id}`)) continue;
      seen.add(`${row} ${id}`);
      tags.set(id, (tags.get(id) ?? 0) + 1);
    }
  }
  return new Set(rows.map(({ row }) => row)).size;
}
