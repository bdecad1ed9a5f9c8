/** Documents as a table: arrows, typing ahead, several at once, order by any column, menu by key. */
import type { KeyboardEvent, MouseEvent } from 'react';
import { useRef, useState } from 'react';
import type { Selection, SortDescriptor } from 'react-aria-components';
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { keysOf, shortcutOf } from '../app/shortcuts.ts';
import { ContextMenu } from '../design/Menu.tsx';
import type { MenuAct, MenuPlace } from '../design/Menu.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { COLUMNS } from './rows.ts';
import type { Column as ColumnId, Sort } from './rows.ts';
import { TitleCell } from './TitleCell.tsx';
import { useWords } from './words.ts';

export interface TableActs {
  readonly open: (id: string) => void;
  readonly edit?: (ids: readonly string[]) => void;
  readonly remove?: (ids: readonly string[]) => void;
  readonly restore?: (ids: readonly string[]) => void;
}

interface DocumentTableProps {
  readonly rows: readonly DocumentSummary[];
  /** All documents, for the titles of copies. */
  readonly documents: readonly DocumentSummary[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  /** Null: the rows have an order of their own. */
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  readonly acts: TableActs;
}

const WIDTHS: Readonly<
  Record<ColumnId, { readonly width: `${number}fr` | number; readonly min: number }>
> = {
  title: { width: '5fr', min: 200 },
  body: { width: 84, min: 72 },
  date: { width: 140, min: 96 },
  language: { width: 88, min: 80 },
  kind: { width: '2fr', min: 112 },
  paragraphs: { width: 104, min: 96 },
  notes: { width: 88, min: 84 },
};

const LAYOUT = { rowHeight: 52, headingHeight: 34 };

export function DocumentTable(props: DocumentTableProps) {
  const { rows, documents, selected, onSelect, sort, onSort, acts } = props;
  const t = useText('library');
  const { i18n } = useTranslation();
  const [menu, setMenu] = useState<(MenuPlace & { readonly ids: readonly string[] }) | null>(null);
  const box = useRef<HTMLDivElement>(null);

  /** The rows an act is about: the selection if the row is in it, else the row alone. */
  const idsAt = (target: EventTarget | null): readonly string[] => {
    const row = target instanceof Element ? target.closest('[role="row"][data-key]') : null;
    const id = row?.getAttribute('data-key') ?? null;
    if (id === null || !rows.some((one) => one.id === id)) return [];
    return selected.has(id)
      ? rows.filter((one) => selected.has(one.id)).map((one) => one.id)
      : [id];
  };

  const openMenu = (ids: readonly string[], place: MenuPlace) => {
    if (ids.length > 0) setMenu({ ...place, ids });
  };

  const onKey = (event: KeyboardEvent) => {
    const ids = idsAt(event.target);
    const shortcut = shortcutOf(event.nativeEvent, 'library');
    if (shortcut === null || ids.length === 0) return;
    const [first] = ids;
    if (shortcut === 'edit') acts.edit?.(ids);
    else if (shortcut === 'remove') acts.remove?.(ids);
    else if (shortcut === 'open' && first !== undefined) acts.open(first);
    else if (shortcut === 'menu' && event.target instanceof Element) {
      const { left, bottom } = event.target.getBoundingClientRect();
      openMenu(ids, { x: left + 48, y: bottom });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onContextMenu = (event: MouseEvent) => {
    const ids = idsAt(event.target);
    if (ids.length === 0) return;
    event.preventDefault();
    openMenu(ids, { x: event.clientX, y: event.clientY });
  };

  const menuActs = (ids: readonly string[]): readonly MenuAct[] => [
    ...ids.slice(0, 1).map((id) => ({
      id: 'open',
      label: t('actions.open'),
      keys: keysOf('open', i18n.language),
      disabled: ids.length > 1,
      act: () => acts.open(id),
    })),
    ...one('edit', acts.edit, ids),
    ...one('remove', acts.remove, ids),
    ...one('restore', acts.restore, ids),
  ];
  const one = (
    id: 'edit' | 'remove' | 'restore',
    act: ((ids: readonly string[]) => void) | undefined,
    ids: readonly string[],
  ): MenuAct[] =>
    act === undefined
      ? []
      : [
          {
            id,
            label: t(`actions.${id}`),
            ...(id === 'restore' ? {} : { keys: keysOf(id, i18n.language) }),
            act: () => act(ids),
          },
        ];

  return (
    <div
      className="document-table-box"
      ref={box}
      onKeyDownCapture={onKey}
      onContextMenu={onContextMenu}
    >
      <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
        <Table
          className="document-table"
          aria-label={t('table')}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={(keys: Selection) =>
            onSelect(
              keys === 'all' ? new Set(rows.map(({ id }) => id)) : new Set([...keys].map(String)),
            )
          }
          {...(sort === null ? {} : { sortDescriptor: sort })}
          onSortChange={({ column, direction }: SortDescriptor) => {
            const chosen = COLUMNS.find((id) => id === column);
            if (chosen) onSort({ column: chosen, direction });
          }}
          onRowAction={(key) => acts.open(String(key))}
        >
          <TableHeader>
            {COLUMNS.map((column) => (
              <Column
                key={column}
                id={column}
                className={`column column-${column}`}
                allowsSorting
                isRowHeader={column === 'title'}
                width={WIDTHS[column].width}
                minWidth={WIDTHS[column].min}
              >
                {({ sortDirection }) => (
                  <span className="column-words">
                    {t(`columns.${column}`)}
                    <span aria-hidden="true" className="sort-mark">
                      {sortDirection === 'ascending'
                        ? '↑'
                        : sortDirection === 'descending'
                          ? '↓'
                          : ''}
                    </span>
                  </span>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody items={rows} dependencies={[i18n.language, documents]}>
            {(row) => <DocumentRow row={row} documents={documents} />}
          </TableBody>
        </Table>
      </Virtualizer>
      <ContextMenu
        label={t('actions.label')}
        place={menu}
        onClose={() => setMenu(null)}
        acts={menu === null ? [] : menuActs(menu.ids)}
      />
    </div>
  );
}

interface DocumentRowProps {
  readonly row: DocumentSummary;
  readonly documents: readonly DocumentSummary[];
}

function DocumentRow({ row, documents }: DocumentRowProps) {
  const t = useText('library');
  const words = useWords();
  const format = useFormats();
  return (
    <Row id={row.id} className="document-row" textValue={row.title}>
      <Cell className="cell cell-title" textValue={row.title}>
        <TitleCell row={row} documents={documents} />
      </Cell>
      <Cell className="cell">{row.body || t('unknown')}</Cell>
      <Cell className="cell tabular">{format.date(row.date) || t('unknown')}</Cell>
      <Cell className="cell">{words.language(row.language)}</Cell>
      <Cell className="cell cell-kind">{words.kind(row.kind)}</Cell>
      <Cell className="cell cell-count tabular">{format.number(row.paragraphs)}</Cell>
      <Cell className="cell cell-count tabular">
        {row.notes === 0 ? '' : format.number(row.notes)}
      </Cell>
    </Row>
  );
}
