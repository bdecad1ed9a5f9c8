/**
 * The fields of every kind of record: names as in the tables, types, and what a field is when it is
 * not given. The one place that decides which fields an operation may carry.
 */
import { FaultError } from '../core/fault.ts';
import type { FieldValue, Fields, RecordKind } from '../core/operation.ts';
import type { Selector } from '../core/annotation.ts';
import type { Correction } from '../core/correction/index.ts';

interface TextField {
  readonly type: 'text';
  readonly nullable?: true;
  /** Value when not given on creation; absent: must be given (null for nullable ones). */
  readonly initial?: string;
}
interface IntegerField {
  readonly type: 'integer';
  readonly nullable?: true;
  readonly initial?: number;
}
type Field = TextField | IntegerField;

const needed = { type: 'text' } as const;
const text = { type: 'text', initial: '' } as const;
const optionalText = { type: 'text', nullable: true } as const;
const integer = { type: 'integer' } as const;
const optionalInteger = { type: 'integer', nullable: true } as const;

/** The selector's fields, of each record that stands on a stretch of a paragraph. */
const selector = {
  paragraph_id: needed,
  part: needed,
  number: optionalText,
  exact: needed,
  prefix: text,
  suffix: text,
  start: integer,
  end: integer,
  ordinal: integer,
  blocks: integer,
} as const;

export const FIELDS = {
  document: {
    /** SHA-256 of the original, hex. */
    original_hash: needed,
    original_name: needed,
    format: needed,
    title: needed,
    language: needed,
    kind: { type: 'text', initial: 'other' },
    body: text,
    date: text,
    symbol: text,
    collection: text,
    /** Id of the document this one is a newer version of. */
    supersedes: optionalText,
    /** UTC milliseconds. */
    added_at: integer,
    /** UTC milliseconds since when it lies in the bin, or null. */
    removed_at: optionalInteger,
  },
  annotation: {
    document_id: needed,
    kind: needed,
    colour: optionalText,
    body: text,
    /** 1: private, 0: may be shared. */
    private: { type: 'integer', initial: 1 },
    /** Id of an author record. */
    author: needed,
    /** UTC milliseconds. */
    created: integer,
    modified: integer,
    /** Author in the file that the note came with, '' where it names none; null: made here. */
    file_author: optionalText,
    /** Of a working translation: its language. */
    language: optionalText,
    // Of a follow-up: where it stands, YYYY-MM-DD or '', and what was found.
    status: optionalText,
    due: optionalText,
    found: optionalText,
  },
  target: {
    annotation_id: needed,
    /** Zero-based place among the annotation's targets. */
    position: { type: 'integer', initial: 0 },
    ...selector,
  },
  tag: {
    parent_id: optionalText,
    name: needed,
    name_fr: text,
    name_en: text,
    colour: needed,
    description: text,
    /** Which passages belong under it, which do not, and one that does. */
    include: text,
    exclude: text,
    example: text,
    memo: text,
    /** Queries, one a line, whose paragraphs it is suggested for. */
    rule: text,
    /** 1: kept where it is used, no longer offered. */
    archived: { type: 'integer', initial: 0 },
    scheme: text,
    code: text,
    position: { type: 'integer', initial: 0 },
  },
  'annotation-tag': { annotation_id: needed, tag_id: needed },
  'document-tag': { document_id: needed, tag_id: needed },
  author: { name: text },
  /** A folder of the reader's that the library follows. */
  folder: {
    /** Absolute, as the system writes it. */
    path: needed,
    /** UTC milliseconds. */
    added_at: integer,
  },
  correction: {
    document_id: needed,
    /** Place in the order in which a document's corrections are applied. */
    position: integer,
    kind: needed,
    /** New number or level, or ''. */
    value: text,
    ...selector,
  },
  /** A field of the reader's own on a document: country, theme. */
  'document-field': { document_id: needed, name: needed, value: needed },
  /** The sheet that the basket becomes. */
  sheet: {
    title: text,
    intro: text,
    /** 'own', 'fr', 'en' or 'both'. */
    languages: { type: 'text', initial: 'own' },
    /** 1: private notes are printed too. */
    private_notes: { type: 'integer', initial: 0 },
    /** UTC milliseconds. */
    created: integer,
  },
  /** A paragraph picked for the sheet. */
  'sheet-item': {
    sheet_id: needed,
    /** Place in the sheet's order. */
    position: integer,
    document_id: needed,
    /** 1: with the notes on it. */
    with_notes: { type: 'integer', initial: 0 },
    ...selector,
  },
  /** What the reader calls a highlight colour, and what it stands for. */
  colour: { colour: needed, name: text, meaning: text },
  /** A suggestion of a tag's rule that the reader refused. */
  dismissal: { tag_id: needed, document_id: needed, paragraph_id: needed },
  /** The codebook as it was on a day. */
  snapshot: {
    name: needed,
    /** UTC milliseconds. */
    at: integer,
  },
  /** One tag of it: its id, and its fields as JSON. It stays when the tag goes, but for its erasing. */
  'snapshot-tag': { snapshot_id: needed, tag_id: needed, fields: needed },
} as const satisfies Record<RecordKind, Record<string, Field>>;

