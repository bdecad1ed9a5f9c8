/**
 * Lines to pieces: where a paragraph begins, what is a heading or a footnote, and which paragraphs
 * go on in the next column or on the next page.
 */
import { canonicalText, joinLines, type Lexicon } from '../../core/canonical.ts';
import type { SeenDoubt } from '../../core/document.ts';
import { readMarker } from '../../core/number.ts';
import { solid } from '../marks.ts';
import type { Piece, PieceCall } from '../piece.ts';
import { isRule } from './furniture.ts';
import type { Line } from './lines.ts';

/** A paragraph in the making. */
export interface Chunk {
  kind: 'heading' | 'paragraph' | 'footnote';
  lines: Line[];
  level: number;
  /** Joined over the end of a page or column, though nothing in the words shows that it goes on. */
  weak?: boolean;
}

/** The size of type that most of the text is set in. */
export function bodySize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 10;
}

/** What a footnote begins with where its mark is not raised. */
const OPENS = /^(?:(?:\d{1,3}|[*†‡]{1,3}|[a-e]|\[\d{1,3}\])\s|[¹²³⁰⁴-⁹]{1,3}\s?)(?=\S)/u;

/** Paragraphs of one page; footnotes of the page come last. */
export function chunksOf(lines: readonly Line[], body: number, tagged = false): Chunk[] {
  const notes = footnotesOf(lines, body);
  const text = lines.filter((line) => !notes.has(line) && !isRule(line.text));
  const chunks: Chunk[] = [];
  const shapes = shapesOf(text);
  for (const line of text) {
    const chunk = chunks.at(-1);
    const shape = shapes.get(line.column) ?? {
      left: line.x,
      right: line.end,
      leading: line.size * 1.2,
    };
    if (chunk === undefined || beginsAnew(chunk.lines, line, shape, body, tagged))
      chunks.push({ kind: 'paragraph', lines: [line], level: 0 });
    else chunk.lines.push(line);
  }
  const raised = [...notes].some(({ opens }) => opens !== null);
  for (const line of lines) {
    if (!notes.has(line)) continue;
    const chunk = chunks.at(-1);
    // Where marks are raised, a line that begins with a plain figure goes on ("14 June 1998").
    const opens = raised ? line.opens !== null : OPENS.test(line.text);
    if (opens || chunk?.kind !== 'footnote')
      chunks.push({ kind: 'footnote', lines: [line], level: 0 });
    else chunk.lines.push(line);
  }
  return chunks;
}

interface Shape {
  readonly left: number;
  readonly right: number;
  /** Usual distance between lines. */
  readonly leading: number;
}

