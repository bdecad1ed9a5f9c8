/** The tags as a tree: names by language, order, full paths, and who may lie under whom. Pure. */
import type { TagView } from '../../electron/contract/views.ts';

export interface TagNode {
  /** The tag's own: what lists of the interface know a node by. */
  readonly id: string;
  readonly tag: TagView;
  readonly children: readonly TagNode[];
  /** Passages with this tag or one below it, each once. */
  readonly passages: number;
}

const ORDER = new Intl.Collator(['fr', 'en'], { numeric: true, sensitivity: 'base' });

/** The tag's name in the interface language. */
export function tagName(tag: TagView, language: 'fr' | 'en'): string {
  const own = language === 'fr' ? tag.nameFr : tag.nameEn;
  return own === '' ? tag.name : own;
}

/** Roots with their children, each level sorted by name, numbers by value. */
export function tagTree(tags: readonly TagView[], language: 'fr' | 'en'): TagNode[] {
  const known = new Set(tags.map(({ id }) => id));
  const children = new Map<string | null, TagView[]>();
  for (const tag of tags) {
    const parent = tag.parentId !== null && known.has(tag.parentId) ? tag.parentId : null;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [tag]);
    else list.push(tag);
  }
  const build = (parentId: string | null): TagNode[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => ORDER.compare(tagName(a, language), tagName(b, language)))
      .map((tag) => {
        const nodes = build(tag.id);
        return { id: tag.id, tag, children: nodes, passages: tag.passagesWithin };
      });
  return build(null);
}

/** Names from the root down to the tag itself. */
export function tagPath(
  tags: ReadonlyMap<string, TagView>,
  id: string,
  language: 'fr' | 'en',
): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  let tag = tags.get(id);
  while (tag !== undefined && !seen.has(tag.id)) {
    seen.add(tag.id);
    names.unshift(tagName(tag, language));
    tag = tag.parentId === null ? undefined : tags.get(tag.parentId);
  }
  return names;
}

/** True when `id` may be moved under `parentId`: never under itself or one of its own. */
export function mayLieUnder(
  tags: ReadonlyMap<string, TagView>,
  id: string,
  parentId: string | null,
): boolean {
  const seen = new Set<string>();
  for (let at = parentId; at !== null && !seen.has(at); at = tags.get(at)?.parentId ?? null) {
    if (at === id) return false;
    seen.add(at);
  }
  return tags.get(id)?.parentId !== parentId;
}

/** True when the tag, or one above it, was put away: it is no longer offered. */
export function isArchived(tags: ReadonlyMap<string, TagView>, id: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const tag = tags.get(at);
    if (tag?.archived === true) return true;
    at = tag?.parentId ?? null;
  }
  return false;
}

export function tagsById(tags: readonly TagView[]): ReadonlyMap<string, TagView> {
  return new Map(tags.map((tag) => [tag.id, tag]));
}
