/**
 * Draws marks on the page through the CSS Custom Highlight API: the text itself is never wrapped
 * in elements, so offsets, screen readers and copying see plain paragraphs. Where marks are many, only
 * those near what is in view are handed over: the browser goes through all it has at every change.
 */
import type { Place } from '../../electron/core/annotation.ts';
import type { MarkName } from './marks.ts';
import { rangeIn } from './selection-dom.ts';

/** Later ones are drawn over earlier ones. */
const PRIORITY: Readonly<Record<string, number>> = {
  'gmg-active': 2,
  'gmg-hit': 3,
  'gmg-hit-current': 4,
};

/** Places that are drawn all at once, wherever they stand. */
const FEW = 300;
/** Heights of the view, above and below it, in which many are drawn. */
const AROUND = 1.5;

export interface Painter {
  /** Replaces marks by these places; places that aren't in the page are passed over. */
  paint(marks: ReadonlyMap<MarkName, readonly Place[]>): void;
  /** Takes every mark away and ends the drawing. */
  stop(): void;
}

/** Draws on one scrolled text, and again as it is scrolled. */
export function painterOf(root: HTMLElement): Painter {
  const shown = new Map<MarkName, readonly Place[]>();
  /** `scrollTop` and height of the view that many marks were drawn for. */
  let drawnAt = 0;
  let drawnHeight = 0;
  let frame = 0;

  function draw(names: Iterable<MarkName>): void {
    let every: ReadonlyMap<string, Element> | null = null;
    let near: ReadonlyMap<string, Element> | null = null;
    for (const name of names) {
      const places = shown.get(name) ?? [];
      if (places.length === 0) CSS.highlights.delete(name);
      else if (places.length > FEW) show(name, places, (near ??= textsOf(nearby(root))));
      else show(name, places, (every ??= textsOf(rowsOf(root))));
    }
    drawnAt = root.scrollTop;
    drawnHeight = root.scrollHeight;
  }

  function follow(): void {
    const far = Math.abs(root.scrollTop - drawnAt) > root.clientHeight / 2;
    if (frame !== 0 || (!far && root.scrollHeight === drawnHeight)) return;
    const many = [...shown].flatMap(([name, { length }]) => (length > FEW ? [name] : []));
    if (many.length === 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw(many);
    });
  }

  const sizes = new ResizeObserver(follow);
  sizes.observe(root);
  root.addEventListener('scroll', follow, { passive: true });
  return {
    paint(marks) {
      for (const [name, places] of marks) shown.set(name, places);
      draw(marks.keys());
    },
    stop() {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      root.removeEventListener('scroll', follow);
      for (const name of shown.keys()) CSS.highlights.delete(name);
    },
  };
}

function show(name: MarkName, places: readonly Place[], texts: ReadonlyMap<string, Element>): void {
  const ranges = places.flatMap((place) => {
    const text = texts.get(place.paragraphId);
    const range = text === undefined ? null : rangeIn(text, place);
    return range === null ? [] : [range];
  });
  const highlight = new Highlight(...ranges);
  highlight.priority = PRIORITY[name] ?? 1;
  CSS.highlights.set(name, highlight);
}

function rowsOf(root: HTMLElement): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-row]')];
}

/** The text of each row, by paragraph. */
function textsOf(rows: readonly HTMLElement[]): ReadonlyMap<string, Element> {
  return new Map(
    rows.flatMap((row) => {
      const text = row.querySelector('[data-text]');
      return text === null ? [] : [[row.dataset['row'] ?? '', text] as const];
    }),
  );
}

/**
 * The rows near the view; they stand in the page in text order. Rows are asked where they stand, and
 * nothing in them: asking words that are not laid out yet would lay them out.
 */
function nearby(root: HTMLElement): readonly HTMLElement[] {
  const rows = rowsOf(root);
  const view = root.getBoundingClientRect();
  const room = view.height * AROUND;
  const first = firstWhere(rows, (row) => row.getBoundingClientRect().bottom > view.top - room);
  const behind = firstWhere(rows, (row) => row.getBoundingClientRect().top > view.bottom + room);
  return rows.slice(first, behind);
}

/** Index of the first element from which on it is true; their number where it never is. */
function firstWhere(all: readonly HTMLElement[], is: (one: HTMLElement) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = all[middle];
    if (element !== undefined && is(element)) high = middle;
    else low = middle + 1;
  }
  return low;
}
