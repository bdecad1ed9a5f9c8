/** The grid of counts as it is drawn: shaded cells, headings that stay, arrows from cell to cell. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { shadeOf, stepInGrid } from './count-grid.ts';
import type { CountGrid, GridSort } from './count-grid.ts';

interface CountTableProps {
  readonly label: string;
  readonly grid: CountGrid;
  readonly sort: GridSort;
  /** True: long names of columns stand upright. */
  readonly isUpright: boolean;
  /** True: rows and columns are the same tags. */
  readonly isSquare: boolean;
  /** Ids of tags whose rows below are shown; null: nothing is folded. */
  readonly open: ReadonlySet<string> | null;
  readonly onFold: (tagId: string) => void;
  readonly onSort: (sort: GridSort) => void;
  /** Opens the passages of a cell; `columnId` null: of the whole row. */
  readonly onOpen: (tagId: string, columnId: string | null) => void;
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

export function CountTable(props: CountTableProps) {
  const { label, grid, sort, isUpright, isSquare, open, onFold, onSort, onOpen } = props;
  const t = useText('coding');
  const format = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Spot>({ row: 0, column: 0 });
  const { columns, rows, most } = grid;
  const size = { rows: rows.length, columns: columns.length };
  const here = {
    row: Math.min(at.row, size.rows - 1),
    column: Math.min(at.column, size.columns - 1),
  };

  const run = ({ row, column }: Spot): void => {
    const tag = rows[row];
    const head = columns[column];
    if (tag !== undefined && (column < 0 || (head !== undefined && (tag.cells[column] ?? 0) > 0))) {
      onOpen(tag.id, column < 0 ? null : (head?.id ?? ''));
    } else if (tag === undefined) {
      onSort(head === undefined ? { by: 'codebook' } : { by: 'column', id: head.id });
    }
  };
  const press = (event: KeyboardEvent): void => {
    const spot = spotOf(event.target);
    if (spot === null || event.altKey) return;
    const next = stepInGrid(event, spot, size);
    const tag = rows[spot.row];
    if (next !== null) {
      setAt(next);
      const cell = box.current?.querySelector<HTMLElement>(selectorOf(next));
      cell?.focus({ preventScroll: true });
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event.key === 'Enter') run(spot);
    else if (event.key === ' ' && tag?.hasBelow === true && open !== null) onFold(tag.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const click = (event: MouseEvent): void => {
    const spot = spotOf(event.target);
    if (spot === null) return;
    setAt(spot);
    const fold = event.target instanceof Element && event.target.closest('[data-fold]') !== null;
    const tag = rows[spot.row];
    if (fold && tag !== undefined) onFold(tag.id);
    else run(spot);
  };
  const place = (row: number, column: number) => ({
    'data-cell': `${row} ${column}`,
    tabIndex: row === here.row && column === here.column ? 0 : -1,
  });
  const isSorted = (id: string): boolean => sort.by === 'column' && sort.id === id;
  return (
    <div className="count-box" ref={box} onKeyDown={press} onClick={click}>
      <table
        role="grid"
        className="count-table tabular"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 2}
      >
        <thead>
          <tr>
            <th scope="col" className="count-corner" {...place(-1, -1)}>
              {t('matrix.tag')}
            </th>
            <th
              scope="col"
              className="count-total"
              aria-sort={sort.by === 'total' ? 'descending' : 'none'}
            >
              <button
                type="button"
                tabIndex={-1}
                className="count-sort"
                onClick={(event) => {
                  event.stopPropagation();
                  onSort({ by: sort.by === 'total' ? 'codebook' : 'total' });
                }}
              >
                {t('matrix.total')}
              </button>
            </th>
            {columns.map(({ id, label: name, total }, column) => (
              <th
                key={id}
                scope="col"
                className={isUpright ? 'count-upright' : 'count-flat'}
                title={`${name} · ${format.number(total)}`}
                aria-sort={isSorted(id) ? 'descending' : 'none'}
                {...place(-1, column)}
              >
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label: name, depth, hasBelow, total, cells }, row) => (
            <tr key={id}>
              <th
                scope="row"
                className="count-tag"
                style={{ paddingInlineStart: `${8 + depth * 14}px` }}
                aria-expanded={hasBelow && open !== null ? open.has(id) : undefined}
                {...place(row, -1)}
              >
                {open !== null && (
                  <span className="count-fold" data-fold={hasBelow ? '' : undefined}>
                    {hasBelow && (open.has(id) ? <ChevronDown /> : <ChevronRight />)}
                  </span>
                )}
                <span>{name}</span>
              </th>
              <td className="count-total">{format.number(total)}</td>
              {cells.map((count, column) => {
                const isOwn = isSquare && columns[column]?.id === id;
                return (
                  <td
                    key={columns[column]?.id}
                    className="count-cell"
                    data-shade={isOwn ? 'own' : shadeOf(count, most)}
                    {...place(row, column)}
                  >
                    {count === 0 ? <span className="unseen">0</span> : format.number(count)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function selectorOf({ row, column }: Spot): string {
  return `[data-cell="${row} ${column}"]`;
}

function spotOf(target: EventTarget | null): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = (cell?.dataset['cell'] ?? '').split(' ').map(Number);
  return row === undefined || column === undefined || cell === null ? null : { row, column };
}
