/**
 * Where the article of a saved page lies: a web site puts menus, teasers and boxes around a text,
 * and this tells them from it by counting (text, commas, links), by names, and by who stands beside
 * whom. Knows nothing of any one site.
 */
import { parted, weightOf } from './boxes.ts';
import {
  childrenOf,
  isLooseParagraph,
  linkShare,
  recordsOf,
  sumUp,
  type Counted,
} from './measures.ts';
import { attribute, type Element, type parsePage } from './tree.ts';

/** What belongs to the article: everything below `kept`, but nothing below `dropped`. */
export interface Article {
  readonly kept: ReadonlySet<Element>;
  readonly dropped: ReadonlySet<Element>;
}

/** Names of what stands around a text; a name of the second kind saves it. */
const UNLIKELY =
  /-ad-|adbreak|ad-break|agegate|banner|breadcrumb|combx|comment|community|cookie|consent|cover-wrap|disqus|extra|fil-ariane|footer|gdpr|header|legends|menu|navbar|newsletter|pager|pagination|popup|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|yom-remote/iu;
const LIKELY = /and|article|body|column|content|main|mathjax|shadow|title-block/iu;
const ROLES =
  /^(?:menu|menubar|complementary|navigation|alert|alertdialog|dialog|banner|contentinfo|search|toolbar)$/u;
const BYLINE = /byline|author|dateline|writtenby|p-author/iu;
const SCORED = new Set(['section', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'pre']);
/** An article shorter than this, in characters, is looked for again with fewer rules. */
const SHORT = 500;
/** No page for people has more elements, or nests them deeper: those would only cost time. */
const MOST = 150_000;
const DEEPEST = 400;
/** Share of the main element's text that an article must hold. */
const LEAST = 0.4;
/** Below this nothing was found. */
const NOTHING = 140;

/**
 * The article of a page, or null where the page is all text or none can be told. Where the page says
 * itself where its text lies (`main`), a find that leaves most of that out is none.
 */
export function articleOf(
  roots: ReturnType<typeof parsePage>,
  main: Element | null,
): Article | null {
  const records = recordsOf(roots);
  if (records.length > MOST || records.some(({ depth }) => depth > DEEPEST)) return null;
  sumUp(records, () => false);
  const body = records.find(({ tag }) => tag === 'body');
  if (body === undefined || !hasSite(records, body)) return null;
  let best: { article: Article; length: number } | null = null;
  for (const rules of [3, 2, 1, 0]) {
    const found = attempt(records, body, rules);
    if (best === null || found.length > best.length) best = found;
    if (found.length >= SHORT) {
      best = found;
      break;
    }
  }
  if (best === null || best.length < NOTHING) return null;
  if (main !== null && best.length < Math.max(SHORT, plainLength(records, main) * LEAST))
    return null;
  return best.article;
}

/** Length of the text in the page's own main element that is no link. */
function plainLength(records: readonly Counted[], main: Element): number {
  const sums = records.find(({ element }) => element === main)?.sums;
  return sums === undefined ? 0 : sums.length - sums.links;
}

/** A page with nothing of a web site in it is a document that some program wrote out. */
function hasSite(records: readonly Counted[], body: Counted): boolean {
  const signs = records.filter(
    (record) =>
      /^(?:nav|aside|footer|form|iframe|button)$/u.test(record.tag) ||
      (record.name !== '' && isUnlikely(record)),
  ).length;
  return signs > 0 || linkShare(body) > 0.25;
}

function isUnlikely({ tag, name, element }: Counted): boolean {
  if (tag === 'body' || tag === 'html' || tag === 'a' || tag === 'main') return false;
  if (ROLES.test(attribute(element, 'role') ?? '')) return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  return UNLIKELY.test(name) && !LIKELY.test(name);
}

function attempt(
  records: readonly Counted[],
  body: Counted,
  rules: number,
): { article: Article; length: number } {
  let signed = false;
  const set = new Set<Counted>();
  for (const record of records) {
    const byline: boolean =
      !signed &&
      record.sums.length > 0 &&
      record.sums.length < 100 &&
      record.tag !== 'body' &&
      (attribute(record.element, 'rel') === 'author' || BYLINE.test(record.name));
    if (byline) signed = true;
    const inTable = withinTag(record, /^(?:table|code)$/u);
    if (byline || (rules > 2 && isUnlikely(record) && !inTable)) set.add(record);
  }
  sumUp(records, (record) => set.has(record));
  const weighs = rules > 1;
  const scores = scoresOf(records, weighs);
  const top = topOf(scores, body);
  const kept = new Set([top, ...besides(top, scores)]);
  sumUp(records, (record) => set.has(record) || (rules > 0 && parted(record, weighs, kept)));
  const dropped = records.filter((record) => record.dropped).map(({ element }) => element);
  const length = [...kept].reduce((sum, { sums }) => sum + sums.length, 0);
  return {
    article: { kept: new Set([...kept].map(({ element }) => element)), dropped: new Set(dropped) },
    length,
  };
}

