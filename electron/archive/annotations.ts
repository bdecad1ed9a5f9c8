/**
 * The use cases of annotations: make one on places of a document, change, delete, put it back
 * where it belongs; each is one operation. Where a note stands is worked out here by `anchor`.
 */
import { anchor, describe } from '../core/anchor/index.ts';
import type { AnnotationKind, Anchor, KindFields, Place } from '../core/annotation.ts';
import type { Block } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import type { OperationName, RecordChange } from '../core/operation.ts';
import type { AnnotationView, KindInDocument, TargetView } from '../contract/views.ts';
import { targetFields } from '../library/index.ts';
import type { StoredAnnotation } from '../library/index.ts';
import type { Area, Context } from './context.ts';

/** Longest quote that names an operation in the history, in code units. */
const SUBJECT_LENGTH = 60;

export function annotationCalls(
  context: Context,
): Area<
  | 'annotations.list'
  | 'annotations.orphans'
  | 'annotations.followUps'
  | 'annotations.bookmarks'
  | 'annotations.create'
  | 'annotations.edit'
  | 'annotations.editAll'
  | 'annotations.delete'
  | 'annotations.replace'
> {
  const { library, corpus } = context;
  return {
    'annotations.list': ({ documentId }) => {
      const blocks = corpus.blocks(documentId);
      const order = new Map(blocks.map((block, index) => [block.id, index]));
      return library.annotations
        .byDocuments([documentId, ...corpus.copies(documentId)])
        .map((record) => viewOf(record, blocks))
        .sort((a, b) => compare(placeKey(a, order), placeKey(b, order)) || a.created - b.created);
    },

    'annotations.orphans': () =>
      library.annotations
        .all()
        .filter(({ documentId }) => library.documents.one(documentId)?.removedAt === null)
        .map((record) => viewOf(record, corpus.blocks(record.documentId)))
        .filter(({ state }) => state === 'orphaned'),

    'annotations.followUps': () =>
      ofKind(context, 'follow-up').sort((a, b) => compareText(dueKey(a.note), dueKey(b.note))),

    'annotations.bookmarks': () =>
      ofKind(context, 'bookmark').sort((a, b) => compareText(a.documentTitle, b.documentTitle)),

    'annotations.create': ({ documentId, places, tags, visit, ...fields }) => {
      const blocks = blocksOf(context, documentId);
      const { id, changes, quote } = annotationChanges(context, documentId, blocks, places, fields);
      for (const tagId of tags) changes.push(...tagLink(context, id, tagId));
      context.commit(named('create', [fields]), subjectOf(quote), changes, visit);
      const record = library.annotations.one(id);
      if (record === null) throw new FaultError('internal', 'annotation not read back');
      return viewOf(record, blocks);
    },

    'annotations.edit': ({ id, fields, visit }) => {
      const record = need(context, id);
      const changes = library.update('annotation', id, changed(fields, context.now()));
      const subject = subjectOf(quoteOf(record));
      const kind = fields.kind ?? record.kind;
      context.commit(named('edit', [{ kind }]), subject, changes, visit);
      return null;
    },

    'annotations.editAll': ({ ids, fields }) => {
      const records = ids.map((id) => need(context, id));
      // A highlight is its colour: it keeps one.
      const bare = (kind: string): boolean => kind === 'highlight' && fields.colour === null;
      const changes = records.flatMap(({ id, kind }) => {
        const { colour: _colour, ...rest } = fields;
        return library.update('annotation', id, changed(bare(kind) ? rest : fields, context.now()));
      });
      context.commit('annotations.edit', subjectOfAll(records), changes);
      return null;
    },

    'annotations.delete': ({ ids }) => {
      const records = ids.map((id) => need(context, id));
      const changes = library.remove('annotation', ids);
      context.commit(named('delete', records), subjectOfAll(records), changes);
      return null;
    },

    'annotations.replace': ({ id, documentId, places }) => {
      const record = need(context, id);
      const blocks = blocksOf(context, documentId);
      const changes = library.remove(
        'target',
        record.targets.map((target) => target.id),
      );
      if (record.documentId !== documentId) {
        changes.push(...library.update('annotation', id, { document_id: documentId }));
      }
      const { targets, quote } = targetChanges(context, id, blocks, places);
      context.commit('annotations.replace', subjectOf(quote), [...changes, ...targets]);
      return null;
    },
  };
}

/** What an act on annotations is called in the history: by their kind, where they are of one. */
function named(
  act: 'create' | 'edit' | 'delete',
  records: readonly Pick<StoredAnnotation, 'kind'>[],
): OperationName {
  const kinds = new Set(records.map(({ kind }) => kind));
  const kind = kinds.size === 1 ? [...kinds][0] : 'note';
  if (kind === 'translation') return `translations.${act}`;
  if (kind === 'follow-up') return `followUps.${act}`;
  if (kind === 'bookmark' && act !== 'edit') return `bookmarks.${act}`;
  return `annotations.${act}`;
}

/** Every annotation of a kind on documents that are not in the bin, in the order of the text. */
function ofKind({ library, corpus }: Context, kind: AnnotationKind): KindInDocument[] {
  const ordinal = ({ targets: [first] }: StoredAnnotation): number => first?.selector.ordinal ?? 0;
  return library.annotations
    .byKind(kind)
    .sort((a, b) => ordinal(a) - ordinal(b))
    .flatMap((record) => {
      const document = library.documents.one(record.documentId);
      if (document === null || document.removedAt !== null) return [];
      const note = viewOf(record, corpus.blocks(record.documentId));
      return { note, documentTitle: document.title, documentLanguage: document.language };
    });
}

