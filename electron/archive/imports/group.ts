/**
 * Commits what was read, in groups: one operation for the group, then its paragraphs into the
 * corpus, then the result of each file is told. A result is never told before its change is safe.
 */
import { setImmediate as breath } from 'node:timers/promises';
import type { DocumentDraft } from '../../core/document.ts';
import { toFault } from '../../core/fault.ts';
import { MASTHEAD, mastheadName } from '../../core/masthead.ts';
import type { RecordChange } from '../../core/operation.ts';
import type { ImportItem, VersionReport } from '../../contract/views.ts';
import type { Context } from '../context.ts';
import type { Derivation } from '../derivation.ts';
import { subjectOf } from '../documents.ts';
import { identify } from '../../search/index.ts';
import { fileNotes } from '../fileNotes.ts';
import { addVersion, returnToVersion } from '../versions.ts';
import type { DocumentFields } from '../versions.ts';
import type { Prepared } from './one.ts';
import { keyOf, previousOf } from './seen.ts';
import type { Found } from './walk.ts';

/** Files in one operation at most. */
const GROUP_SIZE = 50;

/** Longest a file that was read waits for its group, in milliseconds. */
const GROUP_WAIT = 1_000;

/** Longest that documents go into the corpus without others being answered, in milliseconds. */
const SLICE = 30;

/** What a group need know of the order a file belongs to. */
export interface ImportOrder {
  readonly collection: string;
  /** There for a followed folder: what the reader laid in the bin then stays there. */
  readonly onItem?: (item: ImportItem) => void;
}

export interface Result {
  readonly file: Found;
  readonly prepared: Prepared;
  readonly order: ImportOrder;
  /** Milliseconds the file took. */
  readonly ms: number;
}

export interface GroupWriter {
  /**
   * Takes a result in; resolves when there is room for the next one.
   * @throws what a group before could not be committed for
   */
  add(result: Result): Promise<void>;
  /** Commits what waits; resolves when all of it is told. @throws as `add` */
  flush(): Promise<void>;
}

export function groupWriter(
  context: Context,
  derivation: Derivation,
  told: (item: ImportItem, result: Result) => void,
): GroupWriter {
  let waiting: Result[] = [];
  let timer: NodeJS.Timeout | undefined;
  /** Groups are written one after the other, while the next files are read. */
  let turn: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const results = waiting;
    waiting = [];
    if (results.length > 0) {
      turn = turn.then(() => write(results));
      // Who waits for it is told.
      turn.catch(() => undefined);
    }
    return turn;
  }

  async function write(results: readonly Result[]): Promise<void> {
    // Whoever reads the next file goes first.
    await breath();
    const group = results.map((result) => settled(context, result));
    const outcomes = commitVersions(context, derivation, group);
    const others = group
      .filter((result) => !outcomes.has(result))
      .map((result) => settled(context, result));
    (await commitGroup(context, derivation, others)).forEach((item, place) => {
      const result = others[place];
      if (result !== undefined) outcomes.set(result, item);
    });
    remember(context, outcomes);
    for (const [result, item] of outcomes) told(item, result);
    const statuses = new Set([...outcomes.values()].map(({ status }) => status));
    if (statuses.has('added') || statuses.has('replaced')) {
      context.emit({ event: 'changed', kinds: ['documents', 'library', 'corpus', 'history'] });
    }
    if (statuses.has('replaced') || [...outcomes.values()].some((item) => item.fileNotes > 0)) {
      context.emit({ event: 'changed', kinds: ['annotations', 'tags'] });
    }
  }

  return {
    async add(result) {
      waiting.push(result);
      timer ??= setTimeout(() => void flush(), GROUP_WAIT);
      if (waiting.length < GROUP_SIZE) return;
      const before = turn;
      void flush();
      await before;
    },
    flush,
  };
}

/** The same bytes may have come in since they were read, from another path. */
function settled({ library }: Context, result: Result): Result {
  const { prepared } = result;
  if (prepared.status !== 'new') return result;
  const there = library.documents.byHash(prepared.hash)[0];
  if (there === undefined) return result;
  const { hash } = prepared;
  return { ...result, prepared: { status: 'known', hash, documentId: there.id } };
}

/** Notes where each file was seen, and as what: what the next import of the same path goes by. */
function remember({ library, now }: Context, outcomes: ReadonlyMap<Result, ImportItem>): void {
  const seenAt = now();
  const rows = [...outcomes].flatMap(([{ file, prepared }, { documentId, fault }]) => {
    // Pasted text lies nowhere.
    if (file.path === '') return [];
    // A file inside another one has no place of its own on a disk: the outer one was seen.
    if (file.within !== undefined) {
      const { path, size, modified } = file.within;
      const key = keyOf(path);
      const last = library.sources.ofPath(key)[0];
      if (last?.size === size && last.modified === modified) return [];
      return [{ key, hash: '', path, documentId: null, fault: null, size, modified, seenAt }];
    }
    if (prepared.status === 'skipped' || file.fault?.code.startsWith('folder-')) return [];
    const { path, size, modified } = file;
    const hash = 'hash' in prepared && documentId !== null ? prepared.hash : '';
    const code = documentId === null ? (fault?.code ?? 'internal') : null;
    return [{ key: keyOf(path), hash, path, documentId, fault: code, size, modified, seenAt }];
  });
  library.sources.put(rows);
}

