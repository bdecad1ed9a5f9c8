/**
 * Pieces of text to lines: which pieces stand on one baseline, where a space belongs, which column
 * a line is in, and the order in which a reader takes the lines of a page.
 */
import type { Glyphs } from './open.ts';
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
  readonly rtl: boolean;
  /** Block of the file's own structure that most of the line belongs to, or null. */
  readonly tag: Tag | null;
}

/** Pieces on one baseline with no wide gap between them. */
interface Segment {
  readonly glyphs: Glyphs[];
  y: number;
  size: number;
  x: number;
  end: number;
}

/** Gap, in sizes of type, that parts columns and table cells. */
const WIDE = 1.8;

/** Lines of one page in reading order. */
export function linesOf(glyphs: readonly Glyphs[], page: number, width: number): Line[] {
  const segments = segmentsOf(glyphs);
  return columnsOf(segments, width).flatMap((group) =>
    merged(group.segments).map((row) => lineOf(row, page, group.column)),
  );
}

function segmentsOf(glyphs: readonly Glyphs[]): Segment[] {
  const solid = glyphs.filter(({ text, size }) => size > 0.5 && text.trim() !== '');
  const rows: Segment[] = [];
  for (const piece of [...solid].sort((one, other) => other.size - one.size || other.y - one.y)) {
    const row = rows.find((one) => sameRow(one, piece) && touches(one, piece));
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
  return joinedSegments(rows);
}

/** Pieces came by size, so segments that grew towards each other are joined at the end. */
function joinedSegments(rows: Segment[]): Segment[] {
  const sorted = [...rows].sort((one, other) => other.y - one.y || one.x - other.x);
  const joined: Segment[] = [];
  for (const row of sorted) {
    const near = joined
      .slice(-40)
      .find(
        (one) =>
          Math.abs(one.y - row.y) < Math.max(one.size, row.size) * 0.3 &&
          gap(one, row) < WIDE * Math.max(one.size, row.size) &&
          similar(one, row),
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

interface Group {
  readonly column: number;
  readonly segments: Segment[];
}

/** One group a column and band, in reading order; what crosses the gutter parts the bands. */
function columnsOf(segments: readonly Segment[], width: number): Group[] {
  const sorted = [...segments].sort((one, other) => other.y - one.y || one.x - other.x);
  const gutter = gutterOf(sorted, width);
  if (gutter === null) return [{ column: 0, segments: sorted }];
  const rtl = sorted.filter(isRtl).length > sorted.length / 2;
  const groups: Group[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let across: Segment[] = [];
  const flush = (): void => {
    const sides = rtl ? [right, left] : [left, right];
    sides.forEach((side, at) => {
      if (side.length > 0) groups.push({ column: at + 1, segments: side });
    });
    left = [];
    right = [];
  };
  for (const segment of sorted) {
    if (segment.x < gutter && segment.end > gutter) {
      if (left.length + right.length > 0) flush();
      across.push(segment);
      continue;
    }
    if (across.length > 0) groups.push({ column: 0, segments: across });
    across = [];
    (segment.x >= gutter ? right : left).push(segment);
  }
  if (across.length > 0) groups.push({ column: 0, segments: across });
  flush();
  return groups;
}

function isRtl({ glyphs }: Segment): boolean {
  return glyphs.filter(({ rtl }) => rtl).length > glyphs.length / 2;
}

/** Place between two columns of running text, or null: the middle of the widest clear strip. */
function gutterOf(segments: readonly Segment[], width: number): number | null {
  const long = segments.filter(({ glyphs }) => lettersOf(glyphs) > 2);
  if (long.length < 16) return null;
  const strips: { from: number; to: number; crossing: number }[] = [];
  for (let at = width * 0.3; at <= width * 0.7; at += 2) {
    const crossing = long.filter(({ x, end }) => x < at && end > at).length;
    const last = strips.at(-1);
    if (last?.crossing === crossing) last.to = at;
    else strips.push({ from: at, to: at, crossing });
  }
  const fewest = Math.min(...strips.map(({ crossing }) => crossing));
  if (fewest > long.length * 0.25) return null;
  strips.sort(
    (one, other) => one.crossing - other.crossing || other.to - other.from - (one.to - one.from),
  );
  const strip = strips[0];
  if (strip === undefined) return null;
  const at = (strip.from + strip.to) / 2;
  const left = long.filter(({ end }) => end <= at);
  const right = long.filter(({ x }) => x >= at);
  if (left.length < 7 || right.length < 7 || !overlaps(left, right)) return null;
  const shares = [fullShare(left), fullShare(right)];
  return Math.max(...shares) >= 0.45 && Math.min(...shares) >= 0.2 ? at : null;
}

function lettersOf(glyphs: readonly Glyphs[]): number {
  return glyphs.reduce((sum, { text }) => sum + text.length, 0);
}

/** Share of lines that fill their column: high in running text, low in the cells of a table. */
function fullShare(side: readonly Segment[]): number {
  const start = Math.min(...side.map(({ x }) => x));
  const end = Math.max(...side.map((one) => one.end));
  const full = side.filter((one) => one.end - one.x > (end - start) * 0.7).length;
  return full / side.length;
}

function overlaps(left: readonly Segment[], right: readonly Segment[]): boolean {
  const top = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  const foot = Math.max(Math.min(...left.map(({ y }) => y)), Math.min(...right.map(({ y }) => y)));
  return top - foot > 60;
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
  for (const piece of ordered(row.glyphs, rtl)) {
    const raised =
      piece.size < size * 0.8 &&
      piece.y - row.y > size * 0.12 &&
      /^[\s\d*†‡§,()[\]a-e]{1,7}$/u.test(piece.text);
    if (raised) {
      if (text.trim() === '') opens ??= piece.text.trim();
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
    rtl,
    tag,
  };
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
  return distance > size * 0.17 ? ' ' : '';
}

/** Left to right; a right-to-left line the other way, but its numbers and Latin words not. */
function ordered(glyphs: readonly Glyphs[], rtl: boolean): Glyphs[] {
  const sorted = [...glyphs].sort((one, other) => one.x - other.x);
  if (!rtl) return sorted;
  const result: Glyphs[] = [];
  let run: Glyphs[] = [];
  for (const piece of sorted.reverse()) {
    if (piece.rtl || !/[\p{L}\p{N}]/u.test(piece.text)) {
      result.push(...run, piece);
      run = [];
    } else run.unshift(piece);
  }
  return [...result, ...run];
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