function shapesOf(lines: readonly Line[]): Map<number, Shape> {
  const shapes = new Map<number, Shape>();
  for (const column of new Set(lines.map((line) => line.column))) {
    const own = lines.filter((line) => line.column === column);
    const steps: number[] = [];
    own.forEach((line, at) => {
      const step = (own[at - 1]?.y ?? line.y) - line.y;
      if (step > line.size * 0.7 && step < line.size * 2.2) steps.push(step);
    });
    steps.sort((one, other) => one - other);
    const size = own[0]?.size ?? 10;
    shapes.set(column, {
      left: Math.min(...own.map(({ x }) => x)),
      right: quantile(
        own.map(({ end }) => end),
        0.96,
      ),
      leading: steps[Math.floor(steps.length * 0.35)] ?? size * 1.2,
    });
  }
  return shapes;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function beginsAnew(
  lines: readonly Line[],
  line: Line,
  shape: Shape,
  body: number,
  tagged: boolean,
): boolean {
  const last = lines.at(-1);
  if (last === undefined) return true;
  if (last.column !== line.column) return true;
  if (Math.abs(last.size - line.size) > Math.max(last.size, line.size) * 0.09) return true;
  const step = last.y - line.y;
  if (step < -line.size * 0.5) return true;
  if (tagged && parted(last, line)) return true;
  const em = line.size;
  const large = em > body * 1.08;
  if (large && step < em * 1.6) return readMarker(line.text)?.marker.kind === 'capital';
  if (step > Math.max(shape.leading * 1.28, em * 1.05) && step > shape.leading + 2) return true;
  if (last.text.includes('\t') && line.text.includes('\t')) return true;
  const hyphen = /\p{L}[-\u2010\u00AD]$/u.test(last.text);
  const ended = /[.!?:;…»”"’)\]]$/u.test(last.text);
  const mark = readMarker(line.text);
  const first = lines[0] ?? last;
  if (!hyphen && hadRoom(last, line, shape)) return true;
  if (mark !== null && !hyphen && mark.marker.kind !== 'capital') {
    const hangs =
      line.x < last.x - em * 0.5 ||
      Math.abs(line.x - first.x) < em * 0.6 ||
      line.x > last.x + em * 0.6;
    if (
      mark.marker.kind === 'bullet'
        ? hangs
        : hangs &&
          (ended || /(?:,|;|\bet|\band|\bor|\bou)$/u.test(last.text) || isShort(last, shape))
    )
      return true;
  }
  if (line.rtl)
    return ended && line.end < last.end - em * 0.8 && lines.length > 0 && last.x > shape.left + em;
  const indented = line.x > last.x + em * 0.8;
  const outdented = line.x < last.x - em * 0.8;
  if (indented && ended && !hyphen) return true;
  if (outdented && lines.length > 1 && (ended || isShort(last, shape))) return true;
  return (
    ended &&
    /[.!?…]["»”’)]?$/u.test(last.text) &&
    isShort(last, shape) &&
    /^[\p{Lu}\p{N}«“"]/u.test(line.text)
  );
}

/** In two blocks of the file's own structure; a row of a table is never parted so. */
function parted(last: Line, line: Line): boolean {
  if (last.tag === null || line.tag === null) return false;
  return last.tag.block !== line.tag.block && !/\t/u.test(last.text + line.text);
}

/**
 * Whether a document's structure can be believed: its blocks hold several lines each, where an
 * untrustworthy one tags line by line, and most lines belong to one.
 */
export function trustsTags(lines: readonly Line[]): boolean {
  const blocks = new Map<number, number>();
  for (const { tag } of lines)
    if (tag !== null) blocks.set(tag.block, (blocks.get(tag.block) ?? 0) + 1);
  const held = [...blocks.values()].reduce((sum, count) => sum + count, 0);
  const several = [...blocks.values()].filter((count) => count > 1).length;
  return held > lines.length * 0.6 && several >= 2 && several > blocks.size * 0.15;
}

/** Where the next word would still have fitted, the line was ended on purpose. */
function hadRoom(last: Line, line: Line, shape: Shape): boolean {
  if (line.rtl || !/^[\p{Lu}\p{N}«“"•–—-]/u.test(line.text)) return false;
  const word = /^\S+/u.exec(line.text)?.[0] ?? '';
  const width = ((line.end - line.x) / Math.max(1, line.text.length)) * (word.length + 1);
  return shape.right - last.end > width * 1.25 + line.size;
}

function isShort(line: Line, shape: Shape): boolean {
  return line.end < shape.right - (shape.right - shape.left) * 0.18;
}

/** Small type at the foot of a page, behind a rule or opened by a mark. */
function footnotesOf(lines: readonly Line[], body: number): Set<Line> {
  const notes = new Set<Line>();
  for (const column of new Set(lines.map((line) => line.column))) {
    const own = lines
      .filter((line) => line.column === column)
      .sort((one, other) => one.y - other.y);
    const foot: Line[] = [];
    let ruled = false;
    for (const line of own) {
      if (isRule(line.text)) {
        ruled = true;
        break;
      }
      if (line.size > body * 0.93) break;
      foot.unshift(line);
    }
    const raised = foot.some(({ opens }) => opens !== null);
    const first = foot.findIndex((line) => (raised ? line.opens !== null : OPENS.test(line.text)));
    if (ruled) foot.forEach((line) => notes.add(line));
    else if (first >= 0 && foot.length < own.length)
      foot.slice(first).forEach((line) => notes.add(line));
  }
  return notes;
}

/** Marks headings by larger type, level by size; and unnumbered short lines with roman numerals. */
export function markHeadings(chunks: readonly Chunk[], body: number, tagged = false): void {
  if (tagged) {
    for (const chunk of chunks) {
      const level = chunk.lines[0]?.tag?.heading ?? null;
      if (chunk.kind !== 'paragraph' || level === null || chunk.lines.length > 6) continue;
      chunk.kind = 'heading';
      chunk.level = level;
    }
  }
  const large = new Set<number>();
  const candidates = chunks.filter((chunk) => chunk.kind === 'paragraph' && isHeading(chunk, body));
  for (const { lines } of candidates)
    if ((lines[0]?.size ?? 0) > body * 1.08) large.add(lines[0]?.size ?? 0);
  const sizes = [...large].sort((one, other) => other - one);
  for (const chunk of candidates) {
    const at = sizes.indexOf(chunk.lines[0]?.size ?? 0);
    chunk.kind = 'heading';
    chunk.level = Math.min(6, at < 0 ? sizes.length + 2 : at + 1);
  }
}

function isHeading({ lines }: Chunk, body: number): boolean {
  const size = lines[0]?.size ?? 0;
  const text = canonicalText(lines.map((line) => line.text).join(' '));
  if (lines.length > 4 || text.length > 240 || !/\p{L}/u.test(text)) return false;
  const mark = readMarker(text);
  if (size > body * 1.08) return !/[,;]$/u.test(text) && mark?.marker.kind !== 'bullet';
  if (lines.length > 2 || text.length > 120 || /[.,;:]$/u.test(text)) return false;
  return mark !== null && mark.marker.kind === 'capital' && mark.rest.length > 3;
}

/** Joins what a page or column break has cut in two; footnotes in between do not matter. */
export function joinAcross(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    const before = joined.findLast(({ kind }) => kind !== 'footnote');
    const link = before === undefined ? 'none' : goesOn(before, chunk);
    if (before === undefined || link === 'none') joined.push(chunk);
    else {
      before.lines.push(...chunk.lines);
      if (link === 'weak') before.weak = true;
    }
  }
  return joined;
}

function goesOn(before: Chunk, chunk: Chunk): 'none' | 'weak' | 'sure' {
  if (before.kind !== 'paragraph' || chunk.kind !== 'paragraph') return 'none';
  const last = before.lines.at(-1);
  const first = chunk.lines[0];
  if (last === undefined || first === undefined) return 'none';
  if (last.page === first.page && last.column === first.column) return 'none';
  if (Math.abs(last.size - first.size) > last.size * 0.09) return 'none';
  const begins = first.text.replace(/^[«“"'‘(]+/u, '');
  if (/\p{L}[-\u2010\u00AD]$/u.test(last.text)) return /^\p{L}/u.test(begins) ? 'sure' : 'none';
  const mark = readMarker(first.text);
  if (mark !== null && mark.marker.kind !== 'capital') return 'none';
  if (/[.!?:;…]["»”’)\]]*$/u.test(last.text)) return 'none';
  if (/^[\p{Ll}\p{N}\p{Lo}]/u.test(begins)) return 'sure';
  return !/,$/u.test(last.text) && last.text.length > 45 ? 'weak' : 'none';
}

/** The marks of all lines, their places counted to the end of the last one. */
function callsOf(lines: readonly Line[], texts: readonly string[]): PieceCall[] {
  if (lines.every((line) => line.calls.length === 0)) return [];
  let behind = 0;
  const calls: PieceCall[] = [];
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const own = lines[at]?.calls ?? [];
    calls.unshift(...own.map((call) => ({ ...call, rest: call.rest + behind })));
    behind += solid(texts[at] ?? '');
  }
  return calls;
}

/** Wide gaps in several lines of one paragraph: two columns taken for one, or a table. */
function doubtsOf({ lines, weak }: Chunk): SeenDoubt[] {
  const gapped = lines.filter(({ text }) => /\S\t\S/u.test(text)).length;
  return [
    ...(weak === true ? ['page-join' as const] : []),
    ...(gapped > 1 ? ['columns' as const] : []),
  ];
}

/** A chunk as a piece, its lines joined. */
export function pieceOf(chunk: Chunk, lexicon: Lexicon): Piece {
  const texts = chunk.lines.map(({ text }) =>
    text.replace(/\t/gu, chunk.kind === 'paragraph' ? '\t' : ' '),
  );
  const { text, mended } = joinLines(texts, lexicon);
  const first = chunk.lines[0];
  const raw = mended > 0 ? { raw: texts.join('\n') } : {};
  const page = first === undefined ? {} : { page: first.page };
  const calls = callsOf(chunk.lines, texts);
  const base = { text, mended, ...raw, ...page, ...(calls.length === 0 ? {} : { calls }) };
  if (chunk.kind === 'heading') return { kind: 'heading', level: chunk.level, ...base };
  if (chunk.kind === 'footnote') {
    const shown = OPENS.exec(text)?.[0].trim() ?? null;
    // A lone letter may be a word; it is lifted off only where it is raised.
    const opens = first?.opens ?? (/^[a-e]$/u.test(shown ?? '') ? null : shown);
    const bare = first?.opens === null && opens !== null ? text.slice(opens.length).trim() : text;
    return { kind: 'footnote', ...base, text: bare, ...(opens === null ? {} : { marker: opens }) };
  }
  if (first?.tag?.item === true) return { kind: 'list-item', level: 0, ...base };
  const doubts = doubtsOf(chunk);
  const unsure = doubts.length === 0 ? {} : { doubts };
  return { kind: 'paragraph', ...base, ...unsure, indent: first?.x ?? 0 };
}
