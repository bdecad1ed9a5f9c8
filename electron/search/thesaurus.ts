/**
 * The bilingual thesaurus: which terms mean the same institution, text or thing. It finds its terms
 * in a query and gives the other terms of the group; what is only related is never expanded.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fold } from './fold.ts';
import { cut } from './words.ts';

/** `resources/thesaurus.json`. */
interface ThesaurusData {
  readonly groups: readonly {
    /** Terms that mean the same. */
    readonly same: readonly string[];
    /** Terms to offer, never to expand silently. */
    readonly related?: readonly string[];
  }[];
}

interface Entry {
  readonly words: readonly string[];
  readonly term: string;
  readonly acronym: boolean;
  readonly same: readonly string[];
}

/** A term found in a query. */
export interface FoundTerm {
  /** First query word it covers. */
  readonly from: number;
  /** One past the last query word it covers. */
  readonly to: number;
  /** Other terms of the group, as the thesaurus writes them. */
  readonly same: readonly string[];
}

/** Places of the file, seen from the sources and from the built and packaged service. */
const PLACES = ['../../resources/', '../resources/', './resources/', '../../../resources/'];

export class Thesaurus {
  private readonly entries = new Map<string, Entry[]>();

  constructor(data: ThesaurusData) {
    for (const { same } of data.groups) for (const term of same) this.add(term, same);
    for (const list of this.entries.values()) {
      list.sort((left, right) => right.words.length - left.words.length);
    }
  }

  private add(term: string, group: readonly string[]): void {
    const words = wordsOf(term);
    const [first] = words;
    if (first === undefined) return;
    const list = this.entries.get(first) ?? [];
    const same = group.filter((other) => other !== term);
    list.push({ words, term, acronym: isAcronym(term), same });
    this.entries.set(first, list);
  }

  /**
   * Terms among consecutive query words, longest first, none overlapping.
   * @param isStop tells the words that, in lower case, are no acronym ('who').
   */
  find(typed: readonly string[], isStop: (word: string) => boolean): FoundTerm[] {
    const words = typed.map((word) => singular(fold(word)));
    const found: FoundTerm[] = [];
    for (let from = 0; from < words.length; from++) {
      const entry = this.entries.get(words[from] ?? '')?.find((candidate) => {
        const fits = candidate.words.every((word, index) => words[from + index] === word);
        if (!fits || !candidate.acronym || candidate.words.length > 1) return fits;
        const written = typed[from] ?? '';
        return written === written.toUpperCase() || !isStop(fold(written));
      });
      if (entry === undefined) continue;
      found.push({ from, to: from + entry.words.length, same: entry.same });
      from += entry.words.length - 1;
    }
    return found;
  }

  /** Terms that mean the same as a whole term, itself included; empty for an unknown one. */
  equivalents(term: string): string[] {
    const words = wordsOf(term);
    const entry = this.entries
      .get(words[0] ?? '')
      ?.find((candidate) => candidate.words.join(' ') === words.join(' '));
    return entry === undefined ? [] : [entry.term, ...entry.same];
  }
}

/** The thesaurus that ships with the product; empty where its file can't be found or read. */
export function shippedThesaurus(): Thesaurus {
  for (const place of PLACES) {
    const url = new URL(`${place}thesaurus.json`, import.meta.url);
    if (url.protocol === 'file:' && existsSync(url)) {
      return new Thesaurus(JSON.parse(readFileSync(url, 'utf8')) as ThesaurusData);
    }
  }
  return new Thesaurus({ groups: [] });
}

/** True for a term in capitals, such as 'HCDH'. */
export function isAcronym(term: string): boolean {
  return /^[\p{Lu}\d]{2,}$/u.test(term);
}

function wordsOf(term: string): string[] {
  return cut(term).map(({ form }) => singular(fold(form)));
}

/** Number is no difference between terms; word family is (engagement, but never engager). */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}
