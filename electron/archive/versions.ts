/**
 * New versions: a changed file becomes a document that takes the place of the one before it, and
 * the notes follow their words. One operation, so that one undo brings everything back.
 */
import { anchor, describe } from '../core/anchor/index.ts';
import type { Place, Selector } from '../core/annotation.ts';
import type { Block, DocumentDraft } from '../core/document.ts';
import type { RecordChange } from '../core/operation.ts';
import type { VersionReport, VersionView } from '../contract/views.ts';
import { FaultError } from '../core/fault.ts';
import { targetFields } from '../library/index.ts';
import type { Library, StoredAnnotation, StoredDocument } from '../library/index.ts';
import { identify } from '../search/index.ts';
import type { Area, Context } from './context.ts';
import type { Derivation } from './derivation.ts';
import { fileNotes } from './fileNotes.ts';

type Counts = { -readonly [N in 'kept' | 'moved' | 'orphaned']: number };

/** What a document starts with, as its record names it. */
export interface DocumentFields {
  readonly original_hash: string;
  readonly original_name: string;
  readonly format: string;
  readonly title: string;
  readonly language: string;
  readonly kind: string;
  readonly body: string;
  readonly date: string;
  readonly symbol: string;
  readonly collection: string;
}

export function versionCalls({ library }: Context): Area<'versions.list'> {
  return {
    'versions.list': ({ id }) => {
      const record = library.documents.one(id);
      if (record === null) throw new FaultError('not-found', id);
      return chainOf(library, record).map(
        ({ id: version, title, originalName, addedAt }, place): VersionView => ({
          id: version,
          title,
          originalName,
          addedAt,
          current: place === 0,
        }),
      );
    },
  };
}

/** All versions of a document's text, newest first; those in the bin left out. */
function chainOf({ documents }: Library, record: StoredDocument): StoredDocument[] {
  const chain = [record];
  const seen = new Set([record.id]);
  const isNew = (one: StoredDocument | null): one is StoredDocument =>
    one !== null && !seen.has(one.id) && seen.add(one.id).size > 0;
  for (let next = documents.successor(record.id); isNew(next); next = documents.successor(next.id))
    chain.unshift(next);
  for (let older = olderOf(record); isNew(older); older = olderOf(older)) chain.push(older);
  return chain.filter(({ removedAt }) => removedAt === null);

  function olderOf({ supersedes }: StoredDocument): StoredDocument | null {
    return supersedes === null ? null : documents.one(supersedes);
  }
}

/** Makes a draft the new version of a document: the old one leaves the list, its notes move on. */
export function addVersion(
  context: Context,
  derivation: Derivation,
  previous: StoredDocument,
  draft: DocumentDraft,
  found: DocumentFields,
): {
  readonly documentId: string;
  readonly report: VersionReport;
  /** Notes taken over from the new file. */
  readonly fileNotes: number;
} {
  const { library } = context;
  const documentId = context.newId();
  const blocks = identify(found.original_hash, draft);
  const created = library.create('document', documentId, {
    ...withHandEdits(library, previous, draft, found),
    supersedes: previous.id,
    added_at: context.now(),
  });
  const { changes, counts } = moveNotes(library, previous, documentId, blocks);
  const fresh = fileNotes(context).of(documentId, blocks, draft, [previous.id]);
  const operationId = context.commit('documents.version', previous.title, [
    ...created,
    ...changes,
    ...fresh.changes,
  ]);
  const record = library.documents.one(documentId);
  if (record === null || operationId === null) throw new FaultError('internal', 'version');
  derivation.adopt(record, draft);
  return { documentId, report: { operationId, ...counts }, fileNotes: fresh.count };
}

