/** Reads scans as they come in, where the reader asked for that. */
import { useEffect } from 'react';
import { usePreferenceState } from '../app/preferences.ts';
import { onEvent } from '../client.ts';
import { readScans, scanState } from './scans.ts';

/** Follows imports from wherever the reader is. */
export function useAutomaticReading(): void {
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event !== 'imported' || !usePreferenceState.getState().preferences.readScans)
          return;
        const { documentId, fault, status } = event.item;
        const isNew = status === 'added' || status === 'replaced';
        if (isNew && documentId !== null && scanState(fault) === 'unread') readScans([documentId]);
      }),
    [],
  );
}
