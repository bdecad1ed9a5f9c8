/**
 * From a parsed query to what is looked up: concepts to rank by, expressions that must or must not
 * hold, conditions on documents, numbers and symbols, and the thesaurus' part in it.
 */
import { parseQuery } from '../core/query.ts';
import type { QueryNode, QueryWord } from '../core/query.ts';
import { analyse } from './analysis.ts';
import { fuzzyWord, phrase, plainWord, prefixWord, quote } from './concepts.ts';
import type { Concept } from './concepts.ts';
import { conditionOf } from './filters.ts';
import type { Condition } from './filters.ts';
import { fold } from './fold.ts';
import type { Substitute } from './ranking.ts';
import { isAcronym } from './thesaurus.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Vocabulary } from './vocabulary.ts';
import { WEIGHTS } from './weights.ts';
import { cut } from './words.ts';

export interface Plan {
  readonly concepts: readonly Concept[];
  /** Concepts the reader typed, in order. */
  readonly typed: readonly number[];
  readonly substitutes: readonly Substitute[];
  /** Concepts that choose paragraphs (any of them), besides what is required. */
  readonly wanted: readonly number[];
  /** FTS5 expressions that must all hold; one that can't hold is ''. */
  readonly required: readonly string[];
  /** FTS5 expressions none of which may hold. */
  readonly excluded: readonly string[];
  readonly conditions: readonly Condition[];
  readonly numbers: readonly string[];
  readonly symbols: readonly string[];
  readonly expansions: readonly { from: string; to: readonly string[] }[];
  /** The query with unknown words respelt, or null. */
  readonly suggestion: string | null;
}

/** What a plan is made from. */
export interface Terrain {
  readonly vocabulary: Vocabulary;
  readonly thesaurus: Thesaurus;
  /** Languages of the corpus' paragraphs. */
  readonly languages: readonly string[];
}

/** A plain word of the query; one typed piece may hold several (États-Unis). */
interface TypedWord {
  readonly form: string;
  /** True for the last one while it may still be unfinished. */
  readonly open: boolean;
  /** The piece as typed. */
  readonly source: string;
}

/** Shortest beginning that an unfinished last word may stand for. */
const SHORTEST_OPEN = 2;

/** Plans a query. @param unexpanded see `SearchRequest`. */
export function planQuery(
  query: string,
  unexpanded: readonly string[] | null,
  terrain: Terrain,
): Plan {
  return new Planner(query, unexpanded, terrain).plan();
}

/** Plans a query of which each word must hold, but for those too common to tell anything. */
export function planRule(query: string, terrain: Terrain): Plan {
  return new Planner(`${query} `, null, terrain).rule();
}

class Planner {
  private readonly query: string;
  private readonly unexpanded: readonly string[] | null;
  private readonly terrain: Terrain;
  private readonly concepts: Concept[] = [];
  private readonly typed: number[] = [];
  private readonly substitutes: Substitute[] = [];
  private readonly wanted: number[] = [];
  private readonly required: string[] = [];
  private readonly excluded: string[] = [];
  private readonly conditions: Condition[] = [];
  private readonly numbers: string[] = [];
  private readonly symbols: string[] = [];
  private readonly expansions: { from: string; to: string[] }[] = [];
  private suggestion: string | null = null;

  constructor(query: string, unexpanded: readonly string[] | null, terrain: Terrain) {
    this.query = query;
    this.unexpanded = unexpanded;
    this.terrain = terrain;
  }

  plan(): Plan {
    const nodes = parseQuery(this.query);
    const run: TypedWord[] = [];
    for (const node of nodes) {
      if (node.type === 'word' && node.form === 'plain') {
        const forms = cut(node.text).map(({ form }) => form);
        forms.forEach((form, index) =>
          run.push({ form, open: node.open && index === forms.length - 1, source: node.text }),
        );
      } else if (node.type === 'numbers') {
        this.numbers.push(...node.numbers);
        for (const number of node.numbers.slice(0, 12))
          this.want(phrase([number], this.vocabulary));
      } else this.clause(node);
    }
    this.plainWords(run);
    return this.made();
  }

  private made(): Plan {
    return {
      concepts: this.concepts,
      typed: this.typed,
      substitutes: this.substitutes,
      wanted: this.wanted,
      required: this.required,
      excluded: this.excluded,
      conditions: this.conditions,
      numbers: this.numbers,
      symbols: this.symbols,
      expansions: this.expansions,
      suggestion: this.suggestion,
    };
  }

