/**
 * The original on the reader's desk: its drawn pages, their texts and the marks on them together. It
 * turns paragraphs into places of the page, and clicks and selected words back into paragraphs.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Place } from '../../electron/core/annotation.ts';
import { isParagraph } from '../../electron/core/document.ts';
import type { Block } from '../../electron/core/document.ts';
import { letterAt } from './letters.ts';
import { joinPlaces, withPunctuation } from './join-places.ts';
import { lettersBetween, offsetOf, readLayer } from './page-layer.ts';
import type { PageLayer } from './page-layer.ts';
import { drawMarks, NO_MARKS } from './page-marks.ts';
import type { Marks } from './page-marks.ts';
import type { PageText } from './page-texts.ts';
import { PageTexts } from './page-texts.ts';
import type { PagePlace, PageView } from './viewer.ts';

/** Pages after the one on which a paragraph begins where it may still go on. */
const GOES_ON = 3;
/** Room kept between a place shown and the edges of the view, in CSS pixels. */
const ROOM = 56;
/** Letters around a click within which a paragraph is meant. */
const REACH = 40;

interface Drawn {
  readonly layer: PageLayer;
  readonly sheet: HTMLElement;
}

export class Desk {
  readonly view: PageView;
  readonly #blocks: readonly Block[];
  readonly #byId: ReadonlyMap<string, Block>;
  readonly #texts: PageTexts;
  readonly #drawn = new Map<number, Drawn>();
  #marks: Marks = NO_MARKS;
  #asked = 0;

  constructor(view: PageView, pdf: PDFDocumentProxy, blocks: readonly Block[]) {
    this.view = view;
    this.#blocks = blocks;
    this.#byId = new Map(blocks.map((block) => [block.id, block]));
    this.#texts = new PageTexts(pdf, blocks);
  }

  /** To be called when a page or its text layer was drawn. */
  async pageDrawn(page: number): Promise<void> {
    const element = this.view.element(page);
    const text = await this.#texts.load(page);
    const textLayer = element?.querySelector<HTMLElement>(':scope > .textLayer');
    if (element === undefined || textLayer === null || textLayer === undefined) return;
    // Reading goes through the paragraphs; a stop of its own for each page would only be in the way.
    textLayer.tabIndex = -1;
    const layer = readLayer(textLayer);
    // Another text than the one that was read: nothing of it can be placed.
    if (text === null || layer.letters.text !== text.map.letters) return;
    const sheet = this.#drawn.get(page)?.sheet ?? newSheet();
    this.#drawn.set(page, { layer, sheet });
    if (sheet.parentElement !== element) textLayer.before(sheet);
    this.#draw(page);
  }

  /** Puts back sheets that the viewer took away with a page about to be drawn anew. */
  keepSheets(): void {
    for (const [page, { sheet, layer }] of this.#drawn) {
      const element = this.view.element(page);
      if (element === undefined || !element.contains(layer.element)) this.#drawn.delete(page);
      else if (sheet.parentElement === null) layer.element.before(sheet);
    }
  }

