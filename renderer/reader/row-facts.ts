/**
 * What each paragraph's row shows and says beside its text: the bar in the margin, its tags, and
 * the sentence a screen reader adds. Made of plain strings, so that an unchanged row is not drawn again.
 */
import type { HighlightColour } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { byParagraph } from './marks.ts';

export interface RowFacts {
  /** Colour of the bar, 'plain' for a note without one, '' for no bar. */
  readonly bar: HighlightColour | 'plain' | '';
  /** Ids of tags on passages of the paragraph, joined by spaces. */
  readonly tags: string;
  /** Annotations with words of the reader's own. */
  readonly notes: number;
  readonly highlights: number;
}

export const NO_FACTS: RowFacts = { bar: '', tags: '', notes: 0, highlights: 0 };

/** Facts by paragraph id; paragraphs without annotations are left out. */
export function rowFacts(annotations: readonly AnnotationView[]): ReadonlyMap<string, RowFacts> {
  const facts = new Map<string, RowFacts>();
  for (const [id, list] of byParagraph(annotations)) {
    const coloured = list.find(({ colour }) => colour !== null)?.colour;
    const written = list.filter(({ body }) => body !== '').length;
    facts.set(id, {
      bar: coloured ?? (written > 0 ? 'plain' : ''),
      tags: [...new Set(list.flatMap(({ tags }) => tags))].join(' '),
      notes: written,
      highlights: list.filter(({ colour }) => colour !== null).length,
    });
  }
  return facts;
}

/** True when two rows look and sound the same. */
export function sameFacts(a: RowFacts, b: RowFacts): boolean {
  return (
    a.bar === b.bar && a.tags === b.tags && a.notes === b.notes && a.highlights === b.highlights
  );
}
