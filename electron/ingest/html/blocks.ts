/**
 * A page's elements to pieces: which elements make blocks, how lists nest and number themselves,
 * how a table's row reads as one line. It knows no clutter and no metadata.
 */
import { ordinalLetter, romanNumeral } from '../../core/number.ts';
import { primaryLanguage } from '../language.ts';
import { bareMark, liftMarks, markIn, unmarked } from '../marks.ts';
import type { Piece } from '../piece.ts';
import { isNoteMark, isNotes, targetOf, type RaisedNotes } from './notes.ts';
import { attribute, eventsOf, type Element } from './tree.ts';

/** Elements that make a block of their own. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);

interface List {
  readonly ordered: boolean;
  readonly type: string;
  next: number;
}

/** Collects pieces while a walk through the page reports what it meets. */
export class BlockBuilder {
  readonly pieces: Piece[] = [];
  readonly #lists: List[] = [];
  readonly #languages: (string | null)[] = [];
  #text = '';
  #breaks = 0;
  #marker: string | null = null;
  #quotes = 0;
  #heading = 0;
  #around = 0;
  #notes = 0;
  #rows: string[] | null = null;
  #lifted = 0;
  /** What the link being read points at, '' outside of any. */
  #target = '';
  /** Names of elements opened since the last piece: marks may point at the next one. */
  #keys: string[] = [];
  readonly #raised: RaisedNotes;

  constructor(raised: RaisedNotes) {
    this.#raised = raised;
  }

  /** Everything from here to the matching `leaveAround` is furniture. */
  enterAround(): void {
    this.#flush();
    this.#around += 1;
  }

  leaveAround(): void {
    this.#flush();
    this.#around -= 1;
  }

  open(element: Element): void {
    const tag = element.tagName;
    if (this.#isMark(element)) {
      // Notes that share a paragraph stand on lines of their own.
      if (this.#notes > 0 && this.#breaks > 0 && this.#rows === null) this.#flush();
      this.#lifted += 1;
    }
    if (tag === 'a') this.#target = targetOf(element);
    if (BLOCKS.has(tag) && this.#rows === null) this.#flush();
    const name = attribute(element, 'id') ?? (tag === 'a' ? attribute(element, 'name') : null);
    if (name !== null && name !== '' && this.#keys.length < 50) this.#keys.push(name);
    if (tag === 'br') this.#lineBreak();
    if (!BLOCKS.has(tag)) return;
    if (this.#rows !== null) {
      if (tag === 'td' || tag === 'th') this.#cell();
      else this.#text += ' ';
      return;
    }
    this.#languages.push(
      primaryLanguage(attribute(element, 'lang') ?? attribute(element, 'xml:lang')),
    );
    if (/^h[1-6]$/u.test(tag)) this.#heading = Number(tag[1]);
    if (tag === 'blockquote') this.#quotes += 1;
    if (this.#isNote(element)) this.#notes += 1;
    if (tag === 'ul' || tag === 'ol' || tag === 'menu') {
      const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
      this.#lists.push({
        ordered: tag === 'ol',
        type: attribute(element, 'type') ?? '1',
        next: Number.isFinite(start) ? start : 1,
      });
    }
    if (tag === 'li') this.#marker = this.#nextMarker(element);
    if (tag === 'tr' && isDataRow(element)) this.#rows = [];
  }

  close(element: Element): void {
    const tag = element.tagName;
    if (this.#isMark(element)) this.#lifted -= 1;
    if (tag === 'a') this.#target = '';
    if (!BLOCKS.has(tag)) return;
    if (this.#rows !== null) {
      if (tag !== 'tr') return;
      this.#cell();
      const cells = this.#rows.filter((cell) => cell !== '');
      this.#rows = null;
      if (cells.length > 0) this.#push({ kind: 'table-row', text: cells.join(' | ') });
      this.#languages.pop();
      return;
    }
    this.#flush();
    this.#languages.pop();
    if (/^h[1-6]$/u.test(tag)) this.#heading = 0;
    if (tag === 'blockquote') this.#quotes -= 1;
    if (this.#isNote(element)) this.#notes -= 1;
    if (tag === 'ul' || tag === 'ol' || tag === 'menu') this.#lists.pop();
    if (tag === 'li') this.#marker = null;
  }

  text(text: string): void {
    if (this.#lifted > 0 && /^(?:[\s[\](),;\d*†‡\u21A9\u2191^]|\uFE0E)*$/u.test(text)) {
      const mark = bareMark(text);
      if (mark !== null) this.#text += markIn(mark, this.#target);
      return;
    }
    if (text.trim() !== '') this.#breaks = 0;
    this.#text += text;
  }

  #isMark(element: Element): boolean {
    return isNoteMark(element) || this.#raised.marks.has(element);
  }

  #isNote(element: Element): boolean {
    return isNotes(element) || this.#raised.notes.has(element);
  }

  #lineBreak(): void {
    this.#breaks += 1;
    if (this.#breaks >= 2 && this.#rows === null) this.#flush();
    else this.#text += '\n';
  }

  #cell(): void {
    this.#rows?.push(this.#text.replace(/\s+/gu, ' ').trim());
    this.#text = '';
  }

