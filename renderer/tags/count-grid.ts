/** From counted tags to the grid that is drawn: which rows and columns, in which order, how dark each cell. Pure. */
import type { CountTable } from '../../electron/contract/tag-views.ts';

export type GridSort =
  | { readonly by: 'codebook' }
  | { readonly by: 'total' }
  | { readonly by: 'column'; readonly id: string };

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  readonly total: number;
}

export interface GridRow {
  readonly id: string;
  readonly label: string;
  /** Steps below the top of the codebook. */
  readonly depth: number;
  /** True: tags below it are rows too, when it is open. */
  readonly hasBelow: boolean;
  readonly total: number;
  /** Counts in the order of the columns. */
  readonly cells: readonly number[];
}

export interface CountGrid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The largest count of a cell that is compared, at least 1. */
  readonly most: number;
}

/** A tag as the grid names it, in the order of the codebook. */
export interface GridTag {
  readonly id: string;
  readonly label: string;
  readonly depth: number;
  /** Ids of the tags above it. */
  readonly above: readonly string[];
}

export interface GridChoices {
  readonly sort: GridSort;
  /** Ids of tags whose rows below are shown; null: all are. */
  readonly open: ReadonlySet<string> | null;
  /** True: row and column of the same tag are not compared. */
  readonly isSquare: boolean;
}

/** Darkest shade of a cell; 0 is none. */
export const DARKEST = 5;

export function countGrid(
  { columns, rows }: CountTable,
  tags: readonly GridTag[],
  labelOf: (column: CountTable['columns'][number]) => string,
  compare: (a: string, b: string) => number,
  { sort, open, isSquare }: GridChoices,
): CountGrid {
  const places = new Map(tags.map(({ id }, place) => [id, place]));
  const labelled = columns
    .map(({ id, total, ...rest }, place) => ({
      ...{ id, total, place },
      label: labelOf({ id, total, ...rest }),
    }))
    .sort((a, b) => {
      if (isSquare) return (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0);
      return Number(a.id === '') - Number(b.id === '') || compare(a.label, b.label);
    });
  if (sort.by === 'total') labelled.sort((a, b) => b.total - a.total);
  const counted = new Map(rows.map((row) => [row.tagId, row]));
  const used = tags.filter(({ id }) => counted.has(id));
  const usedAbove = new Set(used.flatMap(({ above }) => above));
  const shown = used.filter(
    ({ above }) => open === null || above.every((id) => open.has(id) || !counted.has(id)),
  );
  let most = 1;
  const gridRows = shown.map(({ id, label, above }): GridRow => {
    const row = counted.get(id);
    const known = new Map(row?.cells ?? []);
    const cells = labelled.map(({ id: column, place }) => {
      const count = known.get(place) ?? 0;
      if (!(isSquare && column === id)) most = Math.max(most, count);
      return count;
    });
    return {
      ...{ id, cells, total: row?.total ?? 0 },
      label,
      depth: above.filter((one) => counted.has(one)).length,
      hasBelow: usedAbove.has(id),
    };
  });
  if (sort.by !== 'codebook') {
    const at = sort.by === 'column' ? labelled.findIndex(({ id }) => id === sort.id) : -1;
    const value = (row: GridRow): number => (at < 0 ? row.total : (row.cells[at] ?? 0));
    gridRows.sort((a, b) => value(b) - value(a) || b.total - a.total);
  }
  return {
    columns: labelled.map(({ id, label, total }) => ({ id, label, total })),
    rows: gridRows,
    most,
  };
}

/** How dark a cell is, 0 to `DARKEST`: what counts at all is never without shade. */
export function shadeOf(count: number, most: number): number {
  if (count <= 0) return 0;
  return Math.max(1, Math.min(DARKEST, Math.ceil((count / most) * DARKEST)));
}

/**
 * Where a key leads from a cell; rows and columns count from -1, where the headings are.
 * @returns null: the key means nothing here.
 */
export function stepInGrid(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { row: number; column: number } | null {
  const PAGE = 10;
  const clamp = (value: number, end: number): number => Math.max(-1, Math.min(value, end - 1));
  const to = (nextRow: number, nextColumn: number) => ({
    row: clamp(nextRow, size.rows),
    column: clamp(nextColumn, size.columns),
  });
  switch (key) {
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'PageDown':
      return to(row + PAGE, column);
    case 'PageUp':
      return to(row - PAGE, column);
    case 'Home':
      return to(ctrlKey ? -1 : row, -1);
    case 'End':
      return to(ctrlKey ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}

/** The grid as a table of words and numbers, its headings first. */
export function gridTable(
  { columns, rows }: CountGrid,
  words: { readonly tag: string; readonly total: string },
): (string | number)[][] {
  return [
    [words.tag, words.total, ...columns.map(({ label }) => label)],
    ...rows.map(({ label, total, cells }) => [label, total, ...cells]),
  ];
}
