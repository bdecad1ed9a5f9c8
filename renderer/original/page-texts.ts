/**
 * The texts of a PDF's pages against the document's paragraphs: read when a page is wanted, a few
 * kept. It knows where on the page a letter is printed without the page being drawn.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from '../../electron/core/document.ts';
import { lettersOf } from './letters.ts';
import { mapPage } from './page-map.ts';
import type { PageMap } from './page-map.ts';

export interface PageText {
  readonly map: PageMap;
  /** The upper left corner of the words a letter belongs to, in the page's own units. */
  cornerOf(letter: number): { readonly x: number; readonly y: number } | null;
}

interface Item {
  /** Index of its first letter. */
  readonly first: number;
  readonly x: number;
  readonly y: number;
}

/** Pages whose text is kept. */
const KEPT = 60;

export class PageTexts {
  readonly #pdf: PDFDocumentProxy;
  readonly #blocks: readonly Block[];
  readonly #kept = new Map<number, Promise<PageText | null>>();
  readonly #known = new Map<number, PageText>();

  constructor(pdf: PDFDocumentProxy, blocks: readonly Block[]) {
    this.#pdf = pdf;
    this.#blocks = blocks;
  }

  /** The page's text, should it have been read already. */
  peek(page: number): PageText | null {
    return this.#known.get(page) ?? null;
  }

  /** Reads the page's text; null where it has none or can't be read. */
  load(page: number): Promise<PageText | null> {
    const kept = this.#kept.get(page);
    if (kept !== undefined) return kept;
    const loading = this.#read(page).catch(() => null);
    this.#kept.set(page, loading);
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(old);
      this.#known.delete(old);
    }
    return loading;
  }

  async #read(page: number): Promise<PageText | null> {
    const proxy = await this.#pdf.getPage(page);
    // As the text layer asks: the letters of both must be the same.
    const { items } = await proxy.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    });
    const placed: Item[] = [];
    let text = '';
    for (const item of items) {
      if (!('str' in item)) continue;
      const letters = lettersOf(item.str).text;
      if (letters === '') continue;
      const [, , skew = 0, , x = 0, y = 0] = item.transform as number[];
      placed.push({ first: text.length, x: x + Math.min(0, skew), y: y + item.height });
      text += letters;
    }
    const map = mapPage(this.#blocks, page, text);
    const found: PageText = { map, cornerOf: (letter) => itemAt(placed, letter) };
    this.#known.set(page, found);
    return found;
  }
}

function itemAt(items: readonly Item[], letter: number): Item | null {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.first ?? 0) <= letter) low = middle;
    else high = middle - 1;
  }
  return items[low] ?? null;
}
