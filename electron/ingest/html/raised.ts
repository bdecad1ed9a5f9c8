/**
 * Footnotes of pages that link nothing: a raised figure in the text, and further down a block that
 * begins with the same raised figure. Only the pair is a note: a raised figure alone is a power.
 */
import { bareMark } from '../marks.ts';
import { BLOCKS } from './blocks.ts';
import type { RaisedNotes } from './notes.ts';
import { eventsOf, textUnder, type Element } from './tree.ts';

/** Elements that hold one note, or several with a line break before each further one. */
const HOLDERS = new Set(['p', 'div', 'li', 'dd']);

/** What stands before a power: a metre, ten. */
const POWER = /(?:(?:^|\D)10|(?:^|[\s\d(])[cdkm]?m)$/u;

interface Raised {
  readonly element: Element;
  readonly mark: string;
  /** The block that it begins; null where it stands in the text. */
  readonly begins: Element | null;
}

/** The notes of a page that are known by their raised figures alone. */
export function raisedNotes(roots: Parameters<typeof eventsOf>[0]): RaisedNotes {
  const all = raisedIn(roots);
  const called = new Set<string>();
  const taken = new Set<string>();
  const marks = new Set<Element>();
  const notes = new Set<Element>();
  for (const { mark, begins } of all) {
    if (begins === null) called.add(mark);
    else if (called.has(mark) && !taken.has(mark)) {
      taken.add(mark);
      notes.add(begins);
    }
  }
  for (const { element, mark, begins } of all) {
    if (taken.has(mark) && (begins === null || notes.has(begins))) marks.add(element);
  }
  return { marks, notes };
}

function raisedIn(roots: Parameters<typeof eventsOf>[0]): Raised[] {
  const found: Raised[] = [];
  const blocks: Element[] = [];
  /** True where the next letter begins a block, or a line after a break in a block of notes. */
  let fresh = true;
  let isNote = false;
  let before = '';
  for (const event of eventsOf(roots, ({ tagName }) => !/^(?:script|style|head)$/u.test(tagName))) {
    if (event.type === 'text') {
      if (event.text.trim() !== '') fresh = false;
      before = event.text;
      continue;
    }
    const { element, type } = event;
    if (BLOCKS.has(element.tagName)) {
      if (type === 'open') blocks.push(element);
      else blocks.pop();
      [fresh, isNote, before] = [true, false, ''];
    } else if (type === 'open' && element.tagName === 'br') fresh = isNote;
    else if (type === 'open' && element.tagName === 'sup') {
      const mark = markOf(element);
      const block = blocks.at(-1);
      if (mark === null || block === undefined) continue;
      if (POWER.test(before)) continue;
      const begins = fresh && HOLDERS.has(block.tagName) ? block : null;
      if (begins !== null) isNote = true;
      found.push({ element, mark, begins });
    }
  }
  return found;
}

/** A raised figure or sign without a link; letters ('1er', 'th') are none. */
function markOf(element: Element): string | null {
  if (element.childNodes.some((child) => 'tagName' in child && child.tagName === 'a')) return null;
  const text = textUnder(element).trim();
  return /^[[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?$/u.test(text) ? bareMark(text) : null;
}
