/**
 * What the archive answers: the shapes every interface (window, command line, tests) sees. Types
 * only; no field holds a path unless it says so.
 */
import type { AnnotationKind, Anchor, HighlightColour, KindFields } from '../core/annotation.ts';
import type { CorrectionKind } from '../core/correction/index.ts';
import type { Block, ExtractionReport, Format, Kind, Language } from '../core/document.ts';
import type { Fault } from '../core/fault.ts';
import type { HistoryState } from '../core/operation.ts';
import type { Sheet, SheetEntry, SheetLanguages } from '../core/sheet.ts';

export type { TaggedPassage, TagView } from './tag-views.ts';

export interface LibraryInfo {
  readonly libraryId: string;
  /** Folder's name, for the title and the status line. */
  readonly name: string;
  /** Absolute path of the library's folder, for showing only. */
  readonly path: string;
  /** Why nothing can be changed, or null: the library is writable. */
  readonly readOnly: 'library-busy' | 'library-newer' | 'library-damaged' | null;
  /** Documents of the reader's own, guides left out. */
  readonly documents: number;
  readonly guides: number;
  /** Reader's name on notes; '' until given. */
  readonly author: string;
  readonly history: HistoryState;
  /** True while an acknowledged change waits for its journal line. */
  readonly journalPending: boolean;
  /** True while the corpus is being derived again. */
  readonly deriving: boolean;
}

export interface DocumentSummary {
  readonly id: string;
  readonly title: string;
  readonly originalName: string;
  readonly format: Format;
  readonly language: Language;
  readonly kind: Kind;
  /** Issuing body's acronym ('OHCHR'), or '' when unknown. */
  readonly body: string;
  /** YYYY, YYYY-MM, YYYY-MM-DD, or ''. */
  readonly date: string;
  readonly symbol: string;
  /** 'guides' for the product's own texts, '' for the reader's documents. */
  readonly collection: string;
  readonly pages: number | null;
  readonly paragraphs: number;
  /** Annotations on this document and its copies. */
  readonly notes: number;
  readonly tags: readonly string[];
  /** Fields of the reader's own by name: country, theme. */
  readonly own: Readonly<Record<string, string>>;
  /** Ids of the documents that hold the same text in the same language. */
  readonly copies: readonly string[];
  /** UTC milliseconds. */
  readonly addedAt: number;
  /** UTC milliseconds since when it lies in the bin, or null. */
  readonly removedAt: number | null;
  /** Why it has no paragraphs yet, or null. */
  readonly fault: Fault | null;
  /** Where its text comes from: the file itself, or recognition of its pictures. */
  readonly source: 'digital' | 'ocr';
  /** Mean confidence of recognition, 0 to 100; null where the text is the file's own. */
  readonly confidence: number | null;
  /** Places of its text that ask for a look, see `core/doubts.ts`. */
  readonly doubts: number;
  /** True where every file it came from is gone from the folders that are followed. */
  readonly fileMissing: boolean;
}

/** One version of a text, newest first in its list. */
export interface VersionView {
  readonly id: string;
  readonly title: string;
  readonly originalName: string;
  /** UTC milliseconds. */
  readonly addedAt: number;
  /** True for the one in the list of documents. */
  readonly current: boolean;
}

/** What became of the notes when a new version took the place of the old one. */
export interface VersionReport {
  /** The operation that can be undone, see `history.undo`. */
  readonly operationId: string;
  readonly kept: number;
  readonly moved: number;
  readonly orphaned: number;
}

/** A folder that the library follows. */
export interface FolderView {
  readonly id: string;
  /** Folder's own name. */
  readonly name: string;
  /** Absolute path, for showing only. */
  readonly path: string;
  /** UTC milliseconds of the last look, or null before the first. */
  readonly lookedAt: number | null;
  /** True while it is being looked at. */
  readonly looking: boolean;
  /** Files in it that are in the library. */
  readonly files: number;
  /** What the last look found. */
  readonly found: FolderFound;
  /** Why it could not be looked at, or null. */
  readonly fault: Fault | null;
}

/** Files by what became of them at one look; `failed` counts all that can't be read now. */
export interface FolderFound {
  readonly added: number;
  readonly replaced: number;
  readonly moved: number;
  readonly missing: number;
  readonly failed: number;
}

export interface DocumentView {
  readonly summary: DocumentSummary;
  readonly blocks: readonly Block[];
  readonly report: ExtractionReport | null;
  /** Where the reader left off, or null. */
  readonly place: ReadingPlace | null;
  /** Where the reader left off in the pages of the original, or null. */
  readonly originalPlace: OriginalPlace | null;
  /** SHA-256 of the original, hex: its address under the app's own protocol. */
  readonly originalHash: string;
}

/** What a link to a paragraph or a range leads to, by the ids that its words have now. */
export interface LinkedPlace {
  readonly documentId: string;
  readonly title: string;
  /** True: the document is in the bin. */
  readonly removed: boolean;
  readonly first: string;
  /** The first one again where the range's end is not in the same document. */
  readonly last: string;
}

