/**
 * Reads a text selection off the page. It knows how a paragraph's text stands in the page: one
 * element with `data-text` set to the paragraph's id, whose text is the canonical text and nothing
 * else: marks of footnotes stand in it as elements without any.
 */
import type { Place } from '../../electron/core/annotation.ts';
import { placesBetween } from './selection.ts';
import type { SelectableParagraph, TextPoint } from './selection.ts';

/** The places a selection covers within `root`; empty when it covers none. */
export function placesOfSelection(
  root: HTMLElement,
  selection: Selection | null,
  paragraphs: readonly SelectableParagraph[],
): Place[] {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return [];
  const touched = [...root.querySelectorAll<HTMLElement>('[data-text]')].filter((element) =>
    range.intersectsNode(element),
  );
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return [];
  const indexOf = new Map(paragraphs.map(({ id }, index) => [id, index]));
  const from = pointIn(first, range.startContainer, range.startOffset, indexOf, 0);
  const to = pointIn(last, range.endContainer, range.endOffset, indexOf, Infinity);
  return from === null || to === null ? [] : placesBetween(paragraphs, from, to);
}

/** A stretch of a paragraph's text, in the element that holds it, as a range; null where it has no such stretch. */
export function rangeIn(element: Element, place: Place): Range | null {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let last: Text | null = null;
  for (let text = walker.nextNode(); text instanceof Text; text = walker.nextNode()) {
    const end = before + text.length;
    if (last === null && place.start < end) {
      range.setStart(text, Math.max(0, place.start - before));
      last = text;
    }
    if (last !== null) {
      range.setEnd(text, Math.min(place.end - before, text.length));
      if (place.end <= end) return range;
    }
    before = end;
  }
  return last === null ? null : range;
}

/** Offset into a paragraph's text of a point inside its element. */
export function offsetIn(element: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}

function pointIn(
  element: HTMLElement,
  container: Node,
  offset: number,
  indexOf: ReadonlyMap<string, number>,
  outside: number,
): TextPoint | null {
  const index = indexOf.get(element.dataset['text'] ?? '');
  if (index === undefined) return null;
  if (!element.contains(container)) return { index, offset: outside };
  return { index, offset: offsetIn(element, container, offset) };
}
