/** Keeps the reading place: restores it when a document opens, saves it when scrolling pauses. */
import { useCallback } from 'react';
import type { RefObject } from 'react';
import type { ReadingPlace } from '../../electron/contract/views.ts';
import { useAfterPause } from '../app/use-after-pause.ts';
import { call } from '../client.ts';
import { setPlace } from './reading.ts';
import { settle } from './settle.ts';

/**
 * @param scroller the element that scrolls; rows carry `data-row`.
 * @returns what to call on each scroll.
 */
export function usePlace(scroller: RefObject<HTMLElement | null>, documentId: string): () => void {
  const save = useCallback(async () => {
    const { current: root } = scroller;
    const place = root === null ? null : placeAt(root);
    if (place === null) return;
    setPlace(documentId, place);
    // A place that can't be kept (a read-only library) is no loss worth a sentence.
    await call('documents.place', { id: documentId, ...place }).catch(() => null);
  }, [documentId, scroller]);
  return useAfterPause(save);
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
