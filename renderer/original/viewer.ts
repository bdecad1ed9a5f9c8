/**
 * The drawn pages of a PDF: pdf.js' own viewer without its application. Pages near the view are drawn
 * and a few are kept; nothing in the file acts (no scripts, forms, links or attachments).
 */
// The viewer takes the library from the page's global object: the library comes first.
import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** 'page-width', 'page-fit', or a factor: 1 is the size printed. */
export type Zoom = 'page-width' | 'page-fit' | number;

/** What the bar above the pages shows. */
export interface ViewState {
  /** One-based. */
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  /** The factor that came out. */
  readonly factor: number;
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly rotation: number;
}

/** A place in the original: a page, and the share of its height at the top of the view. */
export interface PagePlace {
  readonly page: number;
  readonly top: number;
}

export const SMALLEST = 0.25;
export const LARGEST = 5;

/** Canvas pixels of one page; beyond, only the part in view is drawn sharp. Ten pages are kept. */
const PIXELS = 8_000_000;
/** Milliseconds after a turn of the wheel until pages are drawn anew. */
const REDRAW = 250;

export type PageEvent = 'changed' | 'drawn';

export class PageView {
  readonly container: HTMLDivElement;
  readonly #viewer: PDFViewer;
  readonly #bus = new EventBus();
  readonly #ended = new AbortController();
  #ready = false;

  /**
   * @param container scrolls; absolutely positioned, its first child holds the pages.
   * @param onEvent told with the page's number where one page is meant, else 0.
   */
  constructor(container: HTMLDivElement, onEvent: (event: PageEvent, page: number) => void) {
    this.container = container;
    this.#viewer = new PDFViewer({
      container,
      eventBus: this.#bus,
      l10n: SILENT,
      annotationMode: AnnotationMode.ENABLE,
      enableAutoLinking: false,
      enableSelectionRendering: false,
      supportsPinchToZoom: false,
      maxCanvasPixels: PIXELS,
      abortSignal: this.#ended.signal,
    } as unknown as ConstructorParameters<typeof PDFViewer>[0]);
    const changed = (): void => onEvent('changed', 0);
    for (const name of ['pagesinit', 'pagechanging', 'scalechanging', 'rotationchanging']) {
      this.#bus.on(name, changed);
    }
    const drawn = ({ pageNumber }: { pageNumber: number }): void => onEvent('drawn', pageNumber);
    this.#bus.on('textlayerrendered', drawn);
    this.#bus.on('pagerendered', drawn);
    const sizes = new ResizeObserver(() => this.#fit());
    sizes.observe(container);
    this.#ended.signal.addEventListener('abort', () => sizes.disconnect());
  }

  /** Shows a document; resolves when its pages have their places. */
  async open(pdf: PDFDocumentProxy, zoom: Zoom, rotation: number): Promise<void> {
    const placed = new Promise<void>((resolve) => {
      this.#bus.on('pagesinit', () => resolve(), { once: true });
    });
    this.#viewer.setDocument(pdf);
    await placed;
    this.#ready = true;
    if (rotation !== 0) this.#viewer.pagesRotation = rotation;
    this.zoom(zoom);
  }

  close(): void {
    this.#ready = false;
    this.#ended.abort();
    this.#viewer.setDocument(null as unknown as PDFDocumentProxy);
  }

  /** A fitted size follows the room it fits into; the same words stay at the top. */
  #fit(): void {
    const { zoom } = this.state;
    const { place } = this;
    if (!this.#ready || typeof zoom === 'number' || this.container.clientWidth === 0) return;
    this.zoom(zoom);
    if (place !== null) this.put(place);
  }

  get state(): ViewState {
    const { currentScale, currentScaleValue, currentPageNumber, pagesCount } = this.#viewer;
    const fits = currentScaleValue === 'page-width' || currentScaleValue === 'page-fit';
    return {
      page: currentPageNumber,
      pages: pagesCount,
      zoom: fits ? currentScaleValue : currentScale,
      factor: currentScale,
      rotation: this.#viewer.pagesRotation,
    };
  }

  zoom(zoom: Zoom): void {
    if (this.#ready) {
      this.#viewer.currentScaleValue =
        typeof zoom === 'number' ? String(Math.min(LARGEST, Math.max(SMALLEST, zoom))) : zoom;
    }
  }

  /** Enlarges around a point of the window, as the wheel does; drawn anew once it rests. */
  zoomAt(factor: number, x: number, y: number): void {
    const next = this.#viewer.currentScale * factor;
    if (!this.#ready || next < SMALLEST || next > LARGEST) return;
    this.#viewer.updateScale({ drawingDelay: REDRAW, scaleFactor: factor, origin: [x, y] });
  }

  rotate(by: 90 | -90): void {
    if (this.#ready) this.#viewer.pagesRotation = (this.#viewer.pagesRotation + by + 360) % 360;
  }

  goTo(page: number): void {
    if (this.#ready) this.#viewer.scrollPageIntoView({ pageNumber: page });
  }

  /** The element of a page; undefined where there is no such page. */
  element(page: number): HTMLElement | undefined {
    return this.#view(page)?.div;
  }

  /** Numbers of the pages in view, in order. */
  visible(): number[] {
    const { top, bottom } = this.container.getBoundingClientRect();
    const found: number[] = [];
    for (let page = this.#firstVisible(top); page <= this.#viewer.pagesCount; page += 1) {
      const box = this.element(page)?.getBoundingClientRect();
      if (box === undefined || box.top >= bottom) break;
      found.push(page);
    }
    return found;
  }

  #firstVisible(top: number): number {
    let low = 1;
    let high = this.#viewer.pagesCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.element(middle)?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Where the view begins. */
  get place(): PagePlace | null {
    const page = this.visible()[0];
    const box = page === undefined ? undefined : this.element(page)?.getBoundingClientRect();
    if (page === undefined || box === undefined || box.height === 0) return null;
    const top = (this.container.getBoundingClientRect().top - box.top) / box.height;
    return { page, top: Math.min(1, Math.max(0, top)) };
  }

  /** Puts a place at `below` CSS pixels under the top of the view. */
  put({ page, top }: PagePlace, below = 0): void {
    const box = this.element(page)?.getBoundingClientRect();
    if (!this.#ready || box === undefined) return;
    const view = this.container.getBoundingClientRect();
    this.container.scrollTop += box.top + top * box.height - view.top - below;
  }

  /** A point of a page in its own units as shares of the page as it is shown. */
  shares(page: number, x: number, y: number): { left: number; top: number } | null {
    const viewport = this.#view(page)?.viewport;
    if (viewport === undefined) return null;
    const [left = 0, top = 0] = viewport.convertToViewportPoint(x, y) as [number, number];
    return { left: left / viewport.width, top: top / viewport.height };
  }

  #view(page: number): DrawnPage | undefined {
    return this.#viewer.getPageView(page - 1) as DrawnPage | undefined;
  }
}

/** What this needs of pdf.js' page view, whose own types say too much and too little. */
interface DrawnPage {
  readonly div: HTMLDivElement;
  readonly viewport: {
    readonly width: number;
    readonly height: number;
    convertToViewportPoint(x: number, y: number): number[];
  };
}

/** The viewer's own sentences are not shown: the interface has its own. */
const SILENT = {
  getLanguage: () => 'en',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
};
