/**
 * Suggestions of tags from the reader's own rules: which paragraphs a tag's queries hold for that do
 * not carry it and were not refused. Nothing is ever put on unasked.
 */
import type { Suggestion, Suggestions } from '../../contract/tag-views.ts';
import { FaultError } from '../../core/fault.ts';
import type { Block } from '../../core/document.ts';
import type { RecordChange } from '../../core/operation.ts';
import type { StoredTag } from '../../library/index.ts';
import type { Area, Context } from '../context.ts';
import { ancestry, countedDocuments, need } from './carriers.ts';
import { apply } from './many.ts';

/** More than these nobody reads through; the counts tell of all. */
const LISTED = 500;

interface Item {
  readonly tagId: string;
  readonly documentId: string;
  readonly paragraphId: string;
}

const keyOf = ({ tagId, documentId, paragraphId }: Item): string =>
  `${tagId} ${documentId} ${paragraphId}`;

export function ruleCalls(
  context: Context,
): Area<'tags.suggestions' | 'tags.accept' | 'tags.dismiss' | 'tags.recall'> {
  const { library, newId } = context;
  return {
    'tags.suggestions': ({ documentId, tagId }) => suggestions(context, documentId, tagId),

    'tags.accept': ({ items }) => {
      const byTag = grouped(items, ({ tagId }) => tagId);
      const names = [...byTag.keys()].map((id) => need(context, id).name);
      const changes = [...byTag].flatMap(([tagId, paragraphs]) =>
        apply(context, tagId, {
          type: 'many',
          paragraphs: paragraphs.map(({ documentId, paragraphId }) => ({
            documentId,
            paragraphId,
          })),
          annotations: [],
          documents: [],
        }),
      );
      context.commit('tags.apply', names.join(', '), changes);
      return null;
    },

    'tags.dismiss': ({ items }) => {
      const known = new Set(library.snapshots.dismissals().map(keyOf));
      const fresh = [...new Map(items.map((item) => [keyOf(item), item]))].filter(
        ([key]) => !known.has(key),
      );
      const changes = fresh.flatMap(([, { tagId, documentId, paragraphId }]): RecordChange[] => {
        need(context, tagId);
        if (library.documents.one(documentId) === null) {
          throw new FaultError('not-found', documentId);
        }
        const fields = { tag_id: tagId, document_id: documentId, paragraph_id: paragraphId };
        return library.create('dismissal', newId(), fields);
      });
      const names = [...new Set(items.map(({ tagId }) => need(context, tagId).name))];
      context.commit('tags.dismiss', names.join(', '), changes);
      return null;
    },

    'tags.recall': ({ id }) => {
      const { name } = need(context, id);
      const refused = library.snapshots.dismissals().filter(({ tagId }) => tagId === id);
      const changes = library.remove(
        'dismissal',
        refused.map((one) => one.id),
      );
      context.commit('tags.recall', name, changes);
      return null;
    },
  };
}

function suggestions(
  context: Context,
  documentId: string | null,
  tagId: string | null,
): Suggestions {
  const { library, corpus } = context;
  if (tagId !== null) need(context, tagId);
  const all = library.tags.all();
  const ruling = all.filter(
    (tag) => tag.rule.trim() !== '' && (tagId === null || tag.id === tagId) && offered(all, tag),
  );
  const refused = library.snapshots
    .dismissals()
    .filter(
      (one) =>
        ruling.some(({ id }) => id === one.tagId) &&
        (documentId === null || one.documentId === documentId),
    );
  if (ruling.length === 0) return { items: [], paragraphs: 0, documents: 0, dismissed: 0 };
  const dismissed = new Set(refused.map(keyOf));
  const carried = carriedKeys(context, all);
  const counted = countedDocuments(context);
  const found = ruling.flatMap((tag) => {
    const once = new Map<string, Item>();
    for (const query of rulesOf(tag)) {
      for (const place of corpus.matching(query, documentId)) {
        const item = { tagId: tag.id, ...place };
        const key = keyOf(item);
        if (dismissed.has(key) || carried.has(key)) continue;
        if (documentId !== null || counted.has(place.documentId)) once.set(key, item);
      }
    }
    return [...once.values()];
  });
  return {
    items: found.slice(0, LISTED).flatMap(toldOf(context)),
    paragraphs: new Set(found.map((one) => `${one.documentId} ${one.paragraphId}`)).size,
    documents: new Set(found.map((one) => one.documentId)).size,
    dismissed: refused.length,
  };
}

/** The queries of a rule, one a line. */
function rulesOf({ rule }: StoredTag): string[] {
  return rule
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** True where neither the tag nor one above it is archived. */
function offered(tags: readonly StoredTag[], tag: StoredTag): boolean {
  const byId = new Map(tags.map((one) => [one.id, one]));
  return ancestry(tags)(tag.id).every((id) => byId.get(id)?.archived !== 1);
}

/** What stands already: a tag, or one below it, on a paragraph. */
function carriedKeys({ library, corpus }: Context, tags: readonly StoredTag[]): Set<string> {
  const above = ancestry(tags);
  const byAnnotation = grouped(library.tags.everyUse(), ({ annotationId }) => annotationId ?? '');
  const keys = new Set<string>();
  for (const { annotationId, documentId, paragraphId } of corpus.taggedPlaces()) {
    for (const use of byAnnotation.get(annotationId) ?? []) {
      for (const tagId of above(use.tagId)) keys.add(keyOf({ tagId, documentId, paragraphId }));
    }
  }
  return keys;
}

function toldOf({ library, corpus }: Context): (item: Item) => Suggestion[] {
  const blocks = new Map<string, ReadonlyMap<string, Block>>();
  return ({ tagId, documentId, paragraphId }) => {
    const own =
      blocks.get(documentId) ?? new Map(corpus.blocks(documentId).map((one) => [one.id, one]));
    blocks.set(documentId, own);
    const block = own.get(paragraphId);
    const document = library.documents.one(documentId);
    if (block === undefined || document === null) return [];
    const { number, text, language } = block;
    const documentTitle = document.title;
    return [{ tagId, documentId, documentTitle, paragraphId, number, text, language }];
  };
}

function grouped<T>(items: readonly T[], keyed: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyed(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
