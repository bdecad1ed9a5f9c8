/**
 * Columns of a page: where the gutter lies between two columns of running text, and the order in
 * which a reader takes what stands left and right of it.
 */
import { isRtl } from './direction.ts';
import type { Glyphs } from './open.ts';

/** Pieces on one baseline with no wide gap between them. */
export interface Segment {
  readonly glyphs: Glyphs[];
  y: number;
  size: number;
  x: number;
  end: number;
}

/** Segments of one column in one band of the page; column 0 goes across. */
export interface Group {
  readonly column: number;
  readonly segments: Segment[];
}

/** One group a column and band, in reading order; what crosses the gutter parts the bands. */
export function columnsOf(segments: readonly Segment[], width: number): Group[] {
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
  // A note in the margin must not make the column look wider than it is.
  const starts = side.map(({ x }) => x).sort((one, other) => one - other);
  const ends = side.map((one) => one.end).sort((one, other) => other - one);
  const few = Math.floor(side.length * 0.05);
  const start = starts[few] ?? 0;
  const end = ends[few] ?? 0;
  const full = side.filter((one) => one.end - one.x > (end - start) * 0.7).length;
  return full / side.length;
}

function overlaps(left: readonly Segment[], right: readonly Segment[]): boolean {
  const top = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  const foot = Math.max(Math.min(...left.map(({ y }) => y)), Math.min(...right.map(({ y }) => y)));
  return top - foot > 60;
}

/** Lines that must begin at one place before it counts as a column's edge. */
const ALIGNED = 10;

/**
 * Left edge of a second column that stands closer to the first than words may stand apart: many
 * lines begin there, and hardly a piece of text goes across. Null where there is none.
 */
export function narrowGutter(glyphs: readonly Glyphs[], width: number): number | null {
  const solid = glyphs.filter(({ text }) => text.trim().length > 1);
  const starts = new Map<number, Set<number>>();
  for (const { x, y } of solid) {
    if (x < width * 0.3 || x > width * 0.7) continue;
    const key = Math.round(x);
    starts.set(key, (starts.get(key) ?? new Set<number>()).add(Math.round(y)));
  }
  const [best] = [...starts].sort((one, other) => other[1].size - one[1].size);
  if (best === undefined || best[1].size < ALIGNED) return null;
  const edge = best[0] - 1;
  const before = solid.filter(({ x, width: own, size }) => x + own < edge - size * 0.3);
  const crossing = solid.filter(({ x, width: own }) => x < edge - 1 && x + own > edge).length;
  const rows = new Set(before.map(({ y }) => Math.round(y))).size;
  return rows >= ALIGNED && crossing < best[1].size * 0.2 ? edge : null;
}
