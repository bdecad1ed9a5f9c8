/**
 * Official numbers: how paragraph numbers, sub-paragraph letters and annexes are printed in the UN
 * languages, and the one language-neutral form ('16 (c) (ii)', '12 bis', 'annex II') of each.
 */

/** What stands before a paragraph: a number, a letter, or a mere bullet. */
export interface Marker {
  /** As printed, without the spaces after it: '12.', '(a)', 'a)', '•'. */
  readonly printed: string;
  readonly kind: 'decimal' | 'letter' | 'capital' | 'bullet';
  /** Number or ordinal of the letter (a = 1); 0 for a bullet. */
  readonly value: number;
  /** Value when read as a roman numeral, or null where it is none. */
  readonly roman: number | null;
  /** 'bis', 'ter' … or ''. */
  readonly suffix: string;
}

/** A marker and the text behind it. */
export interface Marked {
  readonly marker: Marker;
  readonly rest: string;
}

const SUFFIX = '(?:bis|ter|quater|quinquies|sexies|septies|octies)';
const DECIMAL = new RegExp(
  `^(?:§\\s?|[Pp]ara(?:graph)?\\.?\\s)?\\(?(\\d{1,4})(?:[\\s-]?(${SUFFIX}))?\\s?(?:[.)．]|、)(?=\\s|$|\\p{Lu}|[\\p{Script=Han}\\p{Script=Arabic}«“"‘'*_\\[])\\s*`,
  'u',
);
const DECIMAL_BARE = new RegExp(`^(\\d{1,4})\\s(${SUFFIX})(?=\\s|$)\\s*`, 'u');
const DECIMAL_DASH = /^(\d{1,4})\s?[-–]\s(?=\p{Script=Arabic})/u;
const BRACKETED = /^\((\p{Ll}{1,6}|[\p{Script=Arabic}]ـ?)\)\s*/u;
const HALF = /^(\p{Ll}{1,5}|[\p{Script=Arabic}]ـ?)\s?\)\s*(?=\S|$)/u;
const DOTTED = /^([a-z]|[ivx]{2,5})\.\s+(?=\S)/u;
const CAPITAL = /^\(?([A-Z]|[IVXL]{1,6})[.)]\s+(?=\S)/u;
const BULLETS =
  /^(?:[•◦▪▫■□●○‣⁃∙·►▶➢➤➔→✓✔❖◆◇★☐❑❒\uF0B7\uF0A7\uF0D8\uF076\uF0FC\uF02D›»]\s*|[-–—*+]\s+)+/u;

const ARABIC = 'أبجدهوزحطيكلمنسعفصقرشت';
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя';

/** ASCII digits for Arabic-Indic, Persian and full-width ones; same length. */
export function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/gu, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
}

/** Value of a roman numeral in either case, or null where the letters are none (or over 399). */
export function romanValue(letters: string): number | null {
  const match = /^(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/iu.exec(letters);
  if (match === null || letters === '') return null;
  const digit = (part: string, one: string, five: string, ten: string): number => {
    const low = part.toLowerCase();
    if (low === one + ten) return 9;
    if (low === one + five) return 4;
    return low.split('').reduce((sum, letter) => sum + (letter === five ? 5 : 1), 0);
  };
  const [, hundreds = '', tens = '', ones = ''] = match;
  return hundreds.length * 100 + digit(tens, 'x', 'l', 'c') * 10 + digit(ones, 'i', 'v', 'x');
}

/** Roman numeral in small letters for 1 to 399. */
export function romanNumeral(value: number): string {
  const table: readonly (readonly [number, string])[] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  let text = '';
  for (const [amount, letters] of table) {
    while (rest >= amount) {
      text += letters;
      rest -= amount;
    }
  }
  return text;
}

/** Ordinal of a list letter in Latin, Cyrillic or Arabic ('a' = 'а' = 'أ' = 1, 'aa' = 27), or 0. */
export function letterOrdinal(letters: string): number {
  const letter = letters.replace('ـ', '').replace('ا', 'أ').replace('ه\u200D', 'ه');
  if (/^[a-z]$/u.test(letter)) return letter.charCodeAt(0) - 96;
  if (/^([a-z])\1$/u.test(letter)) return letter.charCodeAt(0) - 96 + 26;
  if (letter.length !== 1) return 0;
  return ARABIC.indexOf(letter) + 1 || CYRILLIC.indexOf(letter) + 1;
}

/** Letter for an ordinal: 1 = 'a', 27 = 'aa'. */
export function ordinalLetter(ordinal: number): string {
  const letter = String.fromCharCode(97 + ((ordinal - 1) % 26));
  return letter.repeat(1 + Math.floor((ordinal - 1) / 26));
}

/** Splits the marker off a paragraph's text, or null where the text begins with none. */
export function readMarker(text: string): Marked | null {
  const plain = plainDigits(text);
  const decimal = DECIMAL.exec(plain) ?? DECIMAL_BARE.exec(plain) ?? DECIMAL_DASH.exec(plain);
  const of = (length: number, kind: Marker['kind'], more: Partial<Marker>): Marked => ({
    marker: {
      printed: text.slice(0, length).trim(),
      kind,
      value: 0,
      roman: null,
      suffix: '',
      ...more,
    },
    rest: text.slice(length),
  });
  if (decimal !== null) {
    return of(decimal[0].length, 'decimal', {
      value: Number(decimal[1]),
      suffix: decimal[2] ?? '',
    });
  }
  const letter = BRACKETED.exec(text) ?? HALF.exec(text) ?? DOTTED.exec(text);
  if (letter !== null) {
    const value = letterOrdinal(letter[1] ?? '');
    const roman = romanValue(letter[1] ?? '');
    if (value > 0 || roman !== null) return of(letter[0].length, 'letter', { value, roman });
  }
  const capital = CAPITAL.exec(text);
  if (capital !== null) {
    const letters = capital[1] ?? '';
    const value = letters.length === 1 ? letterOrdinal(letters.toLowerCase()) : 0;
    return of(capital[0].length, 'capital', { value, roman: romanValue(letters) });
  }
  const bullet = BULLETS.exec(text);
  return bullet === null ? null : of(bullet[0].length, 'bullet', {});
}

/** Language-neutral form of a top-level number: '12', '12 bis'. */
export function topNumber(value: number, suffix: string): string {
  return suffix === '' ? String(value) : `${value} ${suffix}`;
}

const PART =
  /^(annex|annexe|anexo|appendix|appendice|apéndice|приложение|добавление|附件|مرفق|المرفق)(?:\s+([IVXLC]{1,7}|\d{1,3}|[A-Z]|один|الأول|الثاني|الثالث))?(?:\s*[.:–—-]\s*.{0,160}|\s+.{0,60})?$/iu;
const CHINESE_PART = /^附件([一二三四五六七八九十]{1,3}|\d{1,2})?$/u;

/**
 * Part opened by a heading: 'annex', 'annex II', 'annex 3', or null where it opens none.
 * An appendix counts as an annex. The caller makes sure that the text is a heading.
 */
export function partOfHeading(text: string): string | null {
  const chinese = CHINESE_PART.exec(text);
  if (chinese !== null) {
    const place = '一二三四五六七八九十'.indexOf(chinese[1] ?? '');
    return place > 0 ? `annex ${romanNumeral(place + 1).toUpperCase()}` : 'annex';
  }
  const match = PART.exec(plainDigits(text));
  if (match === null) return null;
  const name = match[2] ?? '';
  if (name === '') return 'annex';
  return /^[a-z]+$/u.test(name) ? 'annex' : `annex ${name}`;
}
