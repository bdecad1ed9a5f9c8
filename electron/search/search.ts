/**
 * Answering a search: plan, candidates, fine ranking of the best of them, and hits with snippets,
 * copies, tags and notes.
 */
import type { SearchOrder } from '../core/query.ts';
import type { SearchHit, SearchRequest, SearchResult } from './answers.ts';
import { countFound } from './facets.ts';
import type { FoundCounts } from './facets.ts';
import { annotatedAt, anyPlaces, UNANNOTATED } from './places.ts';
import { planQuery } from './plan.ts';
import type { Plan, Terrain } from './plan.ts';
import { inverseFrequency, scoreOf } from './ranking.ts';
import type { Field } from './ranking.ts';
import { Matcher, readText } from './reading.ts';
import type { Match, ReadText } from './reading.ts';
import { retrieve } from './retrieval.ts';
import type { Candidates, Scope } from './retrieval.ts';
import { snippetOf } from './snippets.ts';
import type { Store } from './store.ts';
import { findTranslations } from './translations.ts';
import type { TranslationRow } from './translations.ts';
import { LIMITS, WEIGHTS } from './weights.ts';

/**
 * Paragraphs kept analysed between searches, twice: a search as one types asks for the same ones, and
 * analysing is most of what a search does. About 4 kB each.
 */
const CACHED_ROWS = 4_000;
/** UTF-16 code units of a paragraph that its first words take, with room to spare. */
const OPENING = 160;

/** Figures of the corpus that searches need. */
export interface Figures extends Terrain {
  /** Paragraphs in the index. */
  readonly paragraphs: number;
  /** Average length of a paragraph, in letters. */
  readonly average: number;
  /** True when the reader has documents besides the guides. */
  readonly ownDocuments: boolean;
}

interface StoredRow {
  readonly row: number;
  readonly documentId: string;
  readonly title: string;
  /** YYYY, YYYY-MM, YYYY-MM-DD or ''. */
  readonly date: string;
  readonly symbol: string;
  readonly part: string;
  readonly collection: string;
  readonly kind: string;
  /** 1 where the text was recognised in pictures; null where nothing tells. */
  readonly recognised: number | null;
  readonly paragraphId: string;
  readonly text: string;
  readonly letters: number;
  readonly number: string | null;
  readonly page: number | null;
  readonly language: string;
  readonly section: number;
  readonly path: string;
  /** 1 where the document has copies. */
  readonly copied: number;
}

interface Row extends StoredRow {
  readonly read: ReadText;
  /** Title and headings above. */
  readonly above: ReadText;
}

interface Scored {
  readonly row: Row;
  readonly source: 'text' | 'translation';
  readonly score: number;
  readonly matches: readonly Match[];
}

/** Searches one corpus; keeps analysed texts until `forget`. */
export class Searcher {
  private readonly store: Store;
  private rows = new Map<number, Row>();
  /** Those before the last turn: what is still asked for moves on, the rest goes. */
  private olderRows = new Map<number, Row>();
  private readonly headings = new Map<number, ReadText>();

  constructor(store: Store) {
    this.store = store;
  }

  /** To be called after every write. */
  forget(): void {
    this.rows.clear();
    this.olderRows.clear();
    this.headings.clear();
  }

  search(request: SearchRequest, figures: Figures): SearchResult {
    const started = performance.now();
    const plan = planQuery(request.query, request.unexpanded, figures);
    const scope = scopeOf(request, figures);
    const order = request.order ?? 'relevance';
    const kept = order === 'relevance' ? request.limit : Math.max(LIMITS.ordered, request.limit);
    const wanted = Math.max(LIMITS.reranked, kept);
    const candidates = retrieve(this.store, plan, scope, wanted);
    const matcher = new Matcher(plan.concepts, WEIGHTS.prefix);
    const field = fieldOf(plan, figures);
    const translations = findTranslations(this.store, plan, scope, wanted);
    const scored = [
      ...this.rank(candidates, matcher, field),
      ...this.rankTranslations(translations, matcher, field),
    ]
      // Equal scores keep the order of candidates: FTS5's, or the order of reading.
      .sort((left, right) => right.score - left.score)
      .slice(0, kept);
    if (order !== 'relevance') scored.sort(inOrder(order));
    const ask = plan.suggestion !== null && plan.suggestion !== request.query;
    const noted = anyPlaces(this.store);
    return {
      hits: scored.slice(0, request.limit).map((hit) => this.hit(hit, field.idf, noted)),
      total: candidates.total + translations.length,
      capped: candidates.capped,
      expansions: plan.expansions,
      suggestion: ask ? plan.suggestion : null,
      ms: performance.now() - started,
    };
  }

  /** How many paragraphs a search finds, by what one may narrow it with. */
  count(request: Omit<SearchRequest, 'limit'>, figures: Figures): FoundCounts {
    const plan = planQuery(request.query, request.unexpanded, figures);
    return countFound(this.store, plan, scopeOf(request, figures));
  }

