/**
 * The use cases of tags: the tree, putting a tag on passages, annotations and documents, the
 * passages behind a tag, and the schemes that ship with the product.
 */
import { FaultError } from '../../core/fault.ts';
import type { RecordChange } from '../../core/operation.ts';
import { tagLink } from '../annotations.ts';
import type { Area, Context } from '../context.ts';
import { applyToPlaces, withdrawFromAnnotation } from './applying.ts';
import { bareTaggings, need, tagView, withDescendants } from './carriers.ts';
import { codebookCalls } from './codebook.ts';
import { passagesOf } from './passages.ts';
import { schemeChanges } from './schemes.ts';

/** Fields that a shipped scheme gives: no reader changes them, only a copy. */
const GIVEN = ['name', 'nameFr', 'nameEn', 'parentId', 'description'] as const;

export function tagCalls(
  context: Context,
): Area<
  | 'tags.list'
  | 'tags.create'
  | 'tags.edit'
  | 'tags.delete'
  | 'tags.apply'
  | 'tags.withdraw'
  | 'tags.passages'
  | 'tags.scheme'
  | 'tags.archive'
  | 'tags.mergePreview'
  | 'tags.merge'
  | 'tags.split'
  | 'tags.copy'
> {
  const { library, newId } = context;
  return {
    ...codebookCalls(context),

    'tags.list': () => library.tags.all().map(tagView),

    'tags.create': ({ name, parentId, colour }) => {
      if (parentId !== null) need(context, parentId);
      const id = newId();
      const fields = { name: name.trim(), parent_id: parentId, colour };
      context.commit('tags.create', name, library.create('tag', id, fields));
      return tagView(need(context, id));
    },

    'tags.edit': ({ id, fields: { parentId, nameFr, nameEn, ...fields }, visit }) => {
      const tag = need(context, id);
      if (parentId !== undefined && parentId !== null) refuseLoop(context, id, parentId);
      const wanted = { parentId, nameFr, nameEn, ...fields };
      const locked = GIVEN.filter((field) => wanted[field] !== undefined);
      if (tag.scheme !== '' && locked.length > 0) {
        throw new FaultError('conflict', 'the tag belongs to a shipped scheme');
      }
      const changes = library.update('tag', id, {
        ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
        ...(parentId === undefined ? {} : { parent_id: parentId }),
        ...(nameFr === undefined ? {} : { name_fr: nameFr.trim() }),
        ...(nameEn === undefined ? {} : { name_en: nameEn.trim() }),
      });
      const onlyMoved = Object.values(wanted).filter((value) => value !== undefined).length === 1;
      const name = parentId !== undefined && onlyMoved ? 'tags.move' : 'tags.edit';
      context.commit(name, fields.name ?? tag.name, changes, visit);
      return null;
    },

    'tags.delete': ({ id }) => {
      const { name } = need(context, id);
      const below = withDescendants(context, id);
      const bare = bareTaggings(context, below);
      const changes = [...library.remove('annotation', bare), ...library.remove('tag', id)];
      context.commit('tags.delete', name, unique(changes));
      return null;
    },

    'tags.apply': ({ tagId, on }) => {
      const { name } = need(context, tagId);
      const changes: RecordChange[] = [];
      if (on.type === 'annotation' || on.type === 'annotations') {
        for (const id of on.type === 'annotation' ? [on.id] : on.ids) {
          const record = library.annotations.one(id);
          if (record === null) throw new FaultError('not-found', id);
          if (!record.tags.includes(tagId)) changes.push(...tagLink(context, id, tagId));
        }
      } else if (on.type === 'document') {
        for (const documentId of on.ids) {
          const document = library.documents.one(documentId);
          if (document === null) throw new FaultError('not-found', documentId);
          if (document.tags.includes(tagId)) continue;
          const fields = { document_id: documentId, tag_id: tagId };
          changes.push(...library.create('document-tag', newId(), fields));
        }
      } else {
        changes.push(...applyToPlaces(context, tagId, on.documentId, on.places));
      }
      if (changes.length > 0) context.commit('tags.apply', name, changes);
      return null;
    },

    'tags.withdraw': ({ tagId, on }) => {
      const { name } = need(context, tagId);
      const changes =
        on.type === 'annotation'
          ? withdrawFromAnnotation(context, tagId, on.id)
          : on.type === 'annotations'
            ? unique(on.ids.flatMap((id) => withdrawFromAnnotation(context, tagId, id)))
            : on.ids.flatMap((documentId) => {
                const link = library.tags.link(tagId, 'document', documentId);
                return link === null ? [] : library.remove('document-tag', link.id);
              });
      if (changes.length > 0) context.commit('tags.withdraw', name, changes);
      return null;
    },

    'tags.passages': ({ id, children }) => {
      need(context, id);
      const tagIds = children ? withDescendants(context, id) : [id];
      return tagIds.flatMap((tagId) => passagesOf(context, tagId));
    },

    'tags.scheme': ({ scheme }) => {
      if (library.tags.all().some((tag) => tag.scheme === scheme)) return null;
      context.commit('tags.scheme', scheme, schemeChanges(context, scheme));
      return null;
    },
  };
}

function refuseLoop(context: Context, id: string, parentId: string): void {
  need(context, parentId);
  if (withDescendants(context, id).includes(parentId)) {
    throw new FaultError('conflict', 'a tag cannot lie below itself');
  }
}

/** The same record may be reached twice, through a tag and through its annotation. */
function unique(changes: readonly RecordChange[]): RecordChange[] {
  const seen = new Set<string>();
  return changes.filter(({ record, id }) => {
    const key = `${record} ${id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
