/**
 * Plain text to pieces: whether lines are paragraphs or wrapped, which short lines are headings,
 * and what is left of Markdown in it.
 */
import { canonicalText, joinLines, lexiconOf } from '../core/canonical.ts';
import { readMarker } from '../core/number.ts';
import { decodeText } from './decode.ts';
import type { Piece, Reading } from './piece.ts';
import { isClutter } from './clutter.ts';

/** Lines longer than this are never wrapped by hand: then each line is a paragraph. */
const LONGEST_WRAPPED = 120;
const LONGEST_HEADING = 140;
/** Before any running text a longer line is a subtitle. */
const LONGEST_FIRST = 70;

/** Reads a text file; any bytes are text. */
export function readTxt(bytes: Uint8Array): Reading {
  const text = decodeText(bytes)
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
  const pieces = headed(paragraphsOf(text.split(/[\n\u0085\u2028\u2029\f]/u)));
  return {
    format: 'txt',
    pieces,
    title: null,
    language: null,
    pages: null,
    stated: {},
    plain: true,
  };
}

/** One paragraph of lines; `depth` from the spaces before its marker. */
interface Chunk {
  readonly text: string;
  readonly raw?: string;
  readonly mended: number;
  readonly depth: number;
  /** True where a blank line stands before it. */
  readonly apart: boolean;
}

function paragraphsOf(lines: readonly string[]): Chunk[] {
  const full = lines.filter((line) => line.trim() !== '');
  const wrapped = full.length > 1 && !full.some((line) => line.trim().length > LONGEST_WRAPPED);
  const longest = full.reduce((most, line) => Math.max(most, line.length), 0);
  const lexicon = lexiconOf(wrapped ? full : []);
  const chunks: Chunk[] = [];
  let open: string[] = [];
  let apart = true;
  const close = (): void => {
    if (open.length === 0) return;
    const { text, mended } = joinLines(open, lexicon);
    const raw = mended > 0 ? { raw: open.map((line) => line.trim()).join('\n') } : {};
    const depth = Math.floor(
      (/^[ \t]*/u.exec(open[0] ?? '')?.[0].replace(/\t/gu, '    ').length ?? 0) / 2,
    );
    chunks.push({ text: unlinked(text), mended, depth, apart, ...raw });
    open = [];
    apart = false;
  };
  for (const line of lines) {
    if (line.trim() === '') {
      close();
      apart = true;
      continue;
    }
    const last = open.at(-1);
    if (!wrapped || (last !== undefined && startsAnew(last, line, longest))) close();
    open.push(line);
  }
  close();
  return chunks;
}

/** Whether a line of wrapped text begins a paragraph of its own, without a blank line before. */
function startsAnew(before: string, line: string, longest: number): boolean {
  if (readMarker(line.trim()) !== null && !/[-–,(]$/u.test(before.trimEnd())) return true;
  const first = /^\S+/u.exec(line.trim())?.[0] ?? '';
  const hadRoom = before.trimEnd().length + 1 + first.length < longest * 0.8;
  return hadRoom && /[.!?…:;»”"]$/u.test(before.trimEnd()) && /^[\p{Lu}\p{Lo}«“"\d]/u.test(first);
}

/** `[words](address)` of a converted page is its words. */
function unlinked(text: string): string {
  return text.replace(/\[([^\][]{1,400})\]\([^()\s]{0,400}\)/gu, '$1');
}

function headed(chunks: readonly Chunk[]): Piece[] {
  const pieces: Piece[] = [];
  let prose = false;
  chunks.forEach((chunk, at) => {
    const text = canonicalText(chunk.text);
    if (text === '') return;
    const rest = {
      text: chunk.text,
      mended: chunk.mended,
      ...(chunk.raw === undefined ? {} : { raw: chunk.raw }),
    };
    if (isClutter(text)) {
      pieces.push({ kind: 'paragraph', ...rest });
      return;
    }
    const mark = readMarker(chunk.text.trim());
    const atx = /^(#{1,6})\s+(.+?)\s*#*$/u.exec(text);
    if (atx !== null) {
      pieces.push({ kind: 'heading', level: atx[1]?.length ?? 1, text: atx[2] ?? '' });
    } else if (isHeading(text, chunks, at, prose)) {
      pieces.push({ kind: 'heading', level: 2, ...rest });
    } else if (mark !== null && mark.marker.kind === 'bullet') {
      const nested = readMarker(mark.rest);
      const deeper =
        nested !== null && nested.marker.kind !== 'bullet' && nested.marker.kind !== 'capital';
      const marker = deeper ? nested.marker.printed : mark.marker.printed;
      const level = deeper ? 1 : Math.max(0, chunk.depth - 1);
      pieces.push({
        kind: 'list-item',
        level,
        marker,
        ...rest,
        text: deeper ? nested.rest : mark.rest,
        mereList: true,
      });
    } else {
      pieces.push({ kind: 'paragraph', ...rest, indent: chunk.depth });
      if (isProse(text)) prose = true;
    }
  });
  return pieces;
}

function isProse(text: string): boolean {
  return text.length > 40 && /[.!?…:;»”"]\)?$/u.test(text);
}

/** A short line alone, without a sentence's end, with text of its own under it. */
function isHeading(text: string, chunks: readonly Chunk[], at: number, prose: boolean): boolean {
  const chunk = chunks[at];
  if (chunk === undefined || !chunk.apart) return false;
  if (text.length > (prose ? LONGEST_HEADING : LONGEST_FIRST)) return false;
  if (/[.:;,…!»”"]$/u.test(text) || !/\p{L}/u.test(text) || /^\p{Ll}/u.test(text)) return false;
  const mark = readMarker(text);
  if (mark !== null && mark.marker.kind !== 'capital') return false;
  if (/\d{4}$|[|©@]|https?:/u.test(text)) return false;
  const next = chunks[at + 1];
  if (next === undefined) return false;
  const under = canonicalText(next.text);
  if (readMarker(under)?.marker.kind === 'bullet') return !/\s?: /u.test(text) || text.length <= 60;
  if (isProse(under)) return true;
  const bare = text.length <= 90 && !/\s?: /u.test(text);
  return prose && bare && next.apart && under.length <= LONGEST_HEADING;
}
