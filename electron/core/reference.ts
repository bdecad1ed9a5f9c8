/**
 * Formatted references with a paragraph pinpoint, in French and English: what a reader pastes into
 * a letter. A text without official numbers is pinned by section, page and first words instead.
 */
import type { Block } from './document.ts';
import { formatNumbers } from './reference-numbers.ts';
import type { ReferenceLanguage } from './reference-numbers.ts';

/** What names the document. */
export interface ReferenceSource {
  readonly title: string;
  /** Official symbol ('A/RES/76/266'), or '' when it has none: then the title stands for it. */
  readonly symbol: string;
}

/** What a reference needs of a paragraph. */
export type Pinpoint = Pick<Block, 'number' | 'part' | 'section' | 'page' | 'text'>;

/** Words quoted from the start of a paragraph that has no number. */
const FIRST_WORDS = 8;
/** French quotation marks keep their words by a narrow no-break space. */
const THIN = '\u202f';

/**
 * The reference to one or several paragraphs of a document, in text order.
 * Paragraphs without a number are left out where others of the same part have one.
 * @returns for no paragraphs at all, the document's name alone.
 */
export function formatReference(
  source: ReferenceSource,
  paragraphs: readonly Pinpoint[],
  language: ReferenceLanguage,
): string {
  const name = source.symbol === '' ? source.title : source.symbol;
  const pinpoints = groupByPart(paragraphs).map((group) => pinpoint(group, language));
  return [name, pinpoints.join('; ')].filter((piece) => piece !== '').join(', ');
}

function pinpoint(group: readonly Pinpoint[], language: ReferenceLanguage): string {
  const first = group[0];
  if (first === undefined) return '';
  const part = formatPart(first.part, language);
  const numbers = group.flatMap(({ number }) => (number === null ? [] : [number]));
  const where =
    numbers.length > 0 ? numbered(numbers, language) : numberless(first, group.at(-1), language);
  return [part, ...where].filter((piece) => piece !== '').join(', ');
}

function numbered(numbers: readonly string[], language: ReferenceLanguage): string[] {
  const single = new Set(numbers).size === 1;
  const word = language === 'fr' ? 'par.' : single ? 'para.' : 'paras.';
  return [`${word} ${formatNumbers(numbers, language)}`];
}

function numberless(
  first: Pinpoint,
  last: Pinpoint | undefined,
  language: ReferenceLanguage,
): string[] {
  const section = first.section.at(-1);
  return [
    section === undefined ? '' : quote(section, language),
    pages(first.page, last?.page ?? first.page, language),
    quote(firstWords(first.text), language),
  ];
}

function pages(from: number | null, to: number | null, language: ReferenceLanguage): string {
  if (from === null) return '';
  if (to === null || to === from) return `p. ${from}`;
  return language === 'fr' ? `p. ${from} à ${to}` : `pp. ${from}–${to}`;
}

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/u);
  if (words.length <= FIRST_WORDS) return words.join(' ');
  const start = words.slice(0, FIRST_WORDS).join(' ');
  return `${start.replace(/[\s,;:.]+$/u, '')} …`;
}

function quote(words: string, language: ReferenceLanguage): string {
  return language === 'fr' ? `«${THIN}${words}${THIN}»` : `“${words}”`;
}

function formatPart(part: string, language: ReferenceLanguage): string {
  if (part === 'body') return '';
  return language === 'en'
    ? part
    : part.replace(/^annex\b/u, 'annexe').replace(/^appendix\b/u, 'appendice');
}

function groupByPart(paragraphs: readonly Pinpoint[]): Pinpoint[][] {
  const groups: Pinpoint[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (last?.[0]?.part === paragraph.part) last.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}
