/** Keeps the reading place: restores it when a document opens, saves it when scrolling pauses. */
import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { ReadingPlace } from '../../electron/contract/views.ts';
import { onFlush } from '../app/flush.ts';
import { call } from '../client.ts';
import { setPlace } from './reading.ts';
import { settle } from './settle.ts';

/** Milliseconds without scrolling after which the place is kept. */
const PAUSE = 700;

/**
 * @param scroller the element that scrolls; rows carry `data-row`.
 * @returns what to call on each scroll.
 */
export function usePlace(scroller: RefObject<HTMLElement | null>, documentId: string): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const save = useCallback(async () => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    const place = scroller.current === null ? null : placeAt(scroller.current);
    if (place === null) return;
    setPlace(documentId, place);
    // A place that can't be kept (a read-only library) is no loss worth a sentence.
    await call('documents.place', { id: documentId, ...place }).catch(() => null);
  }, [documentId, scroller]);

  useEffect(() => {
    const stop = onFlush(save);
    return () => {
      stop();
      void save();
    };
  }, [save]);

  return useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  }, [save]);
}

/** The first paragraph in view, and how far its top lies below the top of the view. */
function placeAt(scroller: HTMLElement): ReadingPlace | null {
  // Hidden while the original is shown alone: nothing in it stands anywhere.
  if (scroller.clientHeight === 0) return null;
  const top = scroller.getBoundingClientRect().top;
  const rows = [...scroller.querySelectorAll<HTMLElement>('[data-row]')];
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = rows[middle]?.getBoundingClientRect().bottom ?? 0;
    if (bottom > top + 1) high = middle;
    else low = middle + 1;
  }
  const row = rows[low];
  const paragraphId = row?.dataset['row'];
  if (row === undefined || paragraphId === undefined) return null;
  const offset = Math.round(row.getBoundingClientRect().top - top);
  return { paragraphId, offset: Math.min(100_000, Math.max(-100_000, offset)) };
}

/** Puts a kept place back, once the heights above it have settled. */
export function restorePlace(scroller: HTMLElement, { paragraphId, offset }: ReadingPlace): void {
  settle(scroller, () => {
    const row = scroller.querySelector(`[data-row="${CSS.escape(paragraphId)}"]`);
    if (row === null) return 0;
    const before = scroller.scrollTop;
    const top = scroller.getBoundingClientRect().top;
    scroller.scrollTop += row.getBoundingClientRect().top - top - offset;
    return scroller.scrollTop - before;
  });
}
