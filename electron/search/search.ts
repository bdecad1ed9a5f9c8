/**
 * Answering a search: plan, candidates, fine ranking of the best of them, and hits with snippets,
 * copies, tags and notes.
 */
import type { SearchHit, SearchRequest, SearchResult } from './answers.ts';
import { annotatedAt } from './places.ts';
import { planQuery } from './plan.ts';
import type { Plan, Terrain } from './plan.ts';
import { inverseFrequency, scoreOf } from './ranking.ts';
import type { Field } from './ranking.ts';
import { Matcher, readText } from './reading.ts';
import type { Match, ReadText } from './reading.ts';
import { retrieve } from './retrieval.ts';
import type { Candidates } from './retrieval.ts';
import { snippetOf } from './snippets.ts';
import type { Store } from './store.ts';
import { LIMITS, WEIGHTS } from './weights.ts';

/** Texts kept analysed between searches: a search as one types asks for the same ones. */
const CACHED_TEXTS = 3_000;

/** Figures of the corpus that searches need. */
export interface Figures extends Terrain {
  /** Paragraphs in the index. */
  readonly paragraphs: number;
  /** Average length of a paragraph, in letters. */
  readonly average: number;
  /** True when the reader has documents besides the guides. */
  readonly ownDocuments: boolean;
}

interface Row {
  readonly row: number;
  readonly documentId: string;
  readonly title: string;
  readonly collection: string;
  readonly kind: string;
  readonly paragraphId: string;
  readonly text: string;
  readonly letters: number;
  readonly number: string | null;
  readonly page: number | null;
  readonly language: string;
  readonly section: number;
  readonly path: string;
}

interface Scored {
  readonly row: Row;
  readonly score: number;
  readonly matches: readonly Match[];
}

/** Searches one corpus; keeps analysed texts until `forget`. */
export class Searcher {
  private readonly store: Store;
  private readonly texts = new Map<number, ReadText>();
  private readonly headings = new Map<number, ReadText>();

  constructor(store: Store) {
    this.store = store;
  }

  /** To be called after every write. */
  forget(): void {
    this.texts.clear();
    this.headings.clear();
  }

  search(request: SearchRequest, figures: Figures): SearchResult {
    const started = performance.now();
    const plan = planQuery(request.query, request.unexpanded, figures);
    const guides = request.guides === 'yes' || (request.guides === 'auto' && !figures.ownDocuments);
    const scope = { language: request.language, guides };
    const wanted = Math.max(LIMITS.reranked, request.limit);
    const candidates = retrieve(this.store, plan, scope, wanted);
    const matcher = new Matcher(plan.concepts, WEIGHTS.prefix);
    const field = fieldOf(plan, figures);
    const scored = this.rank(candidates, matcher, field).slice(0, request.limit);
    const ask = plan.suggestion !== null && plan.suggestion !== request.query;
    return {
      hits: scored.map((hit) => this.hit(hit, field.idf)),
      total: candidates.total,
      capped: candidates.capped,
      expansions: plan.expansions,
      suggestion: ask ? plan.suggestion : null,
      ms: performance.now() - started,
    };
  }

  private rank(candidates: Candidates, matcher: Matcher, field: Field): Scored[] {
    const scored: Scored[] = [];
    const fine = Math.max(LIMITS.reranked, candidates.numbered.size + candidates.ofSymbol.size);
    let lowest = Infinity;
    candidates.rows.forEach((number, index) => {
      const row = this.row(number);
      if (row === null) return;
      const read = this.text(row);
      const matches = matcher.matches(read);
      let score: number;
      if (index < fine) {
        const above = matcher.matches(this.heading(row));
        score = scoreOf(field, row.letters, matches, above);
        lowest = Math.min(lowest, score);
      } else score = lowest * (1 - index / (candidates.rows.length + 1));
      if (candidates.numbered.has(number)) score += WEIGHTS.number;
      if (candidates.ofSymbol.has(number)) score += WEIGHTS.symbol;
      if (row.kind === 'adopted-text' && score >= WEIGHTS.symbol) score += WEIGHTS.adopted;
      scored.push({ row, score, matches });
    });
    // Equal scores keep the order of candidates: FTS5's, or the order of reading.
    return scored.sort((left, right) => right.score - left.score);
  }

  private hit({ row, score, matches }: Scored, idf: readonly number[]): SearchHit {
    const { tags, notes } = annotatedAt(this.store, row.row);
    const copies = this.store
      .sql(
        `SELECT document.id AS documentId, document.title FROM block
         JOIN document ON document.row = block.document
         WHERE block.twin = ? AND document.removed = 0 ORDER BY document.id`,
      )
      .all(row.row) as { documentId: string; title: string }[];
    return {
      documentId: row.documentId,
      title: row.title,
      collection: row.collection,
      paragraphId: row.paragraphId,
      number: row.number,
      section: JSON.parse(row.path) as string[],
      page: row.page,
      language: row.language,
      score,
      snippet: snippetOf(row.text, matches, idf),
      copies,
      tags,
      notes,
    };
  }

  private row(row: number): Row | null {
    const found = this.store
      .sql(
        `SELECT block.row, document.id AS documentId, document.title, document.collection,
           document.kind, block.id AS paragraphId, block.text, block.letters, block.number, block.page,
           block.language, block.section, section.path
         FROM block JOIN document ON document.row = block.document
         JOIN section ON section.row = block.section WHERE block.row = ?`,
      )
      .get(row);
    return (found as Row | undefined) ?? null;
  }

  private text({ row, text, language }: Row): ReadText {
    return kept(this.texts, row, () => readText(text, language));
  }

  private heading({ section, title, path, language }: Row): ReadText {
    return kept(this.headings, section, () => {
      const above = [title, ...(JSON.parse(path) as string[])];
      return readText(above.join('\n'), language);
    });
  }
}

function fieldOf(plan: Plan, figures: Figures): Field {
  return {
    concepts: plan.concepts,
    idf: plan.concepts.map(({ frequency }) => inverseFrequency(frequency, figures.paragraphs)),
    substitutes: plan.substitutes,
    typed: plan.typed,
    average: figures.average,
  };
}

function kept(cache: Map<number, ReadText>, key: number, make: () => ReadText): ReadText {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    if (cache.size >= CACHED_TEXTS) cache.clear();
    cache.set(key, value);
  }
  return value;
}
