/**
 * Annotations and their selectors: the stored description of a place. Anchors (selectors resolved
 * now) are never stored with the truth; they are worked out by `anchor` and cached in the corpus.
 */

export const ANNOTATION_KINDS = [
  'highlight',
  'note',
  'question',
  'tagging',
  'translation',
  'follow-up',
  'bookmark',
] as const;
/**
 * `tagging`: a passage that only carries tags, with no colour and no words of one's own.
 * `translation`: the reader's own, unofficial words for a paragraph in another language.
 * `follow-up`: something to verify; its body is what was checked.
 * `bookmark`: a paragraph to come back to, with no colour and no words.
 */
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** To be checked, being checked, kept, not kept, given up. */
export const FOLLOW_UP_STATUSES = ['open', 'in-progress', 'done', 'not-done', 'abandoned'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** What only some kinds of annotation have; null on all others. */
export interface KindFields {
  /** Of a working translation: its language. */
  readonly language: string | null;
  /** Of a follow-up. */
  readonly status: FollowUpStatus | null;
  /** Of a follow-up: YYYY-MM-DD, or '' where none is set. */
  readonly due: string | null;
  /** Of a follow-up: what was found, Markdown. */
  readonly found: string | null;
}

export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'rose', 'violet'] as const;
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/**
 * One stretch of one paragraph, described so that it can be found again in an edited text.
 * Offsets are UTF-16 code units into canonical text. The names of the quote's fields are those of
 * the W3C Web Annotation Data Model (TextQuoteSelector, TextPositionSelector).
 */
export interface Selector {
  readonly paragraphId: string;
  readonly part: string;
  /** Official number of the paragraph, or null. */
  readonly number: string | null;
  /** The quoted words, exactly. Never empty. */
  readonly exact: string;
  /** Up to 32 code units before the quote, within the paragraph or (at its start) before it. */
  readonly prefix: string;
  /** Up to 32 code units after the quote. */
  readonly suffix: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Zero-based place of the paragraph in its document when described. */
  readonly ordinal: number;
  /** Number of blocks in the document when described: turns `ordinal` into a relative place. */
  readonly blocks: number;
}

/** A place asked for by the reader: one stretch per paragraph touched, in text order. */
export interface Place {
  readonly paragraphId: string;
  readonly start: number;
  /** Exclusive; at most the length of the paragraph's canonical text. */
  readonly end: number;
}

/** Where a selector stands now. */
export type Anchor =
  | {
      readonly state: 'exact' | 'moved';
      readonly place: Place;
      /** The rest of a quote whose paragraph was cut in two or more, in text order. */
      readonly also?: readonly Place[];
      readonly score: number;
    }
  | { readonly state: 'orphaned'; readonly candidates: readonly Candidate[] };

/** A place considered and not taken: below the threshold, or too close to another. */
export interface Candidate {
  readonly place: Place;
  /** 0 to 1. */
  readonly score: number;
}