/** The changes that make one annotation with its targets, not yet committed. */
export function annotationChanges(
  { library, now, newId }: Pick<Context, 'library' | 'now' | 'newId'>,
  documentId: string,
  blocks: readonly Block[],
  places: readonly Place[],
  fields: {
    kind: string;
    colour: string | null;
    body: string;
    private: boolean;
    /** UTC milliseconds; absent: now. */
    created?: number;
    /** Its author in the file that it came with; absent: made here. */
    fileAuthor?: string;
  } & Partial<KindFields>,
): { id: string; changes: RecordChange[]; quote: string } {
  const id = newId();
  const at = fields.created ?? now();
  const annotation = library.create('annotation', id, {
    document_id: documentId,
    kind: fields.kind,
    colour: fields.colour,
    body: fields.body,
    private: fields.private ? 1 : 0,
    author: library.author().id,
    created: at,
    modified: at,
    file_author: fields.fileAuthor ?? null,
    language: fields.language ?? null,
    status: fields.status ?? null,
    due: fields.due ?? null,
    found: fields.found ?? null,
  });
  const { targets, quote } = targetChanges({ library, newId }, id, blocks, places);
  return { id, changes: [...annotation, ...targets], quote };
}

/** The link that puts a tag on an annotation, not yet committed. */
export function tagLink(
  { library, newId }: Pick<Context, 'library' | 'newId'>,
  annotationId: string,
  tagId: string,
): RecordChange[] {
  if (library.tags.one(tagId) === null) throw new FaultError('not-found', tagId);
  return library.create('annotation-tag', newId(), {
    annotation_id: annotationId,
    tag_id: tagId,
  });
}

/** The blocks of a document that is there and readable. */
export function blocksOf({ corpus, library }: Context, documentId: string): readonly Block[] {
  if (library.documents.one(documentId) === null) throw new FaultError('not-found', documentId);
  return corpus.blocks(documentId);
}

/** An annotation as the interfaces see it, resolved against the blocks of one document. */
export function viewOf(record: StoredAnnotation, blocks: readonly Block[]): AnnotationView {
  const targets: TargetView[] = record.targets.map(({ selector }) => ({
    paragraphId: selector.paragraphId,
    number: selector.number,
    exact: selector.exact,
    anchor: anchor(blocks, selector),
  }));
  return {
    id: record.id,
    documentId: record.documentId,
    kind: record.kind,
    colour: record.colour,
    body: record.body,
    private: record.private,
    author: record.author,
    fileAuthor: record.fileAuthor,
    language: record.language,
    status: record.status,
    due: record.due,
    found: record.found,
    created: record.created,
    modified: record.modified,
    tags: record.tags,
    targets,
    state: worst(targets.map((target) => target.anchor.state)),
  };
}

function targetChanges(
  { library, newId }: Pick<Context, 'library' | 'newId'>,
  annotationId: string,
  blocks: readonly Block[],
  places: readonly Place[],
): { targets: RecordChange[]; quote: string } {
  const selectors = places.map((place) => describe(blocks, place));
  const targets = selectors.flatMap((selector, index) =>
    library.create('target', newId(), targetFields(annotationId, index, selector)),
  );
  return { targets, quote: selectors[0]?.exact ?? '' };
}

function need({ library }: Context, id: string): StoredAnnotation {
  const record = library.annotations.one(id);
  if (record === null) throw new FaultError('not-found', id);
  return record;
}

/** The first quoted words of an annotation, or ''. */
function quoteOf(record: StoredAnnotation): string {
  return record.targets[0]?.selector.exact ?? '';
}

function subjectOf(quote: string): string {
  return quote.length <= SUBJECT_LENGTH
    ? quote
    : `${quote.slice(0, SUBJECT_LENGTH - 1).trimEnd()}…`;
}

/** What an act on several is called in the history: the first one's words, and how many more. */
function subjectOfAll(records: readonly StoredAnnotation[]): string {
  const [first] = records;
  const quote = subjectOf(first === undefined ? '' : quoteOf(first));
  return records.length > 1 ? `${quote} (+ ${String(records.length - 1)})` : quote;
}

function worst(states: readonly Anchor['state'][]): Anchor['state'] {
  if (states.includes('orphaned')) return 'orphaned';
  return states.includes('moved') ? 'moved' : 'exact';
}

/** Undated ones sort behind every day. */
function dueKey({ due, created }: AnnotationView): string {
  return `${due === null || due === '' ? '9' : due} ${String(created).padStart(16, '0')}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type PlaceKey = readonly [number, number];

/** Text order of an annotation: the place of its first resolved target; orphans come last. */
function placeKey(view: AnnotationView, order: ReadonlyMap<string, number>): PlaceKey {
  for (const { anchor: found } of view.targets) {
    if (found.state === 'orphaned') continue;
    return [order.get(found.place.paragraphId) ?? Infinity, found.place.start];
  }
  return [Infinity, 0];
}

function compare(a: PlaceKey, b: PlaceKey): number {
  return a[0] === b[0] ? a[1] - b[1] : a[0] - b[0];
}

/** The fields that were given, as they are stored, with the time of the change. */
function changed(
  fields: Readonly<Record<string, unknown>>,
  modified: number,
): Record<string, string | number | null> {
  const kept: Record<string, string | number | null> = { modified };
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' || value === null) kept[name] = value;
    else if (typeof value === 'boolean') kept[name] = value ? 1 : 0;
  }
  return kept;
}
