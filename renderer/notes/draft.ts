/** The note about to be written: where it will stand, before its first words are saved. */
import { create } from 'zustand';
import type { Place } from '../../electron/core/annotation.ts';
import { setPreferences, usePreferenceState } from '../app/preferences.ts';
import { useView } from '../app/view.ts';
import { showNote } from '../reader/reading.ts';

export interface NoteDraft {
  readonly documentId: string;
  readonly places: readonly Place[];
  /** Quoted words, one stretch per paragraph. */
  readonly quotes: readonly string[];
  readonly kind: 'note' | 'question' | 'translation';
  /** Differs on each new note. */
  readonly at: number;
}

export const useDraft = create<{ readonly draft: NoteDraft | null }>(() => ({ draft: null }));

let begun = 0;

/** Opens the panel's editor for a new note. */
export function beginNote(draft: Omit<NoteDraft, 'at'>): void {
  begun += 1;
  openPanel();
  useDraft.setState({ draft: { ...draft, at: begun } });
}

/** Opens the panel's editor on a note that is there. */
export function editNote(id: string): void {
  openPanel();
  showNote(id, true);
}

export function endDraft(): void {
  useDraft.setState({ draft: null });
}

function openPanel(): void {
  useView.setState({ lastSide: 'rightPanel' });
  if (!usePreferenceState.getState().preferences.rightPanel) setPreferences({ rightPanel: true });
}
