/**
 * Choosing candidates: the FTS5 and SQL questions a plan asks, kept within bounds however common
 * its words are.
 */
import { allOf } from './filters.ts';
import type { Condition } from './filters.ts';
import type { Plan } from './plan.ts';
import type { Store } from './store.ts';
import { LIMITS } from './weights.ts';

export interface Candidates {
  /** Rows of `block`, best first by FTS5's own ranking. */
  readonly rows: readonly number[];
  /** Rows whose number was asked for, and rows of documents whose symbol was. */
  readonly numbered: ReadonlySet<number>;
  readonly ofSymbol: ReadonlySet<number>;
  readonly total: number;
  readonly capped: boolean;
  /** True where FTS5 did not rank the rows: all are to be ranked finely. */
  readonly unranked: boolean;
}

/** What every candidate must satisfy. */
export interface Scope {
  readonly language: string | undefined;
  /** False leaves the guides out: their rows are below zero. */
  readonly guides: boolean;
}

/** Paragraphs that can be found at all. */
export const LIVE = 'document.removed = 0 AND block.twin IS NULL AND block.print IS NOT NULL';
const JOINED =
  'JOIN block ON block.row = passage.rowid JOIN document ON document.row = block.document';

/** Candidates of a plan, `wanted` rows at most from words, and the number of all matches. */
export function retrieve(store: Store, plan: Plan, scope: Scope, wanted: number): Candidates {
  const conditions = inScope(plan, scope);
  const byPlace = places(store, plan, scope, conditions, wanted);
  const byWords = words(store, plan, scope, conditions, wanted);
  const textless =
    plan.wanted.length === 0 && plan.required.length === 0 && byPlace.rows.length === 0;
  if (textless && plan.conditions.length > 0) return listed(store, scope, conditions, wanted);
  const rows = [...new Set([...byPlace.rows, ...byWords.rows])];
  return {
    rows,
    numbered: byPlace.numbered,
    ofSymbol: byPlace.ofSymbol,
    total: Math.max(byWords.total, rows.length),
    capped: byWords.capped,
    unranked: byWords.unranked,
  };
}

/** A plan's conditions and the scope's own, but for the guides. */
export function inScope(plan: Plan, scope: Scope): Condition[] {
  if (scope.language === undefined) return [...plan.conditions];
  return [...plan.conditions, { sql: 'block.language = ?', values: [scope.language] }];
}

/** Paragraphs by number and symbol. */
function places(
  store: Store,
  plan: Plan,
  scope: Scope,
  conditions: readonly Condition[],
  wanted: number,
): { rows: number[]; numbered: Set<number>; ofSymbol: Set<number> } {
  const numbered = new Set<number>();
  const ofSymbol = new Set<number>();
  const symbol: Condition[] = plan.symbols.map((text) => ({
    sql: "replace(upper(document.symbol), ' ', '') = ?",
    values: [text.toUpperCase()],
  }));
  const number: Condition[] =
    plan.numbers.length === 0
      ? []
      : [{ sql: `block.number IN (${marks(plan.numbers)})`, values: plan.numbers }];
  const ask = (more: readonly Condition[]): number[] =>
    listed(store, scope, [...conditions, ...more], wanted).rows.slice();
  if (symbol.length > 0 && number.length > 0) {
    for (const row of ask([...symbol, ...number])) numbered.add(row);
  }
  if (number.length > 0 && numbered.size === 0) for (const row of ask(number)) numbered.add(row);
  if (symbol.length > 0 && number.length === 0) for (const row of ask(symbol)) ofSymbol.add(row);
  return { rows: [...numbered, ...ofSymbol], numbered, ofSymbol };
}

interface FromWords {
  readonly rows: number[];
  readonly total: number;
  readonly capped: boolean;
  readonly unranked: boolean;
}

function words(
  store: Store,
  plan: Plan,
  scope: Scope,
  conditions: readonly Condition[],
  wanted: number,
): FromWords {
  const nothing = { rows: [], total: 0, capped: false, unranked: false };
  if (plan.required.includes('')) return nothing;
  const { expression: choosing, capped } = choose(plan);
  const required = plan.required.map((part) => `(${part})`).join(' AND ');
  if (required === '') {
    if (choosing === '') return nothing;
    return ask(store, without(choosing, plan), scope, conditions, wanted, capped);
  }
  const all = ask(store, without(required, plan), scope, conditions, wanted, false);
  if (choosing === '' || all.total <= wanted) return all;
  // More paragraphs hold what is required than can be looked at: those with wished words first.
  const both = without(`(${required}) AND (${choosing})`, plan);
  const better = ask(store, both, scope, conditions, wanted, false);
  return { ...all, rows: [...new Set([...better.rows, ...all.rows])].slice(0, wanted) };
}

/**
 * The wished words as one OR. When all of them together are in too many paragraphs, the commonest
 * no longer choose paragraphs (they still rank those that rarer words chose).
 */
