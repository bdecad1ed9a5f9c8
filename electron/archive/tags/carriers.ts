/** Tags and what carries them: what several use cases of tags ask of the library. */
import type { TagView } from '../../contract/tag-views.ts';
import { FaultError } from '../../core/fault.ts';
import type { StoredAnnotation, StoredDocument, StoredTag } from '../../library/index.ts';
import type { Context } from '../context.ts';

/** A tag as the interfaces see it. */
export function tagView(tag: StoredTag, passagesWithin = tag.passages): TagView {
  const { position: _place, code: _code, ...view } = tag;
  return { ...view, passagesWithin, archived: tag.archived === 1 };
}

/** All tags as the interfaces see them. */
export function tagViews({ library }: Context): TagView[] {
  const tags = library.tags.all();
  const above = ancestry(tags);
  const within = new Map<string, Set<string>>();
  for (const { tagId, annotationId } of library.tags.everyUse()) {
    if (annotationId === null) continue;
    for (const id of above(tagId)) {
      const set = within.get(id);
      if (set === undefined) within.set(id, new Set([annotationId]));
      else set.add(annotationId);
    }
  }
  return tags.map((tag) => tagView(tag, within.get(tag.id)?.size ?? 0));
}

/** For each tag its id and those of all above it. */
export function ancestry(
  tags: readonly Pick<StoredTag, 'id' | 'parentId'>[],
): (id: string) => readonly string[] {
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]));
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const there = known.get(id);
    if (there !== undefined) return there;
    const line: string[] = [];
    for (let at: string | null = id; at !== null && !line.includes(at);) {
      line.push(at);
      at = parents.get(at) ?? null;
    }
    known.set(id, line);
    return line;
  };
}

/** Documents whose tags count: those out of the bin, the guides only while nothing else is there. */
export function countedDocuments({ library }: Context): ReadonlyMap<string, StoredDocument> {
  const here = library.documents.all().filter(({ removedAt }) => removedAt === null);
  const own = here.filter(({ collection }) => collection !== 'guides');
  return new Map((own.length > 0 ? own : here).map((one) => [one.id, one]));
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
