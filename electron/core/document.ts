/**
 * The document tree: what a parser hands out, whatever the format was. It knows the shape of a
 * block and of a draft; how bytes become blocks belongs to `ingest`, where ids come from to `search`.
 */

import type { HighlightColour } from './annotation.ts';
import type { Masthead } from './masthead.ts';

/** Formats an original can have. Recognised by content, never by name alone. */
export const FORMATS = [
  'pdf',
  'html',
  'mhtml',
  'docx',
  'odt',
  'rtf',
  'epub',
  'pptx',
  'odp',
  'eml',
  'txt',
  'md',
  'passages',
  'jpeg',
  'png',
  'tiff',
  // An archive of files: its draft has these and no text, so that it never becomes a document.
  'zip',
] as const;
export type Format = (typeof FORMATS)[number];

/** Kinds of document; the interface owns their names in each language. */
export const KINDS = [
  'joint-statement',
  'adopted-text',
  'national-statement',
  'explanation-of-position',
  'briefing-note',
  'position-paper',
  'guidelines',
  'handbook',
  'report',
  'voluntary-review',
  'shadow-report',
  'terms-of-reference',
  'press-release',
  'presentation',
  'web-page',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** Primary BCP 47 subtag ('fr', 'en', 'ar', 'zh' …); 'und' where nothing tells the language. */
export type Language = string;

/**
 * What a block is.
 * - `heading`: opens a section; `level` 1 to 6 (the document's title is none: it is metadata).
 * - `paragraph`, `list-item`, `quote`, `table-row`: the paragraphs people read, note and tag.
 * - `footnote`: set apart at the foot, linked by its mark.
 * - `furniture`: running headers and footers, page numbers, the title block, navigation clutter.
 */
export const BLOCK_KINDS = [
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'table-row',
  'footnote',
  'furniture',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** True for the blocks that count as paragraphs: addressable, searchable, annotatable. */
export function isParagraph(kind: BlockKind): boolean {
  return kind !== 'heading' && kind !== 'footnote' && kind !== 'furniture';
}

/** The mark of a footnote, lifted out of a block's text. */
export interface Call<Target> {
  /** Where it stood: an offset into the canonical text. */
  readonly at: number;
  /** As printed, without brackets: '1', '*'. */
  readonly mark: string;
  /** The block that it points at. */
  readonly note: Target;
}

/** One block of a draft, in reading order. */
export interface DraftBlock {
  readonly kind: BlockKind;
  /** Heading level 1 to 6, or nesting depth of a list item (0 = outermost); absent elsewhere. */
  readonly level?: number;
  /** Canonical text: NFC, single spaces, no line-end hyphens, no number, no list marker. */
  readonly text: string;
  /** The text as the file had it, where it differs from `text`. */
  readonly raw?: string;
  /** Official number, language-neutral ('12', '12 bis', '16 (c)'), or null. */
  readonly number: string | null;
  /** Number or list marker as printed ('12.', 'a)', '•'), or null. */
  readonly marker: string | null;
  /** 'body', or 'annex', 'annex II' … : a part restarts the numbering. */
  readonly part: string;
  /** One-based page on which the block starts, or null where the format has no pages. */
  readonly page: number | null;
  /** Language of this block, or null: then it inherits the document's. */
  readonly language: Language | null;
  /** Its footnotes, by their places; `note` counts the draft's blocks from 0. Absent for none. */
  readonly calls?: readonly Call<number>[];
}

/**
 * What may be wrong in an extracted text: a number `gap` or a number out of `order`, a paragraph that
 * begins `mid-sentence` or was joined over a page's end on weak evidence (`page-join`), lines of which
 * several have wide gaps (`columns`), text that looks `broken`, a word `repaired`, unsure recognition
 * (`ocr`).
 */
export type DoubtKind =
  'gap' | 'order' | 'mid-sentence' | 'page-join' | 'columns' | 'broken' | 'repaired' | 'ocr';

/** Doubts that only the reader of pages can have; the others show in the text. */
export const SEEN_DOUBTS = ['page-join', 'columns'] as const satisfies readonly DoubtKind[];
export type SeenDoubt = (typeof SEEN_DOUBTS)[number];

/** What the extraction saw: kept with the document so that it can be judged. */
export interface ExtractionReport {
  /** Official numbers found, in order. */
  readonly numbers: number;
  /** Numbers skipped in a run that should be consecutive, such as '13' between 12 and 14. */
  readonly gaps: readonly string[];
  /** Words mended (line-end hyphens joined, broken words repaired). */
  readonly repairedWords: number;
  /** Text source: born digital, or optical character recognition. */
  readonly source: 'digital' | 'ocr';
  /** Mean confidence of recognition, 0 to 100; absent where the text is the file's own. */
  readonly confidence?: number;
  /** Words that recognition was not sure of; absent where the text is the file's own. */
  readonly doubtfulWords?: number;
  /** Blocks, as extracted, that the reader of pages was not sure of; absent for none. */
  readonly doubts?: readonly { readonly kind: SeenDoubt; readonly blockId: string }[];
}

/** A file inside another: an entry of an archive, an attachment of a mail. */
export interface ContainedFile {
  /** Label for people and hint for the format, with the folders above it; never a path. */
  readonly name: string;
  /** Null where the name promises no document: told, but not read. */
  readonly bytes: Uint8Array | null;
}

/** A note that someone left in the file with another program. */
export interface FileNote {
  readonly kind: 'highlight' | 'note';
  readonly colour: HighlightColour | null;
  /** What was written; '' for a bare highlight. */
  readonly body: string;
  /** Author as the file names them, or ''. */
  readonly author: string;
  /** UTC milliseconds when it was made, or null. */
  readonly at: number | null;
  /** Stretches of the draft's blocks, by their place in the draft; at least one, in text order. */
  readonly places: readonly {
    readonly block: number;
    readonly start: number;
    /** Exclusive. */
    readonly end: number;
  }[];
}

/** What a parser makes of one original. */
export interface DocumentDraft {
  readonly format: Format;
  /** Best title found, canonical; null where none was found (the file's name serves then). */
  readonly title: string | null;
  readonly language: Language;
  /** Number of pages, or null where the format has none. */
  readonly pages: number | null;
  readonly metadata: DraftMetadata;
  readonly blocks: readonly DraftBlock[];
  readonly report: ExtractionReport;
  /** Blocks, counted from 0, that the reader of pages was not sure of; absent for none. */
  readonly doubts?: readonly { readonly kind: SeenDoubt; readonly block: number }[];
  /** Name and version of the extractor: a newer one makes the draft stale. */
  readonly extractor: string;
  /** Files found inside, each an original of its own; absent where the format has none. */
  readonly files?: readonly ContainedFile[];
  /** Notes found in the file; absent for none. */
  readonly notes?: readonly FileNote[];
}

/** Metadata read from the file itself; every field may be null and every one can be edited. */
export interface DraftMetadata {
  readonly symbol: string | null;
  /** Document's own date: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string | null;
  readonly kind: Kind | null;
  /** Issuing body's acronym in English ('OHCHR'), or null. */
  readonly body: string | null;
  /** What the masthead of a United Nations document says; absent for any other. */
  readonly masthead?: Masthead;
}

/** A block as the archive keeps it: with its stable id and its place in the outline. */
export interface Block extends Omit<DraftBlock, 'calls'> {
  /** Stable id: 16 letters of base32 (80 bits), derivable again from original and text. */
  readonly id: string;
  /** Zero-based place in the document. */
  readonly ordinal: number;
  /** Headings above this block, outermost first; empty before the first heading. */
  readonly section: readonly string[];
  /** Never null here: the block's own language or the document's. */
  readonly language: Language;
  /** Ids its words had before they were corrected by hand; absent where they had no other. */
  readonly was?: readonly string[];
  /** Its footnotes, by their places; `note` is a block's id, as extracted. Absent for none. */
  readonly calls?: readonly Call<string>[];
}
