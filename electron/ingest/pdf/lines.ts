/**
 * Pieces of text to lines: which pieces stand on one baseline, where a space belongs, which column
 * a line is in, and the order in which a reader takes the lines of a page.
 */
import { columnsOf, narrowGutter, type Segment } from './columns.ts';
import { isMirrored, isRtl, ordered, unmirrored } from './direction.ts';
import type { Glyphs } from './open.ts';
import { bareMark, solid } from '../marks.ts';
import type { PieceCall } from '../piece.ts';
import type { Tag } from './structure.ts';

/** One line of one column. */
export interface Line {
  readonly text: string;
  readonly x: number;
  /** Right edge. */
  readonly end: number;
  readonly y: number;
  /** Type size of most of its characters. */
  readonly size: number;
  readonly font: string;
  readonly page: number;
  /** Column, 0 where the page has one. */
  readonly column: number;
  /** Raised marks lifted out of the line ('1', '*'); the first one may open a footnote. */
  readonly opens: string | null;
  /** The raised marks behind words; their places counted in this line alone. */
  readonly calls: readonly PieceCall[];
  readonly rtl: boolean;
  /** Block of the file's own structure that most of the line belongs to, or null. */
  readonly tag: Tag | null;
}

/** Gap, in sizes of type, that parts columns and table cells. */
const WIDE = 1.8;

/** Lines of one page in reading order. */
export function linesOf(glyphs: readonly Glyphs[], page: number, width: number): Line[] {
  const gutter = narrowGutter(glyphs, width);
  const segments = segmentsOf(glyphs, gutter);
  const lines = columnsOf(segments, width).flatMap((group) =>
    merged(group.segments).map((row) => lineOf(row, page, group.column)),
  );
  const mirrored = lines.filter(({ rtl }) => rtl);
  if (!isMirrored(mirrored.map(({ text }) => text))) return lines;
  return lines.map((line) => (line.rtl ? { ...line, text: unmirrored(line.text) } : line));
}

type Span = { readonly x: number; readonly end: number };

/** On two sides of a gutter. */
function apart(one: Span, other: Span, gutter: number | null): boolean {
  if (gutter === null) return false;
  return (one.end <= gutter && other.x >= gutter) || (other.end <= gutter && one.x >= gutter);
}

function segmentsOf(glyphs: readonly Glyphs[], gutter: number | null): Segment[] {
  const solid = once(glyphs.filter(({ text, size }) => size > 0.5 && text.trim() !== ''));
  const rows: Segment[] = [];
  for (const piece of [...solid].sort((one, other) => other.size - one.size || other.y - one.y)) {
    const span = { x: piece.x, end: piece.x + piece.width };
    const row = rows.find(
      (one) => sameRow(one, piece) && touches(one, piece) && !apart(one, span, gutter),
    );
    if (row === undefined) {
      rows.push({
        glyphs: [piece],
        y: piece.y,
        size: piece.size,
        x: piece.x,
        end: piece.x + piece.width,
      });
    } else {
      row.glyphs.push(piece);
      row.x = Math.min(row.x, piece.x);
      row.end = Math.max(row.end, piece.x + piece.width);
    }
  }
  return joinedSegments(rows, gutter);
}

/** Some files draw a text twice, a little aside, to make it bold: one of them is enough. */
function once(glyphs: readonly Glyphs[]): Glyphs[] {
  const seen = new Map<string, Glyphs[]>();
  return glyphs.filter((piece) => {
    const key = `${Math.round(piece.y / 2)} ${piece.text}`;
    const same = seen.get(key);
    const near = piece.size * 0.12;
    if (same?.some(({ x, y }) => Math.abs(x - piece.x) < near && Math.abs(y - piece.y) < near))
      return false;
    if (same === undefined) seen.set(key, [piece]);
    else same.push(piece);
    return true;
  });
}

/** Pieces came by size, so segments that grew towards each other are joined at the end. */
function joinedSegments(rows: Segment[], gutter: number | null): Segment[] {
  const sorted = [...rows].sort((one, other) => other.y - one.y || one.x - other.x);
  const joined: Segment[] = [];
  for (const row of sorted) {
    const near = joined
      .slice(-40)
      .find(
        (one) =>
          Math.abs(one.y - row.y) < Math.max(one.size, row.size) * 0.3 &&
          gap(one, row) < WIDE * Math.max(one.size, row.size) &&
          similar(one, row) &&
          !apart(one, row, gutter),
      );
    if (near === undefined) joined.push(row);
    else {
      near.glyphs.push(...row.glyphs);
      near.x = Math.min(near.x, row.x);
      near.end = Math.max(near.end, row.end);
    }
  }
  return joined;
}

function similar(one: Segment, other: Segment): boolean {
  return Math.min(one.size, other.size) > Math.max(one.size, other.size) * 0.45;
}

