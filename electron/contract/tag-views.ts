/** What the archive answers about tags: the codebook, what carries a tag, what a merge would move. */
import type { HighlightColour } from '../core/annotation.ts';
import type { Language } from '../core/document.ts';

export interface TagView {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** Its labels in French and in English; '' where it has none but the name. */
  readonly nameFr: string;
  readonly nameEn: string;
  /** One of the highlight colours. */
  readonly colour: HighlightColour;
  readonly description: string;
  /** Which passages belong under it, which do not, and one that does. */
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
  readonly memo: string;
  /** True: kept where it is used, no longer offered. */
  readonly archived: boolean;
  /** The scheme shipped with the product that it belongs to; '' for the reader's own. */
  readonly scheme: string;
  /** Passages that carry this very tag. */
  readonly passages: number;
  /** Documents that carry this very tag as a whole. */
  readonly documents: number;
}

/** One tagged passage, or a whole document (`annotationId` null). */
export interface TaggedPassage {
  readonly annotationId: string | null;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly tagId: string;
  readonly paragraphId: string | null;
  readonly number: string | null;
  readonly section: readonly string[];
  readonly text: string;
  readonly exact: string;
  readonly body: string;
  readonly language: Language;
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
