/**
 * Cutting text into words with their places: elision, apostrophes, hyphens, median points and
 * scripts written without spaces. The same cut serves paragraphs and queries, whatever the language.
 */
import { lower } from './fold.ts';

/** One word of a text. Offsets are UTF-16 code units into that text. */
export interface Word {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Spelling to analyse: the written form, with inclusive endings reduced (migrants). */
  readonly form: string;
  /** Second spelling of the same place (migrantes, for migrant·e·s), or null. */
  readonly other: string | null;
  /** True when only a hyphen stands between the previous word and this one. */
  readonly joined: boolean;
}

/** Articles and pronouns that French, Italian and Catalan elide: grammar, never searched for. */
const ELIDED = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quoiqu dell all dall nell sull un quest'.split(' '),
);
/** Endings written after a median point (or in brackets) to include women and men. */
const INCLUSIVE = /^(?:e|ne|le|se|te|fe|ve|euse|rice|trice|ère|ière|esse)?s?$/i;

const OTHER = 0;
const LETTER = 1;
const MARK = 2;
const APOSTROPHE = 3;
const HYPHEN = 4;
const POINT = 5;
const UNSPACED = 6;
const CLASSES = classify();

/** True for a code unit that is (part of) a letter or a digit, of any script. */
export function isLetter(code: number): boolean {
  const kind = CLASSES[code];
  return kind === LETTER || kind === UNSPACED;
}

/** All words of a text, in order. */
export function cut(text: string): Word[] {
  const words: Word[] = [];
  const length = text.length;
  let at = 0;
  let lastEnd = -1;
  while (at < length) {
    const kind = CLASSES[text.charCodeAt(at)] ?? OTHER;
    if (kind === UNSPACED) {
      const start = at;
      while (at < length && isUnspaced(text, at)) at++;
      segment(text.slice(start, at), start, words);
      continue;
    }
    if (kind !== LETTER) {
      at++;
      continue;
    }
    let start = at;
    let plain = true;
    let point = -1;
    at++;
    while (at < length) {
      const next = CLASSES[text.charCodeAt(at)] ?? OTHER;
      if (next === LETTER || next === MARK) at++;
      else if (next === APOSTROPHE && CLASSES[text.charCodeAt(at + 1)] === LETTER) {
        if (ELIDED.has(lower(text.slice(start, at)))) {
          start = at + 1;
          point = -1;
        } else plain = false;
        at++;
      } else if (next === POINT && CLASSES[text.charCodeAt(at + 1)] === LETTER) {
        if (point < 0) point = at;
        at++;
      } else break;
    }
    const joined = lastEnd >= 0 && start === lastEnd + 1 && isHyphen(text, lastEnd);
    lastEnd = at;
    words.push(word(text, start, at, joined, plain, point));
  }
  return words;
}

function word(
  text: string,
  start: number,
  end: number,
  joined: boolean,
  plain: boolean,
  point: number,
): Word {
  let form = text.slice(start, end);
  let other: string | null = null;
  if (point > 0) {
    const ending = text.slice(point, end).replace(/[·•‧∙]/g, '');
    if (INCLUSIVE.test(ending)) {
      const base = text.slice(start, point);
      form = base + (/s$/i.test(ending) ? 's' : '');
      other = base + ending;
    }
  } else if (!plain) form = form.replace(/['’ʼ‘][sS]$/, '');
  return { start, end, form, other, joined };
}

let segmenter: Intl.Segmenter | null = null;

/** Chinese, Japanese, Thai and their like: words by the dictionary of the runtime. */
function segment(run: string, offset: number, words: Word[]): void {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { segment: form, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike !== true) continue;
    const start = offset + index;
    words.push({ start, end: start + form.length, form, other: null, joined: false });
  }
}

function isUnspaced(text: string, at: number): boolean {
  const kind = CLASSES[text.charCodeAt(at)];
  return kind === UNSPACED || (kind === MARK && text.charCodeAt(at) > 0x0e00);
}

function isHyphen(text: string, at: number): boolean {
  return CLASSES[text.charCodeAt(at)] === HYPHEN;
}

/** Class of every UTF-16 code unit, so that cutting needs no regular expression. */
function classify(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const letter = /[\p{L}\p{N}]/u;
  const mark = /\p{M}/u;
  for (let code = 0; code < 0x10000; code++) {
    const sign = String.fromCharCode(code);
    if (code >= 0xd800 && code <= 0xdfff) classes[code] = LETTER;
    else if (mark.test(sign)) classes[code] = MARK;
    else if (letter.test(sign)) classes[code] = LETTER;
  }
  const spans: readonly (readonly [number, number])[] = [
    [0x0e00, 0x0eff], // Thai, Lao
    [0x1000, 0x109f], // Myanmar
    [0x1780, 0x17ff], // Khmer
    [0x3041, 0x30ff], // kana
    [0x3400, 0x9fff], // Han
    [0xf900, 0xfaff], // Han, compatibility
  ];
  for (const [first, last] of spans) {
    for (let code = first; code <= last; code++) {
      if (classes[code] === LETTER) classes[code] = UNSPACED;
    }
  }
  classes[0x3005] = UNSPACED;
  for (const sign of '\u00ad\u200b\u200c\u200d\u2060\ufeff') classes[sign.charCodeAt(0)] = MARK;
  for (const sign of "'’ʼ‘`´") classes[sign.charCodeAt(0)] = APOSTROPHE;
  for (const sign of '-‐‑') classes[sign.charCodeAt(0)] = HYPHEN;
  for (const sign of '·•‧∙') classes[sign.charCodeAt(0)] = POINT;
  return classes;
}
