/** What a tag is, wherever it is kept, shown or taken out: one list of its fields. */
import type { HighlightColour } from './annotation.ts';

/** What a card of the codebook says in words, in its order; `rule`: queries, one a line, that suggest the tag. */
export const TAG_TEXTS = ['description', 'include', 'exclude', 'example', 'rule', 'memo'] as const;

export interface TagFields extends Readonly<Record<(typeof TAG_TEXTS)[number], string>> {
  readonly name: string;
  /** Its labels in French and in English; '' where it has none but the name. */
  readonly nameFr: string;
  readonly nameEn: string;
  readonly colour: HighlightColour;
  /** The scheme shipped with the product that it belongs to, '' for the reader's own; its code there. */
  readonly scheme: string;
  readonly code: string;
  /** Place among its siblings. */
  readonly position: number;
}