export interface ReadingPlace {
  readonly paragraphId: string;
  /** Pixels between the paragraph's top and the top of the page view; may be negative. */
  readonly offset: number;
}

export interface OriginalPlace {
  /** One-based. */
  readonly page: number;
  /** Share of that page's height at the top of the view, 0 to 1. */
  readonly top: number;
  /** 'page-width', 'page-fit', or a factor of the printed size as a number. */
  readonly zoom: string;
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** What was shown: the pages beside the text, the pages alone, or the text alone. */
  readonly layout: 'text' | 'beside' | 'page';
}

export interface TargetView {
  readonly paragraphId: string;
  readonly number: string | null;
  readonly exact: string;
  /** Resolved against the document asked for. */
  readonly anchor: Anchor;
}

export interface AnnotationView extends KindFields {
  readonly id: string;
  /** Document it was made on: a copy's notes show on every copy. */
  readonly documentId: string;
  readonly kind: AnnotationKind;
  readonly colour: HighlightColour | null;
  /** Markdown; '' for a bare highlight. */
  readonly body: string;
  readonly private: boolean;
  readonly author: string;
  /** Author in the file that it came with, '' where it names none; null: made here. */
  readonly fileAuthor: string | null;
  readonly created: number;
  readonly modified: number;
  /** Tag ids. */
  readonly tags: readonly string[];
  readonly targets: readonly TargetView[];
  /** Worst state of the targets. */
  readonly state: Anchor['state'];
}

/** A follow-up or a bookmark in the list over the whole library. */
export interface KindInDocument {
  readonly note: AnnotationView;
  readonly documentTitle: string;
  readonly documentLanguage: Language;
}

/** What an export takes along and leaves behind. */
export interface ExportCount {
  /** Notes and tagged passages meant, private ones included. */
  readonly notes: number;
  /** Private ones among them. */
  readonly private: number;
  /** Notes that go out. */
  readonly out: number;
  /** Tags on whole documents that go out. */
  readonly wholes: number;
  /** Documents that what goes out stands in. */
  readonly documents: number;
}

/** What became of a file of annotations. */
export interface AnnotationsRead {
  readonly added: number;
  /** There already, by their ids. */
  readonly unchanged: number;
  /** Those that found no place: no such document here, or words that stand nowhere in it. */
  readonly failed: readonly {
    readonly id: string;
    readonly why: 'document-missing' | 'words-missing' | 'unreadable';
    /** Title or address of the document meant, or ''. */
    readonly document: string;
  }[];
  /** The operation that can be undone, or null: nothing was added. */
  readonly operationId: string | null;
}

/** A paragraph of the basket as it stands on the sheet. */
export interface SheetItemView extends SheetEntry {
  readonly id: string;
  readonly documentId: string;
  readonly documentTitle: string;
  /** True: its place is lost; the words are those it had when it was picked. */
  readonly isLost: boolean;
  /** Languages asked for in which the text is not in the library. */
  readonly missing: readonly Language[];
  readonly withNotes: boolean;
  /** Notes and highlights on the paragraph, and private ones that are not printed though asked for. */
  readonly notesThere: number;
  readonly notesLeft: number;
}

/** One of the library's sheets. */
export interface SheetSummary {
  readonly id: string;
  readonly title: string;
  /** Paragraphs on it. */
  readonly paragraphs: number;
  /** True for the one that paragraphs are put on. */
  readonly current: boolean;
}

export interface SheetView extends Sheet {
  /** Null before the first paragraph was picked. */
  readonly id: string | null;
  readonly languages: SheetLanguages;
  /** True: private notes are printed too. */
  readonly privateNotes: boolean;
  readonly entries: readonly SheetItemView[];
}

/** One hand correction of a document. */
export interface CorrectionView {
  readonly id: string;
  readonly kind: CorrectionKind;
  /** New number or level, or ''. */
  readonly value: string;
  /** Number of the block it was made on, or null, and its words. */
  readonly number: string | null;
  readonly exact: string;
  /** Block it made or changed, or null: it no longer applies to the text as it is read now. */
  readonly paragraphId: string | null;
}

export interface SearchHit {
  readonly documentId: string;
  readonly title: string;
  /** The document's: YYYY, YYYY-MM, YYYY-MM-DD or ''. */
  readonly date: string;
  readonly collection: string;
  readonly paragraphId: string;
  readonly number: string | null;
  readonly section: readonly string[];
  /** Symbol of the document or '', part of it, and the paragraph's first words: for references. */
  readonly symbol: string;
  readonly part: string;
  readonly opening: string;
  readonly page: number | null;
  readonly language: Language;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  readonly snippet: Snippet;
  /** The other documents that hold this very paragraph. */
  readonly copies: readonly { readonly documentId: string; readonly title: string }[];
  /** Ids of tags on the paragraph. */
  readonly tags: readonly string[];
  /** Annotations on the paragraph. */
  readonly notes: number;
  /** Whose words were found: the paragraph's, or the reader's own working translation of it. */
  readonly source: 'text' | 'translation';
}

