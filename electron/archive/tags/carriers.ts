/** Tags and what carries them: what several use cases of tags ask of the library. */
import type { TagView } from '../../contract/tag-views.ts';
import { FaultError } from '../../core/fault.ts';
import type { StoredAnnotation, StoredTag } from '../../library/index.ts';
import type { Context } from '../context.ts';

/** A tag as the interfaces see it. */
export function tagView(tag: StoredTag): TagView {
  const { position: _place, code: _code, ...view } = tag;
  return { ...view, archived: tag.archived === 1 };
}

/** A tag that is there. @throws FaultError 'not-found'. */
export function need({ library }: Context, id: string): StoredTag {
  const tag = library.tags.one(id);
  if (tag === null) throw new FaultError('not-found', id);
  return tag;
}

/** A tag and all below it, the tag first. */
export function withDescendants({ library }: Context, id: string): string[] {
  const all = library.tags.all();
  const found = [id];
  for (const above of found) {
    found.push(...all.filter((tag) => tag.parentId === above).map((tag) => tag.id));
  }
  return found;
}

/** Bare taggings that carry none but these tags: they go when the tags go. */
export function bareTaggings(context: Context, tagIds: readonly string[]): string[] {
  return annotationsOf(context, tagIds)
    .filter(({ kind, tags }) => kind === 'tagging' && tags.every((id) => tagIds.includes(id)))
    .map(({ id }) => id);
}

/** Annotations that carry one of these very tags. */
export function annotationsOf({ library }: Context, tagIds: readonly string[]): StoredAnnotation[] {
  const uses = library.tags.uses(tagIds).filter(({ on }) => on === 'annotation');
  return library.annotations.byIds(uses.map(({ onId }) => onId));
}