function withinTag({ parent }: Counted, tags: RegExp): boolean {
  for (let above = parent; above !== null; above = above.parent)
    if (tags.test(above.tag)) return true;
  return false;
}

const BASE: Readonly<Record<string, number>> = {
  div: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  h1: -5,
  h2: -5,
  h3: -5,
  h4: -5,
  h5: -5,
  h6: -5,
  th: -5,
};

/** Every paragraph speaks for the elements it lies in, the nearer the louder. */
function scoresOf(records: readonly Counted[], weighs: boolean): Map<Counted, number> {
  const scores = new Map<Counted, number>();
  const credit = (from: Counted | null, length: number, commas: number): void => {
    if (length < 25) return;
    const worth = 2 + commas + Math.min(Math.floor(length / 100), 3);
    for (
      let above = from, level = 0;
      above !== null && level < 5;
      above = above.parent, level += 1
    ) {
      if (above.parent === null) return;
      const share = level === 0 ? 1 : level === 1 ? 2 : level * 3;
      const now = scores.get(above) ?? (BASE[above.tag] ?? 0) + (weighs ? weightOf(above) : 0);
      scores.set(above, now + worth / share);
    }
  };
  const hidden = new Set<Counted>();
  for (const record of records) {
    if (record.dropped || (record.parent !== null && hidden.has(record.parent))) {
      hidden.add(record);
      continue;
    }
    const { sums, runs } = record;
    if (SCORED.has(record.tag) || isLooseParagraph(record))
      credit(record.parent, sums.length, sums.commas);
    else for (const run of runs) credit(record, run.length, run.commas);
  }
  for (const [record, score] of scores) scores.set(record, score * (1 - linkShare(record)));
  return scores;
}

function topOf(scores: ReadonlyMap<Counted, number>, body: Counted): Counted {
  const sorted = [...scores].sort((one, other) => other[1] - one[1]).slice(0, 5);
  const [first] = sorted;
  if (first === undefined || first[0] === body) return body;
  let [top] = first;
  const rivals = sorted.slice(1).filter(([, score]) => score / first[1] >= 0.75);
  if (rivals.length >= 3) {
    for (let above = top.parent; above !== null && above !== body; above = above.parent) {
      const here = above;
      if (rivals.filter(([rival]) => isBelow(rival, here)).length >= 3) {
        top = above;
        break;
      }
    }
  }
  let last = scores.get(top) ?? 0;
  const floor = last / 3;
  for (let above = top.parent; above !== null && above.tag !== 'body'; above = above.parent) {
    const score = scores.get(above);
    if (score === undefined) continue;
    if (score < floor) break;
    if (score > last) {
      top = above;
      break;
    }
    last = score;
  }
  while (top.parent !== null && top.parent.tag !== 'body' && elementsIn(top.parent) === 1)
    top = top.parent;
  return top;
}

function isBelow(record: Counted, above: Counted): boolean {
  for (let at = record.parent; at !== null; at = at.parent) if (at === above) return true;
  return false;
}

function elementsIn({ element }: Counted): number {
  return element.childNodes.filter((child) => 'tagName' in child).length;
}

/** Neighbours of the best element that are text too: an article often lies in several boxes. */
function besides(top: Counted, scores: ReadonlyMap<Counted, number>): Counted[] {
  const best = scores.get(top) ?? 0;
  const enough = Math.max(10, best * 0.2);
  const { parent } = top;
  if (parent === null || top.tag === 'body') return [];
  return childrenOf(parent).filter((record) => {
    if (record === top || record.dropped) return false;
    const score = scores.get(record);
    const alike = record.name !== '' && classOf(record) !== '' && classOf(record) === classOf(top);
    if (score !== undefined && score + (alike ? best * 0.2 : 0) >= enough) return true;
    if (record.tag !== 'p' && !isLooseParagraph(record)) return false;
    const { length } = record.sums;
    const links = linkShare(record);
    return length > 80 ? links < 0.25 : length > 0 && links === 0 && length > 25;
  });
}

function classOf({ element }: Counted): string {
  return attribute(element, 'class') ?? '';
}
