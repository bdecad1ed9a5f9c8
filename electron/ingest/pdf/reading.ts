/**
 * Pages of placed text to a reading: lines, furniture aside, lines to paragraphs across pages. It
 * does not ask where the text came from: out of a PDF, or from recognition.
 */
import { canonicalText, foldedText, lexiconOf } from '../../core/canonical.ts';
import type { Format } from '../../core/document.ts';
import { FaultError } from '../../core/fault.ts';
import { primaryLanguage } from '../language.ts';
import type { Piece, Reading } from '../piece.ts';
import { bodySize, chunksOf, joinAcross, markHeadings, pieceOf, trustsTags } from './blocks.ts';
import { furnitureOf, isRule } from './furniture.ts';
import { linesOf, type Line } from './lines.ts';
import type { OpenedPdf } from './open.ts';
import { repaired } from './repair.ts';

/** @throws FaultError `no-text`. */
export function readingOf(opened: OpenedPdf, format: Format): Reading {
  const pages = opened.pages.map(({ number, width, height, turns }) => ({
    height,
    lines: [...turns]
      .sort((one, other) => other.length - one.length)
      .flatMap((turn) => linesOf(turn, number, width)),
  }));
  const all = pages.flatMap(({ lines }) => lines);
  if (all.length === 0) throw new FaultError('no-text', format);
  const found = furnitureOf(pages);
  // Pages that hold nothing else are not furniture all over: their few words are the text.
  const furniture = all.some((line) => !found.has(line) && /\p{L}/u.test(line.text))
    ? found
    : new Set<Line>();
  const text = all.filter((line) => !furniture.has(line));
  const body = bodySize(text);
  const lexicon = lexiconOf(all.map((line) => line.text));
  const tagged = trustsTags(text);
  const chunks = joinAcross(
    pages.flatMap(({ lines }) =>
      chunksOf(
        lines.filter((line) => !furniture.has(line) || isRule(line.text)),
        body,
        tagged,
      ),
    ),
  );
  markHeadings(chunks, body, tagged);
  const set = all.filter((line) => furniture.has(line) && !isRule(line.text));
  const pieces = [
    ...set.map((line): Piece => ({ kind: 'furniture', text: line.text, page: line.page })),
    ...chunks.map((chunk) => repaired(pieceOf(chunk, lexicon), lexicon)),
  ].map((piece, at) => ({ piece, at }));
  pieces.sort((one, other) => pageOf(one.piece) - pageOf(other.piece) || one.at - other.at);
  const notes = opened.pages.flatMap((page) => page.notes ?? []);
  const ordered = pieces.map(({ piece }) => piece);
  return {
    format,
    pieces: ordered,
    title: titleOf(ordered, opened.title),
    pages: opened.pages.length,
    language: primaryLanguage(opened.language),
    stated: {},
    plain: true,
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function pageOf({ page }: Piece): number {
  return page ?? 0;
}

/** The title in the file's properties where the first page shows it, else the largest heading. */
function titleOf(pieces: readonly Piece[], stated: string | null): string | null {
  const first = pieces.filter((piece) => pageOf(piece) <= 2);
  const said = foldedText(stated ?? '');
  if (
    stated !== null &&
    said.length > 8 &&
    first.some(({ text }) => foldedText(text).includes(said))
  )
    return stated;
  const headings = first.filter(({ kind }) => kind === 'heading');
  const top = Math.min(...headings.map(({ level }) => level ?? 9));
  const best = headings.find(({ level }) => level === top);
  if (best !== undefined && headings.indexOf(best) < 3)
    return canonicalText(best.text).replace(/^\d+\/\d+\.\s*/u, '');
  return null;
}
