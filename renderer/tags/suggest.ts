/** Which tags a few typed letters mean, best first, accents and case aside. Pure. */
import type { TagView } from '../../electron/contract/views.ts';
import { isArchived, tagName, tagPath, tagsById } from './tag-tree.ts';

export interface TagSuggestion {
  readonly tag: TagView;
  /** Names from the root down to the tag. */
  readonly path: readonly string[];
}

export interface TagSuggestions {
  readonly found: readonly TagSuggestion[];
  /** Name of the tag that could be created, or null: nothing typed, or a tag of that name is there. */
  readonly create: string | null;
}

const ORDER = new Intl.Collator(['fr', 'en'], { numeric: true, sensitivity: 'base' });
/** More than this nobody reads: type another letter. */
const LIMIT = 50;

/**
 * Tags already on the target come first while nothing is typed. Archived ones are offered only where
 * they are on it, to be taken off.
 */
export function suggestTags(
  tags: readonly TagView[],
  typed: string,
  applied: ReadonlySet<string>,
  language: 'fr' | 'en',
): TagSuggestions {
  const byId = tagsById(tags);
  const query = fold(typed);
  const ranked = tags.flatMap((tag) => {
    const rank = rankOf(tag, query, language);
    if (rank === null) return [];
    if (!applied.has(tag.id) && isArchived(byId, tag.id)) return [];
    const path = tagPath(byId, tag.id, language);
    const first = query === '' && applied.has(tag.id) ? -1 : rank;
    return [{ tag, path, rank: first, label: path.join(' ') }];
  });
  ranked.sort((a, b) => a.rank - b.rank || ORDER.compare(a.label, b.label));
  const name = typed.trim().replace(/\s+/gu, ' ');
  const taken = tags.some((tag) => namesOf(tag).some((other) => fold(other) === query));
  return {
    found: ranked.slice(0, LIMIT).map(({ tag, path }) => ({ tag, path })),
    create: name === '' || taken ? null : name,
  };
}

function rankOf(tag: TagView, query: string, language: 'fr' | 'en'): number | null {
  if (query === '') return 0;
  const shown = fold(tagName(tag, language));
  if (shown === query) return 0;
  if (shown.startsWith(query)) return 1;
  if (shown.includes(` ${query}`)) return 2;
  if (namesOf(tag).some((name) => fold(name).includes(query))) return 3;
  return null;
}

function namesOf(tag: TagView): string[] {
  return [tag.name, tag.nameFr, tag.nameEn].filter((name) => name !== '');
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