/** Brings an older version back to the front: its file holds that very content again. */
export function returnToVersion(
  context: Context,
  head: StoredDocument,
  older: StoredDocument,
): VersionReport {
  const { library, corpus } = context;
  const next = library.documents.successor(older.id);
  const chain =
    next === null ? [] : library.update('document', next.id, { supersedes: older.supersedes });
  const front = library.update('document', older.id, { supersedes: head.id, removed_at: null });
  const { changes, counts } = moveNotes(library, head, older.id, corpus.blocks(older.id));
  const operationId = context.commit('documents.version', head.title, [
    ...chain,
    ...front,
    ...changes,
  ]);
  if (operationId === null) throw new FaultError('internal', 'version');
  return { operationId, ...counts };
}

/** What the reader set by hand stays; the rest is what the new file says, else what the old one said. */
function withHandEdits(
  library: Library,
  previous: StoredDocument,
  { title, metadata }: DocumentDraft,
  found: DocumentFields,
): DocumentFields {
  const edited = new Set<string>();
  for (const { id } of chainOf(library, previous)) {
    for (const name of library.documents.editedFields(id)) edited.add(name);
  }
  const pick = (name: keyof DocumentFields & keyof StoredDocument, said: string | null) =>
    edited.has(name) || said === null || said === '' ? String(previous[name]) : said;
  return {
    ...found,
    title: pick('title', title),
    language: pick('language', found.language),
    kind: pick('kind', metadata.kind),
    body: pick('body', metadata.body),
    date: pick('date', metadata.date),
    symbol: pick('symbol', metadata.symbol),
    collection: previous.collection,
  };
}

/** The changes that take notes and tags of one document over to another, and what becomes of them. */
function moveNotes(
  library: Library,
  from: StoredDocument,
  to: string,
  blocks: readonly Block[],
): { readonly changes: RecordChange[]; readonly counts: Counts } {
  const counts: Counts = { kept: 0, moved: 0, orphaned: 0 };
  const changes: RecordChange[] = [];
  for (const annotation of library.annotations.byDocuments([from.id])) {
    changes.push(...library.update('annotation', annotation.id, { document_id: to }));
    const { state, targets } = carry(library, annotation, blocks);
    counts[state] += 1;
    changes.push(...targets);
  }
  const there = new Set(library.documents.one(to)?.tags ?? []);
  for (const tagId of from.tags) {
    const link = library.tags.link(tagId, 'document', from.id);
    if (link === null) continue;
    changes.push(
      ...(there.has(tagId)
        ? library.remove('document-tag', link.id)
        : library.update('document-tag', link.id, { document_id: to })),
    );
  }
  return { changes, counts };
}

/**
 * Words found again as they were are described anew, so that the next version starts from here. Where
 * words changed, the description stays: it holds what the reader had chosen.
 */
function carry(
  library: Library,
  { id, targets }: StoredAnnotation,
  blocks: readonly Block[],
): { readonly state: keyof Counts; readonly targets: RecordChange[] } {
  let state: keyof Counts = 'kept';
  const changes: RecordChange[] = [];
  targets.forEach((target, position) => {
    const found = anchor(blocks, target.selector);
    if (found.state === 'orphaned') state = 'orphaned';
    else if (found.state === 'moved' && !isUntouched(blocks, target.selector, found.place)) {
      state = state === 'orphaned' ? state : 'moved';
    } else {
      const fields = targetFields(id, position, describe(blocks, found.place));
      changes.push(...library.update('target', target.id, fields));
    }
  });
  return { state, targets: changes };
}

/** True where the paragraph kept its number and the words around: only its neighbours are others. */
function isUntouched(
  blocks: readonly Block[],
  { part, number, exact, prefix, suffix }: Selector,
  { paragraphId, start, end }: Place,
): boolean {
  const block = blocks.find(({ id }) => id === paragraphId);
  if (block === undefined || block.part !== part || block.number !== number) return false;
  // Context crosses into the neighbours at a line end; what lies beyond is theirs.
  const before = prefix.split('\n').at(-1) ?? '';
  const after = suffix.split('\n')[0] ?? '';
  return (
    block.text.slice(start, end) === exact &&
    block.text.slice(0, start).endsWith(before) &&
    block.text.slice(end).startsWith(after)
  );
}
