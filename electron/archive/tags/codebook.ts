/** Work on the codebook itself: merging a tag into another with a preview, splitting one, archiving. */
import type { MergePreview } from '../../contract/tag-views.ts';
import { FaultError } from '../../core/fault.ts';
import { TAG_TEXTS } from '../../core/tag.ts';
import type { RecordChange } from '../../core/operation.ts';
import type { StoredTag, TagLink } from '../../library/index.ts';
import type { Area, Context } from '../context.ts';
import { need, tagView, withDescendants } from './carriers.ts';

export function codebookCalls(
  context: Context,
): Area<'tags.archive' | 'tags.mergePreview' | 'tags.merge' | 'tags.split' | 'tags.copy'> {
  const { library, newId } = context;
  return {
    'tags.archive': ({ id, archived }) => {
      const { name, scheme, parentId } = need(context, id);
      if (scheme !== '' && parentId !== null) {
        throw new FaultError('conflict', 'a shipped scheme is archived as a whole');
      }
      const changes = library.update('tag', id, { archived: archived ? 1 : 0 });
      if (changes.length === 0) return null;
      context.commit(archived ? 'tags.archive' : 'tags.unarchive', name, changes);
      return null;
    },

    'tags.mergePreview': ({ id, into }) => preview(context, id, into),

    'tags.merge': ({ id, into }) => {
      const { tag, other } = mergeable(context, id, into);
      const { moving, both } = usesOf(context, id, into);
      const below = library.tags.all().filter(({ parentId }) => parentId === id);
      context.commit('tags.merge', `${tag.name} → ${other.name}`, [
        ...moving.flatMap((use) => moved(context, use, into)),
        ...both.flatMap(({ on, id: link }) => library.remove(recordOf(on), link)),
        ...below.flatMap((child) => library.update('tag', child.id, { parent_id: into })),
        ...taken(context, tag, other),
        // The links and the tags below have gone elsewhere: the tag goes alone.
        ...library
          .remove('tag', id)
          .filter(({ record, id: own }) => record === 'tag' && own === id),
      ]);
      return null;
    },

    'tags.split': ({ id, name, annotations, documents }) => {
      const tag = need(context, id);
      const wanted = new Set([...annotations, ...documents]);
      const moving = library.tags.uses([id]).filter(({ onId }) => wanted.has(onId));
      if (moving.length < wanted.size) throw new FaultError('not-found', 'a use of the tag');
      const made = newId();
      // Beside the tag; beside a shipped scheme where it is of one, for a scheme is complete.
      const parent = tag.scheme === '' ? tag.parentId : null;
      const fields = { name: name.trim(), parent_id: parent, colour: tag.colour };
      context.commit('tags.split', `${tag.name} → ${fields.name}`, [
        ...library.create('tag', made, { ...fields, position: tag.position }),
        ...moving.flatMap((use) => moved(context, use, made)),
      ]);
      return tagView(need(context, made));
    },

    'tags.copy': ({ id, name }) => {
      need(context, id);
      const copies = new Map(withDescendants(context, id).map((own) => [own, newId()]));
      const changes = [...copies].flatMap(([own, copy]) => {
        const tag = need(context, own);
        // The copy stands at the top, under a name of its own.
        const place =
          own === id
            ? { name: name.trim(), name_fr: '', name_en: '', parent_id: null }
            : { parent_id: copies.get(tag.parentId ?? '') ?? null };
        return copied(context, tag, copy, place);
      });
      context.commit('tags.copy', name.trim(), changes);
      return tagView(need(context, copies.get(id) ?? ''));
    },
  };
}

/** A new tag with what another says, of no scheme. */
function copied(
  { library }: Context,
  tag: StoredTag,
  id: string,
  other: { parent_id: string | null; name?: string; name_fr?: string; name_en?: string },
): RecordChange[] {
  const { name, nameFr, nameEn, colour, position, archived } = tag;
  return library.create('tag', id, {
    ...{ name, name_fr: nameFr, name_en: nameEn, colour, position, archived },
    ...Object.fromEntries(TAG_TEXTS.map((field) => [field, tag[field]])),
    ...other,
  });
}

function recordOf(on: TagLink['on']): 'annotation-tag' | 'document-tag' {
  return on === 'annotation' ? 'annotation-tag' : 'document-tag';
}

/** The link names another tag; it stays the same record, so that later merging knows it. */
function moved({ library }: Context, { on, id }: TagLink, tagId: string): RecordChange[] {
  return library.update(recordOf(on), id, { tag_id: tagId });
}

/** @throws FaultError 'conflict' where one is of a shipped scheme, lies above the other, or is it. */
function mergeable(
  context: Context,
  id: string,
  into: string,
): { tag: StoredTag; other: StoredTag } {
  const tag = need(context, id);
  const other = need(context, into);
  if (withDescendants(context, id).includes(into)) {
    throw new FaultError('conflict', 'a tag cannot be merged into itself or one below it');
  }
  if (tag.scheme !== '') throw new FaultError('conflict', 'the tag belongs to a shipped scheme');
  return { tag, other };
}

/** The uses of one tag: those that another tag does not have yet, and those that carry both. */
function usesOf(
  { library }: Context,
  id: string,
  into: string,
): { moving: TagLink[]; both: TagLink[] } {
  const there = new Set(library.tags.uses([into]).map(({ onId }) => onId));
  const uses = library.tags.uses([id]);
  return {
    moving: uses.filter(({ onId }) => !there.has(onId)),
    both: uses.filter(({ onId }) => there.has(onId)),
  };
}

/** Words of the merged tag where the other has none. */
function taken({ library }: Context, tag: StoredTag, other: StoredTag): RecordChange[] {
  if (other.scheme !== '') return [];
  const words = TAG_TEXTS.filter((field) => other[field] === '' && tag[field] !== '');
  return library.update(
    'tag',
    other.id,
    Object.fromEntries(words.map((field) => [field, tag[field]])),
  );
}

function preview(context: Context, id: string, into: string): MergePreview {
  mergeable(context, id, into);
  const { moving, both } = usesOf(context, id, into);
  const count = (uses: readonly TagLink[], on: TagLink['on']): number =>
    uses.filter((use) => use.on === on).length;
  return {
    passages: count(moving, 'annotation'),
    passagesBoth: count(both, 'annotation'),
    documents: count(moving, 'document'),
    documentsBoth: count(both, 'document'),
    children: context.library.tags
      .all()
      .filter(({ parentId }) => parentId === id)
      .map(({ name }) => name),
  };
}
