/**
 * What a query asks for, as concepts: each typed word or phrase with every form that satisfies it
 * and what each form is worth. One shape serves retrieval (FTS5), ranking and marks.
 */
import { analyse } from './analysis.ts';
import { fold } from './fold.ts';
import type { Vocabulary } from './vocabulary.ts';
import { WEIGHTS } from './weights.ts';
import { cut } from './words.ts';

/** One wish of a query. */
export interface Concept {
  /** Folded form to find, with what it is worth (0 to 1). */
  readonly folds: ReadonlyMap<string, number>;
  /** Stems that satisfy it, with what they are worth. */
  readonly stems: ReadonlyMap<string, number>;
  /** Beginning that satisfies it, or null. */
  readonly prefix: string | null;
  /** Sequences of folded words that satisfy it. */
  readonly sequences: readonly { readonly words: readonly string[]; readonly worth: number }[];
  /** Paragraphs that may satisfy it, an upper bound. */
  readonly frequency: number;
  /** FTS5 expression; '' when nothing in the corpus can match. */
  readonly fts: string;
  /** True when only a guessed spelling satisfies it. */
  readonly guessed: boolean;
}

/** A plain word: its exact form, and its stems in every language of the corpus. */
export function plainWord(
  form: string,
  languages: readonly string[],
  vocabulary: Vocabulary,
): Concept {
  const folded = fold(form);
  const stems = new Set(vocabulary.stemsOf(folded));
  for (const language of languages) stems.add(analyse(language, form).stem);
  let frequency = vocabulary.count(folded).exact;
  const parts = frequency > 0 ? [`{exact head}: ${quote(folded)}`] : [];
  const kept = new Map<string, number>();
  for (const stem of stems) {
    const count = vocabulary.count(stem);
    if (count.stem > 0) {
      parts.push(`stem: ${quote(stem)}`);
      frequency += count.stem;
    }
    // A word that is its own stem stands in the exact column alone.
    if (stem !== folded && count.exact > 0) {
      parts.push(`{exact head}: ${quote(stem)}`);
      frequency += count.exact;
    }
    if (count.stem > 0 || count.exact > 0) kept.set(stem, WEIGHTS.stem);
  }
  return {
    folds: new Map([[folded, WEIGHTS.exact]]),
    stems: kept,
    prefix: null,
    sequences: [],
    frequency,
    fts: parts.join(' OR '),
    guessed: false,
  };
}

/** Words that begin so; `worth` is what a longer word than the typed one is worth. */
export function prefixWord(form: string, frequency: number): Concept {
  const prefix = fold(form);
  return {
    folds: new Map([[prefix, WEIGHTS.exact]]),
    stems: new Map(),
    prefix,
    sequences: [],
    frequency,
    fts: `{exact head}: ${quote(prefix)} *`,
    guessed: false,
  };
}

/** Words spelt nearly so. */
export function fuzzyWord(form: string, vocabulary: Vocabulary, edits?: number): Concept {
  const folded = fold(form);
  const folds = new Map<string, number>();
  const stems = new Map<string, number>();
  const known = vocabulary.count(folded).exact > 0;
  if (known) folds.set(folded, WEIGHTS.exact);
  let frequency = 0;
  const parts: string[] = [];
  for (const { word, edits: distance } of vocabulary.near(folded, edits)) {
    const worth = WEIGHTS.fuzzy * (1 - distance / (folded.length + 1));
    folds.set(word, worth);
    for (const stem of vocabulary.stemsOf(word)) {
      if (stem !== word && !stems.has(stem)) stems.set(stem, worth * WEIGHTS.stem);
    }
  }
  for (const word of folds.keys()) {
    parts.push(`{exact head}: ${quote(word)}`);
    frequency += vocabulary.count(word).exact;
  }
  for (const stem of stems.keys()) {
    const count = vocabulary.count(stem).stem;
    if (count > 0) parts.push(`stem: ${quote(stem)}`);
    frequency += count;
  }
  return {
    folds,
    stems,
    prefix: null,
    sequences: [],
    frequency,
    fts: parts.join(' OR '),
    guessed: !known,
  };
}

/** Words in this very order, and nothing between them (stop words count, elisions don't). */
export function phrase(texts: readonly string[], vocabulary: Vocabulary, worth = 1): Concept {
  const sequences = texts
    .map((text) => ({ words: cut(text).map(({ form }) => fold(form)), worth }))
    .filter(({ words }) => words.length > 0);
  let frequency = 0;
  const parts: string[] = [];
  for (const { words } of sequences) {
    const rarest = Math.min(...words.map((word) => vocabulary.count(word).exact));
    if (rarest === 0) continue;
    frequency += rarest;
    parts.push(`{exact head}: ${quote(words.join(' '))}`);
  }
  return {
    folds: new Map(),
    stems: new Map(),
    prefix: null,
    sequences,
    frequency,
    fts: parts.join(' OR '),
    guessed: false,
  };
}

/** A string of FTS5's query language. */
export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
