/**
 * Keeps text and pages in step: where the reader scrolls the one, the other follows. What holds them
 * together is the paragraph in focus while it is in view, else the first one in view.
 */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { RefObject } from 'react';
import { elementOf } from '../reader/move.ts';
import { release } from '../reader/settle.ts';
import type { Desk } from './desk.ts';

/** What tells which of the two the reader is moving. */
const ACTS = ['wheel', 'pointerdown', 'keydown', 'touchstart', 'focusin'] as const;

/** @param desk null: they move apart. */
export function useInStep(
  text: RefObject<HTMLElement | null>,
  desk: Desk | null,
  current: string | null,
): void {
  const driver = useRef<'text' | 'page'>('text');

  const followText = useEffectEvent((scroller: HTMLElement): void => {
    if (desk === null || driver.current !== 'text') return;
    const view = scroller.getBoundingClientRect();
    const row = anchorRow(scroller, current, view);
    const id = row?.dataset['row'];
    const place = id === undefined ? null : desk.placeOf(id);
    if (row === null || place === null) return;
    desk.view.put(place, row.getBoundingClientRect().top - view.top);
  });

  const followPage = useEffectEvent((scroller: HTMLElement): void => {
    if (desk === null || driver.current !== 'page') return;
    const anchor = anchorPlace(desk, current);
    const row = anchor === null ? null : elementOf(scroller, anchor.id);
    if (anchor === null || row === null) return;
    release(scroller);
    const top = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += top - anchor.below;
  });

  useEffect(() => {
    const scroller = text.current;
    const pages = desk?.view.container;
    if (scroller === null || pages === undefined) return;
    const ended = new AbortController();
    const { signal } = ended;
    for (const act of ACTS) {
      const options = { signal, passive: true, capture: true };
      scroller.addEventListener(act, () => (driver.current = 'text'), options);
      pages.addEventListener(act, () => (driver.current = 'page'), options);
    }
    scroller.addEventListener('scroll', () => followText(scroller), { signal, passive: true });
    pages.addEventListener('scroll', () => followPage(scroller), { signal, passive: true });
    return () => ended.abort();
  }, [desk, text]);
}

function anchorRow(
  scroller: HTMLElement,
  current: string | null,
  view: DOMRect,
): HTMLElement | null {
  const focused = current === null ? null : elementOf(scroller, current);
  const box = focused?.getBoundingClientRect();
  if (focused !== null && box !== undefined && box.top >= view.top && box.top < view.bottom) {
    return focused;
  }
  const rows = [...scroller.querySelectorAll<HTMLElement>('[data-row]')];
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.getBoundingClientRect().top ?? 0) >= view.top) high = middle;
    else low = middle + 1;
  }
  return rows[low] ?? null;
}

function anchorPlace(desk: Desk, current: string | null): { id: string; below: number } | null {
  const place = current === null ? null : desk.placeOf(current);
  if (current !== null && place !== null) {
    const below = desk.below(place);
    if (below >= 0 && below < desk.view.container.clientHeight) return { id: current, below };
  }
  return desk.firstInView();
}
