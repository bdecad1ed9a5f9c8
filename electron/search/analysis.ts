/**
 * What each language does to a word: lunr-languages' stemmers and stop words behind one cache, on
 * both sides of the index. Folding comes after stemming, for stemmers need the accents.
 */
import lunr from 'lunr';
import support from 'lunr-languages/lunr.stemmer.support.js';
import { fold, lower } from './fold.ts';
import { PLUGINS } from './languages.ts';

/** A word as one language sees it. */
export interface Term {
  readonly fold: string;
  /** Folded stem; equals `fold` where there is nothing to take off. */
  readonly stem: string;
  /** True for the language's stop words: in the index, but not worth searching for. */
  readonly stop: boolean;
  /** Lower case with its accents: how the word is shown when it is suggested. */
  readonly form: string;
  /** False for numbers and for what is nothing but signs. */
  readonly word: boolean;
  /** The vocabulary that has it already: spares looking it up with every occurrence. */
  knownTo: object | null;
}

/** One language's analysis: the terms of words as texts and queries spell them. */
export type Analyser = (form: string) => Term;

type LunrStep = (token: lunr.Token) => lunr.Token | null | undefined;

/** Words kept per language, twice: what is still met moves on, the rest goes. Bounds memory on huge libraries. */
const CACHED = 60_000;
/** Longer runs are no words (hashes, base64): neither stemmed nor worth cache space. */
const LONGEST_STEMMED = 40;

/**
 * Words of questions and plain links that lunr's lists lack: they say how something is asked,
 * not what is asked for.
 */
const MORE_STOPS: Readonly<Record<string, string>> = {
  fr:
    'comment quoi pourquoi quand où combien lequel laquelle lesquels lesquelles dont cela ça ' +
    'ceux celle celles celui être avoir fait plus peut si aussi comme entre sous lors ainsi afin ' +
    'donc or ni car cette tout tous toute toutes est-ce peut-on doit-on',
  en: 'what which who whom whose when where why how many much did does do is was were are be been',
  es: 'qué quién quiénes cuál cuáles cómo cuándo dónde cuánto cuánta cuántos cuántas',
  ru: 'какой какая какое какие кто что где когда почему сколько как',
  ar: 'ما ماذا من متى أين كيف لماذا كم هل أي في على إلى عن',
  zh: '的 了 在 是 和 与 有 什么 谁 哪 哪里 哪些 多少 怎么 如何 为什么 吗 呢 个',
};

const analysers = new Map<string, Analyser>();
let supported = false;

/** The analysed form of a word in a language ('und' and unknown languages: folding alone). */
export function analyse(language: string, form: string): Term {
  return analyserOf(language)(form);
}

/** The analyser of a language, for many words at a time. */
export function analyserOf(language: string): Analyser {
  let analyser = analysers.get(language);
  if (analyser === undefined) analysers.set(language, (analyser = build(language)));
  return analyser;
}

function build(language: string): Analyser {
  const [stemmer, stopWordFilter] = stepsOf(language);
  const more = new Set((MORE_STOPS[language] ?? '').split(' ').map(fold));
  let cache = new Map<string, Term>();
  const make = (form: string): Term => {
    const small = lower(form);
    const folded = fold(small);
    const stemmed =
      stemmer === null || folded.length > LONGEST_STEMMED || /[0-9]/.test(folded)
        ? folded
        : fold(stemmer(new lunr.Token(small, {}))?.toString() ?? folded);
    return {
      fold: folded,
      stem: stemmed === '' ? folded : stemmed,
      stop:
        more.has(folded) || (stopWordFilter !== null && !stopWordFilter(new lunr.Token(small, {}))),
      form: small,
      word: folded !== '' && !/^\d+$/.test(folded),
      knownTo: null,
    };
  };
  let older = new Map<string, Term>();
  return (form) => {
    let term = cache.get(form);
    if (term !== undefined) return term;
    const known = older.get(form);
    term = known ?? make(form);
    if (cache.size >= CACHED) {
      older = cache;
      cache = new Map();
    }
    cache.set(known === undefined ? detached(form) : form, term);
    return term;
  };
}

/** A copy of a long word that does not hold the text it was cut from in memory. */
function detached(form: string): string {
  return form.length < 13 ? form : Array.from(form).join('');
}

/** lunr's stemmer and stop word filter of a language; its trimmers are never used. */
function stepsOf(language: string): [LunrStep | null, LunrStep | null] {
  if (language === 'en') {
    return [
      (token) => lunr.stemmer(token),
      (token) => lunr.stopWordFilter(token) as lunr.Token | undefined,
    ];
  }
  const plugin = PLUGINS[language];
  if (plugin === undefined) return [null, null];
  if (!supported) {
    support(lunr);
    supported = true;
  }
  plugin(lunr);
  const steps = (
    lunr as unknown as Record<string, { stemmer?: LunrStep; stopWordFilter?: LunrStep }>
  )[language];
  return [steps?.stemmer ?? null, steps?.stopWordFilter ?? null];
}
