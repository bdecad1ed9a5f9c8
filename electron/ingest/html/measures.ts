/**
 * What can be counted about the elements of a page: how much text, how much of it is links, how
 * many paragraphs, items, pictures and fields. It knows how sums grow from leaves to the root.
 */
import { isSilent } from './clutter.ts';
import { attribute, eventsOf, type Element, type parsePage } from './tree.ts';

/** Sums over what is kept below an element; lengths in characters. */
export interface Sums {
  length: number;
  /** Text inside links; links within the page count for a third. */
  links: number;
  headings: number;
  lists: number;
  /** Text in cells, items, spans and blocks: real text lies in such elements. */
  textual: number;
  commas: number;
  paragraphs: number;
  pictures: number;
  items: number;
  fields: number;
  embedded: number;
  /** Blocks of any kind, the element itself aside. */
  blocks: number;
  tables: number;
}

/** One element of the page, in document order. */
export interface Counted {
  readonly element: Element;
  readonly parent: Counted | null;
  /** Elements it lies in. */
  readonly depth: number;
  readonly tag: string;
  /** Class and id. */
  readonly name: string;
  /** Lengths of the runs of text that stand directly in the element, between its blocks. */
  runs: { length: number; commas: number }[];
  sums: Sums;
  own: { length: number; commas: number };
  dropped: boolean;
}

const INNER_BLOCKS = new Set('blockquote dl div img ol p pre table ul'.split(' '));
const TEXTUAL = new Set('span li td blockquote dl div img ol p pre table ul'.split(' '));
const COMMAS = /[,\u060C\u3001\uFE10\uFE11\uFE50\uFF0C]/gu;

const byElement = new WeakMap<Element, Counted>();

function emptySums(): Sums {
  return {
    length: 0,
    links: 0,
    headings: 0,
    lists: 0,
    textual: 0,
    commas: 0,
    paragraphs: 0,
    pictures: 0,
    items: 0,
    fields: 0,
    embedded: 0,
    blocks: 0,
    tables: 0,
  };
}

/** All elements that show something, in document order, not yet summed up. */
export function recordsOf(roots: ReturnType<typeof parsePage>): Counted[] {
  const records: Counted[] = [];
  const open: Counted[] = [];
  for (const event of eventsOf(roots, (element) => !isSilent(element))) {
    if (event.type === 'close') {
      open.pop();
      continue;
    }
    const inside = open.at(-1) ?? null;
    if (event.type !== 'text') {
      const { element } = event;
      const record: Counted = {
        element,
        parent: inside,
        depth: open.length,
        tag: element.tagName,
        name: `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.trim(),
        runs: [],
        sums: emptySums(),
        own: { length: 0, commas: 0 },
        dropped: false,
      };
      records.push(record);
      byElement.set(element, record);
      open.push(record);
    } else if (inside !== null) {
      inside.own.length += lengthOf(event.text);
      inside.own.commas += event.text.match(COMMAS)?.length ?? 0;
    }
  }
  return records;
}

function lengthOf(text: string): number {
  return text.replace(/\s+/gu, ' ').trim().length;
}

/** Sums up from the leaves; `drops` is asked for each element once its own sums are known. */
export function sumUp(records: readonly Counted[], drops: (record: Counted) => boolean): void {
  for (const record of records) {
    record.sums = { ...emptySums(), ...record.own };
    record.dropped = false;
  }
  for (const record of [...records].reverse()) {
    const { tag, sums, parent } = record;
    if (tag === 'a')
      sums.links =
        sums.length * (attribute(record.element, 'href')?.startsWith('#') === true ? 0.3 : 1);
    if (/^h[1-6]$/u.test(tag)) sums.headings = sums.length;
    if (tag === 'ul' || tag === 'ol') sums.lists = sums.length;
    record.runs = runsOf(record);
    record.dropped = drops(record);
    if (parent === null || record.dropped) continue;
    const into = parent.sums;
    for (const key of Object.keys(sums) as (keyof Sums)[])
      if (key !== 'textual') into[key] += sums[key];
    into.textual += TEXTUAL.has(tag) ? sums.length : sums.textual;
    if (tag === 'p' || isLooseParagraph(record)) into.paragraphs += 1;
    if (tag === 'img') into.pictures += 1;
    if (tag === 'li') into.items += 1;
    if (tag === 'form') into.fields += 1;
    if (tag === 'table') into.tables += 1;
    if (INNER_BLOCKS.has(tag)) into.blocks += 1;
  }
}

/** A division with text and no block in it is a paragraph by another name. */
export function isLooseParagraph({ tag, sums, runs }: Counted): boolean {
  return tag === 'div' && sums.blocks === 0 && sums.length > 0 && runs.length < 2;
}

/** Share of an element's text that stands in links, 0 to 1. */
export function linkShare({ sums }: Counted): number {
  return sums.length === 0 ? 0 : sums.links / sums.length;
}

/** The elements directly in an element, as counted; silent ones are none. */
export function childrenOf({ element }: Counted): Counted[] {
  return element.childNodes.flatMap((child) => {
    const record = 'tagName' in child ? byElement.get(child) : undefined;
    return record === undefined ? [] : [record];
  });
}

function runsOf(record: Counted): Counted['runs'] {
  if (record.tag !== 'div' && record.tag !== 'article' && record.tag !== 'section') return [];
  const runs: Counted['runs'] = [];
  let run = { length: 0, commas: 0 };
  let breaks = 0;
  const flush = (): void => {
    if (run.length > 0) runs.push(run);
    run = { length: 0, commas: 0 };
    breaks = 0;
  };
  for (const child of record.element.childNodes) {
    if ('value' in child) {
      if (child.value.trim() === '') continue;
      run.length += lengthOf(child.value);
      run.commas += child.value.match(COMMAS)?.length ?? 0;
      breaks = 0;
    } else if ('tagName' in child) {
      if (child.tagName === 'br') {
        breaks += 1;
        if (breaks === 2) flush();
        continue;
      }
      const inner = byElement.get(child);
      if (inner === undefined || inner.dropped) continue;
      if (INNER_BLOCKS.has(inner.tag) || inner.sums.blocks > 0) flush();
      else {
        run.length += inner.sums.length;
        run.commas += inner.sums.commas;
        breaks = 0;
      }
    }
  }
  flush();
  return runs;
}
