/** For tests: libraries in temporary folders, and sample records to put into them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Selector } from '../core/annotation.ts';
import type { Operation, RecordChange } from '../core/operation.ts';
import { dumpRecords } from './changes.ts';
import { connect } from './connection.ts';
import { openLibrary, targetFields, uuidv7 } from './index.ts';
import type { Library, OpenOptions } from './index.ts';

/** Path of a library folder that doesn't exist yet; removed when the test ends. */
export function freshFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'gmg-library-'));
  onTestFinished(() => {
    // A process killed a moment ago may still be writing there.
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  });
  return join(parent, 'library');
}

/** Opens a library (made if need be) that is closed when the test ends. */
export function opened(folder: string, options: Partial<OpenOptions> = {}): Library {
  const library = openLibrary(folder, { create: true, appVersion: '0.0.0', ...options });
  onTestFinished(() => {
    library.close();
  });
  return library;
}

/** All records of a closed library. */
export function dump(folder: string): ReturnType<typeof dumpRecords> {
  const db = connect(join(folder, 'library.db'), {});
  try {
    return dumpRecords(db);
  } finally {
    db.close();
  }
}

/** The records as readers know them: without clocks and tombstones, which only ever grow. */
export function visible(library: Library): unknown {
  return {
    documents: library.documents.all(),
    annotations: library.annotations.all().map((annotation) => ({ ...annotation, version: '' })),
    tags: library.tags.all(),
    corrections: library.documents.all().map(({ id }) => library.corrections.of(id)),
    sheets: library.sheets.all(),
    colours: library.colours.all(),
    snapshots: library.snapshots.all(),
    dismissals: library.snapshots.dismissals(),
    author: library.author(),
  };
}

/** Commits and insists that something changed. */
export function commit(library: Library, ...intent: Parameters<Library['commit']>): Operation {
  const operation = library.commit(...intent);
  if (operation === null) throw new Error('nothing was changed');
  return operation;
}

export function addDocument(library: Library, title = 'Rapport', hash = 'a'.repeat(64)): string {
  const id = uuidv7();
  const fields = {
    original_hash: hash,
    original_name: `${title}.txt`,
    format: 'txt',
    title,
    language: 'fr',
    added_at: 1_700_000_000_000,
  };
  const changes = library.create('document', id, fields);
  commit(library, { name: 'documents.import', subject: title, changes });
  return id;
}

export function selector(exact = 'droits humains'): Selector {
  return {
    paragraphId: 'abcdefghijklmnop',
    part: 'body',
    number: '12 bis',
    exact,
    prefix: 'les ',
    suffix: ' des migrants',
    start: 4,
    end: 4 + exact.length,
    ordinal: 11,
    blocks: 40,
  };
}

/** The changes that make a note of one target, with tags. */
export function noteChanges(
  library: Library,
  documentId: string,
  body: string,
  tags: readonly string[] = [],
): { readonly id: string; readonly changes: RecordChange[] } {
  const id = uuidv7();
  const changes = [
    ...library.create('annotation', id, {
      document_id: documentId,
      kind: 'note',
      colour: 'yellow',
      body,
      author: library.author().id,
      created: 1_700_000_000_000,
      modified: 1_700_000_000_000,
    }),
    ...library.create('target', uuidv7(), targetFields(id, 0, selector())),
    ...tags.flatMap((tag) =>
      library.create('annotation-tag', uuidv7(), { annotation_id: id, tag_id: tag }),
    ),
  ];
  return { id, changes };
}

export function addNote(
  library: Library,
  documentId: string,
  body: string,
  tags: readonly string[] = [],
): string {
  const { id, changes } = noteChanges(library, documentId, body, tags);
  commit(library, { name: 'annotations.create', subject: body, changes });
  return id;
}

export function addTag(library: Library, name: string, parentId: string | null = null): string {
  const id = uuidv7();
  const changes = library.create('tag', id, { name, colour: 'blue', parent_id: parentId });
  commit(library, { name: 'tags.create', subject: name, changes });
  return id;
}

/** The fault code a call throws, or what it threw instead. */
export function faultOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  return 'no fault';
}

/** A library with some of everything, its last act undone. */
export async function fill(library: Library): Promise<void> {
  const original = await library.originals.put({ bytes: Buffer.from('texte') });
  const document = addDocument(library, 'Rapport', original.hash);
  const tag = addTag(library, 'feuille', addTag(library, 'racine'));
  const note = addNote(library, document, 'x', [tag]);
  addNote(library, document, 'y', [tag]);
  const visit = uuidv7();
  for (const body of ['x1', 'x2']) {
    const changes = library.update('annotation', note, { body });
    commit(library, { name: 'annotations.edit', changes, visit });
  }
  commit(library, { name: 'tags.delete', changes: library.remove('tag', tag) });
  library.undo();
}

/** The same, closed. */
export async function filled(folder: string): Promise<void> {
  const library = opened(folder);
  await fill(library);
  library.close();
}

/** Paths of a library's journal files, oldest first. */
export function journalFiles(folder: string): string[] {
  return readdirSync(join(folder, 'journal'))
    .sort()
    .map((name) => join(folder, 'journal', name));
}
