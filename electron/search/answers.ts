/** What a search is asked and what it answers: the shapes the contract's views mirror. */
import type { SearchOrder } from '../core/query.ts';

export interface SearchRequest {
  readonly query: string;
  /** Most hits wanted. */
  readonly limit: number;
  /** Only paragraphs in this language; absent: any. */
  readonly language?: string | undefined;
  /** Thesaurus terms not to expand, as typed; null: expand nothing. */
  readonly unexpanded: readonly string[] | null;
  /** The product's guides: 'auto' leaves them out once the reader has documents of their own. */
  readonly guides: 'auto' | 'yes' | 'no';
  /** Absent: by relevance. Any other order is that of the most relevant ones. */
  readonly order?: SearchOrder | undefined;
}

/** A stretch of a paragraph with marked words; '…' where it was cut. */
export interface Snippet {
  readonly text: string;
  /** Pairs of start and end (exclusive) into `text`, ascending, not overlapping. */
  readonly marks: readonly (readonly [number, number])[];
}

export interface SearchHit {
  readonly documentId: string;
  readonly title: string;
  readonly date: string;
  readonly collection: string;
  readonly paragraphId: string;
  readonly number: string | null;
  readonly section: readonly string[];
  /** Symbol of the document or '', part of it, and the paragraph's first words: for references. */
  readonly symbol: string;
  readonly part: string;
  readonly opening: string;
  readonly page: number | null;
  readonly language: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  readonly snippet: Snippet;
  /** Other documents that hold this very paragraph. */
  readonly copies: readonly { readonly documentId: string; readonly title: string }[];
  readonly tags: readonly string[];
  readonly notes: number;
  /** Whose words were found: the paragraph's, or the reader's working translation of it. */
  readonly source: 'text' | 'translation';
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Matching paragraphs, copies counted once; a lower bound when `capped`. */
  readonly total: number;
  readonly capped: boolean;
  readonly expansions: readonly { readonly from: string; readonly to: readonly string[] }[];
  /** A spelling that finds more, or null. */
  readonly suggestion: string | null;
  /** Milliseconds spent. */
  readonly ms: number;
}

export interface FoundInDocument {
  readonly paragraphId: string;
  /** Pairs of start and end (exclusive) into canonical text. */
  readonly marks: readonly (readonly [number, number])[];
}
