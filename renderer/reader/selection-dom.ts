/**
 * Reads a text selection off the page. It knows how a paragraph's text stands in the page: one
 * element with `data-text` set to the paragraph's id, which holds canonical text and nothing else.
 */
import type { Place } from '../../electron/core/annotation.ts';
import { placesBetween } from './selection.ts';
import type { SelectableParagraph, TextPoint } from './selection.ts';

/** The element that holds a paragraph's text, or null when it isn't in the page now. */
export function textElement(root: ParentNode, paragraphId: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-text="${CSS.escape(paragraphId)}"]`);
}

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

/** A stretch of a paragraph's text as a range of the page, or null when it isn't in the page. */
export function rangeOf(root: ParentNode, place: Place): Range | null {
  const text = textElement(root, place.paragraphId)?.firstChild;
  if (!(text instanceof Text) || place.start >= text.length) return null;
  const range = document.createRange();
  range.setStart(text, place.start);
  range.setEnd(text, Math.min(place.end, text.length));
  return range;
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
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(container, offset);
  return { index, offset: before.toString().length };
}