  rule(): Plan {
    const nodes = parseQuery(this.query);
    const words = nodes.flatMap((node) => (node.type === 'word' ? node.text : []));
    const stops = stopWords(words, this.terrain.languages);
    const bare = words.length === nodes.length && words.every((word) => stops.has(fold(word)));
    for (const node of nodes) {
      const isWords = ['word', 'symbol', 'numbers'].includes(node.type);
      if (!isWords) this.clause(node);
      else if (bare || node.type !== 'word' || !stops.has(fold(node.text))) {
        this.required.push(this.boolean(node, false));
      }
    }
    return this.made();
  }

  private get vocabulary(): Vocabulary {
    return this.terrain.vocabulary;
  }

  private want(concept: Concept): number {
    const index = this.concepts.push(concept) - 1;
    this.typed.push(index);
    this.wanted.push(index);
    return index;
  }

  private clause(node: QueryNode): void {
    switch (node.type) {
      case 'word':
        this.want(this.wordConcept(node));
        return;
      case 'symbol':
        this.symbols.push(node.text);
        this.want(phrase([node.text], this.vocabulary));
        return;
      case 'field':
        this.conditions.push(conditionOf(node.name, node.value, this.terrain.thesaurus));
        return;
      case 'not': {
        const condition = this.condition(node.node);
        if (condition === null) {
          const expression = this.boolean(node.node, false);
          if (expression !== '') this.excluded.push(expression);
        } else this.conditions.push({ ...condition, sql: `NOT coalesce(${condition.sql}, 0)` });
        return;
      }
      default: {
        const condition = this.condition(node);
        if (condition === null) this.required.push(this.boolean(node, true));
        else this.conditions.push(condition);
      }
    }
  }

  /** A node with fields in it as a condition; null when it is words only. */
  private condition(node: QueryNode): Condition | null {
    if (!hasField(node)) return null;
    if (node.type === 'field') {
      return conditionOf(node.name, node.value, this.terrain.thesaurus);
    }
    if (node.type === 'any' || node.type === 'all') {
      const parts = node.nodes.map(
        (part) => this.condition(part) ?? textCondition(this.boolean(part, true)),
      );
      const sql = parts.map((part) => part.sql).join(node.type === 'any' ? ' OR ' : ' AND ');
      return { sql: `(${sql})`, values: parts.flatMap(({ values }) => values) };
    }
    if (node.type === 'not') {
      const inner = this.condition(node.node);
      return inner === null ? null : { ...inner, sql: `NOT coalesce(${inner.sql}, 0)` };
    }
    return null;
  }

  /**
   * A node as an FTS5 expression, '' when nothing can match.
   * @param rank whether its words count for ranking and are marked.
   */
  private boolean(node: QueryNode, rank: boolean): string {
    switch (node.type) {
      case 'word': {
        const concept = this.wordConcept(node);
        if (rank) this.typed.push(this.concepts.push(concept) - 1);
        return concept.fts;
      }
      case 'phrase':
      case 'symbol': {
        const concept = phrase([node.text], this.vocabulary);
        if (concept.sequences.length === 0) return '';
        if (rank) this.typed.push(this.concepts.push(concept) - 1);
        return concept.fts;
      }
      case 'numbers':
        return this.boolean({ type: 'phrase', text: node.text }, rank);
      case 'near': {
        const sides = node.nodes.map((side) => this.boolean(side, rank));
        if (sides.includes('')) return '';
        const words = node.nodes.map((side) =>
          side.type === 'word' || side.type === 'phrase' ? foldedPhrase(side.text) : '',
        );
        if (words.includes('""') || words.includes('')) return both(sides);
        return `exact: NEAR(${words.join(' ')}, ${node.distance})`;
      }
      case 'any':
        return node.nodes
          .map((side) => this.boolean(side, rank))
          .filter((side) => side !== '')
          .map((side) => `(${side})`)
          .join(' OR ');
      case 'all': {
        const not = node.nodes.filter((side) => side.type === 'not');
        const sides = node.nodes
          .filter((side) => side.type !== 'not')
          .map((side) => this.boolean(side, rank));
        if (sides.length === 0 || sides.includes('')) return '';
        const without = not.map((side) => this.boolean(side.node, false)).filter(Boolean);
        return without.reduce((all, side) => `(${all}) NOT (${side})`, both(sides));
      }
      case 'not':
      case 'field':
        return '';
    }
  }

