/** Dates as documents print them, in the UN's languages, to YYYY-MM-DD. It finds; it does not judge. */
import { foldedText } from '../core/canonical.ts';
import { plainDigits } from '../core/number.ts';

const MONTHS: readonly string[] = [
  'january janvier enero januar gennaio janeiro января يناير',
  'february fevrier febrero februar febbraio fevereiro февраля فبراير',
  'march mars marzo marz marco марта مارس',
  'april avril abril aprile апреля ابريل',
  'may mai mayo maggio maio мая مايو',
  'june juin junio juni giugno junho июня يونيه يونيو',
  'july juillet julio juli luglio julho июля يوليه يوليو',
  'august aout agosto августа اغسطس',
  'september septembre septiembre settembre setembro сентября سبتمبر',
  'october octobre octubre oktober ottobre outubro октября اكتوبر',
  'november novembre noviembre novembro ноября نوفمبر',
  'december decembre diciembre dezember dicembre dezembro декабря ديسمبر',
];
const MONTH_OF = new Map(
  MONTHS.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);
/** Folding takes the short vowel marks off Arabic and Cyrillic letters alike. */
const NAMES = [...MONTH_OF.keys()].map((name) => foldedText(name)).join('|');
const FOLDED_MONTHS = new Map([...MONTH_OF].map(([name, month]) => [foldedText(name), month]));

const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:er|o|st|nd|rd|th)?(?: de| of)? (${NAMES})(?: de| del)? (\\d{4})(?!\\d)`,
  'gu',
);
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}])(${NAMES}) (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})(?!\\d)`,
  'gu',
);
const CHINESE = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu;
const ISO = /(?<![\d/])(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;

/** A date and how many letters and digits of the text it takes. */
export interface FoundDate {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly length: number;
}

/** All full dates in a text, in the order of the patterns. */
export function datesIn(text: string): FoundDate[] {
  const plain = plainDigits(text);
  const folded = foldedText(plain);
  return [
    ...matches(folded, DAY_FIRST, ([, day, month, year]) => [
      year,
      String(FOLDED_MONTHS.get(month ?? '')),
      day,
    ]),
    ...matches(folded, MONTH_FIRST, ([, month, day, year]) => [
      year,
      String(FOLDED_MONTHS.get(month ?? '')),
      day,
    ]),
    ...matches(plain, CHINESE, ([, year, month, day]) => [year, month, day]),
    ...matches(plain, ISO, ([, year, month, day]) => [year, month, day]),
  ];
}

function matches(
  text: string,
  pattern: RegExp,
  fields: (match: RegExpMatchArray) => (string | undefined)[],
): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const [year = '', month = '', day = ''] = fields(match);
    const valid =
      Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
    if (!valid || Number(year) < 1900 || Number(year) > 2100) continue;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    found.push({ date, length: match[0].length });
  }
  return found;
}
