/**
 * Words that a PDF breaks or glues ("requir ements", "seventy -fifth"): mended where the document
 * itself shows the right spelling, or where the pieces can be no words. The raw text is kept.
 */
import type { Lexicon } from '../../core/canonical.ts';
import type { Piece } from '../piece.ts';

/** Endings that are never words of their own. */
const ENDINGS =
  /^(?:tions?|ional|ity|ty|ties|ies|ments?|ements?|ing|ly|ness|nces?|nts?|bles?|ives?|ally|i[sz]ation|iques?|eurs?|euses?|ités?|ées?|gues?|nals?|ns|rs|ls|ts)$/u;
/** Short words that really are words; a break beside them proves nothing. */
const SHORT = new Set(
  'a à al an and as at au aux be by ce ces d da de del der des do du e el en er es est et for from go has he her his how i if il in into is it its l la las le les lo los may me mes my n ne no non nor not of off on one or ou où our out own par pas per plus pour que qui s sa ses si so son sur t ta tes the to un une up us was we who y you'.split(
    ' ',
  ),
);
/** Fragments without a vowel are no words, these aside; and a lone 'e' is none in most languages. */
const NO_WORD = /^(?:[bcdfghj-np-rtvwxz]{2,3}|[bcfhjkpqrwxz]|e)$/u;
const ABBREVIATIONS = new Set(
  'vs pp nd rd th mm km kg cm ml kw tv www cf bd pt mr dr nb ch fr gb mb ft hr nr pm pdf xml txt rtf htm html http ftp sql csv php sms gps dvd kb mb gb msg pct ltd hrs yrs lbs'.split(
    ' ',
  ),
);
const PAIR = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}{1,24}) (\p{L}{1,24})(?![\p{L}\p{M}'’-])/gu;

/** A piece with its words mended. */
export function repaired(piece: Piece, lexicon: Lexicon): Piece {
  let mended = 0;
  const count = (): void => {
    mended += 1;
  };
  let text = joinedPairs(accentsComposed(piece.text, count), lexicon, count);
  text = hyphensClosed(text, lexicon, count);
  if (mended === 0) return piece;
  return { ...piece, text, raw: piece.raw ?? piece.text, mended: (piece.mended ?? 0) + mended };
}

const ACCENTS: Readonly<Record<string, string>> = { '¨': '\u0308', ˆ: '\u0302', '˜': '\u0303' };

/** TeX draws an accent as a character of its own before its letter ("na¨ıve"). */
function accentsComposed(text: string, count: () => void): string {
  return text.replace(/([¨ˆ˜]) ?([\p{L}])/gu, (_, accent: string, letter: string) => {
    count();
    return `${letter === 'ı' ? 'i' : letter}${ACCENTS[accent] ?? ''}`.normalize('NFC');
  });
}

function joinedPairs(text: string, lexicon: Lexicon, count: () => void): string {
  let result = '';
  let from = 0;
  PAIR.lastIndex = 0;
  for (let match = PAIR.exec(text); match !== null; match = PAIR.exec(text)) {
    const [, left = '', right = ''] = match;
    if (isBroken(left, right, lexicon)) {
      result += `${text.slice(from, match.index)}${left}${right}`;
      from = match.index + match[0].length;
      count();
    } else PAIR.lastIndex = match.index + left.length + 1;
  }
  return result + text.slice(from);
}

function isBroken(left: string, right: string, { words }: Lexicon): boolean {
  if (/^\p{Lu}/u.test(right) || (left.length > 1 && /^\p{Lu}+$/u.test(left))) return false;
  const first = left.toLowerCase();
  const second = right.toLowerCase();
  const whole = words.get(first + second) ?? 0;
  const one = words.get(first) ?? 0;
  const other = words.get(second) ?? 0;
  const rare = (count: number, word: string): boolean =>
    count <= 1 + Math.floor(whole / 4) && !SHORT.has(word);
  const fragment = NO_WORD.test(second) && !ABBREVIATIONS.has(second) && other <= 1 && one <= 1;
  if (fragment && left.length >= 3 && !SHORT.has(first)) return true;
  if (whole > 0)
    return (rare(one, first) && first.length > 0) || (rare(other, second) && second.length > 0);
  return (
    left.length >= 3 &&
    ENDINGS.test(second) &&
    !SHORT.has(second) &&
    other <= 1 &&
    one <= 1 &&
    first.length + second.length >= 6
  );
}

/** "seventy -fifth" and "post - conflict", where no dash is meant. */
function hyphensClosed(text: string, { words }: Lexicon, count: () => void): string {
  return text
    .replace(/(\p{L}) -(?=\p{L})/gu, (_, letter: string) => {
      count();
      return `${letter}-`;
    })
    .replace(/(\p{L}+) ?- ?(\p{L}+)/gu, (found, left: string, right: string) => {
      if (!found.includes(' ') || !words.has(`${left}-${right}`.toLowerCase())) return found;
      count();
      return `${left}-${right}`;
    });
}
