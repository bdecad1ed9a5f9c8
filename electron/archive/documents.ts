/**
 * The use cases of documents: the list, one document to read, its metadata, the bin. What a
 * document is made of comes from the corpus; what is known and decided about it, from the library.
 */
import type { Block } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import type { RecordChange } from '../core/operation.ts';
import type {
  DocumentSummary,
  LinkedPlace,
  OriginalPlace,
  ReadingPlace,
} from '../contract/views.ts';
import type { StoredDocument, StoredOriginalPlace } from '../library/index.ts';
import type { Area, Context } from './context.ts';

export function documentCalls(
  context: Context,
): Area<
  | 'documents.list'
  | 'documents.get'
  | 'documents.linked'
  | 'documents.edit'
  | 'documents.remove'
  | 'documents.restore'
  | 'documents.place'
  | 'documents.originalPlace'
> {
  const { library, corpus } = context;
  return {
    'documents.list': ({ bin }) => {
      const notes = library.annotations.counts();
      const missing = library.sources.missingDocuments();
      const superseded = library.documents.superseded();
      return library.documents
        .all()
        .filter(({ id, removedAt }) => (removedAt !== null) === bin && (bin || !superseded.has(id)))
        .map((record) => summaryOf(context, record, notes, missing));
    },

    'documents.get': ({ id }) => {
      const record = need(context, id);
      const blocks = corpus.blocks(id);
      return {
        summary: summaryOf(
          context,
          record,
          library.annotations.counts(),
          library.sources.missingDocuments(),
        ),
        blocks,
        report: corpus.state(id)?.report ?? null,
        place: placeIn(blocks, library.place(id)),
        originalPlace: layoutKnown(library.originalPlace(id)),
        originalHash: record.originalHash,
      };
    },

    'documents.linked': (link) => linkedPlace(context, link),

    'documents.edit': ({ ids, fields, own }) => {
      const given = Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined),
      );
      const records = ids.map((id) => need(context, id));
      const changes = records.flatMap(({ id }) => [
        ...library.update('document', id, given),
        ...Object.entries(own).flatMap(([name, value]) => ownChanges(context, id, name, value)),
      ]);
      context.commit('documents.edit', subjectOf(records), changes);
      return null;
    },

    'documents.remove': ({ ids }) => {
      setRemoved(context, ids, context.now());
      return null;
    },

    'documents.restore': ({ ids }) => {
      setRemoved(context, ids, null);
      return null;
    },

    'documents.place': ({ id, paragraphId, offset }) => {
      need(context, id);
      library.setPlace(id, { paragraphId, offset });
      return null;
    },

    'documents.originalPlace': ({ id, ...place }) => {
      need(context, id);
      library.setOriginalPlace(id, place);
      return null;
    },
  };
}

/** A document in use before one in the bin; the range's end where it stands after its beginning. */
function linkedPlace(
  { corpus, library }: Context,
  { first, last }: { readonly first: string; readonly last: string },
): LinkedPlace | null {
  const places = corpus.holders(first).flatMap(({ documentId, paragraphId }) => {
    const record = library.documents.one(documentId);
    return record === null ? [] : [{ record, paragraphId }];
  });
  const place = places.find(({ record }) => record.removedAt === null) ?? places[0];
  if (place === undefined) return null;
  const { record, paragraphId } = place;
  const end = corpus.holders(last).find(({ documentId }) => documentId === record.id);
  return {
    documentId: record.id,
    title: record.title,
    removed: record.removedAt !== null,
    first: paragraphId,
    last: end?.paragraphId ?? paragraphId,
  };
}

/** The place where its paragraph's words stand now, should it have been corrected since. */
function placeIn(blocks: readonly Block[], place: ReadingPlace | null): ReadingPlace | null {
  if (place === null || blocks.some(({ id }) => id === place.paragraphId)) return place;
  const kin = blocks.find(({ was }) => was?.includes(place.paragraphId));
  return kin === undefined ? place : { ...place, paragraphId: kin.id };
}

/** A place as the window knows it: an unknown way of showing is the text. */
function layoutKnown(place: StoredOriginalPlace | null): OriginalPlace | null {
  if (place === null) return null;
  const { layout } = place;
  return { ...place, layout: layout === 'beside' || layout === 'page' ? layout : 'text' };
}

/** Sets a field of the reader's own on one document; an empty value takes it away. */
function ownChanges(
  { library, newId }: Context,
  documentId: string,
  name: string,
  given: string,
): RecordChange[] {
  const value = given.trim();
  const id = library.documents.ownField(documentId, name);
  if (id === null) {
    if (value === '') return [];
    return library.create('document-field', newId(), { document_id: documentId, name, value });
  }
  if (value === '') return library.remove('document-field', id);
  return library.update('document-field', id, { value });
}

/** Puts documents into the bin or takes them out, as one operation; those already there stay. */
function setRemoved(context: Context, ids: readonly string[], removedAt: number | null): void {
  const records = ids
    .map((id) => need(context, id))
    .filter((record) => (record.removedAt === null) !== (removedAt === null));
  if (records.length === 0) return;
  const changes = records.flatMap(({ id }) =>
    context.library.update('document', id, { removed_at: removedAt }),
  );
  const name = removedAt === null ? 'documents.restore' : 'documents.remove';
  context.commit(name, subjectOf(records), changes);
}

function need({ library }: Context, id: string): StoredDocument {
  const record = library.documents.one(id);
  if (record === null) throw new FaultError('not-found', id);
  return record;
}

/** What an operation on several documents is called in the history: the first one's title. */
export function subjectOf(records: readonly { readonly title: string }[]): string {
  const first = records[0]?.title ?? '';
  return records.length > 1 ? `${first} (+ ${String(records.length - 1)})` : first;
}

/**
 * A document as the interfaces list it.
 * @param notes annotations per document id.
 * @param missing ids of documents whose file is gone.
 */
export function summaryOf(
  { corpus, library }: Pick<Context, 'corpus' | 'library'>,
  record: StoredDocument,
  notes: ReadonlyMap<string, number>,
  missing: ReadonlySet<string>,
): DocumentSummary {
  const state = corpus.state(record.id);
  const copies = corpus.copies(record.id).filter((id) => {
    const copy = library.documents.one(id);
    return copy !== null && copy.removedAt === null;
  });
  const shared = [record.id, ...copies].reduce((sum, id) => sum + (notes.get(id) ?? 0), 0);
  return {
    id: record.id,
    title: record.title,
    originalName: record.originalName,
    format: record.format,
    language: record.language,
    kind: record.kind,
    body: record.body,
    date: record.date,
    symbol: record.symbol,
    collection: record.collection,
    pages: state?.pages ?? null,
    paragraphs: state?.paragraphs ?? 0,
    notes: shared,
    tags: record.tags,
    own: record.own,
    copies,
    addedAt: record.addedAt,
    removedAt: record.removedAt,
    fault: state?.fault ?? null,
    source: state?.report?.source ?? 'digital',
    confidence: state?.report?.confidence ?? null,
    doubts: state?.doubts ?? 0,
    fileMissing: missing.has(record.id),
  };
}
