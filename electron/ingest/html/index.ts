/** A saved web page to a reading: where the document lies in the page, and what the page states. */
import { canonicalText, foldedText } from '../../core/canonical.ts';
import type { DraftMetadata } from '../../core/document.ts';
import { decodeText } from '../decode.ts';
import { primaryLanguage } from '../language.ts';
import type { Piece, Reading } from '../piece.ts';
import { articleOf, type Article } from './article.ts';
import { BlockBuilder } from './blocks.ts';
import { raisedNotes } from './raised.ts';
import { isAround, isSilent } from './clutter.ts';
import { attribute, eventsOf, parsePage, textUnder, type Element } from './tree.ts';

/**
 * Reads a page; nothing of it is ever rendered, run or fetched.
 * @param whole true for what is no saved page (a book's chapter, a mail): no site is looked for.
 */
export function readHtml(bytes: Uint8Array, whole = false): Reading {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const declared = /charset\s*=\s*["']?([\w-]{3,20})/iu.exec(head)?.[1];
  const roots = parsePage(decodeText(bytes, declared));
  const facts = factsOf(roots);
  const pieces = piecesOf(
    roots,
    facts,
    whole || facts.pasted ? null : articleOf(roots, facts.main),
  );
  const title = titleOf(facts, pieces);
  return {
    format: 'html',
    title,
    language: facts.language,
    pages: null,
    stated: facts.stated,
    pieces,
  };
}

interface Facts {
  main: Element | null;
  title: string | null;
  heading: string | null;
  language: string | null;
  stated: Partial<DraftMetadata>;
  /** True for a page made of what was copied: its reader chose what to take. */
  pasted: boolean;
}

function factsOf(roots: ReturnType<typeof parsePage>): Facts {
  const facts: Facts = {
    main: null,
    title: null,
    heading: null,
    language: null,
    stated: {},
    pasted: false,
  };
  let all = 0;
  const mains: Element[] = [];
  const articles: Element[] = [];
  for (const event of eventsOf(roots, () => true)) {
    if (event.type === 'text') all += event.text.trim().length;
    if (event.type !== 'open') continue;
    const { element } = event;
    const tag = element.tagName;
    if (tag === 'html')
      facts.language = primaryLanguage(
        attribute(element, 'lang') ?? attribute(element, 'xml:lang'),
      );
    if (tag === 'title') facts.title ??= canonicalText(textUnder(element)) || null;
    if (tag === 'h1' && facts.heading === null)
      facts.heading = canonicalText(textUnder(element)) || null;
    if (tag === 'main' || attribute(element, 'role') === 'main') mains.push(element);
    if (tag === 'main' && attribute(element, 'data-pasted') !== null) facts.pasted = true;
    if (tag === 'article') articles.push(element);
    if (tag === 'meta') {
      const name = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
      const date = /^\d{4}-\d{2}-\d{2}/u.exec(attribute(element, 'content') ?? '')?.[0];
      if (
        date !== undefined &&
        /^(?:article:published_time|dc(?:terms)?\.(?:date|issued)|citation_date|date)$/iu.test(name)
      ) {
        facts.stated = { ...facts.stated, date };
      }
    }
  }
  const candidates = mains.length > 0 ? mains : articles;
  if (candidates.length === 1 && candidates[0] !== undefined) {
    const inside = textUnder(candidates[0], (element) => !isSilent(element)).replace(
      /\s+/gu,
      '',
    ).length;
    if (inside > 200 && inside > all * 0.1) facts.main = candidates[0];
  }
  return facts;
}

function piecesOf(
  roots: ReturnType<typeof parsePage>,
  { main, pasted }: Facts,
  article: Article | null,
): Piece[] {
  const builder = new BlockBuilder(raisedNotes(roots));
  const around: Element[] = [];
  const kept = article?.kept ?? new Set(main === null ? [] : [main]);
  let depth = 0;
  let outside = kept.size > 0;
  if (outside) builder.enterAround();
  const dropped = (element: Element): boolean =>
    !pasted && (article === null ? isAround(element, depth > 0) : article.dropped.has(element));
  for (const event of eventsOf(roots, (element) => !isSilent(element))) {
    if (event.type === 'text') {
      builder.text(event.text);
      continue;
    }
    const { element, type } = event;
    const inner = kept.has(element) || element.tagName === 'article' || element.tagName === 'main';
    if (type === 'open') {
      if (kept.has(element)) {
        builder.leaveAround();
        outside = false;
      }
      if (inner) depth += 1;
      if (!outside && around.length === 0 && dropped(element)) {
        around.push(element);
        builder.enterAround();
      }
      builder.open(element);
    } else {
      builder.close(element);
      if (around.at(-1) === element) {
        around.pop();
        builder.leaveAround();
      }
      if (inner) depth -= 1;
      if (kept.has(element)) {
        builder.enterAround();
        outside = true;
      }
    }
  }
  if (outside) builder.leaveAround();
  return builder.pieces;
}

/** The page's own heading, where `<title>` confirms it; else `<title>` without the site's name. */
function titleOf({ title, heading }: Facts, pieces: readonly Piece[]): string | null {
  if (title === null) return heading;
  if (heading !== null && foldedText(title).includes(foldedText(heading))) return heading;
  const bare = title.split(/\s+[|–—»·-]\s+/u)[0] ?? title;
  const first = pieces.find(({ kind, level }) => kind === 'heading' && level === 1);
  if (first !== undefined && bare.length < 12) return canonicalText(first.text);
  return bare.length >= 4 ? bare : title;
}
