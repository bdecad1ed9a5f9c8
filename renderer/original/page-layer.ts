/**
 * The text layer that lies over a drawn page, letter by letter: which node and offset a letter of the
 * page stands at, which letters a selection or a click means, and the boxes that letters take.
 */
import { letterAt, lettersOf } from './letters.ts';
import type { Letters } from './letters.ts';
import type { Stretch } from './standing.ts';

export interface PageLayer {
  readonly element: HTMLElement;
  readonly nodes: readonly Text[];
  /** Where each node begins in the joined text. */
  readonly starts: readonly number[];
  readonly text: string;
  readonly letters: Letters;
}

/** A box in shares of the page: 0 to 1 from its left and top edge, as it is shown. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Reads a text layer that has been laid out. */
export function readLayer(element: HTMLElement): PageLayer {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text;
    nodes.push(node);
    starts.push(text.length);
    text += node.data;
  }
  return { element, nodes, starts, text, letters: lettersOf(text) };
}

/** Offset in the layer's joined text of a point in the page, or null: it is not in this layer. */
export function offsetOf(layer: PageLayer, container: Node, offset: number): number | null {
  if (!layer.element.contains(container)) return null;
  const index = layer.nodes.indexOf(container as Text);
  if (index >= 0) return (layer.starts[index] ?? 0) + offset;
  const point = document.createRange();
  point.setStart(container, offset);
  const after = layer.nodes.findIndex((node) => point.comparePoint(node, 0) >= 0);
  return after < 0 ? layer.text.length : (layer.starts[after] ?? 0);
}

/** The letters between two offsets of the joined text; null when there are none. */
export function lettersBetween({ letters }: PageLayer, from: number, to: number): Stretch | null {
  const first = letterAt(letters, from);
  let last = letterAt(letters, to - 1);
  if ((letters.from[last] ?? Infinity) >= to) last -= 1;
  return first <= last && to > from ? { first, last } : null;
}

/**
 * The boxes that stretches of letters take, one a line.
 * @param page the element whose edges are 0 and 1.
 */
export function boxesOf(layer: PageLayer, stretches: readonly Stretch[], page: Element): Box[] {
  const view = page.getBoundingClientRect();
  if (view.width === 0 || view.height === 0) return [];
  const rects = stretches.flatMap((stretch) => rectsOf(layer, stretch));
  const boxes = rects.map((rect) => ({
    left: (rect.left - view.left) / view.width,
    top: (rect.top - view.top) / view.height,
    right: (rect.right - view.left) / view.width,
    bottom: (rect.bottom - view.top) / view.height,
  }));
  return inLines(boxes, view.height / view.width);
}

function rectsOf({ nodes, starts, letters, text }: PageLayer, { first, last }: Stretch): DOMRect[] {
  const from = letters.from[first];
  const to = letters.to[last];
  if (from === undefined || to === undefined) return [];
  // A full stop or a closing quote belongs to the word before it.
  const end = to + (/^[^\p{L}\p{N}\s]{1,3}/u.exec(text.slice(to, to + 3))?.[0].length ?? 0);
  const rects: DOMRect[] = [];
  for (let index = nodeAt(starts, from); index < nodes.length; index += 1) {
    const node = nodes[index];
    const start = starts[index] ?? 0;
    if (node === undefined || start >= end) break;
    const range = document.createRange();
    range.setStart(node, Math.max(0, from - start));
    range.setEnd(node, Math.min(node.length, end - start));
    if (!range.collapsed && range.toString().trim() !== '') rects.push(...range.getClientRects());
  }
  return rects.filter(({ width, height }) => width > 0 && height > 0);
}

function nodeAt(starts: readonly number[], offset: number): number {
  const after = starts.findIndex((start) => start > offset);
  return after < 0 ? starts.length - 1 : after - 1;
}

/** Share of a line's height within which two boxes are one word apart. */
const WORD_APART = 1.2;

/** Boxes beside each other become one; lines keep the order of the text. */
function inLines(boxes: readonly Box[], aspect: number): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const line = lines.at(-1);
    if (line === undefined || !isBeside(line, box, aspect)) {
      lines.push(box);
      continue;
    }
    lines[lines.length - 1] = {
      left: Math.min(line.left, box.left),
      top: Math.min(line.top, box.top),
      right: Math.max(line.right, box.right),
      bottom: Math.max(line.bottom, box.bottom),
    };
  }
  return lines;
}

function isBeside(line: Box, box: Box, aspect: number): boolean {
  const height = Math.min(line.bottom - line.top, box.bottom - box.top);
  const shared = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
  const apart = Math.max(box.left - line.right, line.left - box.right);
  return shared > height * 0.5 && apart < height * aspect * WORD_APART;
}

/** The columns that boxes stand in: what overlaps from left to right and follows from top to bottom. */
export function columnsOf(boxes: readonly Box[]): Box[] {
  const columns: Box[] = [];
  for (const box of boxes) {
    const at = columns.findIndex((column) => box.left < column.right && box.right > column.left);
    const column = columns[at];
    if (column === undefined) columns.push(box);
    else {
      columns[at] = {
        left: Math.min(column.left, box.left),
        top: Math.min(column.top, box.top),
        right: Math.max(column.right, box.right),
        bottom: Math.max(column.bottom, box.bottom),
      };
    }
  }
  return columns;
}