/** A stretch of the paragraph with the matched words marked; '…' where it was cut. */
export interface Snippet {
  readonly text: string;
  /** Pairs of start and end (exclusive) into `text`, ascending, not overlapping. */
  readonly marks: readonly (readonly [number, number])[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Matching paragraphs, copies counted once; a lower bound when `capped`. */
  readonly total: number;
  readonly capped: boolean;
  /** Expansions made: 'HCDH' also finds 'OHCHR' … Each can be switched off. */
  readonly expansions: readonly { readonly from: string; readonly to: readonly string[] }[];
  /** A spelling that would find more, or null. */
  readonly suggestion: string | null;
  /** Milliseconds spent in the service. */
  readonly ms: number;
}

/** One value by which a search can be narrowed, and how many of the paragraphs found have it. */
export interface Facet {
  /** A code, a name, a year or an id. */
  readonly value: string;
  /** Paragraphs. */
  readonly count: number;
}

/** The paragraphs a search finds, by what they have in common; each list the most frequent first. */
export interface SearchFacets {
  readonly kinds: readonly Facet[];
  /** By the issuing body's name as it stands in the documents. */
  readonly bodies: readonly Facet[];
  /** The newest first. */
  readonly years: readonly Facet[];
  readonly languages: readonly Facet[];
  /** By tag id. */
  readonly tags: readonly Facet[];
  /** By document id. */
  readonly documents: readonly Facet[];
  /** Paragraphs with a note, a mark or a tag of the reader's. */
  readonly noted: number;
  /** True: only the first ones of very many were counted. */
  readonly capped: boolean;
}

/** What else bears a query's words; best first. */
export interface SearchElsewhere {
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly notes: readonly {
    readonly annotationId: string;
    readonly documentId: string;
    readonly documentTitle: string;
    readonly paragraphId: string;
    readonly kind: AnnotationKind;
    readonly snippet: Snippet;
  }[];
  /** Tag ids. */
  readonly tags: readonly string[];
}

export interface FoundInDocument {
  readonly paragraphId: string;
  readonly marks: readonly (readonly [number, number])[];
}

export type ImportStatus = 'added' | 'unchanged' | 'replaced' | 'skipped' | 'failed';

export interface ImportItem {
  /** File's name; the command line alone also learns the path. */
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  readonly status: ImportStatus;
  readonly documentId: string | null;
  readonly previousDocumentId: string | null;
  readonly format: Format | null;
  readonly language: Language | null;
  readonly pages: number | null;
  readonly paragraphs: number;
  /** Wall time in milliseconds. */
  readonly ms: number;
  readonly fault: Fault | null;
  /** Title of a document that holds the same text, or null. */
  readonly copyOf: string | null;
  /** Name of the saved page that a skipped file is part of; absent for every other file. */
  readonly partOf?: string;
  /** What became of the notes where the file replaced an earlier version, else null. */
  readonly version: VersionReport | null;
  /** Notes taken over from the file itself. */
  readonly fileNotes: number;
  /** Names it in `imports.unlock` where its file needs a password to come in, else null. */
  readonly locked: string | null;
}

/** What a password opened. */
export interface Unlocked {
  /** Null where the file was opened, but could not be imported for another reason. */
  readonly documentId: string | null;
  /** SHA-256 of the original, hex. */
  readonly originalHash: string;
}

/** What became of a pasted text. */
export interface Pasted {
  readonly documentId: string;
  /** False where the same text was there already. */
  readonly isNew: boolean;
}

export interface ImportState {
  readonly running: boolean;
  readonly paused: boolean;
  /** Files to do in this run; grows while folders are still being read. */
  readonly total: number;
  readonly done: number;
  /** Files a minute since the run began, pauses left out; 0 until that can be told. */
  readonly rate: number;
  /** How many results there are of each kind; more than `items` where these are only the latest. */
  readonly counts: Readonly<Record<ImportStatus, number>>;
  /** Results of this run or, when idle, of the last one. */
  readonly items: readonly ImportItem[];
  /** File being read now, or ''. */
  readonly current: string;
}

/** Recognition of scans in the background. */
export interface OcrState {
  readonly running: boolean;
  readonly paused: boolean;
  /** Documents of this run, and how many of them are done. */
  readonly total: number;
  readonly done: number;
  /** Document being read; `page` 0 until its first page is known. */
  readonly current: {
    readonly documentId: string;
    readonly title: string;
    readonly page: number;
    readonly pages: number;
  } | null;
  /** Documents of this run or, when idle, of the last one that could not be read. */
  readonly failed: readonly { readonly documentId: string; readonly fault: Fault }[];
}

/** A language that recognition can read. */
export interface OcrLanguage {
  /** The engine's code: 'fra', 'ara', 'chi_sim'. */
  readonly code: string;
  /** Size of its data as kept, in bytes. */
  readonly bytes: number;
  /** True: added by the reader; false: comes with the product. */
  readonly added: boolean;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly problems: readonly { readonly part: string; readonly detail: string }[];
  readonly documents: number;
  readonly operations: number;
  readonly originals: number;
}

export interface BackupInfo {
  readonly name: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

export interface HistoryEntry {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly at: number;
  readonly author: string;
}
