/**
 * The title and the block around it: which line names a document, and which lines beside it (a
 * second half, a kicker, a date, the issuer's name) are no paragraphs. They become furniture.
 */
import { canonicalText, foldedText } from '../core/canonical.ts';
import { isBodyName } from './bodies.ts';
import { isClutter } from './clutter.ts';
import { datesIn } from './dates.ts';
import { symbolIn } from './metadata.ts';
import type { Piece, Reading } from './piece.ts';

/** Blocks at the start that can belong to a title block. */
const OPENING = 14;

/** A reading with its title settled and its title block turned into furniture. */
export function titled(given: Reading): {
  readonly title: string | null;
  readonly pieces: readonly Piece[];
} {
  const reading = { ...given, pieces: given.pieces.map(withoutClutter) };
  const title =
    reading.title ?? (reading.plain === true ? plainTitle(reading.pieces) : firstHeading(reading));
  const pieces = withoutTitleBlock(reading.pieces, foldedText(title ?? ''));
  // A document of nothing but its title is still to be read.
  const left = pieces.some(({ kind }) => kind !== 'furniture');
  return {
    title: title === null ? null : canonicalText(title),
    pieces: left ? pieces : given.pieces,
  };
}

/** Characters of a line that a reader takes for prose. */
const PROSE = 160;

function withoutTitleBlock(pieces: readonly Piece[], title: string): Piece[] {
  let prose = 0;
  let last = -1;
  const aside = pieces.map((piece, at): boolean => {
    if (piece.kind === 'furniture' || at >= OPENING * 3) return false;
    const shown = canonicalText(piece.text);
    const before = prose;
    if (piece.kind !== 'heading' && shown.length > PROSE) prose += 1;
    const named = title !== '' && before === 0 && isTitle(foldedText(shown), title);
    if (named) last = at;
    if (named || at >= OPENING || piece.kind !== 'paragraph') return named;
    return (before === 0 && isBodyName(shown)) || (before <= 1 && isDateLine(shown));
  });
  return pieces.map((piece, at) => {
    const kicker = at < last && at < OPENING && isKicker(piece);
    return aside[at] === true || kicker ? { ...piece, kind: 'furniture' } : piece;
  });
}

/** The title, or the title with its second half. */
function isTitle(line: string, title: string): boolean {
  if (line === title) return true;
  return title.length >= 16 && line.length <= title.length + 90 && line.startsWith(`${title} `);
}

/** 'Article | 1 January 2014': a line that says when, and little else. */
function isDateLine(shown: string): boolean {
  const [found, more] = shown.length > 60 ? [] : datesIn(shown);
  if (found === undefined || more !== undefined || /[.;:,]$/u.test(shown)) return false;
  return foldedText(shown).length - found.length <= 14;
}

/** A few words over a title that say what it is filed under. */
function isKicker({ kind, text, marker }: Piece): boolean {
  const shown = canonicalText(text);
  if (kind !== 'paragraph' || marker !== undefined) return false;
  return shown.length <= 50 && shown.split(' ').length <= 5 && !/[.;:,!?]$/u.test(shown);
}

function withoutClutter(piece: Piece): Piece {
  const kept = piece.kind === 'heading' || piece.kind === 'footnote';
  return kept || !isClutter(canonicalText(piece.text)) ? piece : { ...piece, kind: 'furniture' };
}

function firstHeading({ pieces }: Reading): string | null {
  const headings = pieces.filter(({ kind }) => kind === 'heading');
  const top = headings.filter(({ level }) => level === 1);
  return top.length === 1 && headings[0] === top[0] ? (top[0]?.text ?? null) : null;
}

const SECTION_NAMES =
  /^(?:introduction|resume|summary|abstract|historique|background|contexte|contents|sommaire|table des matieres|preface|avant propos|foreword|preambule|preamble|conclusion|indice|introduccion)$/u;

function isRow({ kind, text }: Piece): boolean {
  return kind === 'table-row' && text.includes(' | ');
}

/** Title of a text without marks: the first line in the opening that reads like one. */
function plainTitle(pieces: readonly Piece[]): string | null {
  const opening: string[] = [];
  for (const piece of pieces.slice(0, OPENING)) {
    const shown = canonicalText(piece.text);
    // A row of several cells lays the page out, or begins a table.
    if (piece.kind === 'furniture' || isRow(piece)) continue;
    if (piece.kind === 'heading' && piece.level === 1) return shown;
    const title =
      shown.length >= 3 &&
      shown.length <= 140 &&
      !/[.;,:!]$/u.test(shown) &&
      piece.kind !== 'list-item';
    if (!title || piece.marker !== undefined) break;
    const named = isBodyName(shown) && shown.split(' ').length < 5 && !/migration/iu.test(shown);
    if (named || symbolIn(shown) === shown || SECTION_NAMES.test(foldedText(shown))) continue;
    opening.push(shown);
    if (piece.kind === 'heading' && opening.length > 0) break;
  }
  return (
    opening.find((line) => line.split(' ').length >= 4 && datesIn(line).length === 0) ??
    opening[0] ??
    null
  );
}
