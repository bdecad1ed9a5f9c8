/**
 * Which boxes inside an article are no text of it: teasers, share bars, forms, lists of links. It
 * judges one element by its sums and its name.
 */
import { linkShare, type Counted } from './measures.ts';
import { attribute, type Element } from './tree.ts';

const GOOD =
  /article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story|texte|contenu/iu;
const BAD =
  /-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/iu;
const SHARE = /(?:\b|_)(?:share|sharedaddy)(?:\b|_)/iu;

/** What an element's class and id say for it or against it: -50 to 50. */
export function weightOf({ element }: Counted): number {
  let weight = 0;
  for (const name of [attribute(element, 'class') ?? '', attribute(element, 'id') ?? '']) {
    if (name === '') continue;
    if (BAD.test(name)) weight -= 25;
    if (GOOD.test(name)) weight += 25;
  }
  return weight;
}

/** True for an element inside the article that is no part of its text. */
export function parted(record: Counted, weighs: boolean, roots: ReadonlySet<Counted>): boolean {
  const { tag, sums, name } = record;
  if (roots.has(record) || sums.length === 0) return false;
  if (tag === 'footer' || tag === 'aside' || tag === 'nav' || tag === 'fieldset') return true;
  if (SHARE.test(name) && sums.length < 500) return true;
  if ((tag === 'h1' || tag === 'h2') && weighs && weightOf(record) < 0) return true;
  if (tag === 'table') return !isData(record.element) && isBox(record, weighs);
  if (tag !== 'div' && tag !== 'ul' && tag !== 'ol' && tag !== 'form' && tag !== 'section')
    return false;
  if (tag === 'ol' || tag === 'section') return false;
  return !insideData(record) && isBox(record, weighs);
}

function isBox(record: Counted, weighs: boolean): boolean {
  const { tag, sums, runs } = record;
  const weight = weighs ? weightOf(record) : 0;
  if (weight < 0) return true;
  if (sums.commas >= 9) return false;
  // A division that is a paragraph is judged as one: not at all.
  if (tag === 'div' && sums.blocks === 0 && runs.length < 2) return false;
  const links = linkShare(record);
  const list = tag === 'ul' || sums.lists > sums.length * 0.9;
  const figure = inFigure(record);
  if (!figure && sums.pictures > 1 && sums.paragraphs / sums.pictures < 0.5)
    return !pictured(record, list);
  if (!list && sums.items - 100 > sums.paragraphs) return true;
  if (sums.fields > Math.floor(sums.paragraphs / 3)) return true;
  if (
    !list &&
    !figure &&
    sums.headings / sums.length < 0.9 &&
    sums.length < 25 &&
    (sums.pictures === 0 || sums.pictures > 2) &&
    links > 0
  )
    return true;
  if (!list && weight < 25 && links > 0.2) return true;
  if (weight >= 25 && links > 0.5) return true;
  return sums.pictures === 0 && sums.textual === 0;
}

/** A list of pictures, one an item, is a gallery and stays. */
function pictured({ sums }: Counted, list: boolean): boolean {
  return list && sums.items === sums.pictures;
}

function inFigure({ parent }: Counted): boolean {
  for (let above = parent; above !== null; above = above.parent)
    if (above.tag === 'figure') return true;
  return false;
}

function insideData({ parent }: Counted): boolean {
  for (let above = parent; above !== null; above = above.parent) {
    if (above.tag === 'code' || (above.tag === 'table' && isData(above.element))) return true;
  }
  return false;
}

const judged = new WeakMap<Element, boolean>();

/** A table of data, not one that lays out a page. */
function isData(table: Element): boolean {
  const known = judged.get(table);
  if (known !== undefined) return known;
  const answer = looksData(table);
  judged.set(table, answer);
  return answer;
}

function looksData(table: Element): boolean {
  if (attribute(table, 'role') === 'presentation') return false;
  let rows = 0;
  let columns = 0;
  const stack: Element[] = [table];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const tag = next.tagName;
    if (next !== table && tag === 'table') return false;
    if (/^(?:caption|col|colgroup|tfoot|thead|th)$/u.test(tag)) return true;
    if (tag === 'tr') {
      rows += 1;
      const cells = next.childNodes.filter((child) => 'tagName' in child).length;
      columns = Math.max(columns, cells);
    }
    for (const child of next.childNodes) if ('tagName' in child) stack.push(child);
  }
  if (rows === 1 || columns === 1) return false;
  return rows >= 10 || columns > 4 || rows * columns > 10;
}
