/**
 * Canonical text: the one spelling of a paragraph's characters on which offsets, ids and search
 * rest. It knows which characters are layout rather than text, and when a line-end hyphen is one.
 */

/** Ligatures of Latin type and Arabic presentation forms: shapes, not letters. */
const SHAPES = /[\uFB00-\uFB06\uFB13-\uFB17\uFB50-\uFDFF\uFE70-\uFEFC]/gu;
/** Soft hyphens, zero-width spaces, byte-order marks and direction marks carry no text. */
const INVISIBLE =
  /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
/** Control characters, and halves of surrogate pairs, which no text can hold. */
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]|\p{Cs}/gu;
/** Hyphens that differ from '-' only by where a line may break. */
const HYPHENS = /[\u2010\u2011]/gu;
const PLAIN = /^[\x20-\x7E]*$/;

/**
 * Canonical form of a text: NFC, ligatures resolved, invisible characters gone, every run of white
 * space one ordinary space, trimmed. Idempotent. Line ends must have been joined before
 * (`joinLines`): here they are only spaces.
 */
export function canonicalText(text: string): string {
  if (PLAIN.test(text) && !text.includes('  ')) return text.trim();
  return text
    .replace(SHAPES, (shape) => shape.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(HYPHENS, '-')
    .replace(/\s+/gu, ' ')
    .replace(CONTROLS, '')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim();
}

/** A text folded for comparing names and titles: canonical, lower case, no accents, words only. */
export function foldedText(text: string): string {
  return canonicalText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How a document itself writes its words: what decides about hyphens at line ends. */
export interface Lexicon {
  /** Lower-case words, and compounds with their hyphens, that stand inside lines; with counts. */
  readonly words: ReadonlyMap<string, number>;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-\u2010\u2011]\p{L}[\p{L}\p{M}]*)*/gu;

/** Counts the words of a document's lines, leaving out a word cut by the end of a line. */
export function lexiconOf(lines: Iterable<string>): Lexicon {
  const words = new Map<string, number>();
  for (const line of lines) {
    const shown = canonicalText(line);
    for (const match of shown.matchAll(WORD)) {
      const cut = shown[match.index + match[0].length] === '-';
      if (cut && match.index + match[0].length + 1 >= shown.length) continue;
      const word = match[0].toLowerCase();
      words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return { words };
}

/** Lines joined into one text, and how many words were mended in doing so. */
export interface Joined {
  readonly text: string;
  readonly mended: number;
}

/** Second halves that stand behind a hyphen in ordinary spelling. */
const ENCLITIC = /^(?:il|ils|elle|elles|on|je|tu|nous|vous|ce|ci|là|même|mêmes|à|t|moi|toi|être)$/u;
/** First halves that keep their hyphen. */
const PREFIX =
  /^(?:ex|non|self|vice|quasi|demi|mi|semi|peut|est|sous|après|avant|avant-garde|celui|celle|ceux|celles|cross|well|long|short|high|low|well-being)$/u;

/** Characters at a line's end in which its last word is looked for. */
const LONGEST_WORD = 80;
const LAST_WORD = /(\p{L}[\p{L}\p{M}]*(?:[-\u2010\u2011]\p{L}+)*)([-\u2010\u2011\u00AD])$/u;

/**
 * Joins lines as a reader would: a hyphen at a line's end disappears unless the word is a real
 * compound, which the document's own spelling elsewhere decides first.
 */
export function joinLines(lines: readonly string[], lexicon: Lexicon): Joined {
  let text = '';
  let mended = 0;
  for (const line of lines) {
    const next = line.trim();
    if (next === '') continue;
    if (text === '') {
      text = next;
      continue;
    }
    const left = LAST_WORD.exec(text.slice(-LONGEST_WORD));
    const right = /^\p{L}[\p{L}\p{M}]*(?:[-\u2010\u2011]\p{L}[\p{L}\p{M}]*)*/u.exec(next);
    if (left === null || right === null) {
      text +=
        /[\u2010\u2011\u002D/]$/u.test(text) && /\S[-\u2010\u2011/]$/u.test(text)
          ? next
          : ` ${next}`;
      continue;
    }
    if (left[2] === '\u00AD' || dropsHyphen(left[1] ?? '', right[0], lexicon)) {
      text = text.slice(0, -1) + next;
      mended += 1;
    } else {
      text += next;
    }
  }
  return { text, mended };
}

function dropsHyphen(left: string, right: string, lexicon: Lexicon): boolean {
  const first = left.toLowerCase();
  const second = right.toLowerCase();
  const compound = lexicon.words.get(canonicalText(`${first}-${second}`)) ?? 0;
  const single = lexicon.words.get(canonicalText(`${first}${second}`)) ?? 0;
  if (compound !== single) return single > compound;
  const capital = /^\p{Lu}/u.test(right) && !/^\p{Lu}+$/u.test(left);
  if (capital || ENCLITIC.test(second) || PREFIX.test(first)) return false;
  const halves = lexicon.words.has(first) && lexicon.words.has(second);
  return !(halves && first.length > 3 && second.length > 3);
}
