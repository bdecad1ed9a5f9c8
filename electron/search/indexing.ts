/**
 * What one paragraph puts into the full-text index: its folded words, the stems that differ from
 * them, the headings above it; and the words the vocabulary learns from it.
 */
import { analyserOf } from './analysis.ts';
import type { Term } from './analysis.ts';
import { cut } from './words.ts';

export interface Postings {
  /** Folded words in order, then second spellings: phrases match on this column. */
  readonly exact: string;
  /** Stems that differ from their word, stop words left out. */
  readonly stem: string;
  /** Folded words and stems of the headings. */
  readonly head: string;
}

/** Called with every word of a paragraph. */
export type Learn = (term: Term, language: string) => void;

/** Postings of a paragraph; `head` holds the headings right above it, '' for none. */
export function postings(text: string, head: string, language: string, learn: Learn): Postings {
  const own = fields(text, language, learn);
  const above = head === '' ? null : fields(head, language, learn);
  return {
    exact: own.exact,
    stem: own.stem,
    head: above === null ? '' : `${above.exact} ${above.stem}`,
  };
}

function fields(text: string, language: string, learn: Learn): { exact: string; stem: string } {
  const analyser = analyserOf(language);
  const exact: string[] = [];
  const stems: string[] = [];
  const extra: string[] = [];
  let previous = '';
  const put = (form: string, into: string[]): boolean => {
    const term = analyser(form);
    if (term.fold === '') return false;
    into.push(term.fold);
    if (term.stem !== term.fold && !term.stop) stems.push(term.stem);
    learn(term, language);
    return true;
  };
  for (const { form, other, joined } of cut(text)) {
    if (!put(form, exact)) continue;
    if (other !== null) put(other, extra);
    if (joined && previous !== '') put(previous + form, extra);
    previous = form;
  }
  return { exact: [...exact, ...extra].join(' '), stem: stems.join(' ') };
}
