/** How the passages of a tag are shown: what each choice is, and what holds before one is made. */
import type { TagUnit } from '../../electron/core/tag-count.ts';

export const PASSAGE_SORTS = ['document', 'newest', 'oldest', 'modified', 'tag'] as const;
export type PassageSort = (typeof PASSAGE_SORTS)[number];

/** Paragraphs shown on either side. */
export const PASSAGE_CONTEXTS = ['0', '1', '2', '3', 'section'] as const;
export type PassageContext = (typeof PASSAGE_CONTEXTS)[number];

/** What documents are told apart by; the reader's own fields are `own:` and their name. */
export const FACETS = ['document', 'body', 'year', 'language', 'kind'] as const;
export type Facet = (typeof FACETS)[number] | `own:${string}`;

export interface PassageChoices {
  /** Value wanted of each facet, '' for documents that have none; an absent facet lets all through. */
  readonly filter: Readonly<Partial<Record<Facet, string>>>;
  readonly sort: PassageSort;
  readonly context: PassageContext;
  /** True: what carries the tags below counts too. */
  readonly children: boolean;
  /** Only what stands with this other tag. */
  readonly along: {
    readonly id: string;
    readonly unit: TagUnit;
    readonly children: boolean;
  } | null;
  /** Key of the passage one was at, or null. */
  readonly at: string | null;
}

export const AS_OPENED: PassageChoices = {
  filter: {},
  sort: 'document',
  context: '0',
  children: true,
  along: null,
  at: null,
};
