/**
 * Paragraph numbers and document symbols as people type them in a search box: "§ 54",
 * "para. 16 (c)", "parag. 51, 53 et 56", "A/RES/76/266".
 */

/** The French « par. » needs its point: « adopté par 3 États » is no reference. */
const LEAD =
  '(?:par\\.(?=\\s*\\d)|§{1,2}|¶{1,2}|(?:paragra(?:phe?s?|fos?)|parag|paras?|párr(?:afos?)?|пункты?|пп?|абз|段落?|الفقرات|الفقرة)(?![\\p{L}])\\.?)';
const NUMBER = '\\d{1,4}(?:\\s?(?:bis|ter|quater)\\b)?(?:\\s?\\(\\p{L}{1,4}\\)|\\s?\\p{L}\\))*';
const LINK = '\\s*(?:[,;&–—-]|(?<!\\p{L})(?:et|and|y|à|au|to|a)(?!\\p{L}))\\s*';
/** "54", "54 of the declaration": but not "54,000" or "54 %". */
const NUMBERS = new RegExp(
  `${LEAD}\\s*(${NUMBER}(?:${LINK}(?:(?:and|et|y)\\s+)?${NUMBER})*)(?![\\d%]|[.,]\\d)`,
  'iuy',
);
const ITEM = new RegExp(`(${NUMBER})|(-|–|—|à|au|to)`, 'giu');
const SYMBOL = /^[A-Z]{1,5}(?:\/[A-Z0-9][A-Z0-9.()-]*)+$/i;
/** Longer ranges are more likely a slip than a wish. */
const LONGEST_RANGE = 300;

/**
 * Paragraph numbers asked for at a place of the query.
 * @returns the numbers in order, ranges expanded, and where the mention ends; null when there is none.
 */
export function readNumbers(query: string, at: number): { numbers: string[]; end: number } | null {
  NUMBERS.lastIndex = at;
  const match = NUMBERS.exec(query);
  if (match?.[1] === undefined) return null;
  return { numbers: listNumbers(match[1]), end: NUMBERS.lastIndex };
}

/** The numbers of a list such as "51, 53 et 56", "21-50" or "16 (c)"; empty when there is none. */
export function listNumbers(list: string): string[] {
  const numbers: string[] = [];
  let range = false;
  for (const [, number, dash] of list.matchAll(ITEM)) {
    if (number === undefined) {
      range = dash !== undefined && numbers.length > 0;
      continue;
    }
    const last = Number(numbers.at(-1));
    const next = Number(number);
    if (range && next > last && next - last <= LONGEST_RANGE) {
      for (let value = last + 1; value <= next; value++) numbers.push(String(value));
    } else numbers.push(tidyNumber(number));
    range = false;
  }
  return numbers;
}

/** An official number in the form blocks carry it: '16 (c)', '12 bis'. */
export function tidyNumber(number: string): string {
  return number
    .toLowerCase()
    .replace(/\s*\(?(\p{L}{1,4})\)/gu, ' ($1)')
    .replace(/\s*(bis|ter|quater)\b/g, ' $1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for what looks like a document symbol: 'A/RES/76/266', 'CEB/2014/4'. */
export function isSymbol(text: string): boolean {
  return SYMBOL.test(text) && /\d/.test(text);
}