function gap(one: { x: number; end: number }, other: { x: number; end: number }): number {
  return Math.max(other.x - one.end, one.x - other.end, 0);
}

/** On the row's baseline, or a small mark raised or lowered beside it. */
function sameRow(row: Segment, piece: Glyphs): boolean {
  const shift = piece.y - row.y;
  if (piece.size > row.size * 0.8) return Math.abs(shift) < row.size * 0.3;
  return shift > -row.size * 0.35 && shift < row.size * 0.62;
}

function touches(row: Segment, piece: Glyphs): boolean {
  const small = piece.size <= row.size * 0.8 && Math.abs(piece.y - row.y) > row.size * 0.12;
  return gap(row, { x: piece.x, end: piece.x + piece.width }) < (small ? 0.6 : WIDE) * row.size;
}

/** Segments of one baseline as one row. */
function merged(segments: readonly Segment[]): Segment[] {
  const rows: Segment[] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs(row.y - segment.y) < Math.min(row.size, segment.size) * 0.3) {
      row.glyphs.push(...segment.glyphs);
      row.size = Math.max(row.size, segment.size);
      row.x = Math.min(row.x, segment.x);
      row.end = Math.max(row.end, segment.end);
    } else rows.push({ ...segment, glyphs: [...segment.glyphs] });
  }
  return rows;
}

function lineOf(row: Segment, page: number, column: number): Line {
  const rtl = isRtl(row);
  const size = usual(row.glyphs, (piece) => Math.round(piece.size * 10) / 10);
  const font = usual(row.glyphs, (piece) => piece.font);
  const tag = usual(row.glyphs, (piece) => piece.tag);
  let text = '';
  let opens: string | null = null;
  let before: Glyphs | null = null;
  const marks: { at: number; text: string; end: number }[] = [];
  for (const piece of ordered(row.glyphs, rtl)) {
    if (isRaisedMark(piece, row.y, size, text)) {
      const last = marks.at(-1);
      if (text.trim() === '') opens ??= piece.text.trim();
      else if (last?.at === text.length)
        last.text += (piece.x - last.end > piece.size * 0.2 ? ' ' : '') + piece.text;
      else marks.push({ at: text.length, text: piece.text, end: 0 });
      const open = marks.at(-1);
      if (open !== undefined) open.end = piece.x + piece.width;
      before = piece;
      continue;
    }
    text += spaceBetween(before, piece, text, size, rtl) + piece.text;
    before = piece;
  }
  return {
    text: text.trim(),
    x: row.x,
    end: row.end,
    y: row.y,
    size,
    font,
    page,
    column,
    opens,
    calls: callsOf(text, marks, page),
    rtl,
    tag,
  };
}

/**
 * Small and raised, and made of what marks are made of. Behind a figure a raised letter is an ending
 * ('2e'), and behind a measure a raised figure is its power ('km2'): both are text.
 */
function isRaisedMark(piece: Glyphs, baseline: number, size: number, before: string): boolean {
  if (piece.size >= size * 0.8 || piece.y - baseline <= size * 0.12) return false;
  if (!/^[\s\d*†‡§,()[\]a-e]{1,7}$/u.test(piece.text)) return false;
  if (/^[a-e]+$/u.test(piece.text.trim()) && /[\dIVXLC]$/u.test(before)) return false;
  return !(/^[23]$/u.test(piece.text.trim()) && /(?:^|[\s\d/])(?:[kcdm]?m|ha)$/u.test(before));
}

function callsOf(
  text: string,
  marks: readonly { at: number; text: string }[],
  page: number,
): PieceCall[] {
  return marks.flatMap(({ at, text: printed }) => {
    const rest = solid(text.slice(at));
    return printed.split(/[\s,]+/u).flatMap((one): PieceCall[] => {
      const mark = bareMark(one);
      return mark === null ? [] : [{ mark, rest, page }];
    });
  });
}

function spaceBetween(
  before: Glyphs | null,
  piece: Glyphs,
  text: string,
  size: number,
  rtl: boolean,
): string {
  if (before === null || /\s$/u.test(text) || /^\s/u.test(piece.text)) return '';
  const distance = rtl ? before.x - (piece.x + piece.width) : piece.x - (before.x + before.width);
  if (distance > size * WIDE) return '\t';
  // Text drawn over other text is no part of its words.
  if (distance < -size * 0.5 && /[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(piece.text))
    return ' ';
  return distance > size * 0.17 ? ' ' : '';
}

function usual<T>(glyphs: readonly Glyphs[], key: (piece: Glyphs) => T): T {
  const counts = new Map<T, number>();
  for (const piece of glyphs)
    counts.set(key(piece), (counts.get(key(piece)) ?? 0) + piece.text.trim().length);
  let best: T | undefined;
  let most = -1;
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best as T;
}
