/**
 * Operations: every change of the library as one named, reversible list of record changes. It
 * knows what a change is and how one is inverted; `library` knows how changes meet the disk.
 */

/** Kinds of record in the library. Each has its table and its fields in `library`. */
export const RECORDS = [
  'document',
  'annotation',
  'target',
  'tag',
  'annotation-tag',
  'document-tag',
  'author',
  'folder',
  'correction',
  'document-field',
  'sheet',
  'sheet-item',
  'colour',
  'dismissal',
  'snapshot',
  'snapshot-tag',
] as const;
export type RecordKind = (typeof RECORDS)[number];

export type FieldValue = string | number | null;
export type Fields = Readonly<Record<string, FieldValue>>;

/**
 * One record before and after. `before` null: the record is created; `after` null: it is deleted.
 * Both hold only the fields that differ when neither is null.
 */
export interface RecordChange {
  readonly record: RecordKind;
  readonly id: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** Clock of the operation that last changed the record; null where it is new. */
  readonly base: string | null;
}

/** Names of operations: what the history shows and undo announces. */
export const OPERATION_NAMES = [
  'library.create',
  'documents.import',
  'documents.guides',
  'documents.edit',
  'documents.remove',
  'documents.restore',
  'documents.version',
  'documents.ocr',
  'annotations.create',
  'annotations.edit',
  'annotations.delete',
  'annotations.replace',
  'annotations.import',
  'translations.create',
  'translations.edit',
  'translations.delete',
  'followUps.create',
  'followUps.edit',
  'followUps.delete',
  'bookmarks.create',
  'bookmarks.delete',
  'tags.create',
  'tags.edit',
  'tags.delete',
  'tags.apply',
  'tags.withdraw',
  'tags.scheme',
  'tags.move',
  'tags.archive',
  'tags.unarchive',
  'tags.merge',
  'tags.split',
  'tags.copy',
  'tags.dismiss',
  'tags.recall',
  'snapshots.create',
  'snapshots.delete',
  'snapshots.restore',
  'corrections.apply',
  'corrections.withdraw',
  'sheet.add',
  'sheet.remove',
  'sheet.move',
  'sheet.edit',
  'sheet.empty',
  'sheets.create',
  'sheets.duplicate',
  'sheets.delete',
  'author.name',
  'colours.edit',
  'folders.add',
  'folders.remove',
  'erase',
  'erased',
  'settled',
  'undo',
  'redo',
] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];

/** One operation as the library and the journal keep it. */
export interface Operation {
  /** Position in this library's history, from 1, without gaps visible to readers. */
  readonly seq: number;
  /** UUIDv7. A later line with the same id replaces the earlier one (pauses in typing). */
  readonly id: string;
  readonly replica: string;
  readonly author: string;
  /** Hybrid logical clock: sortable text, see `clock.ts`. */
  readonly clock: string;
  readonly name: OperationName;
  /** What the operation is about, for the history ('Déclaration de progrès', a tag's name); may be ''. */
  readonly subject: string;
  readonly changes: readonly RecordChange[];
  /** Id of the operation this one undoes or redoes, or null. */
  readonly reverts: string | null;
}

/** The changes that take a list of changes back, in reverse order. */
export function invert(changes: readonly RecordChange[]): RecordChange[] {
  return changes
    .map(({ record, id, before, after, base }) => ({
      record,
      id,
      before: after,
      after: before,
      base,
    }))
    .reverse();
}

/** What one may undo or redo now, worked out from the history's tail. */
export interface HistoryState {
  readonly undo: { id: string; name: OperationName; subject: string } | null;
  readonly redo: { id: string; name: OperationName; subject: string } | null;
}

/**
 * Operations that undo passes over: they are no act of the reader's, or can't be taken back.
 * `erase`: records erased for good; its changes name them, and nothing else is left of them.
 * `erased`: all that an operation changed was erased since.
 */
const NOT_UNDOABLE: readonly OperationName[] = [
  'library.create',
  'documents.guides',
  'author.name',
  'erase',
  'erased',
];

/**
 * Next operation to undo and to redo, as in every editor: a new act empties the redo side.
 * @param history operations oldest first; a tail of the history is enough.
 */
export function historyState(
  history: readonly Pick<Operation, 'id' | 'name' | 'subject' | 'reverts'>[],
): HistoryState {
  type Entry = { id: string; name: OperationName; subject: string };
  const done: Entry[] = [];
  const undone: Entry[] = [];
  for (const { id, name, subject, reverts } of history) {
    if (name === 'undo') {
      const index = done.findLastIndex((entry) => entry.id === reverts);
      if (index >= 0) undone.push(...done.splice(index, 1));
    } else if (name === 'redo') {
      const index = undone.findLastIndex((entry) => entry.id === reverts);
      if (index >= 0) done.push(...undone.splice(index, 1));
    } else if (name === 'settled') {
      // It hung on what was erased: neither it nor what was built on can be taken back any more.
      done.length = 0;
      undone.length = 0;
    } else if (!NOT_UNDOABLE.includes(name)) {
      done.push({ id, name, subject });
      undone.length = 0;
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
