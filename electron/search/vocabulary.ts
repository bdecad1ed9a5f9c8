/**
 * The words of the whole corpus: how often each stands in it, which stems each has in the languages
 * present, and which words are near a misspelt one.
 */
import type { Term } from './analysis.ts';
import { fold } from './fold.ts';
import { LIMITS } from './weights.ts';
import type { Store } from './store.ts';

/** A word near a misspelt one. */
export interface Spelling {
  readonly word: string;
  readonly edits: number;
}

/** Vocabulary of one corpus. Reads through caches that every write of the corpus must `forget`. */
export class Vocabulary {
  private readonly store: Store;
  /** Marks the terms that are in the table; another mark forgets them all. */
  private mark = {};
  private readonly counts = new Map<string, { exact: number; stem: number }>();
  private byLength: Map<number, { words: string[]; signs: number[] }> | null = null;

  constructor(store: Store) {
    this.store = store;
  }

  /** Takes in one word of a paragraph; numbers are not words. */
  readonly learn = (term: Term, language: string): void => {
    if (!term.word || term.knownTo === this.mark) return;
    term.knownTo = this.mark;
    this.store
      .sql('INSERT OR IGNORE INTO word(word, language, stem, form) VALUES (?, ?, ?, ?)')
      .run(term.fold, language, term.stem, term.form);
  };

  /** Empties what was read: to be called after every write; also after a rolled back one. */
  forget(rolledBack = false): void {
    this.counts.clear();
    this.byLength = null;
    if (rolledBack) this.mark = {};
  }

  /** Paragraphs that hold a word, by column (headings count as words). */
  count(word: string): { exact: number; stem: number } {
    let count = this.counts.get(word);
    if (count === undefined) {
      count = { exact: 0, stem: 0 };
      const rows = this.store
        .sql(
          `SELECT col, doc FROM passage_terms WHERE term = ?
           UNION ALL SELECT col, doc FROM translated_terms WHERE term = ?`,
        )
        .all(word, word);
      for (const { col, doc } of rows as { col: string; doc: number }[]) {
        if (col === 'stem') count.stem += doc;
        else count.exact += doc;
      }
      this.counts.set(word, count);
    }
    return count;
  }

  /** Stems a folded word has in the languages it was met in; empty for an unknown word. */
  stemsOf(word: string): string[] {
    const rows = this.store.sql('SELECT DISTINCT stem FROM word WHERE word = ?').pluck().all(word);
    return rows as string[];
  }

  /** True when some word of the corpus begins so. */
  begins(prefix: string): boolean {
    const next = this.store
      .sql('SELECT word FROM word WHERE word >= ? LIMIT 1')
      .pluck()
      .get(prefix);
    return typeof next === 'string' && next.startsWith(prefix);
  }

  /** A spelling of the folded word as texts have it, with its accents. */
  formOf(word: string): string {
    const forms = this.store
      .sql('SELECT form FROM word WHERE word = ?')
      .pluck()
      .all(word) as string[];
    return forms.find((form) => fold(form) === word) ?? word;
  }

  /** Up to a few words of the corpus nearest to a folded word that the corpus lacks. */
  near(word: string, edits = word.length < 4 ? 0 : word.length < 8 ? 1 : 2): Spelling[] {
    if (edits === 0) return [];
    const lists = this.load();
    const signs = signsOf(word);
    let best = edits;
    let found: Spelling[] = [];
    for (let length = word.length - edits; length <= word.length + edits; length++) {
      const list = lists.get(length);
      if (list === undefined) continue;
      for (let index = 0; index < list.words.length; index++) {
        if (differing(signs, list.signs[index] ?? 0) > best * 2) continue;
        const candidate = list.words[index] ?? '';
        const distance = editDistance(word, candidate, best);
        if (distance > best || distance === 0) continue;
        if (distance < best) found = [];
        best = distance;
        found.push({ word: candidate, edits: distance });
      }
    }
    return found
      .map((spelling) => ({ spelling, rank: this.likelihood(word, spelling.word) }))
      .filter(({ rank }) => rank > 0)
      .sort((left, right) => right.rank - left.rank)
      .slice(0, LIMITS.spellings)
      .map(({ spelling }) => spelling);
  }

  /** Frequent words that begin with the same letter are the likeliest meant. */
  private likelihood(typed: string, word: string): number {
    return this.count(word).exact * (typed[0] === word[0] ? 4 : 1);
  }

  private load(): Map<number, { words: string[]; signs: number[] }> {
    if (this.byLength !== null) return this.byLength;
    this.byLength = new Map();
    const words = this.store.sql('SELECT DISTINCT word FROM word').pluck();
    for (const word of words.iterate() as IterableIterator<string>) {
      let list = this.byLength.get(word.length);
      if (list === undefined) this.byLength.set(word.length, (list = { words: [], signs: [] }));
      list.words.push(word);
      list.signs.push(signsOf(word));
    }
    return this.byLength;
  }
}

/** Which letters a word has, as bits: words whose bits differ much need no closer look. */
function signsOf(word: string): number {
  let signs = 0;
  for (let index = 0; index < word.length; index++) signs |= 1 << (word.charCodeAt(index) % 31);
  return signs;
}

function differing(left: number, right: number): number {
  let bits = left ^ right;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/**
 * Edits (insert, delete, replace, swap neighbours) from one word to another.
 * @returns a number above `limit` as soon as it is clear that there are more.
 */
export function editDistance(left: string, right: string, limit: number): number {
  const width = right.length;
  if (Math.abs(left.length - width) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = above;
    above = current;
  }
  return above[width] ?? limit + 1;
}
