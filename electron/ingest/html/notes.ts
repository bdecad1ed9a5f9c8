/**
 * How pages write footnotes: which links are marks in the text, which elements hold the notes. The
 * ways of browsers' pages, of books, and of pages that word processors write.
 */
import { bareMark } from '../marks.ts';
import { attribute, textUnder, type Element } from './tree.ts';

/** What belongs to notes on a page whose markup does not say so. */
export interface RaisedNotes {
  /** Raised figures, in the text and before the notes. */
  readonly marks: ReadonlySet<Element>;
  /** Blocks that hold notes. */
  readonly notes: ReadonlySet<Element>;
}

/** Names that word processors, converters and encyclopedias give to notes. */
const NAMED =
  /^#?_?(?:ftn|edn|sdfootnote|sdendnote|fn|en|footnote|endnote|note|noteref|cite_note|cite_ref|fnref|ftnref|ednref|rfn|nt)[-_:]?\d/iu;

/** A reference mark of a footnote: a raised link, or one that says so; lifted out of the text. */
export function isNoteMark(element: Element): boolean {
  if (element.tagName === 'sup') {
    return element.childNodes.some((child) => 'tagName' in child && child.tagName === 'a');
  }
  if (element.tagName !== 'a') return false;
  const role = attribute(element, 'role') ?? '';
  if (
    role === 'doc-noteref' ||
    role === 'doc-backlink' ||
    /noteref|backlink/u.test(attribute(element, 'epub:type') ?? '') ||
    /footnote-(?:ref|back)/u.test(attribute(element, 'class') ?? '')
  )
    return true;
  const target = targetOf(element);
  const fragment = target.slice(target.lastIndexOf('#'));
  return NAMED.test(fragment) && bareMark(textUnder(element)) !== null;
}

/** What a link points at inside pages: an address with a fragment; '' for anything else. */
export function targetOf(element: Element): string {
  const address = attribute(element, 'href') ?? '';
  return address.includes('#') && !address.endsWith('#') ? address : '';
}

/** Holds one note, or all. */
export function isNotes(element: Element): boolean {
  const role = attribute(element, 'role') ?? '';
  return (
    /^doc-(?:endnotes?|footnotes?)$/u.test(role) ||
    /(?:^|\s)(?:foot|end|rear)notes?(?:\s|$)/u.test(attribute(element, 'epub:type') ?? '') ||
    /(?:^|\s)(?:footnotes?|MsoFootnoteText|MsoEndnoteText)(?:\s|$)/u.test(
      attribute(element, 'class') ?? '',
    )
  );
}
