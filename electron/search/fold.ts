/**
 * Folding: the one spelling under which all spellings of a word meet (case, accents, ligatures,
 * Arabic and Hebrew vowel signs and letter forms, full-width digits, apostrophes inside a word).
 */

const ASCII = /^[a-z0-9]*$/;
/** Combining accents, Hebrew points, Arabic vowel signs, tatweel; signs of Indic scripts stay. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;
/** Soft hyphens, joiners, apostrophes and points: never part of a folded word. */
const SILENT = /[\u00ad\u200b-\u200d\u2060\ufeff'’ʼ‘`´·•‧∙]/g;
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  // Arabic: alef forms, final ya, ta marbuta, Persian kaf and ya; digits of both series.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)])),
  ...Object.fromEntries([...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)])),
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** A word in lower case and composed form, without silent signs but with its accents. */
export function lower(word: string): string {
  const small = word.toLowerCase();
  if (ASCII.test(small)) return small;
  return small.normalize('NFKC').toLowerCase().replace(SILENT, '');
}

/** A word's folded form; '' when nothing of it is letter or digit. */
export function fold(word: string): string {
  const small = lower(word);
  if (ASCII.test(small)) return small;
  return small.normalize('NFD').replace(MARKS, '').normalize('NFC').replace(LETTER, swap);
}

function swap(letter: string): string {
  return LETTERS[letter] ?? letter;
}
