/**
 * Reading a text with a query's concepts in mind: which words of it satisfy which concept, where,
 * and how well. Ranking and marks both stand on this.
 */
import { analyserOf } from './analysis.ts';
import type { Term } from './analysis.ts';
import type { Concept } from './concepts.ts';
import { fold } from './fold.ts';
import { cut } from './words.ts';

/** A text cut and analysed once. */
export interface ReadText {
  readonly words: readonly ReadWord[];
}

interface ReadWord {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
  /** Further folded forms at this place (migrantes, interagences), usually none. */
  readonly others: readonly string[];
}

/** One place of a text that satisfies a concept. */
export interface Match {
  readonly concept: number;
  /** Place in the sequence of words. */
  readonly word: number;
  /** Number of words covered. */
  readonly length: number;
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly worth: number;
}

const NONE: readonly string[] = [];

export function readText(text: string, language: string): ReadText {
  const words: ReadWord[] = [];
  const analyser = analyserOf(language);
  let previous = '';
  for (const { start, end, form, other, joined } of cut(text)) {
    const term = analyser(form);
    if (term.fold === '') continue;
    let others = NONE;
    if (other !== null) others = [fold(other)];
    if (joined && previous !== '') others = [...others, fold(previous + form)];
    words.push({ start, end, term, others });
    previous = form;
  }
  return { words };
}

interface Wish {
  readonly concept: number;
  readonly worth: number;
}

/** Finds a query's concepts in texts; made once per query. */
export class Matcher {
  private readonly byFold = new Map<string, Wish[]>();
  private readonly byStem = new Map<string, Wish[]>();
  private readonly prefixes: { prefix: string; concept: number; worth: number }[] = [];
  private readonly bySequence = new Map<
    string,
    { words: readonly string[]; concept: number; worth: number }[]
  >();

  /** @param prefixWorth what a word is worth that only begins as typed. */
  constructor(concepts: readonly Concept[], prefixWorth: number) {
    concepts.forEach(({ folds, stems, prefix, sequences }, concept) => {
      for (const [word, worth] of folds) add(this.byFold, word, { concept, worth });
      for (const [stem, worth] of stems) add(this.byStem, stem, { concept, worth });
      if (prefix !== null) this.prefixes.push({ prefix, concept, worth: prefixWorth });
      for (const { words, worth } of sequences) {
        const [first] = words;
        if (first !== undefined) add(this.bySequence, first, { words, concept, worth });
      }
    });
  }

  /** Matches in text order; one word may satisfy several concepts. */
  matches({ words }: ReadText): Match[] {
    const found: Match[] = [];
    const put = (wish: Wish, at: number, length: number): void => {
      const [first, last] = [words[at], words[at + length - 1]];
      if (first === undefined || last === undefined) return;
      const { concept, worth } = wish;
      found.push({ concept, word: at, length, start: first.start, end: last.end, worth });
    };
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (word === undefined) continue;
      let exact = this.byFold.get(word.term.fold);
      for (const other of word.others) exact = both(exact, this.byFold.get(other));
      if (exact !== undefined) for (const wish of exact) put(wish, at, 1);
      const stem = word.term.stop ? undefined : this.byStem.get(word.term.stem);
      if (stem !== undefined) {
        for (const wish of stem) {
          if (exact?.some(({ concept }) => concept === wish.concept) !== true) put(wish, at, 1);
        }
      }
      for (const wish of this.prefixes) {
        if (word.term.fold.length > wish.prefix.length && word.term.fold.startsWith(wish.prefix)) {
          put(wish, at, 1);
        }
      }
      const sequences = this.bySequence.get(word.term.fold);
      if (sequences === undefined) continue;
      for (const wish of sequences) {
        if (wish.words.every((part, index) => words[at + index]?.term.fold === part)) {
          put(wish, at, wish.words.length);
        }
      }
    }
    return found;
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function both(left: Wish[] | undefined, right: Wish[] | undefined): Wish[] | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return [...left, ...right];
}
