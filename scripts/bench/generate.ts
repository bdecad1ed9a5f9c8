/**
 * Makes documents that behave like a real library to an index: French and English, words spread by
 * Zipf's law, inflected, in sections with numbered paragraphs. The same seed gives the same texts.
 */
import type { DocumentDraft, DraftBlock } from '../../electron/core/document.ts';

const LINKS: Readonly<Record<string, readonly string[]>> = {
  fr: 'de la et les des à le en un une que qui dans pour du au sur par avec ne pas ce sont'.split(
    ' ',
  ),
  en: 'the of and to in a that for is on as with by are be this from or which it their'.split(' '),
};
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  fr: ['', 's', 'e', 'es', 'ement', 'ements', 'ation', 'ations', 'ité', 'er', 'ées', 'ière'],
  en: ['', 's', 'ed', 'ing', 'ation', 'ations', 'ment', 'ity', 'er', 'ers', 'al', 'ly'],
};
const ONSETS = 'b c d f g l m n p r s t v br cr dr fl gr pl pr st tr ch'.split(' ');
const VOWELS: Readonly<Record<string, readonly string[]>> = {
  fr: 'a e é i o u è ou ai eu au oi'.split(' '),
  en: 'a e i o u ea ou ai oo ee'.split(' '),
};
const ROOTS = 12_000;
/** Share of words that link others: about that of both languages. */
const LINKING = 0.42;

/** One generated document. */
export interface Generated {
  readonly documentId: string;
  readonly title: string;
  readonly draft: DocumentDraft;
}

/** A source of numbers from 0 to 1 that a seed fixes (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Root words of a language, the commonest first. */
export function rootsOf(language: 'fr' | 'en'): string[] {
  const random = randomFrom(language === 'fr' ? 11 : 23);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const roots = new Set<string>();
  while (roots.size < ROOTS) {
    let root = '';
    for (let syllables = 2 + Math.floor(random() * 2); syllables > 0; syllables--) {
      root += pick(ONSETS) + pick(VOWELS[language] ?? []);
    }
    roots.add(root + pick(ONSETS).slice(0, 1));
  }
  return [...roots];
}

/** Documents with `paragraphs` paragraphs in all, two thirds of them French. */
export function* generate(paragraphs: number, seed = 1): Generator<Generated> {
  const random = randomFrom(seed);
  const roots = { fr: rootsOf('fr'), en: rootsOf('en') };
  let made = 0;
  for (let count = 0; made < paragraphs; count++) {
    const language = random() < 0.67 ? 'fr' : 'en';
    const size = Math.min(paragraphs - made, 20 + Math.floor(random() * 160));
    made += size;
    const words = roots[language];
    const title = sentence(random, language, words, 7);
    yield {
      documentId: `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`,
      title,
      draft: draftOf(language, title, size, () => random(), words),
    };
  }
}

function draftOf(
  language: 'fr' | 'en',
  title: string,
  size: number,
  random: () => number,
  words: readonly string[],
): DocumentDraft {
  const blocks: DraftBlock[] = [];
  const block = { marker: null, part: 'body', language: null } as const;
  for (let index = 0; index < size; index++) {
    const page = 1 + Math.floor(index / 8);
    if (index % 12 === 0) {
      const text = sentence(random, language, words, 5);
      blocks.push({ ...block, kind: 'heading', level: 1, text, number: null, page });
    }
    const length = 15 + Math.floor(random() ** 2 * 150);
    const number = String(index + 1);
    const text = `${sentence(random, language, words, length)}.`;
    blocks.push({ ...block, kind: 'paragraph', text, number, page });
  }
  return {
    format: 'txt',
    title,
    language,
    pages: null,
    metadata: { symbol: null, date: null, kind: null, body: null },
    blocks,
    report: { numbers: size, gaps: [], repairedWords: 0, source: 'digital' },
    extractor: 'generated',
  };
}

function sentence(
  random: () => number,
  language: 'fr' | 'en',
  roots: readonly string[],
  length: number,
): string {
  const links = LINKS[language] ?? [];
  const endings = ENDINGS[language] ?? [];
  let text = '';
  for (let index = 0; index < length; index++) {
    let word: string;
    if (random() < LINKING) word = links[Math.floor(links.length * random() ** 2)] ?? '';
    else {
      // Zipf: the rank that a uniform number picks when frequency falls with rank.
      const rank = Math.floor(Math.exp(random() * Math.log(roots.length)) - 1);
      word = (roots[rank] ?? '') + (endings[Math.floor(random() ** 4 * endings.length)] ?? '');
    }
    text += index === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : ` ${word}`;
  }
  return text;
}