function choose(plan: Plan): { expression: string; capped: boolean } {
  const concepts = plan.wanted
    .map((index) => plan.concepts[index])
    .filter((concept) => concept !== undefined && concept.fts !== '')
    .sort((left, right) => (left?.frequency ?? 0) - (right?.frequency ?? 0));
  const parts: string[] = [];
  let sum = 0;
  for (const concept of concepts) {
    if (concept === undefined) continue;
    sum += concept.frequency;
    if (parts.length > 0 && sum > LIMITS.ranked)
      return { expression: parts.join(' OR '), capped: true };
    parts.push(concept.fts);
  }
  return { expression: parts.join(' OR '), capped: false };
}

function without(expression: string, plan: Plan): string {
  return plan.excluded.reduce((all, part) => `(${all}) NOT (${part})`, expression);
}

function ask(
  store: Store,
  expression: string,
  scope: Scope,
  conditions: readonly Condition[],
  wanted: number,
  alreadyCapped: boolean,
): FromWords {
  const { sql: matching, values } = inIndex(scope, conditions);
  // Read in the order of the index, which costs least; those beyond the bound are not counted.
  const found = store
    .sql(`SELECT passage.rowid ${matching} LIMIT ?`)
    .pluck()
    .all(expression, ...values, LIMITS.counted) as number[];
  const total = found.length;
  if (total === 0) return { rows: [], total, capped: alreadyCapped, unranked: false };
  const capped = alreadyCapped || total >= LIMITS.counted;
  if (total <= LIMITS.reread) return { rows: found, total, capped, unranked: true };
  // A beginning of words is ranked by reading every word that has it.
  const begun = expression.includes('" *');
  if (total > (begun ? LIMITS.rankedBeginnings : LIMITS.ranked)) {
    // FTS5's ranking reads all there is of each word: here, a sample over all documents does as well,
    // with the paragraphs whose headings have the words.
    const headed = begun
      ? []
      : (store
          .sql(`SELECT passage.rowid ${matching} LIMIT ?`)
          .pluck()
          .all(`head : (${expression})`, ...values, LIMITS.sampled) as number[]);
    const rows = [...new Set([...headed, ...spread(found, LIMITS.sampled)])];
    return { rows, total, capped, unranked: true };
  }
  const rows = store
    .sql(`SELECT passage.rowid ${matching} ORDER BY passage.rank LIMIT ?`)
    .pluck()
    .all(expression, ...values, wanted) as number[];
  return { rows, total, capped, unranked: false };
}

/** So many of the rows, evenly from first to last. */
function spread(rows: readonly number[], count: number): number[] {
  const step = Math.max(1, rows.length / count);
  return Array.from(
    { length: Math.min(count, rows.length) },
    (_none, index) => rows[Math.floor(index * step)] ?? 0,
  );
}

/** Where rows come from that match an expression: its value comes first, then those given. */
export function inIndex(scope: Scope, conditions: readonly Condition[]): Condition {
  const floor = scope.guides ? '' : ' AND passage.rowid > 0';
  if (conditions.length === 0)
    return { sql: `FROM passage WHERE passage MATCH ?${floor}`, values: [] };
  const { sql, values } = allOf(conditions);
  return { sql: `FROM passage ${JOINED} WHERE passage MATCH ?${floor} AND (${sql})`, values };
}

/** Where rows come from that satisfy conditions alone. */
export function inBlocks(scope: Scope, conditions: readonly Condition[]): Condition {
  const { sql, values } = allOf([{ sql: LIVE, values: [] }, ...conditions]);
  const floor = scope.guides ? '' : ' AND block.row > 0';
  const from = 'block JOIN document ON document.row = block.document';
  return { sql: `FROM ${from} WHERE ${sql}${floor}`, values };
}

/** Paragraphs that satisfy conditions alone, in reading order. */
function listed(
  store: Store,
  scope: Scope,
  conditions: readonly Condition[],
  wanted: number,
): Candidates & { rows: number[] } {
  const { sql: from, values } = inBlocks(scope, conditions);
  const rows = store
    .sql(`SELECT block.row ${from} ORDER BY block.row LIMIT ?`)
    .pluck()
    .all(...values, wanted) as number[];
  const total =
    rows.length < wanted
      ? rows.length
      : Number(
          store
            .sql(`SELECT count(*) ${from}`)
            .pluck()
            .get(...values),
        );
  return { rows, numbered: new Set(), ofSymbol: new Set(), total, capped: false, unranked: false };
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** FTS5 expression of what a plan's words ask for; '' where they ask for nothing that is there. */
export function expressionOf(plan: Plan): string {
  if (plan.required.includes('')) return '';
  const required = plan.required.map((part) => `(${part})`).join(' AND ');
  const expression = required === '' ? choose(plan).expression : required;
  return expression === '' ? '' : without(expression, plan);
}
