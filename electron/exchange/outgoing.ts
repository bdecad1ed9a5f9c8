/**
 * What leaves a library when notes are exported: the shape every format is written from. It knows
 * nothing of where the notes were kept, and each format decides alone how it looks.
 */
import type { AnnotationKind, HighlightColour, KindFields, Selector } from '../core/annotation.ts';
import { colourWords } from '../core/colour.ts';
import type { ColourMeaning } from '../core/colour.ts';
import type { ReferenceLanguage } from '../core/reference-numbers.ts';
import type { TagFields } from '../core/tag.ts';
import { labelsOf } from './labels.ts';

export interface OutgoingDocument {
  readonly id: string;
  /** SHA-256 of the original, hex. */
  readonly hash: string;
  readonly title: string;
  readonly symbol: string;
  /** YYYY, YYYY-MM, YYYY-MM-DD, or ''. */
  readonly date: string;
  readonly language: string;
  readonly body: string;
}

export interface OutgoingTag extends TagFields {
  readonly id: string;
  readonly parentId: string | null;
  /** True: kept where it is used, no longer offered. */
  readonly archived: boolean;
}

/** One quoted stretch of one paragraph. */
export interface OutgoingQuote {
  readonly selector: Selector;
  /** Text of its paragraph where the selector holds exactly, or null. */
  readonly paragraph: string | null;
  readonly section: readonly string[];
  readonly page: number | null;
}

export interface OutgoingNote extends KindFields {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: HighlightColour | null;
  /** Markdown; '' for a bare highlight. */
  readonly body: string;
  readonly private: boolean;
  readonly author: { readonly id: string; readonly name: string };
  /** Author in the file that the note came with, '' where it names none; null: made here. */
  readonly fileAuthor: string | null;
  /** UTC milliseconds. */
  readonly created: number;
  readonly modified: number;
  /** Tag ids. */
  readonly tags: readonly string[];
  readonly document: OutgoingDocument;
  readonly quotes: readonly OutgoingQuote[];
  /** Ready to paste, in the export's language. */
  readonly reference: string;
}

/** A tag on a document as a whole. */
export interface OutgoingWhole {
  /** Id of the link between the two. */
  readonly id: string;
  readonly document: OutgoingDocument;
  readonly tagId: string;
}

export interface Outgoing {
  readonly language: ReferenceLanguage;
  /** By document, in the order of each text. */
  readonly notes: readonly OutgoingNote[];
  readonly wholes: readonly OutgoingWhole[];
  /** Every tag used and those above it. */
  readonly tags: ReadonlyMap<string, OutgoingTag>;
  /** What the reader calls colours and what they stand for; those without either are absent. */
  readonly colours: ReadonlyMap<HighlightColour, ColourMeaning>;
  /** How many private notes stay behind. */
  readonly withheld: number;
  /** UTC milliseconds of the export. */
  readonly at: number;
}

/** Between the levels of a tag's path. */
const BELOW = ' › ';

/** A tag's full path in the export's language. */
export function pathOf(
  { tags, language }: Pick<Outgoing, 'tags' | 'language'>,
  id: string,
): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let tag = tags.get(id); tag !== undefined && !seen.has(tag.id);) {
    seen.add(tag.id);
    const own = language === 'fr' ? tag.nameFr : tag.nameEn;
    names.unshift(own === '' ? tag.name : own);
    tag = tag.parentId === null ? undefined : tags.get(tag.parentId);
  }
  return names.join(BELOW);
}

/** Who wrote it, as told to readers: in the file it came with, else here. */
export function authorOf({ fileAuthor, author }: OutgoingNote): string {
  return fileAuthor ?? author.name;
}

/** A note's colour with what it stands for, '' without one. */
export function colourOf(
  { colours, language }: Pick<Outgoing, 'colours' | 'language'>,
  { colour }: Pick<OutgoingNote, 'colour'>,
): string {
  if (colour === null) return '';
  return colourWords(colours.get(colour), labelsOf(language).colours[colour]);
}

/** The quoted words of a note, its stretches joined. */
export function quotedWords({ quotes }: Pick<OutgoingNote, 'quotes'>): string {
  return quotes.map(({ selector }) => selector.exact).join(' […] ');
}

/** Minutes in UTC, as spreadsheets and people read them: 2026-11-22 20:31. */
export function moment(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** Notes grouped by document, in the order given. */
export function byDocument(
  notes: readonly OutgoingNote[],
): { readonly document: OutgoingDocument; readonly notes: readonly OutgoingNote[] }[] {
  const groups = new Map<string, { document: OutgoingDocument; notes: OutgoingNote[] }>();
  for (const note of notes) {
    const group = groups.get(note.document.id);
    if (group === undefined)
      groups.set(note.document.id, { document: note.document, notes: [note] });
    else group.notes.push(note);
  }
  return [...groups.values()];
}
