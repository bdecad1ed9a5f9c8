/** The tags as a tree, in the left rail and in the codebook: open, make, rename, move, archive, delete. */
import { BookMarked, ChevronRight, Ellipsis, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import {
  Button as AriaButton,
  Collection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { currentScreen, show, useView } from '../app/view.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { ContextMenu } from '../design/Menu.tsx';
import { askToErase } from '../erase/state.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { TagDialog } from './TagDialog.tsx';
import { openTagDialog } from './tag-state.ts';
import { isArchived, mayLieUnder, tagName, tagsById, tagTree } from './tag-tree.ts';
import type { TagNode } from './tag-tree.ts';
import { useTagActs } from './use-tag-acts.ts';
import '../reader/outline.css';
import './tags.css';

interface OpenMenu {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

interface TagTreeProps {
  /** True: the codebook's own, where a tag opens its card; else the rail's, where it opens its passages. */
  readonly inCodebook?: boolean;
  /** True: archived tags are there too. */
  readonly withArchived?: boolean;
}

export function TagTree({ inCodebook = false, withArchived = false }: TagTreeProps) {
  const t = useText('tags');
  const erase = useText('erase');
  const language = usePreferenceState(interfaceLanguage);
  const here = useView((state) => {
    const screen = currentScreen(state);
    if (inCodebook) return screen.name === 'codebook' ? screen.tagId : null;
    return screen.name === 'tag' ? screen.id : null;
  });
  const { data: tags } = useArchive('tags.list', {});
  const { mutate: edit } = useCommand('tags.edit');
  const { mutate: addScheme } = useCommand('tags.scheme');
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const { remove, archive } = useTagActs();
  const byId = useMemo(() => tagsById(tags ?? []), [tags]);
  const shown = useMemo(
    () => (tags ?? []).filter(({ id }) => withArchived || !isArchived(byId, id)),
    [byId, tags, withArchived],
  );
  const tree = useMemo(() => tagTree(shown, language), [language, shown]);
  const openCard = (id: string): void => show({ name: 'codebook', tagId: id });

  const { dragAndDropHooks } = useDragAndDrop<TagNode>({
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': byId.get(String(key))?.name ?? '' })),
    getDropOperation: (target) =>
      target.type === 'item' && target.dropPosition === 'on' ? 'move' : 'cancel',
    onMove: ({ keys, target }) => {
      const parentId = String(target.key);
      for (const key of keys) {
        const id = String(key);
        if (mayLieUnder(byId, id, parentId)) edit({ id, fields: { parentId } });
      }
    },
  });

  const removeTag = (id: string): void => {
    const tag = byId.get(id);
    if (tag !== undefined) remove(tag);
  };
  const openMenu = (row: Element, x?: number, y?: number): void => {
    const id = row.getAttribute('data-key');
    const box = row.getBoundingClientRect();
    if (id !== null) setMenu({ id, x: x ?? box.left + 24, y: y ?? box.bottom });
  };
  const press = (event: KeyboardEvent): void => {
    const row = rowOf(event.target);
    const id = row?.getAttribute('data-key') ?? null;
    if (row === null || id === null) return;
    if (event.key === 'F2') openTagDialog({ type: 'edit', id });
    else if (event.key === 'Delete') removeTag(id);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const contextMenu = (event: MouseEvent): void => {
    const row = rowOf(event.target);
    if (row === null) return;
    event.preventDefault();
    openMenu(row, event.clientX, event.clientY);
  };

  if (tags === undefined) return null;
  const chosen = menu === null ? undefined : byId.get(menu.id);
  return (
    <div className="tag-rail" onKeyDownCapture={press} onContextMenu={contextMenu}>
      {shown.length === 0 ? (
        <p className="tag-hint">{t('empty')}</p>
      ) : (
        <Tree
          className="tag-tree"
          aria-label={t(inCodebook ? 'codebook.title' : 'tree')}
          items={tree}
          dependencies={[here, language]}
          selectionMode="none"
          dragAndDropHooks={dragAndDropHooks}
          onAction={(key) =>
            inCodebook ? openCard(String(key)) : show({ name: 'tag', id: String(key) })
          }
          {...(inCodebook ? { defaultExpandedKeys: above(byId, here) } : {})}
        >
          {(node) => <Branch node={node} here={here} language={language} onMenu={openMenu} />}
        </Tree>
      )}
      <div className="tag-rail-acts">
        <Button variant="quiet" onPress={() => openTagDialog({ type: 'new', parentId: null })}>
          <Plus aria-hidden="true" />
          {t('new')}
        </Button>
        {!tags.some(({ scheme }) => scheme === 'gcm') && (
          <Button variant="quiet" onPress={() => addScheme({ scheme: 'gcm' })}>
            <Plus aria-hidden="true" />
            {t('scheme')}
          </Button>
        )}
        {!inCodebook && tags.length > 0 && (
          <Button variant="quiet" onPress={() => show({ name: 'codebook', tagId: null })}>
            <BookMarked aria-hidden="true" />
            {t('codebook.title')}
          </Button>
        )}
      </div>
      {menu !== null && chosen !== undefined && (
        <ContextMenu
          label={t('menu.label', { name: tagName(chosen, language) })}
          place={menu}
          onClose={() => setMenu(null)}
          acts={[
            { id: 'open', label: t('menu.open'), act: () => show({ name: 'tag', id: menu.id }) },
            {
              id: 'card',
              label: t('menu.card'),
              act: () => openCard(menu.id),
            },
            {
              id: 'edit',
              label: t('menu.edit'),
              keys: 'F2',
              apart: true,
              act: () => openTagDialog({ type: 'edit', id: menu.id }),
            },
            {
              id: 'below',
              label: t('menu.below'),
              act: () => openTagDialog({ type: 'new', parentId: menu.id }),
            },
            {
              id: 'top',
              label: t('menu.top'),
              disabled: chosen.parentId === null || chosen.scheme !== '',
              act: () => edit({ id: menu.id, fields: { parentId: null } }),
            },
            {
              id: 'archive',
              label: t(chosen.archived ? 'menu.unarchive' : 'menu.archive'),
              disabled: chosen.scheme !== '' && chosen.parentId !== null,
              act: () => archive(chosen, !chosen.archived),
            },
            {
              id: 'delete',
              label: t('menu.delete'),
              keys: t('menu.deleteKey'),
              apart: true,
              disabled: chosen.scheme !== '',
              act: () => removeTag(menu.id),
            },
            {
              id: 'erase',
              label: erase('menu'),
              act: () => askToErase({ type: 'tag', id: menu.id }),
            },
          ]}
        />
      )}
      {!inCodebook && <TagDialog />}
    </div>
  );
}

interface BranchProps {
  readonly node: TagNode;
  readonly here: string | null;
  readonly language: 'fr' | 'en';
  readonly onMenu: (row: Element) => void;
}

function Branch({ node, here, language, onMenu }: BranchProps) {
  const t = useText('tags');
  const format = useFormats();
  const { tag } = node;
  const name = tagName(tag, language);
  return (
    <TreeItem
      id={tag.id}
      value={node}
      textValue={name}
      className={`tag-item ${tag.id === here ? 'here' : ''} ${tag.archived ? 'archived' : ''}`}
    >
      <TreeItemContent>
        {({ hasChildItems, allowsDragging }) => (
          <>
            {allowsDragging && (
              <AriaButton slot="drag" className="unseen">
                {t('drag', { name })}
              </AriaButton>
            )}
            {hasChildItems ? (
              <AriaButton slot="chevron" className="chevron">
                <ChevronRight aria-hidden="true" />
              </AriaButton>
            ) : (
              <span className="chevron" />
            )}
            <span className="tag-path" data-colour={tag.colour}>
              <span className="tag-dot" />
              <span className="tag-label">
                {name}
                {tag.archived && <span className="tag-above"> · {t('isArchived')}</span>}
              </span>
            </span>
            <span className="count tabular">
              {node.passages > 0 && format.number(node.passages)}
              <span className="unseen">{t('passages', { count: node.passages, shown: '' })}</span>
            </span>
            <AriaButton
              className="button icon quiet tag-menu"
              aria-label={t('menu.label', { name })}
              onPress={({ target }) => {
                const row = rowOf(target);
                if (row !== null) onMenu(row);
              }}
            >
              <Ellipsis aria-hidden="true" />
            </AriaButton>
          </>
        )}
      </TreeItemContent>
      <Collection items={node.children} dependencies={[here, language]}>
        {(child) => <Branch node={child} here={here} language={language} onMenu={onMenu} />}
      </Collection>
    </TreeItem>
  );
}

/** Ids of the tags above one, so that it is seen. */
function above(byId: ReturnType<typeof tagsById>, id: string | null): string[] {
  const ids: string[] = [];
  for (let at = byId.get(id ?? '')?.parentId ?? null; at !== null && !ids.includes(at);) {
    ids.push(at);
    at = byId.get(at)?.parentId ?? null;
  }
  return ids;
}

function rowOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role="row"][data-key]') : null;
}
