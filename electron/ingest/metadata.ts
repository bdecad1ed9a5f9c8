/**
 * Guesses about a whole document from its opening: symbol, date, kind, body. It knows
 * what may count as evidence; a guess it is not sure of stays null, since every field can be edited.
 */
import { canonicalText, foldedText } from '../core/canonical.ts';
import type { DraftMetadata, Kind } from '../core/document.ts';
import { issuingBody } from './bodies.ts';
import { datesIn } from './dates.ts';
import { mastheadOf } from './masthead.ts';
import type { Reading } from './piece.ts';

/** Blocks at the start that can belong to a title block or masthead. */
const OPENING = 14;

/** UN symbols: organ, then parts with at least one number. */
const SYMBOL =
  /(?<![\p{L}\p{N}/])(?:A|S|E|ST|CCPR|CEDAW|CERD|CRC|CMW|CAT|CRPD|HRI|TD|ECE|ICCPR)(?:\/[A-Z0-9][A-Za-z0-9.-]*)+(?:\s\([IVXLCM]+\)|\s\(\d{4}\))?(?![\p{L}\p{N}/])/gu;

/** First UN symbol of a text, or null. */
export function symbolIn(text: string): string | null {
  for (const match of canonicalText(text)
    .replace(/\s*\/\s*/gu, '/')
    .matchAll(SYMBOL)) {
    if (/\d/u.test(match[0])) return match[0].replace(/[.-]+$/u, '');
  }
  return null;
}

const RULES: readonly (readonly [Kind, RegExp])[] = [
  [
    'explanation-of-position',
    /\b(?:explanation of (?:position|vote)|explication de (?:position|vote))\b/u,
  ],
  ['joint-statement', /\b(?:joint statement|declaration (?:commune|conjointe))\b/u],
  [
    'shadow-report',
    /\b(?:shadow report|alternative report|rapport (?:parallele|alternatif)|contribution parallele)\b/u,
  ],
  [
    'voluntary-review',
    /\b(?:voluntary (?:national |gcm )?review|examen (?:national )?volontaire)\b/u,
  ],
  ['terms-of-reference', /\b(?:terms of reference|termes de reference|mandat du groupe)\b/u],
  ['press-release', /\b(?:press release|communique(?: de presse)?|for immediate release)\b/u],
  [
    'adopted-text',
    /\b(?:resolution adopted by|resolution adoptee par|resolution aprobada|decision adopted by|progress declaration|declaration de progres adoptee)\b/u,
  ],
  [
    'briefing-note',
    /\b(?:briefing note|briefing paper|policy brief|note d information|note de synthese|fact sheet|fiche d information)\b|^(?:document|briefing|brief|note) (?:no |n )?\d{1,3} \p{L}/u,
  ],
  [
    'position-paper',
    /\b(?:position paper|expose de (?:principes|position)|document de position)\b/u,
  ],
  [
    'guidelines',
    /\b(?:guidelines|principles and guidelines|principes et directives|lignes directrices)\b/u,
  ],
  ['handbook', /\b(?:handbook|manual|manuel|toolkit)\b/u],
  [
    'national-statement',
    /^(?:statement by|allocution de|declaration de (?:s e|son excellence|m |mme ))/u,
  ],
  ['report', /^(?:report of|rapport (?:du|de la|annuel|sur)|annual report)/u],
];

function kindOf(lines: readonly string[], symbol: string | null): Kind | null {
  if (symbol !== null && /\/RES\//u.test(symbol)) return 'adopted-text';
  for (const line of lines) {
    const folded = foldedText(line);
    const rule = RULES.find(([, pattern]) => pattern.test(folded));
    if (rule !== undefined) return rule[0];
  }
  return null;
}

/** Metadata of a document; what the file states itself comes before every guess. */
export function guessMetadata(reading: Reading, title: string | null): DraftMetadata {
  const opening = reading.pieces.slice(0, OPENING).map((piece) => canonicalText(piece.text));
  const furniture = reading.pieces
    .filter(({ kind, page }) => kind === 'furniture' && (page ?? 1) === 1)
    .slice(0, 30)
    .map(({ text }) => text);
  const lines = [...opening.filter((line) => line.length <= 160), ...furniture.map(canonicalText)];
  const { stated } = reading;
  const symbol =
    stated.symbol !== undefined
      ? stated.symbol
      : (lines
          .filter((line) => line.length <= 40)
          .map(symbolIn)
          .find((one) => one !== null) ?? null);
  const text = reading.pieces.map((piece) => piece.text).join('\n');
  const titleBlock = [title ?? '', ...shortLines(opening)];
  const masthead = mastheadOf([...titleLines(reading), ...furniture], symbol);
  const usual = reading.format === 'html' ? 'web-page' : null;
  return {
    symbol,
    date: stated.date !== undefined ? stated.date : ownDate(lines),
    kind: stated.kind !== undefined ? stated.kind : (kindOf(titleBlock, symbol) ?? usual),
    body:
      stated.body !== undefined ? stated.body : issuingBody(symbol, titleBlock.join('\n'), text),
    ...(Object.keys(masthead).length === 0 ? {} : { masthead }),
  };
}

/** Text of the opening as the file has it: cells of one row stand apart there. */
function titleLines({ pieces }: Reading): readonly string[] {
  return pieces.slice(0, OPENING * 2).map(({ text }) => text.replaceAll(' | ', '\n'));
}

/** Lines before the first long one: what a reader takes for the title block. */
function shortLines(opening: readonly string[]): readonly string[] {
  const end = opening.findIndex((line) => line.length > 200);
  return (end < 0 ? opening : opening.slice(0, end)).filter((line) => line.length <= 160);
}

/** A date is the document's own where it nearly fills a line of the opening. */
function ownDate(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = datesIn(line);
    const one = found[0];
    if (one === undefined || found.length > 1) continue;
    const rest = foldedText(line).length - one.length;
    if (
      rest <= 24 ||
      (rest <= 60 &&
        /^(?:resolution adopted by|resolution adoptee par|date|publie|published)/u.test(
          foldedText(line),
        ))
    )
      return one.date;
  }
  return null;
}
