/**
 * How official numbers are written in a reference: the language-neutral '16 (c)' as « 16 c) » or
 * "16 (c)", and lists of them as ranges. It knows which numbers follow one another.
 */

export type ReferenceLanguage = 'fr' | 'en';

/** One number taken apart: '16 (c) (ii)' is base 16 with the steps c and ii. */
interface Parts {
  readonly base: string;
  readonly steps: readonly string[];
}

const SUFFIXES = ['', 'bis', 'ter', 'quater', 'quinquies', 'sexies'];

/** One official number in a language's own style; what is no such number stays as it is. */
export function formatNumber(number: string, language: ReferenceLanguage): string {
  const { base, steps } = takeApart(number);
  return language === 'en' || steps.length === 0
    ? number
    : [base, ...steps.map((step) => `${step})`)].filter(Boolean).join(' ');
}

/**
 * Numbers as one phrase: two become a pair, three or more in a row a range ("51–53", « 51 à 53 »),
 * the others a list. Repeated numbers count once. Empty for no numbers.
 */
export function formatNumbers(numbers: readonly string[], language: ReferenceLanguage): string {
  const pieces: string[] = [];
  for (const run of runs([...new Set(numbers)])) {
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    if (run.length < 3) pieces.push(...run.map((number) => formatNumber(number, language)));
    else pieces.push(range(first, last, language));
  }
  const and = language === 'fr' ? ' et ' : ' and ';
  const tail = pieces.pop();
  if (tail === undefined) return '';
  return pieces.length === 0 ? tail : `${pieces.join(', ')}${and}${tail}`;
}

function range(first: string, last: string, language: ReferenceLanguage): string {
  const from = takeApart(first);
  const to = takeApart(last);
  const sameBase = from.base === to.base && from.steps.length > 0 && to.steps.length > 0;
  const end = sameBase ? to.steps.map((step) => `(${step})`).join(' ') : last;
  return language === 'fr'
    ? `${formatNumber(first, 'fr')} à ${formatNumber(sameBase ? ` ${end}` : end, 'fr')}`
    : `${first}–${end}`;
}

function runs(numbers: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && follows(before, number)) last.push(number);
    else found.push([number]);
  }
  return found;
}

/** True when `next` is the number right after `previous`: 12 → 13, 12 → 12 bis, 16 (a) → 16 (b). */
function follows(previous: string, next: string): boolean {
  const a = takeApart(previous);
  const b = takeApart(next);
  if (a.steps.length === 0 && b.steps.length === 0) {
    const [x, xSuffix] = splitBase(a.base);
    const [y, ySuffix] = splitBase(b.base);
    if (Number.isNaN(x) || Number.isNaN(y) || xSuffix < 0 || ySuffix < 0) return false;
    return (y === x + 1 && ySuffix === 0) || (y === x && ySuffix === xSuffix + 1);
  }
  const lastA = a.steps.at(-1) ?? '';
  const lastB = b.steps.at(-1) ?? '';
  return (
    a.base === b.base &&
    a.steps.length === b.steps.length &&
    a.steps.slice(0, -1).join() === b.steps.slice(0, -1).join() &&
    lastA.length === 1 &&
    lastB.length === 1 &&
    lastB.charCodeAt(0) === lastA.charCodeAt(0) + 1
  );
}

function splitBase(base: string): [number, number] {
  const [digits = '', suffix = ''] = base.split(' ');
  return [/^\d+$/.test(digits) ? Number(digits) : Number.NaN, SUFFIXES.indexOf(suffix)];
}

function takeApart(number: string): Parts {
  const steps = [...number.matchAll(/\(([^()]+)\)/gu)].map((match) => match[1] ?? '');
  return { base: number.replace(/\s*\([^()]+\)/gu, '').trim(), steps };
}
