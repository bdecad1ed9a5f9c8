/**
 * THE table of calls between an interface and the archive: what can be asked, with which input,
 * and what it changes. Nothing crosses the boundary that is not listed here.
 */
import { z } from 'zod';
import { ANNOTATION_KINDS, FOLLOW_UP_STATUSES } from '../core/annotation.ts';
import type { ColourMeaning } from '../core/colour.ts';
import { KINDS } from '../core/document.ts';
import { EXPORT_FORMATS } from '../core/export.ts';
import { SEARCH_ORDERS } from '../core/query.ts';
import { ERASE_CALLS } from './erase-calls.ts';
import { colour, id, ids, noteText, paragraphId, places, shortText, tableRows } from './inputs.ts';
import { command, nothing, query } from './table.ts';
import type { InputOf, OutputOf } from './table.ts';
import { exportScope } from './scope.ts';
import { SHEET_CALLS } from './sheet-calls.ts';
import { TAG_CALLS } from './tag-calls.ts';
import type {
  AnnotationsRead,
  AnnotationView,
  BackupInfo,
  CheckReport,
  CorrectionView,
  DocumentSummary,
  DocumentView,
  ExportCount,
  FolderView,
  KindInDocument,
  FoundInDocument,
  HistoryEntry,
  ImportState,
  LibraryInfo,
  LinkedPlace,
  OcrLanguage,
  OcrState,
  Pasted,
  SearchElsewhere,
  SearchFacets,
  SearchResult,
  Unlocked,
  VersionView,
} from './views.ts';

/** Never stored: it goes to the parser that opens the file, and stays in memory. */
const password = z.string().min(1).max(1_000);
/** Absolute. */
const path = z.string().min(1).max(32_767);
const languageOfReader = z.enum(['fr', 'en']).default('fr');
const date = z.string().regex(/^$|^\d{4}(-\d{2}(-\d{2})?)?$/);
const language = z.string().regex(/^[a-z]{2,3}$/);
/** A day, or '': none. */
const day = z.string().regex(/^$|^\d{4}-\d{2}-\d{2}$/);
/** Languages to recognise, in the engine's codes, joined by '+'. */
const ocrLanguages = z
  .string()
  .max(60)
  .regex(/^[a-z_]{3,12}(\+[a-z_]{3,12})*$/);
const ocrLanguage = z.string().regex(/^[a-z_]{3,12}$/);

/** A field's name: a word or a few, on one line. */
const ownName = z.string().regex(/^\S(.{0,58}\S)?$/u);

/** A few words on one line, or ''. */
const colourWord = z
  .string()
  .max(120)
  .regex(/^[^\r\n]*$/u);

/** '12', '12 bis', '16 (c) (ii)', or '': none. */
const officialNumber = z.string().max(40);
const CORRECTED = ['documents', 'annotations', 'tags', 'corpus', 'history'] as const;

/** What every search is told. */
const searched = {
  query: z.string().max(2_000),
  language: language.optional(),
  /** Thesaurus terms not to be expanded, as the reader typed them; null: expand nothing. */
  unexpanded: z.array(shortText).max(100).nullable().default([]),
  guides: z.enum(['auto', 'yes', 'no']).default('auto'),
};

