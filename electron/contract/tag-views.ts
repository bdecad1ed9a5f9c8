/** What the archive answers about tags: the codebook, what carries a tag, what a merge would move. */
import type { Language } from '../core/document.ts';
import type { TagFields } from '../core/tag.ts';

export interface TagView extends Omit<TagFields, 'code' | 'position'> {
  readonly id: string;
  readonly parentId: string | null;
  /** True: kept where it is used, no longer offered. */
  readonly archived: boolean;
  /** Passages that carry this very tag. */
  readonly passages: number;
  /** Passages that carry it or a tag below it, each counted once. */
  readonly passagesWithin: number;
  /** Documents that carry this very tag as a whole. */
  readonly documents: number;
}

/** One paragraph, or part of one, that a passage takes in. */
export interface PassageStretch {
  /** Null: its place is lost; the words are those it had. */
  readonly paragraphId: string | null;
  readonly number: string | null;
  readonly section: readonly string[];
  /** The whole paragraph, and the tagged words of it. */
  readonly text: string;
  readonly exact: string;
  readonly language: Language;
}

/** A paragraph beside a passage. */
export type ContextParagraph = Pick<PassageStretch, 'number' | 'text' | 'language'> & {
  readonly paragraphId: string;
};

/** One tagged passage, or a whole document (`annotationId` null, without stretches). */
export interface TaggedPassage {
  readonly annotationId: string | null;
  readonly documentId: string;
  readonly documentTitle: string;
  /** Which of the tags asked for it carries; never empty. */
  readonly tagIds: readonly string[];
  /** All its tags. */
  readonly tags: readonly string[];
  readonly stretches: readonly PassageStretch[];
  /** The paragraphs around it that were asked for, in the order of the text. */
  readonly before: readonly ContextParagraph[];
  readonly after: readonly ContextParagraph[];
  /** Words of the note that carries the tag, or ''. */
  readonly body: string;
  /** Place in its document's text, for sorting alone; -1 for the whole, Infinity where it is lost. */
  readonly place: number;
  /** UTC milliseconds; 0 for a whole document. */
  readonly modified: number;
}

/** What merging one tag into another would move. */
export interface MergePreview {
  /** Annotations that get the other tag, and those that carry both already. */
  readonly passages: number;
  readonly passagesBoth: number;
  /** The same for whole documents. */
  readonly documents: number;
  readonly documentsBoth: number;
  /** Names of the tags right below it, which will lie below the other. */
  readonly children: readonly string[];
}

/** Tags against columns, counted; what is not there counts nothing. */
export interface CountTable {
  /** Ids of documents or of tags, or the value that a group of documents has in common ('': none). */
  readonly columns: readonly CountColumn[];
  /** One for each tag that is used, in no particular order. */
  readonly rows: readonly CountRow[];
}

export interface CountColumn {
  readonly id: string;
  /** The document's title; '' for every other column. */
  readonly title: string;
  /** What all tags count there, each passage, paragraph or document once. */
  readonly total: number;
}

export interface CountRow {
  readonly tagId: string;
  readonly total: number;
  /** Pairs of a column's place and its count, ascending. */
  readonly cells: readonly (readonly [column: number, count: number])[];
}

/** A tag that a rule of the reader's suggests for a paragraph which does not carry it. */
export interface Suggestion {
  readonly tagId: string;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly paragraphId: string;
  readonly number: string | null;
  readonly text: string;
  readonly language: Language;
}

export interface Suggestions {
  /** In the order of documents and their texts; a few hundred at most. */
  readonly items: readonly Suggestion[];
  /** All there are, and the documents they are in. */
  readonly paragraphs: number;
  readonly documents: number;
  /** Suggestions refused, of the tags asked about. */
  readonly dismissed: number;
}

/** The codebook as it was kept on a day. */
export interface SnapshotView {
  readonly id: string;
  readonly name: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly tags: number;
}

/** What differs between a codebook kept and the one there is now; names in both languages. */
export interface SnapshotChanges {
  readonly added: readonly SnapshotTag[];
  readonly removed: readonly SnapshotTag[];
  readonly renamed: readonly { readonly from: SnapshotTag; readonly to: SnapshotTag }[];
  readonly moved: readonly { readonly from: SnapshotTag; readonly to: SnapshotTag }[];
  /** Those whose meaning, rule, colour or archiving is another. */
  readonly changed: readonly SnapshotTag[];
}

export interface SnapshotTag {
  readonly id: string;
  /** Names from the root down, in French and in English. */
  readonly path: { readonly fr: readonly string[]; readonly en: readonly string[] };
}
