/**
 * What each paragraph's row shows and says beside its text: the bar in the margin, its tags, and
 * the sentence a screen reader adds. Made of plain strings, so that an unchanged row is not drawn again.
 */
import type { AnnotationKind, HighlightColour } from '../../electron/core/annotation.ts';
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
  readonly translations: readonly RowTranslation[];
  readonly bookmarked: boolean;
}

/** A working translation that stands under its paragraph. */
export interface RowTranslation {
  readonly id: string;
  readonly language: string;
  readonly body: string;
}

const NO_TRANSLATIONS: readonly RowTranslation[] = [];

export const NO_FACTS: RowFacts = {
  bar: '',
  tags: '',
  notes: 0,
  highlights: 0,
  translations: NO_TRANSLATIONS,
  bookmarked: false,
};

/** Facts by paragraph id; paragraphs without annotations are left out. */
export function rowFacts(annotations: readonly AnnotationView[]): ReadonlyMap<string, RowFacts> {
  const facts = new Map<string, RowFacts>();
  for (const [id, list] of byParagraph(annotations)) {
    const coloured = list.find(({ colour }) => colour !== null)?.colour;
    const translations = list.flatMap(({ id: own, kind, language, body }) =>
      kind === 'translation' && body !== '' ? [{ id: own, language: language ?? 'und', body }] : [],
    );
    const written = list.filter(({ kind, body }) => hasWords(kind, body)).length;
    facts.set(id, {
      bar: coloured ?? (written > 0 ? 'plain' : ''),
      tags: [...new Set(list.flatMap(({ tags }) => tags))].join(' '),
      notes: written,
      highlights: list.filter(({ colour }) => colour !== null).length,
      translations: translations.length === 0 ? NO_TRANSLATIONS : translations,
      bookmarked: list.some(({ kind }) => kind === 'bookmark'),
    });
  }
  return facts;
}

/** True when two rows look and sound the same. */
export function sameFacts(a: RowFacts, b: RowFacts): boolean {
  return (
    a.bar === b.bar &&
    a.tags === b.tags &&
    a.notes === b.notes &&
    a.highlights === b.highlights &&
    a.bookmarked === b.bookmarked &&
    a.translations.length === b.translations.length &&
    a.translations.every(({ id, language, body }, place) => {
      const other = b.translations[place];
      return other?.id === id && other.language === language && other.body === body;
    })
  );
}

/** A translation stands in the text itself; a follow-up counts before its first word. */
function hasWords(kind: AnnotationKind, body: string): boolean {
  return kind === 'follow-up' || (kind !== 'translation' && body !== '');
}
