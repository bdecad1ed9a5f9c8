/** Keeps page, size and turn of the original for each document, when the reader pauses. */
import { useCallback, useEffect, useRef } from 'react';
import type { OriginalPlace } from '../../electron/contract/views.ts';
import { onFlush } from '../app/flush.ts';
import { call } from '../client.ts';
import { setOriginalPlace } from '../reader/reading.ts';
import type { PageView, ViewState } from './viewer.ts';

/** Milliseconds without movement after which the place is kept. */
const PAUSE = 700;

interface Kept {
  readonly documentId: string;
  readonly view: PageView | null;
  readonly state: ViewState | null;
  readonly layout: OriginalPlace['layout'];
}

export function useKeptPlace({ documentId, view, state, layout }: Kept): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef<OriginalPlace | null>(null);

  const save = useCallback(async () => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    if (latest.current === null) return;
    // A place that can't be kept (a read-only library) is no loss worth a sentence.
    await call('documents.originalPlace', { id: documentId, ...latest.current }).catch(() => null);
  }, [documentId]);

  const note = useCallback(() => {
    const place = view?.place ?? null;
    if (view === null || place === null) return;
    const { zoom, rotation } = view.state;
    const kept = { ...place, zoom: String(zoom), rotation, layout };
    latest.current = kept;
    setOriginalPlace(documentId, kept);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  }, [documentId, layout, save, view]);

  useEffect(() => {
    const pages = view?.container;
    pages?.addEventListener('scroll', note, { passive: true });
    return () => pages?.removeEventListener('scroll', note);
  }, [note, view]);
  useEffect(note, [note, state?.zoom, state?.rotation]);

  useEffect(() => {
    const stop = onFlush(save);
    return () => {
      stop();
      void save();
    };
  }, [save]);
}
