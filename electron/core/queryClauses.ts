/**
 * The fields of a query as they stand in what was typed: which there are, and the query with one
 * more or one less. What narrows a search is always written in the query itself.
 */
import { fieldNamed } from './query.ts';
import type { QueryField } from './query.ts';

export interface QueryClause {
  readonly field: QueryField;
  readonly value: string;
  /** True for `-lang:fr`. */
  readonly not: boolean;
  /** Offsets into the query, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

const CLAUSE = /(?<![^\s(])(-?)(\p{L}+):(?:"([^"]*)"|“([^”]*)”|«([^»]*)»|([^\s()"“«]+))/gu;

/** The fields written in a query, in order; those without a value or with an unknown name are words. */
export function clausesOf(query: string): QueryClause[] {
  return [...query.matchAll(CLAUSE)].flatMap((match) => {
    const [text, minus = '', name = '', ...values] = match;
    const field = fieldNamed(name);
    const value = values.find((one) => one !== undefined)?.trim() ?? '';
    if (field === null || value === '') return [];
    const start = match.index;
    return [{ field, value, not: minus !== '', start, end: start + text.length }];
  });
}

/** The query narrowed by one more field; one that says so already stays as it is. */
export function withClause(query: string, field: QueryField, value: string): string {
  if (clauseOf(query, field, value) !== null) return query;
  const written = /[\s()"“«]/u.test(value) ? `"${value.replaceAll('"', ' ')}"` : value;
  return `${query.trim()} ${field}:${written}`.trim();
}

/** The query without one of its fields. */
export function withoutClause(query: string, { start, end }: QueryClause): string {
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** The field of a query that asks for this very value, or null. */
export function clauseOf(query: string, field: QueryField, value: string): QueryClause | null {
  const same = (one: string): string => one.replaceAll('"', ' ').toLocaleLowerCase().trim();
  return (
    clausesOf(query).find(
      (clause) => !clause.not && clause.field === field && same(clause.value) === same(value),
    ) ?? null
  );
}