  /** Takes all marks off the pages. */
  clear(): void {
    for (const { sheet } of this.#drawn.values()) sheet.remove();
    this.#drawn.clear();
  }

  show(marks: Marks): void {
    this.#marks = marks;
    for (const page of this.#drawn.keys()) this.#draw(page);
  }

  #draw(page: number): void {
    const drawn = this.#drawn.get(page);
    const element = this.view.element(page);
    const text = this.#texts.peek(page);
    if (drawn === undefined || element === undefined || text === null) return;
    if (drawn.layer.element.hidden) return;
    drawMarks(drawn.sheet, element, drawn.layer, text.map, this.#marks);
  }

  /**
   * Brings a paragraph, or the words of a place in it, into view; the page alone where the words
   * can't be found on it.
   * @param always true: to the upper part of the view even where it can be seen already.
   */
  async reveal(paragraphId: string, words: Place | null, always = false): Promise<void> {
    const block = this.#byId.get(paragraphId);
    if (block === undefined || block.page === null) return;
    const asked = (this.#asked += 1);
    const found = await this.#find(block, words);
    if (asked !== this.#asked) return;
    const place = found ?? { page: block.page, top: 0 };
    if (found === null && this.view.visible().includes(place.page)) return;
    if (!always && this.#isSeen(place)) return;
    const height = this.view.container.clientHeight;
    this.view.put(place, found === null ? 0 : Math.min(height * 0.22, 180));
  }

  /** Where a paragraph begins, should its page's text have been read; null when in doubt. */
  placeOf(paragraphId: string): PagePlace | null {
    const block = this.#byId.get(paragraphId);
    if (block === undefined || block.page === null) return null;
    const text = this.#texts.peek(block.page);
    if (text === null) void this.#texts.load(block.page);
    const first = text?.map.paragraph(paragraphId)[0]?.first;
    return text === null || first === undefined ? null : this.#placeOn(block.page, text, first);
  }

  /** The first paragraph that begins in view, and its distance from the view's top in CSS pixels. */
  firstInView(): { readonly id: string; readonly below: number } | null {
    for (const page of this.view.visible()) {
      const text = this.#texts.peek(page);
      for (const id of text?.map.ids ?? []) {
        const block = this.#byId.get(id);
        if (block?.page !== page || !isParagraph(block.kind)) continue;
        const place = this.placeOf(id);
        const below = place === null ? -1 : this.below(place);
        if (below >= 0) return { id, below };
      }
    }
    return null;
  }

  /** CSS pixels of a place under the top of the view; negative above it. */
  below({ page, top }: PagePlace): number {
    const box = this.view.element(page)?.getBoundingClientRect();
    if (box === undefined) return -Infinity;
    return box.top + top * box.height - this.view.container.getBoundingClientRect().top;
  }

  /** The paragraph and the very place of the word at a point of the window; null: none there. */
  at(x: number, y: number): Place | null {
    const caret = document.caretPositionFromPoint(x, y);
    if (caret === null) return null;
    for (const [page, { layer }] of this.#drawn) {
      const offset = offsetOf(layer, caret.offsetNode, caret.offset);
      const map = this.#texts.peek(page)?.map;
      if (offset === null || map === undefined) continue;
      const letter = letterAt(layer.letters, Math.max(0, offset - 1));
      const [exact] = map.places(letter, letter).places;
      if (exact !== undefined) return exact;
      const id = map.blockAt(letter, REACH);
      return id === null ? null : { paragraphId: id, start: 0, end: 0 };
    }
    return null;
  }

  /** The selected words as places of the text; empty where they can't be told for certain. */
  selected(selection: Selection | null): Place[] {
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
    const range = selection.getRangeAt(0);
    const places: Place[] = [];
    let asked = 0;
    let found = 0;
    for (const page of [...this.#drawn.keys()].sort((a, b) => a - b)) {
      const { layer } = this.#drawn.get(page) ?? {};
      const map = this.#texts.peek(page)?.map;
      if (layer === undefined || map === undefined || !range.intersectsNode(layer.element))
        continue;
      const from = offsetOf(layer, range.startContainer, range.startOffset) ?? 0;
      const to = offsetOf(layer, range.endContainer, range.endOffset) ?? layer.text.length;
      const stretch = lettersBetween(layer, from, to);
      if (stretch === null) continue;
      const there = map.places(stretch.first, stretch.last);
      asked += stretch.last - stretch.first + 1;
      found += there.found;
      places.push(...there.places.map((place) => this.#punctuated(place, layer, to)));
    }
    // Mostly words that the text does not have: who knows what was meant.
    if (found * 2 < asked) return [];
    const isReadable = ({ paragraphId }: Place): boolean => {
      const kind = this.#byId.get(paragraphId)?.kind;
      return kind !== undefined && isParagraph(kind);
    };
    return joinPlaces(places.filter(isReadable), this.#blocks);
  }

  #punctuated(place: Place, { text, letters }: PageLayer, to: number): Place {
    const last = letterAt(letters, to) - 1;
    const tail = text.slice(letters.to[last] ?? to, to);
    return withPunctuation(place, this.#byId.get(place.paragraphId)?.text ?? '', tail);
  }

  async #find(block: Block, words: Place | null): Promise<PagePlace | null> {
    const first = block.page ?? 1;
    for (let page = first; page < first + GOES_ON && page <= this.view.state.pages; page += 1) {
      const text = await this.#texts.load(page);
      if (text === null) continue;
      const stretches = words === null ? text.map.paragraph(block.id) : text.map.words(words);
      const letter = typeof stretches === 'string' ? undefined : stretches[0]?.first;
      if (letter !== undefined) return this.#placeOn(page, text, letter);
      if (words === null) return null;
    }
    return null;
  }

  #placeOn(page: number, text: PageText, letter: number): PagePlace | null {
    const corner = text.cornerOf(letter);
    const shares = corner === null ? null : this.view.shares(page, corner.x, corner.y);
    return shares === null ? null : { page, top: shares.top };
  }

  #isSeen(place: PagePlace): boolean {
    const below = this.below(place);
    return below > ROOM / 2 && below < this.view.container.clientHeight - ROOM;
  }
}

function newSheet(): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = 'page-marks';
  sheet.ariaHidden = 'true';
  return sheet;
}