  private wordConcept({ text, form }: QueryWord): Concept {
    const forms = cut(text).map((word) => word.form);
    const [only] = forms;
    if (only === undefined || forms.length > 1) return phrase([text], this.vocabulary);
    if (form === 'prefix') return prefixWord(only, this.vocabulary.count(fold(only)).exact);
    if (form === 'fuzzy') return fuzzyWord(only, this.vocabulary);
    return plainWord(only, this.terrain.languages, this.vocabulary);
  }

  /** Words outside of any clause: stop words go, terms of the thesaurus bring their equals. */
  private plainWords(run: readonly TypedWord[]): void {
    const stops = stopWords(
      run.map(({ form }) => form),
      this.terrain.languages,
    );
    const bare = run.every(({ form }) => stops.has(fold(form))) && this.concepts.length === 0;
    const indices = run.map(({ form, open }) => {
      if (!bare && stops.has(fold(form))) return null;
      return this.want(this.typedWord(form, open));
    });
    if (this.unexpanded === null) return;
    const kept = new Set(this.unexpanded.map(termKey));
    const anyStop = (word: string): boolean =>
      this.terrain.languages.some((language) => analyse(language, word).stop);
    const words = run.map(({ form }) => form);
    for (const { from, to, same } of this.terrain.thesaurus.find(words, anyStop)) {
      const typed = [...new Set(run.slice(from, to).map(({ source }) => source))].join(' ');
      if (kept.has(termKey(typed))) continue;
      const known = same.filter((term) => !(isAcronym(term) && anyStop(fold(term))));
      const concept = phrase(known.flatMap(numbersOf), this.vocabulary, WEIGHTS.expansion);
      const present = known.filter((term) => phrase(numbersOf(term), this.vocabulary).fts !== '');
      if (concept.fts === '' || present.length === 0) continue;
      const index = this.concepts.push(concept) - 1;
      this.wanted.push(index);
      const covers = indices.slice(from, to).filter((covered) => covered !== null);
      this.substitutes.push({ concept: index, covers });
      this.expansions.push({ from: typed, to: present });
    }
  }

  private typedWord(form: string, open: boolean): Concept {
    const concept = plainWord(form, this.terrain.languages, this.vocabulary);
    if (concept.fts !== '') return concept;
    if (open && [...form].length >= SHORTEST_OPEN && this.vocabulary.begins(fold(form))) {
      return prefixWord(form, 0);
    }
    const guess = fuzzyWord(form, this.vocabulary);
    const [nearest] = guess.folds.keys();
    if (nearest !== undefined) {
      const spelt = this.vocabulary.formOf(nearest);
      this.suggestion = (this.suggestion ?? this.query).replace(form, () => spelt);
    }
    return guess;
  }
}

/** Stop words of the language the words most look like (of several, when they tie). */
function stopWords(forms: readonly string[], languages: readonly string[]): Set<string> {
  const stops = languages.map((language) =>
    forms.filter((form) => analyse(language, form).stop).map(fold),
  );
  const most = Math.max(0, ...stops.map((list) => list.length));
  return new Set(most === 0 ? [] : stops.filter((list) => list.length === most).flat());
}

/** A term in singular and plural, for equals that are plain words. */
function numbersOf(term: string): string[] {
  if (!/^\p{Ll}+$/u.test(term)) return [term];
  return [term, /[sx]$/.test(term) ? term.replace(/[sx]$/, '') : `${term}s`];
}

function termKey(term: string): string {
  return cut(term)
    .map(({ form }) => fold(form))
    .join(' ');
}

function foldedPhrase(text: string): string {
  return quote(termKey(text));
}

function both(sides: readonly string[]): string {
  return sides.map((side) => `(${side})`).join(' AND ');
}

function textCondition(expression: string): Condition {
  if (expression === '') return { sql: '0', values: [] };
  return {
    sql: 'block.row IN (SELECT rowid FROM passage WHERE passage MATCH ?)',
    values: [expression],
  };
}

function hasField(node: QueryNode): boolean {
  if (node.type === 'field') return true;
  if (node.type === 'not') return hasField(node.node);
  return 'nodes' in node && node.nodes.some(hasField);
}