/** Files that changed since they came in: each becomes a new version, one operation each. */
function commitVersions(
  context: Context,
  derivation: Derivation,
  group: readonly Result[],
): Map<Result, ImportItem> {
  const outcomes = new Map<Result, ImportItem>();
  for (const result of group) {
    const { file, prepared, order } = result;
    if (prepared.status !== 'new' && prepared.status !== 'known') continue;
    const previous = file.path === '' ? null : previousOf(context, file.path);
    if (previous === null || previous.originalHash === prepared.hash) continue;
    try {
      if (prepared.status === 'known') {
        const older = context.library.documents.one(prepared.documentId);
        if (older === null || context.library.documents.successor(older.id) === null) continue;
        const report = returnToVersion(context, previous, older);
        outcomes.set(result, replacedItem(context, result, older.id, previous.id, report));
      } else if (context.library.documents.byHash(prepared.hash).length === 0) {
        const { hash, draft } = prepared;
        const fields = documentFields(draft, hash, file.name, order.collection);
        const made = addVersion(context, derivation, previous, draft, fields);
        outcomes.set(result, {
          ...replacedItem(context, result, made.documentId, previous.id, made.report),
          fileNotes: made.fileNotes,
        });
      }
    } catch (error) {
      outcomes.set(result, { ...emptyItem(result), fault: toFault(error) });
    }
  }
  return outcomes;
}

function replacedItem(
  { library, corpus }: Context,
  result: Result,
  documentId: string,
  previousDocumentId: string,
  version: VersionReport,
): ImportItem {
  const record = library.documents.one(documentId);
  const state = corpus.state(documentId);
  return {
    ...emptyItem(result),
    status: 'replaced',
    documentId,
    previousDocumentId,
    format: record?.format ?? null,
    language: record?.language ?? null,
    pages: state?.pages ?? null,
    paragraphs: state?.paragraphs ?? 0,
    fault: state?.fault ?? null,
    version,
  };
}

async function commitGroup(
  context: Context,
  derivation: Derivation,
  group: readonly Result[],
): Promise<ImportItem[]> {
  const { library } = context;
  const ids = new Map<string, string>();
  const created: { id: string; draft: DocumentDraft }[] = [];
  const restored: string[] = [];
  const changes: RecordChange[] = [];
  const subjects: { title: string }[] = [];
  const notes = fileNotes(context);
  const taken = new Map<string, number>();
  for (const { file, prepared, order } of group) {
    if (prepared.status === 'new' && !ids.has(prepared.hash)) {
      const id = context.newId();
      ids.set(prepared.hash, id);
      const fields = documentFields(prepared.draft, prepared.hash, file.name, order.collection);
      changes.push(...library.create('document', id, { ...fields, added_at: context.now() }));
      const blocks = identify(prepared.hash, prepared.draft);
      const own = notes.of(id, blocks, prepared.draft);
      changes.push(...own.changes);
      taken.set(id, own.count);
      changes.push(...mastheadChanges(context, id, prepared.draft));
      created.push({ id, draft: prepared.draft });
      subjects.push(fields);
    } else if (prepared.status === 'known' && order.onItem === undefined) {
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
      const guides = group.every(({ order }) => order.collection === 'guides');
      const name = guides ? 'documents.guides' : 'documents.import';
      context.commit(name, subjectOf(subjects), changes);
      await adoptAll(context, derivation, created);
    } catch (error) {
      failure = error;
    }
  }
  const first = new Set<string>();
  return group.map((result) => {
    const item = itemOf(context, result, ids, restored, first);
    const counted = { ...item, fileNotes: taken.get(item.documentId ?? '') ?? 0 };
    return failure !== null && item.status === 'added'
      ? { ...item, status: 'failed', documentId: null, paragraphs: 0, fault: toFault(failure) }
      : counted;
  });
}

/** Puts documents into the corpus, several in one transaction, and answers others in between. */
async function adoptAll(
  { library, corpus }: Context,
  derivation: Derivation,
  created: readonly { readonly id: string; readonly draft: DocumentDraft }[],
): Promise<void> {
  const rest = created.values();
  for (let next = rest.next(); next.done !== true; await breath()) {
    corpus.transaction(() => {
      const until = performance.now() + SLICE;
      do {
        if (next.done === true) return;
        const record = library.documents.one(next.value.id);
        if (record) derivation.adopt(record, next.value.draft);
        next = rest.next();
      } while (performance.now() < until);
    });
  }
}

/** What the masthead says, as fields on the document. */
function mastheadChanges(
  { library, newId }: Context,
  documentId: string,
  { metadata }: DocumentDraft,
): RecordChange[] {
  return MASTHEAD.flatMap((field) => {
    const value = metadata.masthead?.[field] ?? '';
    const name = mastheadName(field);
    return value === ''
      ? []
      : library.create('document-field', newId(), { document_id: documentId, name, value });
  });
}

/** The metadata a document starts with: what its draft says, else what its file says. */
function documentFields(
  draft: DocumentDraft,
  hash: string,
  name: string,
  collection: string,
): DocumentFields {
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

/** A file's result before anything is known of it: a failure. */
function emptyItem({ file, ms }: Result): ImportItem {
  return {
    name: file.label ?? file.name,
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
    version: null,
    fileNotes: 0,
    locked: null,
  };
}

function itemOf(
  { library, corpus }: Context,
  result: Result,
  ids: ReadonlyMap<string, string>,
  restored: readonly string[],
  first: Set<string>,
): ImportItem {
  const { prepared } = result;
  const item = emptyItem(result);
  if (prepared.status === 'failed') return { ...item, fault: prepared.fault };
  if (prepared.status === 'skipped') {
    const { partOf } = result.file;
    return { ...item, status: 'skipped', ...(partOf === undefined ? {} : { partOf }) };
  }
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
    fault: state?.fault ?? null,
    copyOf: copy === undefined ? null : (library.documents.one(copy)?.title ?? null),
  };
}
