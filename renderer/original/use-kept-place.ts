/** Keeps page, size and turn of the original for each document, when the reader pauses. */
import { useCallback, useEffect, useRef } from 'react';
import type { OriginalPlace } from '../../electron/contract/views.ts';
import { useAfterPause } from '../app/use-after-pause.ts';
import { call } from '../client.ts';
import { setOriginalPlace } from '../reader/reading.ts';
import type { PageView, ViewState } from './viewer.ts';

interface Kept {
  readonly documentId: string;
  readonly view: PageView | null;
  readonly state: ViewState | null;
  readonly layout: OriginalPlace['layout'];
}

export function useKeptPlace({ documentId, view, state, layout }: Kept): void {
  const latest = useRef<OriginalPlace | null>(null);

  const save = useCallback(async () => {
    if (latest.current === null) return;
    // A place that can't be kept (a read-only library) is no loss worth a sentence.
    await call('documents.originalPlace', { id: documentId, ...latest.current }).catch(() => null);
  }, [documentId]);
  const moved = useAfterPause(save);

  const note = useCallback(() => {
    const place = view?.place ?? null;
    if (view === null || place === null) return;
    const { zoom, rotation } = view.state;
    const kept = { ...place, zoom: String(zoom), rotation, layout };
    latest.current = kept;
    setOriginalPlace(documentId, kept);
    moved();
  }, [documentId, layout, moved, view]);

  useEffect(() => {
    const pages = view?.container;
    pages?.addEventListener('scroll', note, { passive: true });
    return () => pages?.removeEventListener('scroll', note);
  }, [note, view]);
  useEffect(note, [note, state?.zoom, state?.rotation]);
}
