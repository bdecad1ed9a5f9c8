/** Putting one tag on many paragraphs, passages and documents at once, or taking it off them. */
import type { ParsedInputOf } from '../../contract/table.ts';
import type { Calls } from '../../contract/calls.ts';
import type { Block } from '../../core/document.ts';
import { FaultError } from '../../core/fault.ts';
import type { RecordChange } from '../../core/operation.ts';
import { blocksOf } from '../annotations.ts';
import type { Context } from '../context.ts';
import { applyToPlaces, withdrawFromAnnotation } from './applying.ts';

/** What a tag is put on. */
export type Carriers = ParsedInputOf<Calls, 'tags.apply'>['on'];
type Many = Extract<Carriers, { type: 'many' }>;

/** The changes that put the tag on all of these; those that carry it already stay as they are. */
export function apply(context: Context, tagId: string, on: Carriers): RecordChange[] {
  switch (on.type) {
    case 'annotation':
      return toAnnotations(context, tagId, [on.id]);
    case 'annotations':
      return toAnnotations(context, tagId, on.ids);
    case 'document':
      return toDocuments(context, tagId, on.ids);
    case 'places':
      return applyToPlaces(context, tagId, on.documentId, on.places);
    case 'many':
      return [
        ...toParagraphs(context, tagId, wholeParagraphs(context, on)),
        ...toAnnotations(context, tagId, on.annotations),
        ...toDocuments(context, tagId, on.documents),
      ];
  }
}

/** The changes that take the tag off all of these that carry it. */
export function withdraw(
  context: Context,
  tagId: string,
  on: Exclude<Carriers, { type: 'places' }>,
): RecordChange[] {
  if (on.type === 'annotation') return withdrawFromAnnotation(context, tagId, on.id);
  if (on.type === 'annotations') return fromAnnotations(context, tagId, on.ids);
  if (on.type === 'document') return fromDocuments(context, tagId, on.ids);
  const { library } = context;
  const meant = wholeParagraphs(context, on);
  const records = library.annotations.byDocuments([
    ...new Set(meant.map(({ documentId }) => documentId)),
  ]);
  const bare = records.filter(
    ({ documentId, targets, tags }) =>
      tags.includes(tagId) &&
      meant.some(
        ({ documentId: there, place }) =>
          there === documentId &&
          targets.length === 1 &&
          targets[0]?.selector.paragraphId === place.paragraphId &&
          targets[0].selector.start === place.start &&
          targets[0].selector.end === place.end,
      ),
  );
  return [
    ...fromAnnotations(context, tagId, [...on.annotations, ...bare.map(({ id }) => id)]),
    ...fromDocuments(context, tagId, on.documents),
  ];
}

interface WholeParagraph {
  readonly documentId: string;
  readonly place: { readonly paragraphId: string; readonly start: number; readonly end: number };
}

/** Each paragraph as a place of its own, once. @throws FaultError 'not-found'. */
function wholeParagraphs(context: Context, { paragraphs }: Many): WholeParagraph[] {
  const blocks = new Map<string, ReadonlyMap<string, Block>>();
  const found = new Map<string, WholeParagraph>();
  for (const { documentId, paragraphId } of paragraphs) {
    const own =
      blocks.get(documentId) ?? new Map(blocksOf(context, documentId).map((one) => [one.id, one]));
    blocks.set(documentId, own);
    const block = own.get(paragraphId);
    if (block === undefined) throw new FaultError('not-found', paragraphId);
    if (block.text === '') continue;
    const place = { paragraphId, start: 0, end: block.text.length };
    found.set(`${documentId} ${paragraphId}`, { documentId, place });
  }
  return [...found.values()];
}

function toParagraphs(
  context: Context,
  tagId: string,
  paragraphs: readonly WholeParagraph[],
): RecordChange[] {
  const records = context.library.annotations.byDocuments([
    ...new Set(paragraphs.map(({ documentId }) => documentId)),
  ]);
  return paragraphs.flatMap(({ documentId, place }) => {
    const there = records.filter((record) => record.documentId === documentId);
    return applyToPlaces(context, tagId, documentId, [place], there);
  });
}

function toAnnotations(
  { library, newId }: Context,
  tagId: string,
  annotationIds: readonly string[],
): RecordChange[] {
  return [...new Set(annotationIds)].flatMap((id) => {
    const record = library.annotations.one(id);
    if (record === null) throw new FaultError('not-found', id);
    if (record.tags.includes(tagId)) return [];
    return library.create('annotation-tag', newId(), { annotation_id: id, tag_id: tagId });
  });
}

function toDocuments(
  { library, newId }: Context,
  tagId: string,
  documentIds: readonly string[],
): RecordChange[] {
  return [...new Set(documentIds)].flatMap((id) => {
    const document = library.documents.one(id);
    if (document === null) throw new FaultError('not-found', id);
    if (document.tags.includes(tagId)) return [];
    return library.create('document-tag', newId(), { document_id: id, tag_id: tagId });
  });
}

function fromAnnotations(
  context: Context,
  tagId: string,
  annotationIds: readonly string[],
): RecordChange[] {
  return [...new Set(annotationIds)].flatMap((id) => withdrawFromAnnotation(context, tagId, id));
}

function fromDocuments(
  { library }: Context,
  tagId: string,
  documentIds: readonly string[],
): RecordChange[] {
  return documentIds.flatMap((documentId) => {
    const link = library.tags.link(tagId, 'document', documentId);
    return link === null ? [] : library.remove('document-tag', link.id);
  });
}
