import { describe, expect, it } from 'vitest';
import { countGrid, gridTable, shadeOf, stepInGrid } from './count-grid.ts';
import type { GridChoices } from './count-grid.ts';

const tags = [
  { id: 'root', label: 'Objectifs', depth: 0, above: [] },
  { id: 'one', label: 'Obj. 1', depth: 1, above: ['root'] },
  { id: 'two', label: 'Obj. 2', depth: 1, above: ['root'] },
  { id: 'none', label: 'Vide', depth: 0, above: [] },
];
const table = {
  columns: [
    { id: '', title: '', total: 1 },
    { id: '2018', title: '', total: 5 },
    { id: '2006', title: '', total: 2 },
  ],
  rows: [
    {
      tagId: 'two',
      total: 5,
      cells: [
        [1, 4],
        [2, 1],
      ] as const,
    },
    {
      tagId: 'root',
      total: 8,
      cells: [
        [0, 1],
        [1, 5],
        [2, 2],
      ] as const,
    },
    {
      tagId: 'one',
      total: 3,
      cells: [
        [0, 1],
        [1, 1],
        [2, 1],
      ] as const,
    },
  ],
};
const choices: GridChoices = { sort: { by: 'codebook' }, open: null, isSquare: false };
const grid = (more: Partial<GridChoices> = {}) =>
  countGrid(
    table,
    tags,
    ({ id }) => id || 'sans',
    (a, b) => (a < b ? -1 : 1),
    {
      ...choices,
      ...more,
    },
  );

describe('the grid of counts', () => {
  it('has used tags alone, in the codebook’s order, columns by name and those without one last', () => {
    const { columns, rows, most } = grid();
    expect(columns.map(({ label }) => label)).toEqual(['2006', '2018', 'sans']);
    expect(rows.map(({ id, depth, cells }) => [id, depth, cells])).toEqual([
      ['root', 0, [2, 5, 1]],
      ['one', 1, [1, 1, 1]],
      ['two', 1, [1, 4, 0]],
    ]);
    expect(most).toBe(5);
  });

  it('folds tags into the one above, and opens it again', () => {
    const folded = grid({ open: new Set() });
    expect(folded.rows.map(({ id, hasBelow }) => [id, hasBelow])).toEqual([['root', true]]);
    expect(grid({ open: new Set(['root']) }).rows.length).toBe(3);
  });

  it('is ordered by totals or by a column', () => {
    const byTotal = grid({ sort: { by: 'total' } });
    expect(byTotal.columns.map(({ id }) => id)).toEqual(['2018', '2006', '']);
    expect(byTotal.rows.map(({ id }) => id)).toEqual(['root', 'two', 'one']);
    const byColumn = grid({ sort: { by: 'column', id: '' } });
    expect(byColumn.rows.map(({ id }) => id)).toEqual(['root', 'one', 'two']);
  });

  it('shades from none to darkest, and nothing that counts is left white', () => {
    expect([0, 1, 50, 100].map((count) => shadeOf(count, 100))).toEqual([0, 1, 3, 5]);
    expect(shadeOf(1, 1)).toBe(5);
  });

  it('is walked by keys, headings included, and no further than its edges', () => {
    const size = { rows: 3, columns: 2 };
    const press = (key: string, ctrlKey = false) =>
      stepInGrid({ key, ctrlKey }, { row: 0, column: 0 }, size);
    expect(press('ArrowUp')).toEqual({ row: -1, column: 0 });
    expect(press('ArrowLeft')).toEqual({ row: 0, column: -1 });
    expect(press('PageDown')).toEqual({ row: 2, column: 0 });
    expect(press('End', true)).toEqual({ row: 2, column: 1 });
    expect(press('Home', true)).toEqual({ row: -1, column: -1 });
    expect(press('x')).toBeNull();
  });

  it('becomes a table for a spreadsheet', () => {
    expect(gridTable(grid({ open: new Set() }), { tag: 'Étiquette', total: 'Total' })).toEqual([
      ['Étiquette', 'Total', '2006', '2018', 'sans'],
      ['Objectifs', 8, 2, 5, 1],
    ]);
  });
});
