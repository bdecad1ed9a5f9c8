/** The list of documents with what can be done to its rows: by keys, by a menu, to one or to several. */
import type { KeyboardEvent, MouseEvent } from 'react';
import { useState } from 'react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { keysOf, shortcutOf } from '../app/shortcuts.ts';
import { ContextMenu } from '../design/Menu.tsx';
import type { MenuAct, MenuPlace } from '../design/Menu.tsx';
import { useLanguage, useText } from '../i18n/index.ts';
import { DocumentGrid } from './DocumentGrid.tsx';
import type { Sort } from './rows.ts';

export interface TableActs {
  readonly open: (id: string) => void;
  readonly edit?: (ids: readonly string[]) => void;
  /** Beside the row it was asked on. */
  readonly tag?: (ids: readonly string[], beside: Element) => void;
  readonly remove?: (ids: readonly string[]) => void;
  readonly restore?: (ids: readonly string[]) => void;
  /** Asks whether they are to go for good. */
  readonly erase?: (ids: readonly string[]) => void;
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

export function DocumentTable(props: DocumentTableProps) {
  const { rows, documents, selected, onSelect, sort, onSort, acts } = props;
  const t = useText('library');
  const erase = useText('erase');
  const language = useLanguage();
  const [menu, setMenu] = useState<(MenuPlace & { readonly ids: readonly string[] }) | null>(null);

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
    else if (shortcut === 'tagDocuments' && event.target instanceof Element) {
      acts.tag?.(ids, event.target);
    } else if (shortcut === 'remove') acts.remove?.(ids);
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
      keys: keysOf('open', language),
      disabled: ids.length > 1,
      act: () => acts.open(id),
    })),
    ...one('edit', acts.edit, ids),
    ...one('tag', tagHere, ids),
    ...one('remove', acts.remove, ids),
    ...one('restore', acts.restore, ids),
    ...(acts.erase === undefined
      ? []
      : [{ id: 'erase', label: erase('menu'), apart: true, act: () => acts.erase?.(ids) }]),
  ];
  const { tag } = acts;
  const tagHere =
    tag === undefined
      ? undefined
      : (ids: readonly string[]) => {
          const first = `[role="row"][data-key="${CSS.escape(ids[0] ?? '')}"]`;
          tag(ids, document.querySelector(first) ?? document.body);
        };
  const one = (
    id: 'edit' | 'tag' | 'remove' | 'restore',
    act: ((ids: readonly string[]) => void) | undefined,
    ids: readonly string[],
  ): MenuAct[] =>
    act === undefined
      ? []
      : [
          {
            id,
            label: t(`actions.${id}`),
            ...(id === 'restore'
              ? {}
              : { keys: keysOf(id === 'tag' ? 'tagDocuments' : id, language) }),
            act: () => act(ids),
          },
        ];

  return (
    <div className="document-table-box" onKeyDownCapture={onKey} onContextMenu={onContextMenu}>
      <DocumentGrid
        rows={rows}
        documents={documents}
        selected={selected}
        onSelect={onSelect}
        sort={sort}
        onSort={onSort}
        onOpen={acts.open}
      />
      <ContextMenu
        label={t('actions.label')}
        place={menu}
        onClose={() => setMenu(null)}
        acts={menu === null ? [] : menuActs(menu.ids)}
      />
    </div>
  );
}
