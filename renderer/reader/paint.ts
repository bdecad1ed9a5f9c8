/**
 * Draws marks on the page through the CSS Custom Highlight API: the text itself is never wrapped
 * in elements, so offsets, screen readers and copying see plain paragraphs.
 */
import type { Place } from '../../electron/core/annotation.ts';
import type { MarkName } from './marks.ts';
import { rangeOf } from './selection-dom.ts';

/** Later ones are drawn over earlier ones. */
const PRIORITY: Readonly<Record<string, number>> = {
  'gmg-active': 2,
  'gmg-hit': 3,
  'gmg-hit-current': 4,
};

/** Replaces one mark by these places; places that aren't in the page are passed over. */
export function paint(root: ParentNode, name: MarkName, places: readonly Place[]): void {
  const ranges = places.flatMap((place) => {
    const range = rangeOf(root, place);
    return range === null ? [] : [range];
  });
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = PRIORITY[name] ?? 1;
  CSS.highlights.set(name, highlight);
}
