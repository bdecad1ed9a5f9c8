/**
 * Where the reader is: the paragraph in focus and the place kept per document, the note that is
 * pointed at, and the place another panel asks for. View state alone, shared by text, outline,
 * notes and original.
 */
import { create } from 'zustand';
import type { OriginalPlace, ReadingPlace } from '../../electron/contract/views.ts';

/** A paragraph or heading to be shown; taken away once it is. */
export interface Goal {
  readonly documentId: string;
  readonly blockId: string;
  /** False: scrolled into view, while focus stays where it is. */
  readonly takeFocus: boolean;
}

interface ReadingState {
  /** Id of the paragraph in focus, by document. */
  readonly current: Readonly<Record<string, string>>;
  /** Newer than what `documents.get` told when the document was opened. */
  readonly places: Readonly<Record<string, ReadingPlace>>;
  /** The same for the pages of originals. */
  readonly originals: Readonly<Record<string, OriginalPlace>>;
  readonly goal: Goal | null;
  /** Id of the annotation pointed at in text and panel, or null. */
  readonly activeNote: string | null;
  /** Id of the annotation the panel is to bring into view; `at` differs on each asking. */
  readonly noteGoal: { readonly id: string; readonly at: number } | null;
  /** Id of the annotation open for writing, or null. */
  readonly editing: string | null;
}

export const useReading = create<ReadingState>(() => ({
  current: {},
  places: {},
  originals: {},
  goal: null,
  activeNote: null,
  noteGoal: null,
  editing: null,
}));

let asked = 0;

/** Remembers the paragraph in focus. */
export function setCurrent(documentId: string, paragraphId: string): void {
  if (useReading.getState().current[documentId] === paragraphId) return;
  useReading.setState(({ current }) => ({ current: { ...current, [documentId]: paragraphId } }));
}

/** Remembers how far the reader has scrolled. */
export function setPlace(documentId: string, place: ReadingPlace): void {
  useReading.setState(({ places }) => ({ places: { ...places, [documentId]: place } }));
}

/** Remembers where the reader is in the pages of an original. */
export function setOriginalPlace(documentId: string, place: OriginalPlace): void {
  useReading.setState(({ originals }) => ({ originals: { ...originals, [documentId]: place } }));
}

/** Asks the text to show a paragraph or heading of the document that is open. */
export function goTo(
  documentId: string,
  blockId: string,
  { takeFocus = true }: { readonly takeFocus?: boolean } = {},
): void {
  useReading.setState({ goal: { documentId, blockId, takeFocus } });
}

/** Points at an annotation, in the text and in the panel; null points at none. */
export function pointAt(annotationId: string | null): void {
  useReading.setState({ activeNote: annotationId });
}

/** Asks the notes panel to bring an annotation into view, and to open it for writing. */
export function showNote(id: string, edit = false): void {
  asked += 1;
  useReading.setState({ activeNote: id, noteGoal: { id, at: asked } });
  if (edit) useReading.setState({ editing: id });
}