export const CALLS = {
  'library.info': query<LibraryInfo>()(nothing),
  'library.check': query<CheckReport>()(nothing),
  'library.backup': command<BackupInfo>([])(nothing),
  'library.backups': query<readonly BackupInfo[]>()(nothing),

  'author.name': command<null>(['library', 'annotations', 'history'])(
    z.strictObject({ name: shortText }),
  ),

  'documents.list': query<readonly DocumentSummary[]>()(
    z.strictObject({ bin: z.boolean().default(false) }),
  ),
  'documents.get': query<DocumentView>()(z.strictObject({ id })),
  /** Where a link leads, or null: no document of the library holds its first paragraph. */
  'documents.linked': query<LinkedPlace | null>()(
    z.strictObject({ first: paragraphId, last: paragraphId }),
  ),
  'documents.edit': command<null>(['documents', 'corpus', 'history'])(
    z.strictObject({
      ids,
      fields: z
        .strictObject({
          title: shortText.min(1),
          body: shortText,
          date,
          language,
          kind: z.enum(KINDS),
          symbol: shortText,
        })
        .partial(),
      /** Fields of the reader's own by name; '' takes one away. */
      own: z.record(ownName, shortText).default({}),
    }),
  ),
  'documents.remove': command<null>(['documents', 'library', 'corpus', 'tags', 'history'])(
    z.strictObject({ ids }),
  ),
  'documents.restore': command<null>(['documents', 'library', 'corpus', 'tags', 'history'])(
    z.strictObject({ ids }),
  ),
  /** Gives the password of a document's original, whose text is read where it was missing. */
  'documents.unlock': command<Unlocked>(['documents', 'annotations', 'tags', 'corpus'])(
    z.strictObject({ id, password }),
  ),
  'documents.place': command<null>([])(
    z.strictObject({ id, paragraphId, offset: z.number().min(-100_000).max(100_000) }),
  ),
  'documents.originalPlace': command<null>([])(
    z.strictObject({
      id,
      page: z.int().min(1).max(1_000_000),
      top: z.number().min(0).max(1),
      zoom: z.string().regex(/^(?:page-width|page-fit|\d{1,2}(?:\.\d{1,20})?)$/u),
      rotation: z.int().min(0).max(270).multipleOf(90),
      layout: z.enum(['text', 'beside', 'page']),
    }),
  ),

  'imports.add': command<ImportState>(
    ['documents', 'library', 'corpus', 'imports', 'history'],
    'host',
  )(
    z.strictObject({
      paths: z.array(path).min(1).max(100_000),
      /** Seconds one file may take. */
      timeout: z.number().min(1).max(3_600).default(120),
      jobs: z.int().min(1).max(16).default(1),
      collection: z.enum(['', 'guides']).default(''),
      /** Tried on every locked file; kept in memory while the library is open, written nowhere. */
      password: password.optional(),
    }),
  ),
  'imports.guides': command<ImportState>(['documents', 'library', 'corpus', 'imports', 'history'])(
    nothing,
  ),
  /** Brings one locked file of the latest import in. Faults: `password-wrong`, `not-found` … */
  'imports.unlock': command<Unlocked>(['documents', 'library', 'corpus', 'imports', 'history'])(
    z.strictObject({ locked: id, password }),
  ),
  /** Brings pasted text in as a document. Faults: `no-words`, `limit-exceeded` … */
  'imports.paste': command<Pasted>(['documents', 'library', 'corpus', 'imports', 'history'])(
    z.strictObject({
      /** '': found in the text. */
      title: z.string().trim().max(500),
      /** Of its original, the ending left out: 'collé le 22.11.2026'. */
      name: z.string().trim().min(1).max(100),
      text: z.string().min(1).max(10_000_000),
      /** The same with its headings and paragraphs, where the clipboard had them. */
      html: z.string().min(1).max(20_000_000).optional(),
    }),
  ),
  'imports.state': query<ImportState>()(nothing),
  'imports.pause': command<null>(['imports'])(z.strictObject({ paused: z.boolean() })),
  'imports.cancel': command<null>(['imports'])(nothing),

  'folders.list': query<readonly FolderView[]>()(nothing),
  'folders.add': command<FolderView>(['folders', 'history'], 'host')(z.strictObject({ path })),
  'folders.remove': command<null>(['folders', 'history'])(z.strictObject({ id })),
  /** Looks at one folder, or at all; answers when that is done. */
  'folders.rescan': command<readonly FolderView[]>(['folders'])(
    z.strictObject({ id: id.optional() }),
  ),

  'versions.list': query<readonly VersionView[]>()(z.strictObject({ id })),

  /** Without languages: for each document those of its own language, else French and English. */
  'ocr.start': command<OcrState>(['ocr'])(
    z.strictObject({ ids, languages: ocrLanguages.optional() }),
  ),
  'ocr.pause': command<null>(['ocr'])(z.strictObject({ paused: z.boolean() })),
  'ocr.cancel': command<null>(['ocr'])(nothing),
  'ocr.state': query<OcrState>()(nothing),
  'ocr.languages': query<readonly OcrLanguage[]>()(nothing),
  /** Keeps a copy of a file of language data, on this computer and for all its libraries. */
  'ocr.addLanguage': command<OcrLanguage>(
    ['ocr'],
    'host',
  )(z.strictObject({ path: z.string().min(1).max(32_767) })),
  'ocr.removeLanguage': command<null>(['ocr'])(z.strictObject({ code: ocrLanguage })),

  'search.query': query<SearchResult>()(
    z.strictObject({
      ...searched,
      limit: z.int().min(1).max(1_000).default(50),
      order: z.enum(SEARCH_ORDERS).default('relevance'),
    }),
  ),
  /** What a search finds, counted by what one may narrow it with. */
  'search.facets': query<SearchFacets>()(z.strictObject(searched)),
  /** Titles, the reader's own notes and tags that bear a query's words; a few of each. */
  'search.elsewhere': query<SearchElsewhere>()(z.strictObject({ query: searched.query })),
  /** Words by which to look for paragraphs like this one; none for a paragraph that is not here. */
  'search.like': query<readonly string[]>()(z.strictObject({ documentId: id, paragraphId })),
  'search.document': query<readonly FoundInDocument[]>()(
    z.strictObject({ id, query: z.string().max(2_000) }),
  ),

  'annotations.list': query<readonly AnnotationView[]>()(z.strictObject({ documentId: id })),
  'annotations.orphans': query<readonly AnnotationView[]>()(nothing),
  /** Every follow-up of the library, the next due first; undated ones last. */
  'annotations.followUps': query<readonly KindInDocument[]>()(nothing),
  /** Every bookmark of the library, by document, in the order of its text. */
  'annotations.bookmarks': query<readonly KindInDocument[]>()(nothing),
  'annotations.create': command<AnnotationView>(['annotations', 'documents', 'tags', 'history'])(
    z.strictObject({
      documentId: id,
      places,
      kind: z.enum(ANNOTATION_KINDS),
      colour: colour.nullable().default(null),
      body: noteText.default(''),
      private: z.boolean().default(true),
      tags: z.array(id).max(100).default([]),
      language: language.nullable().default(null),
      status: z.enum(FOLLOW_UP_STATUSES).nullable().default(null),
      due: day.nullable().default(null),
      found: noteText.nullable().default(null),
      /** One editing visit: what is written next in it belongs to the same entry in history. */
      visit: id.optional(),
    }),
  ),
  'annotations.edit': command<null>(['annotations', 'history'])(
    z.strictObject({
      id,
      fields: z
        .strictObject({
          kind: z.enum(ANNOTATION_KINDS),
          colour: colour.nullable(),
          body: noteText,
          private: z.boolean(),
          language,
          status: z.enum(FOLLOW_UP_STATUSES),
          due: day,
          found: noteText,
        })
        .partial(),
      /** One editing visit: saves of the same visit are one entry in history. */
      visit: id.optional(),
    }),
  ),
  /** The same of several, as one step. */
  'annotations.editAll': command<null>(['annotations', 'history'])(
    z.strictObject({
      ids,
      fields: z.strictObject({ colour: colour.nullable(), private: z.boolean() }).partial(),
    }),
  ),
  'annotations.delete': command<null>(['annotations', 'documents', 'tags', 'history'])(
    z.strictObject({ ids }),
  ),
  'annotations.replace': command<null>(['annotations', 'history'])(
    z.strictObject({ id, documentId: id, places }),
  ),

  /** What each highlight colour is called and stands for, all five. */
  'colours.list': query<readonly ColourMeaning[]>()(nothing),
  'colours.edit': command<null>(['colours', 'history'])(
    z.strictObject({
      colour,
      fields: z.strictObject({ name: colourWord, meaning: colourWord }).partial(),
      /** One editing visit: saves of the same visit are one entry in history. */
      visit: id.optional(),
    }),
  ),

  /** Applies W3C Web Annotations; those whose id is there already are left as they are. */
  'annotations.import': command<AnnotationsRead>(
    ['annotations', 'documents', 'tags', 'colours', 'history'],
    'host',
  )(z.strictObject({ path })),

  /** What an export would take along and leave behind. */
  'exports.count': query<ExportCount>()(
    z.strictObject({ scope: exportScope, private: z.boolean().default(false) }),
  ),
  /** Writes notes and tagged passages to a file. */
  'exports.write': query<ExportCount>('host')(
    z.strictObject({
      path,
      format: z.enum(EXPORT_FORMATS),
      scope: exportScope,
      private: z.boolean().default(false),
      language: languageOfReader,
    }),
  ),

  /** Writes a table that the window shows, as it is shown. */
  'exports.table': query<null>('host')(z.strictObject({ path, rows: tableRows })),

  'corrections.list': query<readonly CorrectionView[]>()(z.strictObject({ documentId: id })),
  /** Answers the block that was made or changed. */
  'corrections.apply': command<{ readonly paragraphId: string }>(CORRECTED)(
    z.strictObject({
      documentId: id,
      correction: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('split'), paragraphId, at: z.int().min(1) }),
        z.strictObject({ kind: z.literal('number'), paragraphId, number: officialNumber }),
        z.strictObject({ kind: z.literal('heading'), paragraphId, level: z.int().min(1).max(6) }),
        z.strictObject({
          kind: z.enum(['join', 'paragraph', 'accept', 'drop', 'restore']),
          paragraphId,
        }),
      ]),
    }),
  ),
  'corrections.withdraw': command<null>(CORRECTED)(z.strictObject({ documentId: id, ids })),

  ...SHEET_CALLS,
  ...TAG_CALLS,
  ...ERASE_CALLS,

  'history.list': query<readonly HistoryEntry[]>()(
    z.strictObject({ limit: z.int().min(1).max(1_000).default(100) }),
  ),
  'history.undo': command<null>([
    'documents',
    'library',
    'annotations',
    'tags',
    'corpus',
    'history',
    'folders',
    'sheet',
    'colours',
  ])(
    /** Without an id: the last act. */
    z.strictObject({ operation: id.optional() }),
  ),
  'history.redo': command<null>([
    'documents',
    'library',
    'annotations',
    'tags',
    'corpus',
    'history',
    'folders',
    'sheet',
    'colours',
  ])(nothing),
} as const;

export type Calls = typeof CALLS;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = InputOf<Calls, N>;
export type CallOutput<N extends CallName> = OutputOf<Calls, N>;
