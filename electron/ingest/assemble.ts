/**
 * A reading to a draft: canonical text, official numbers, parts, languages, metadata, report. The
 * same for every format, so that one text gives the same paragraphs whatever file it came in.
 */
import { canonicalText } from '../core/canonical.ts';
import { isParagraph, type DocumentDraft, type DraftBlock } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import { EXTRACTOR } from './extractor.ts';
import { languageOf } from './language.ts';
import { within, type Limits } from './limits.ts';
import { bareMark } from './marks.ts';
import { guessMetadata } from './metadata.ts';
import { placedNotes } from './filenotes/place.ts';
import { linkedNotes } from './notes.ts';
import { numberPieces, type Numbered } from './numbering.ts';
import type { Reading } from './piece.ts';
import { titled } from './titleblock.ts';
import { typedMarks } from './typed.ts';

/** Letters a paragraph must have before its own language is judged. */
const OWN_LANGUAGE = 48;

/** Formats whose text may be there as pictures. */
const PICTURED = /^(?:pdf|jpeg|png|tiff)$/u;

/** @throws FaultError `no-text` or `no-words` where nothing to read is left; `limit-exceeded`. */
export function assemble(reading: Reading, limits: Limits): DocumentDraft {
  within(limits, 'blocks', reading.pieces.length);
  within(
    limits,
    'characters',
    reading.pieces.reduce((sum, { text }) => sum + text.length, 0),
  );
  const { title, pieces } = titled(reading);
  const { blocks: numbered, gaps } = numberPieces(typedMarks(pieces));
  const shown = numbered
    .map((one) => ({ one, text: canonicalText(one.text) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const files = reading.files ?? [];
  // A mail may have no words of its own and still carry documents; an archive never has any.
  if (files.length === 0 && !shown.some(({ one }) => one.kind !== 'furniture'))
    throw new FaultError(PICTURED.test(reading.format) ? 'no-text' : 'no-words', reading.format);
  const language = documentLanguage(
    reading,
    shown.map(({ one, text }) => ({ kind: one.kind, text })),
  );
  const calls = linkedNotes(shown.map(({ one, text }) => ({ ...one, text })));
  const blocks = shown.map(({ one, text }, at) => ({
    ...blockOf(one, text, language),
    ...(calls[at]?.length ? { calls: calls[at] } : {}),
  }));
  const notes = placedNotes(blocks, reading.notes ?? []);
  const doubts = shown.flatMap(({ one }, block) =>
    (one.piece.doubts ?? []).map((kind) => ({ kind, block })),
  );
  return {
    format: reading.format,
    title,
    language,
    pages: reading.pages,
    metadata: guessMetadata(reading, title),
    blocks,
    report: {
      numbers: blocks.filter(({ number }) => number !== null).length,
      gaps,
      repairedWords: pieces.reduce((sum, { mended }) => sum + (mended ?? 0), 0),
      source: 'digital',
    },
    ...(doubts.length === 0 ? {} : { doubts }),
    extractor: EXTRACTOR,
    ...(files.length === 0 ? {} : { files }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

/** What the text shows; what the file declares serves where the text tells nothing. */
function documentLanguage(
  reading: Reading,
  blocks: readonly { kind: DraftBlock['kind']; text: string }[],
): string {
  const read = blocks.filter(({ kind }) => isParagraph(kind) || kind === 'heading');
  const text = read.map((block) => block.text).join('\n');
  return languageOf(text) ?? reading.language ?? 'und';
}

/** Lists within lists beyond these are drawn and read like the last. */
const DEEPEST_LEVEL = 99;

function blockOf(
  { piece, kind, level, marker, number, part, text: lifted }: Numbered,
  text: string,
  document: string,
): DraftBlock {
  const raw = piece.raw ?? (canonicalSpaces(lifted) === text ? undefined : lifted.trim());
  return {
    kind,
    ...(level === undefined ? {} : { level: Math.min(level, DEEPEST_LEVEL) }),
    text,
    ...(raw === undefined ? {} : { raw }),
    number,
    marker: kind === 'footnote' ? printedMark(piece.marker) : marker,
    part,
    page: piece.page ?? null,
    language: ownLanguage(text, piece.language, document),
  };
}

/** A footnote's own mark as it is shown, without brackets. */
function printedMark(printed: string | undefined): string | null {
  if (printed === undefined) return null;
  return bareMark(printed) ?? (printed.trim().slice(0, 12) || null);
}

/** White space alone is no difference worth keeping. */
function canonicalSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A block's own language where it differs from the document's: seen in its words, or declared. */
function ownLanguage(text: string, declared: string | undefined, document: string): string | null {
  const seen = languageOf(text, OWN_LANGUAGE);
  const own = seen ?? (declared !== undefined && text.length < OWN_LANGUAGE * 2 ? declared : null);
  return own === document ? null : own;
}