type FieldTypes = typeof FIELDS;
type ValueOf<F> =
  (F extends { type: 'integer' } ? number : string) | (F extends { nullable: true } ? null : never);
type HasInitial<F> = F extends { initial: unknown } | { nullable: true } ? true : false;

/** Fields of a record that may be given to change it. */
export type FieldsOf<R extends RecordKind> = {
  -readonly [N in keyof FieldTypes[R]]?: ValueOf<FieldTypes[R][N]>;
};
/** Fields of a record to create it: those without an initial value must be there. */
export type NewFieldsOf<R extends RecordKind> = FieldsOf<R> & {
  [N in keyof FieldTypes[R] as HasInitial<FieldTypes[R][N]> extends true ? never : N]: ValueOf<
    FieldTypes[R][N]
  >;
};

/** Records that go with another when it is removed: kind, and the field that names the other. */
export const DEPENDENTS: Record<RecordKind, readonly (readonly [RecordKind, string])[]> = {
  document: [
    ['document-tag', 'document_id'],
    ['annotation', 'document_id'],
    ['correction', 'document_id'],
    ['document-field', 'document_id'],
    ['sheet-item', 'document_id'],
    ['dismissal', 'document_id'],
  ],
  annotation: [
    ['annotation-tag', 'annotation_id'],
    ['target', 'annotation_id'],
  ],
  target: [],
  tag: [
    ['annotation-tag', 'tag_id'],
    ['document-tag', 'tag_id'],
    ['dismissal', 'tag_id'],
    ['tag', 'parent_id'],
  ],
  'annotation-tag': [],
  'document-tag': [],
  author: [],
  folder: [],
  correction: [],
  'document-field': [],
  sheet: [['sheet-item', 'sheet_id']],
  'sheet-item': [],
  colour: [],
  dismissal: [],
  snapshot: [['snapshot-tag', 'snapshot_id']],
  'snapshot-tag': [],
};

/** Table of a kind of record, quoted for SQL. */
export function tableOf(record: RecordKind): string {
  return `"${record.replace('-', '_')}"`;
}

/** All fields of a new record. @throws FaultError 'bad-input' on an unknown, missing or wrong field. */
export function completeFields(record: RecordKind, given: Fields): Fields {
  const fields: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries<Field>(FIELDS[record])) {
    fields[name] = field.nullable ? null : (field.initial ?? null);
  }
  return checkFields(record, { ...fields, ...checkFields(record, given) });
}

/** The given fields, each known and of its type. @throws FaultError 'bad-input'. */
export function checkFields(record: RecordKind, given: Fields): Fields {
  const known: Record<string, Field> = FIELDS[record];
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(given)) {
    const field = Object.hasOwn(known, name) ? known[name] : undefined;
    if (field === undefined) throw new FaultError('bad-input', `${record} has no field ${name}`);
    const fits =
      value === null
        ? field.nullable
        : field.type === 'text'
          ? typeof value === 'string'
          : Number.isSafeInteger(value);
    if (!fits) throw new FaultError('bad-input', `${record}.${name}: wrong or missing value`);
    // SQLite keeps UTF-8, in which half a surrogate pair can't be written.
    fields[name] = typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
  }
  return fields;
}

/** Fields of a new `target` record from its selector. */
export function targetFields(
  annotationId: string,
  position: number,
  selector: Selector,
): NewFieldsOf<'target'> {
  return { annotation_id: annotationId, position, ...selectorFields(selector) };
}

/** Fields of a new `correction` record. */
export function correctionFields(
  documentId: string,
  position: number,
  { kind, value, selector }: Correction,
): NewFieldsOf<'correction'> {
  return { document_id: documentId, position, kind, value, ...selectorFields(selector) };
}

/** Fields of a new `sheet-item` record. */
export function sheetItemFields(
  item: { sheetId: string; documentId: string; position: number; withNotes: boolean },
  selector: Selector,
): NewFieldsOf<'sheet-item'> {
  return {
    sheet_id: item.sheetId,
    document_id: item.documentId,
    position: item.position,
    with_notes: item.withNotes ? 1 : 0,
    ...selectorFields(selector),
  };
}

function selectorFields(selector: Selector): Omit<NewFieldsOf<'target'>, 'annotation_id'> {
  const { paragraphId, part, number, exact, prefix, suffix, start, end, ordinal, blocks } =
    selector;
  return {
    paragraph_id: paragraphId,
    part,
    number,
    exact,
    prefix,
    suffix,
    start,
    end,
    ordinal,
    blocks,
  };
}
