/**
 * What a sheet shows of one paragraph picked: its text in one or two languages, each with its own
 * reference, and the notes wanted with it. Every form of the sheet is made from this alone.
 */
import type { AnnotationKind, HighlightColour } from './annotation.ts';

/** In which languages paragraphs stand on the sheet: as picked, or in these where they exist. */
export const SHEET_LANGUAGES = ['own', 'fr', 'en', 'both'] as const;
export type SheetLanguages = (typeof SHEET_LANGUAGES)[number];

export const SHEET_FORMATS = ['docx', 'html'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export interface SheetText {
  readonly documentId: string;
  /** Null: its place is lost, and the words are those picked. */
  readonly paragraphId: string | null;
  readonly language: string;
  /** Number as printed before the text, in its own style: '54.', « 16 c) », or ''. */
  readonly number: string;
  readonly text: string;
  readonly reference: string;
  /** Highlighted stretches of `text`, in order, not overlapping. */
  readonly marks: readonly {
    readonly start: number;
    readonly end: number;
    readonly colour: HighlightColour;
  }[];
}

export interface SheetNote {
  readonly id: string;
  readonly kind: AnnotationKind;
  /** Markdown; never empty. */
  readonly body: string;
  readonly author: string;
  readonly private: boolean;
}

export interface SheetEntry {
  readonly texts: readonly SheetText[];
  readonly notes: readonly SheetNote[];
}

/** A sheet ready to be shown, printed or written. */
export interface Sheet {
  readonly title: string;
  readonly intro: string;
  readonly entries: readonly SheetEntry[];
}

/** Marks in order, each beginning where the one before has ended. */
export function apartMarks(marks: SheetText['marks']): SheetText['marks'] {
  const sorted = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return sorted.flatMap(({ start, end, colour }) => {
    const from = Math.max(start, reached);
    if (end <= from) return [];
    reached = end;
    return [{ start: from, end, colour }];
  });
}