  private rank(candidates: Candidates, matcher: Matcher, field: Field): Scored[] {
    const scored: Scored[] = [];
    const placed = candidates.numbered.size + candidates.ofSymbol.size;
    const fine = candidates.unranked ? candidates.rows.length : Math.max(LIMITS.reranked, placed);
    let lowest = Infinity;
    this.load(candidates.rows);
    candidates.rows.forEach((number, index) => {
      const row = this.rows.get(number);
      if (row === undefined) return;
      const matches = matcher.matches(row.read);
      let score: number;
      if (index < fine) {
        const above = matcher.matches(row.above);
        score = scoreOf(field, row.letters, matches, above);
        lowest = Math.min(lowest, score);
      } else score = lowest * (1 - index / (candidates.rows.length + 1));
      if (row.recognised === 1) score *= WEIGHTS.recognised;
      if (candidates.numbered.has(number)) score += WEIGHTS.number;
      if (candidates.ofSymbol.has(number)) score += WEIGHTS.symbol;
      if (row.kind === 'adopted-text' && score >= WEIGHTS.symbol) score += WEIGHTS.adopted;
      scored.push({ row, source: 'text', score, matches });
    });
    return scored;
  }

  private rankTranslations(
    translations: readonly TranslationRow[],
    matcher: Matcher,
    field: Field,
  ): Scored[] {
    this.load(translations.map(({ block }) => block));
    return translations.flatMap(({ block, language, text }) => {
      const paragraph = this.rows.get(block);
      if (paragraph === undefined) return [];
      const read = readText(text, language);
      const matches = matcher.matches(read);
      const above = matcher.matches(paragraph.above);
      const score = scoreOf(field, text.length, matches, above) * WEIGHTS.translation;
      return [
        { row: { ...paragraph, text, language, read }, source: 'translation', score, matches },
      ];
    });
  }

  private hit(
    { row, source, score, matches }: Scored,
    idf: readonly number[],
    noted: boolean,
  ): SearchHit {
    const { documentId, title, date, collection, paragraphId, number, page, language } = row;
    const { tags, notes } = noted ? annotatedAt(this.store, documentId, paragraphId) : UNANNOTATED;
    return {
      documentId,
      title,
      date,
      collection,
      paragraphId,
      number,
      section: JSON.parse(row.path) as string[],
      symbol: row.symbol,
      part: row.part,
      opening: row.text.slice(0, OPENING),
      page,
      language,
      score,
      snippet: snippetOf(row.text, matches, idf),
      copies: row.copied === 1 ? this.copiesOf(row.row) : [],
      tags,
      notes,
      source,
    };
  }

  private copiesOf(row: number): { documentId: string; title: string }[] {
    return this.store
      .sql(
        `SELECT document.id AS documentId, document.title FROM block
         JOIN document ON document.row = block.document
         WHERE block.twin = ? AND document.removed = 0 ORDER BY document.id`,
      )
      .all(row) as { documentId: string; title: string }[];
  }

  /** Reads and analyses the rows that are not at hand yet. */
  private load(rows: readonly number[]): void {
    if (this.rows.size + rows.length > CACHED_ROWS) {
      this.olderRows = this.rows;
      this.rows = new Map();
    }
    const missing = rows.filter((row) => {
      if (this.rows.has(row)) return false;
      const older = this.olderRows.get(row);
      if (older !== undefined) this.rows.set(row, older);
      return older === undefined;
    });
    if (missing.length === 0) return;
    const found = this.store
      .sql(
        `SELECT block.row, document.id AS documentId, document.title, document.date, document.symbol, document.collection,
           document.kind, document.report ->> '$.source' = 'ocr' AS recognised,
           block.id AS paragraphId, block.text, block.letters, block.number, block.part,
           block.page, block.language, block.section, section.path,
           EXISTS (SELECT 1 FROM copy WHERE copy.document = document.row) AS copied
         FROM json_each(?) wanted JOIN block ON block.row = wanted.value
         JOIN document ON document.row = block.document
         JOIN section ON section.row = block.section`,
      )
      .all(JSON.stringify(missing)) as StoredRow[];
    for (const row of found) {
      const read = readText(row.text, row.language);
      this.rows.set(row.row, { ...row, read, above: this.heading(row) });
    }
  }

  private heading({ section, title, path, language }: StoredRow): ReadText {
    let read = this.headings.get(section);
    if (read === undefined) {
      const above = [title, ...(JSON.parse(path) as string[])];
      read = readText(above.join('\n'), language);
      if (this.headings.size >= CACHED_ROWS) this.headings.clear();
      this.headings.set(section, read);
    }
    return read;
  }
}

function scopeOf(
  { guides, language }: Pick<SearchRequest, 'guides' | 'language'>,
  { ownDocuments }: Figures,
): Scope {
  return { language, guides: guides === 'yes' || (guides === 'auto' && !ownDocuments) };
}

/** Undated ones come last, whichever way time runs. */
function inOrder(order: SearchOrder): (left: Scored, right: Scored) => number {
  const reading = (left: Scored, right: Scored): number =>
    left.row.title.localeCompare(right.row.title) ||
    left.row.documentId.localeCompare(right.row.documentId) ||
    left.row.row - right.row.row;
  if (order === 'reading') return reading;
  const sign = order === 'newest' ? -1 : 1;
  return (left, right) => {
    const [one, other] = [left.row.date, right.row.date];
    if (one === other) return reading(left, right);
    if (one === '' || other === '') return one === '' ? 1 : -1;
    return one < other ? -sign : sign;
  };
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
