/**
 * What one paragraph puts into the full-text index: its folded words, the stems that differ from
 * them, the headings above it; and the words the vocabulary learns from it.
 */
import { analyse } from './analysis.ts';
import { cut } from './words.ts';

export interface Postings {
  /** Folded words in order, then second spellings: phrases match on this column. */
  readonly exact: string;
  /** Stems that differ from their word, stop words left out. */
  readonly stem: string;
  /** Folded words and stems of the headings. */
  readonly head: string;
}

/** Called with every word that is not all digits: folded, stem, language, spelling. */
export type Learn = (word: string, stem: string, language: string, form: string) => void;

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

function fields(text: string, language: string, learn: Learn) {
  const words = cut(text);
  let exact = '';
  let stem = '';
  let extra = '';
  let previous = '';
  const add = (form: string): string => {
    const term = analyse(language, form);
    if (term.fold === '') return '';
    if (term.stem !== term.fold && !term.stop) stem += ` ${term.stem}`;
    learn(term.fold, term.stem, language, form);
    return term.fold;
  };
  for (const { form, other, joined } of words) {
    const folded = add(form);
    if (folded === '') continue;
    exact += exact === '' ? folded : ` ${folded}`;
    if (other !== null) extra += ` ${add(other)}`;
    if (joined && previous !== '') extra += ` ${add(previous + form)}`;
    previous = form;
  }
  return { exact: exact + extra, stem: stem.trimStart() };
}
