/**
 * The use cases of tags: the tree, putting a tag on passages, annotations and documents, the
 * passages behind a tag, and the schemes that ship with the product.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HIGHLIGHT_COLOURS } from '../core/annotation.ts';
import type { Block } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import type { RecordChange } from '../core/operation.ts';
import type { TaggedPassage, TagView } from '../contract/views.ts';
import type { StoredAnnotation, StoredTag } from '../library/index.ts';
import { annotationChanges, blocksOf, tagLink, viewOf } from './annotations.ts';
import type { Area, Context } from './context.ts';

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
> {
  const { library, newId } = context;
  return {
    'tags.list': () => library.tags.all().map(tagView),

    'tags.create': ({ name, parentId, colour }) => {
      if (parentId !== null) need(context, parentId);
      const id = newId();
      const fields = { name: name.trim(), parent_id: parentId, colour };
      context.commit('tags.create', name, library.create('tag', id, fields));
      return tagView(need(context, id));
    },

    'tags.edit': ({ id, fields: { parentId, ...fields } }) => {
      const tag = need(context, id);
      if (parentId !== undefined && parentId !== null) refuseLoop(context, id, parentId);
      const changes = library.update('tag', id, {
        ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
        ...(parentId === undefined ? {} : { parent_id: parentId }),
      });
      context.commit('tags.edit', fields.name ?? tag.name, changes);
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
      if (on.type === 'annotation') {
        const record = library.annotations.one(on.id);
        if (record === null) throw new FaultError('not-found', on.id);
        if (!record.tags.includes(tagId)) changes.push(...tagLink(context, on.id, tagId));
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

function tagView(tag: StoredTag): TagView {
  const { id, parentId, name, nameFr, nameEn, colour, description, scheme } = tag;
  const { passages, documents } = tag;
  return { id, parentId, name, nameFr, nameEn, colour, description, scheme, passages, documents };
}

function need({ library }: Context, id: string): StoredTag {
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

function refuseLoop(context: Context, id: string, parentId: string): void {
  need(context, parentId);
  if (withDescendants(context, id).includes(parentId)) {
    throw new FaultError('conflict', 'a tag cannot lie below itself');
  }
}

/** Bare taggings that carry none but these tags: they go when the tags go. */
function bareTaggings(context: Context, tagIds: readonly string[]): string[] {
  return annotationsOf(context, tagIds)
    .filter(({ kind, tags }) => kind === 'tagging' && tags.every((id) => tagIds.includes(id)))
    .map(({ id }) => id);
}

/** Annotations that carry one of these very tags. */
function annotationsOf({ library }: Context, tagIds: readonly string[]): StoredAnnotation[] {
  const uses = library.tags.uses(tagIds).filter(({ on }) => on === 'annotation');
  return library.annotations.byIds(uses.map(({ onId }) => onId));
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

/** Tags the annotation that already marks just these places bare, or makes a new one. */
function applyToPlaces(
  context: Context,
  tagId: string,
  documentId: string,
  places: readonly { paragraphId: string; start: number; end: number }[],
): RecordChange[] {
  const { library, newId } = context;
  const same = library.annotations.byDocuments([documentId]).find(
    ({ kind, targets }) =>
      kind === 'tagging' &&
      targets.length === places.length &&
      targets.every(({ selector }, index) => {
        const place = places[index];
        return (
          selector.paragraphId === place?.paragraphId &&
          selector.start === place.start &&
          selector.end === place.end
        );
      }),
  );
  if (same) return same.tags.includes(tagId) ? [] : tagLink(context, same.id, tagId);
  const blocks = blocksOf(context, documentId);
  const bare = { kind: 'tagging', colour: null, body: '', private: true };
  const { id, changes } = annotationChanges(context, documentId, blocks, places, bare);
  return [
    ...changes,
    ...library.create('annotation-tag', newId(), { annotation_id: id, tag_id: tagId }),
  ];
}

/** A bare tagging without its last tag would be nothing: it goes as a whole. */
function withdrawFromAnnotation({ library }: Context, tagId: string, id: string): RecordChange[] {
  const record = library.annotations.one(id);
  if (record === null) throw new FaultError('not-found', id);
  if (!record.tags.includes(tagId)) return [];
  if (record.kind === 'tagging' && record.tags.length === 1) {
    return library.remove('annotation', id);
  }
  const link = library.tags.link(tagId, 'annotation', id);
  return link === null ? [] : library.remove('annotation-tag', link.id);
}

function passagesOf(context: Context, tagId: string): TaggedPassage[] {
  const { library, corpus } = context;
  const blocks = new Map<string, readonly Block[]>();
  const passages: TaggedPassage[] = [];
  for (const record of annotationsOf(context, [tagId])) {
    const document = library.documents.one(record.documentId);
    if (document === null || document.removedAt !== null) continue;
    const own = blocks.get(document.id) ?? corpus.blocks(document.id);
    blocks.set(document.id, own);
    for (const { exact, anchor } of viewOf(record, own).targets) {
      const place = anchor.state === 'orphaned' ? null : anchor.place;
      const block = own.find(({ id }) => id === place?.paragraphId);
      passages.push({
        annotationId: record.id,
        documentId: document.id,
        documentTitle: document.title,
        tagId,
        paragraphId: block?.id ?? null,
        number: block?.number ?? null,
        section: block?.section ?? [],
        text: block?.text ?? exact,
        exact,
        body: record.body,
        language: block?.language ?? document.language,
      });
    }
  }
  for (const document of library.documents.all()) {
    if (document.removedAt !== null || !document.tags.includes(tagId)) continue;
    passages.push({
      annotationId: null,
      documentId: document.id,
      documentTitle: document.title,
      tagId,
      paragraphId: null,
      number: null,
      section: [],
      text: document.title,
      exact: '',
      body: '',
      language: document.language,
    });
  }
  return passages;
}

const colour = z.enum(HIGHLIGHT_COLOURS);
const names = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const schemeFile = z.strictObject({
  scheme: z.string(),
  about: z.string(),
  name: names,
  colour,
  groups: z.array(
    z.strictObject({
      code: z.string(),
      name: names,
      colour,
      tags: z.array(z.strictObject({ code: z.string(), name: names })),
    }),
  ),
});

/** The tags of a shipped scheme: its root, its groups, and theirs, in the scheme's order. */
function schemeChanges({ library, newId, resources }: Context, scheme: string): RecordChange[] {
  const file = join(resources, 'schemes', `${scheme}.json`);
  const data = schemeFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const changes: RecordChange[] = [];
  const add = (
    code: string,
    name: z.output<typeof names>,
    parentId: string | null,
    tint: z.output<typeof colour>,
    position: number,
  ): string => {
    const id = newId();
    changes.push(
      ...library.create('tag', id, {
        name: name.fr,
        name_fr: name.fr,
        name_en: name.en,
        parent_id: parentId,
        colour: tint,
        scheme,
        code,
        position,
      }),
    );
    return id;
  };
  const root = add('', data.name, null, data.colour, 0);
  data.groups.forEach((group, place) => {
    const parent = add(group.code, group.name, root, group.colour, place);
    group.tags.forEach((tag, at) => add(tag.code, tag.name, parent, group.colour, at));
  });
  return changes;
}
