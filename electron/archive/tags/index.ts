/**
 * The use cases of tags: the tree, putting a tag on passages, annotations and documents, the
 * passages behind a tag, and the schemes that ship with the product.
 */
import { FaultError } from '../../core/fault.ts';
import type { RecordChange } from '../../core/operation.ts';
import type { Area, Context } from '../context.ts';
import { bareTaggings, need, tagView, tagViews, withDescendants } from './carriers.ts';
import { codebookCalls } from './codebook.ts';
import { matrix, standingWith, together } from './counting.ts';
import { apply, withdraw } from './many.ts';
import { passagesOf } from './passages.ts';
import { ruleCalls } from './rules.ts';
import { schemeChanges } from './schemes.ts';
import { snapshotCalls } from './snapshots.ts';

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
  | 'tags.matrix'
  | 'tags.together'
  | 'tags.scheme'
  | 'tags.archive'
  | 'tags.mergePreview'
  | 'tags.merge'
  | 'tags.split'
  | 'tags.copy'
  | 'tags.suggestions'
  | 'tags.accept'
  | 'tags.dismiss'
  | 'tags.recall'
  | 'snapshots.list'
  | 'snapshots.create'
  | 'snapshots.compare'
  | 'snapshots.restore'
  | 'snapshots.delete'
> {
  const { library, newId } = context;
  return {
    ...codebookCalls(context),
    ...ruleCalls(context),
    ...snapshotCalls(context),

    'tags.list': () => tagViews(context),

    'tags.create': ({ name, parentId, colour, on }) => {
      if (parentId !== null) need(context, parentId);
      const id = newId();
      const fields = { name: name.trim(), parent_id: parentId, colour };
      context.commit(on === undefined ? 'tags.create' : 'tags.apply', name, [
        ...library.create('tag', id, fields),
        ...(on === undefined ? [] : apply(context, id, on)),
      ]);
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
      const { name, scheme } = need(context, id);
      if (scheme !== '')
        throw new FaultError('conflict', 'a shipped scheme is archived, not deleted');
      const below = withDescendants(context, id);
      const bare = bareTaggings(context, below);
      const changes = [...library.remove('annotation', bare), ...library.remove('tag', id)];
      context.commit('tags.delete', name, unique(changes));
      return null;
    },

    'tags.apply': ({ tagId, on }) => {
      const { name } = need(context, tagId);
      context.commit('tags.apply', name, apply(context, tagId, on));
      return null;
    },

    'tags.withdraw': ({ tagId, on }) => {
      const { name } = need(context, tagId);
      context.commit('tags.withdraw', name, withdraw(context, tagId, on));
      return null;
    },

    'tags.passages': ({ id, children, context: around, along }) => {
      need(context, id);
      const tagIds = children ? withDescendants(context, id) : [id];
      const passages = passagesOf(context, tagIds, around);
      return along === undefined ? passages : standingWith(context, passages, along);
    },

    'tags.matrix': (input) => matrix(context, input),
    'tags.together': (input) => together(context, input),

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
