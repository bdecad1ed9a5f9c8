/**
 * Commits what was read, in groups: one operation for the group, then its paragraphs into the
 * corpus, then the result of each file is told. A result is never told before its change is safe.
 */
import type { DocumentDraft } from '../../core/document.ts';
import { toFault } from '../../core/fault.ts';
import type { RecordChange } from '../../core/operation.ts';
import type { ImportItem } from '../../contract/views.ts';
import type { Context } from '../context.ts';
import type { Derivation } from '../derivation.ts';
import { subjectOf } from '../documents.ts';
import type { Prepared } from './one.ts';
import type { Found } from './walk.ts';

/** Files in one operation at most. */
const GROUP_SIZE = 50;

/** Longest a file that was read waits for its group, in milliseconds. */
const GROUP_WAIT = 1_000;

export interface Result {
  readonly file: Found;
  readonly prepared: Prepared;
  readonly collection: string;
  /** Milliseconds the file took. */
  readonly ms: number;
}

export interface GroupWriter {
  add(result: Result): void;
  flush(): void;
}

export function groupWriter(
  context: Context,
  derivation: Derivation,
  told: (item: ImportItem) => void,
): GroupWriter {
  let waiting: Result[] = [];
  let since = 0;

  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const outcomes = commitGroup(context, derivation, group);
    outcomes.forEach(told);
    if (outcomes.some(({ status }) => status === 'added')) {
      context.emit({ event: 'changed', kinds: ['documents', 'library', 'corpus', 'history'] });
    }
  }

  return {
    add(result) {
      if (waiting.length === 0) since = context.now();
      waiting.push(result);
      if (waiting.length >= GROUP_SIZE || context.now() - since >= GROUP_WAIT) flush();
    },
    flush,
  };
}

function commitGroup(
  context: Context,
  derivation: Derivation,
  group: readonly Result[],
): ImportItem[] {
  const { library } = context;
  const ids = new Map<string, string>();
  const created: { id: string; draft: DocumentDraft }[] = [];
  const restored: string[] = [];
  const changes: RecordChange[] = [];
  const subjects: { title: string }[] = [];
  for (const { file, prepared, collection } of group) {
    if (prepared.status === 'new' && !ids.has(prepared.hash)) {
      const id = context.newId();
      ids.set(prepared.hash, id);
      const fields = documentFields(prepared.draft, prepared.hash, file.name, collection);
      changes.push(...library.create('document', id, { ...fields, added_at: context.now() }));
      created.push({ id, draft: prepared.draft });
      subjects.push(fields);
    } else if (prepared.status === 'known') {
      const record = library.documents.one(prepared.documentId);
      if (record !== null && record.removedAt !== null && !restored.includes(record.id)) {
        changes.push(...library.update('document', record.id, { removed_at: null }));
        restored.push(record.id);
        subjects.push(record);
      }
    }
  }
  let failure: unknown = null;
  if (changes.length > 0) {
    try {
      const guides = group.every(({ collection }) => collection === 'guides');
      const name = guides ? 'documents.guides' : 'documents.import';
      context.commit(name, subjectOf(subjects), changes);
      for (const { id, draft } of created) {
        const record = library.documents.one(id);
        if (record) derivation.adopt(record, draft);
      }
    } catch (error) {
      failure = error;
    }
  }
  const first = new Set<string>();
  return group.map((result) => {
    const item = itemOf(context, result, ids, restored, first);
    return failure !== null && item.status === 'added'
      ? { ...item, status: 'failed', documentId: null, paragraphs: 0, fault: toFault(failure) }
      : item;
  });
}

/** The metadata a document starts with: what its draft says, else what its file says. */
function documentFields(
  draft: DocumentDraft,
  hash: string,
  name: string,
  collection: string,
): {
  original_hash: string;
  original_name: string;
  format: string;
  title: string;
  language: string;
  kind: string;
  body: string;
  date: string;
  symbol: string;
  collection: string;
} {
  return {
    original_hash: hash,
    original_name: name,
    format: draft.format,
    title: draft.title ?? (name.replace(/\.[^.]{1,12}$/, '') || name),
    language: draft.language,
    kind: draft.metadata.kind ?? 'other',
    body: draft.metadata.body ?? '',
    date: draft.metadata.date ?? '',
    symbol: draft.metadata.symbol ?? '',
    collection,
  };
}

function itemOf(
  { library, corpus }: Context,
  { file, prepared, ms }: Result,
  ids: ReadonlyMap<string, string>,
  restored: readonly string[],
  first: Set<string>,
): ImportItem {
  const item: ImportItem = {
    name: file.name,
    path: file.path,
    status: 'failed',
    documentId: null,
    previousDocumentId: null,
    format: null,
    language: null,
    pages: null,
    paragraphs: 0,
    ms: Math.round(ms),
    fault: null,
    copyOf: null,
  };
  if (prepared.status === 'failed') return { ...item, fault: prepared.fault };
  if (prepared.status === 'skipped') return { ...item, status: 'skipped' };
  const id = prepared.status === 'known' ? prepared.documentId : (ids.get(prepared.hash) ?? null);
  const record = id === null ? null : library.documents.one(id);
  if (record === null) return { ...item, documentId: id };
  const state = corpus.state(record.id);
  const copy = corpus.copies(record.id)[0];
  const isNew =
    (prepared.status === 'new' || restored.includes(record.id)) && !first.has(record.id);
  first.add(record.id);
  return {
    ...item,
    status: isNew ? 'added' : 'unchanged',
    documentId: record.id,
    format: record.format,
    language: record.language,
    pages: state?.pages ?? null,
    paragraphs: state?.paragraphs ?? 0,
    copyOf: copy === undefined ? null : (library.documents.one(copy)?.title ?? null),
  };
}
