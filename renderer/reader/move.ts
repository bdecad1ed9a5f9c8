/** Moves focus and view to a paragraph or heading. It knows how rows stand in the scrolled page. */

import { settle } from './settle.ts';

/** Room kept between a row and the edge of the view, in CSS pixels. */
const ROOM = 72;

/** The row of a paragraph, or the heading or footnote of that id; null when not in the page. */
export function elementOf(root: ParentNode, id: string): HTMLElement | null {
  const safe = CSS.escape(id);
  return root.querySelector<HTMLElement>(
    `[data-row="${safe}"], [data-heading="${safe}"], #${CSS.escape(`f-${id}`)}`,
  );
}

/** Makes one row the page's only tab stop. */
export function markCurrent(root: HTMLElement, row: HTMLElement): void {
  const before = root.querySelector<HTMLElement>('[data-row][tabindex="0"]');
  if (before !== null && before !== row) {
    before.tabIndex = -1;
    delete before.dataset['current'];
  }
  row.tabIndex = 0;
  row.dataset['current'] = '';
}

/** Brings an element near the upper third of the view. */
export function bringUp(scroller: HTMLElement, element: HTMLElement): void {
  settle(scroller, () => {
    const before = scroller.scrollTop;
    const view = scroller.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    scroller.scrollTop += box.top - view.top - Math.min(view.height * 0.22, 180);
    return scroller.scrollTop - before;
  });
}

/** Scrolls just as far as needed for the element to be in view with some room around it. */
export function keepInView(scroller: HTMLElement, element: HTMLElement): void {
  const view = scroller.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  if (box.top < view.top + ROOM || box.height > view.height - 2 * ROOM) {
    scroller.scrollTop += box.top - view.top - ROOM;
  } else if (box.bottom > view.bottom - ROOM) {
    scroller.scrollTop += box.bottom - view.bottom + ROOM;
  }
}

/**
 * The row to go to from `row` by a step; the first or last in view when none is in focus.
 * @returns null at the ends of the page.
 */
export function stepFrom(
  root: HTMLElement,
  row: HTMLElement | null,
  step: 1 | -1,
): HTMLElement | null {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
  if (row === null) return rows[0] ?? null;
  return rows[rows.indexOf(row) + step] ?? null;
}