  #nextMarker(item: Element): string {
    const list = this.#lists.at(-1);
    if (list === undefined || !list.ordered) return '•';
    const value = Number.parseInt(attribute(item, 'value') ?? '', 10);
    const number = Number.isFinite(value) ? value : list.next;
    list.next = number + 1;
    if (number < 1 || number > 399) return `${number}.`;
    if (list.type === 'a') return `${ordinalLetter(number)}.`;
    if (list.type === 'A') return `${ordinalLetter(number).toUpperCase()}.`;
    if (list.type === 'i') return `${romanNumeral(number)}.`;
    if (list.type === 'I') return `${romanNumeral(number).toUpperCase()}.`;
    return `${number}.`;
  }

  #flush(): void {
    const text = this.#text;
    this.#text = '';
    this.#breaks = 0;
    if (unmarked(text).trim() === '') return;
    if (this.#heading > 0) this.#push({ kind: 'heading', level: this.#heading, text });
    else if (this.#lists.length > 0 && this.#marker !== null) {
      this.#push({
        kind: 'list-item',
        level: this.#lists.length - 1,
        text,
        marker: this.#marker,
        mereList: true,
      });
      this.#marker = null;
    } else this.#push({ kind: this.#quotes > 0 ? 'quote' : 'paragraph', text });
  }

  #push(given: Piece): void {
    const language = this.#languages.findLast((one) => one !== null);
    const said = language === undefined || language === null ? {} : { language };
    const { calls = [], ...piece } = liftMarks(given);
    const keys = this.#keys.length === 0 ? {} : { keys: this.#keys };
    this.#keys = [];
    if (this.#around > 0) this.pieces.push({ kind: 'furniture', text: piece.text, ...said });
    else if (this.#notes > 0 && piece.kind !== 'heading') {
      // A link back to its call stands before a note as the note's own mark.
      const own = piece.marker ?? calls[0]?.mark;
      const marker = own === undefined ? {} : { marker: own };
      this.pieces.push({ kind: 'footnote', text: piece.text, ...marker, ...keys, ...said });
    } else
      this.pieces.push({ ...piece, ...(calls.length === 0 ? {} : { calls }), ...keys, ...said });
  }
}

/** A row of data has several cells of short text; a row that lays out the page has blocks inside. */
function isDataRow(row: Element): boolean {
  let cells = 0;
  let blocks = 0;
  let letters = 0;
  for (const event of eventsOf(row.childNodes, () => true)) {
    if (event.type === 'text') letters += event.text.trim().length;
    else if (event.type === 'open') {
      const tag = event.element.tagName;
      if (tag === 'td' || tag === 'th') cells += 1;
      else if (tag === 'table' || /^h[1-6]$/u.test(tag)) return false;
      else if (tag === 'p' || tag === 'div' || tag === 'li') blocks += 1;
    }
  }
  return cells > 1 && blocks <= cells * 4 && letters < 600 * cells;
}
