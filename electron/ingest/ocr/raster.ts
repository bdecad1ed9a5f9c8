/**
 * Pages of a scanned PDF as grey pictures: the page's own images, decoded by pdf.js and laid where
 * the page shows them. Nothing is drawn, so it works wherever pdf.js can read, with or without a canvas.
 */
import { faultOf, startReading } from '../pdf/open.ts';
import { imagesOf, type PlacedImage } from './placed.ts';
import { MOST_PIXELS } from './pictures.ts';

/** Dots an inch that a page is read at, at most: more only takes time. */
const MOST_DENSE = 400;

/** Pixels of a page's picture, at most. */
const MOST_PAGE_PIXELS = 30_000_000;

/** A page as a picture that the recognition engine reads. */
export interface PageImage {
  /** Pages of the whole document. */
  readonly pages: number;
  /** Pixels; 0 where the page shows no picture. */
  readonly width: number;
  readonly height: number;
  /** Portable greymap, header included; empty where the page shows no picture. */
  readonly bytes: Uint8Array;
}

export interface ScannedPdf {
  readonly pages: number;
  page(number: number): Promise<PageImage>;
  close(): Promise<void>;
}

/** @throws FaultError `encrypted`, `password-wrong`, `damaged`. */
export async function openScannedPdf(
  bytes: Uint8Array,
  assets?: string,
  password?: string,
): Promise<ScannedPdf> {
  const { task, OPS } = await startReading(new Uint8Array(bytes), assets, MOST_PIXELS, password);
  const document = await task.promise.catch((error: unknown) => {
    throw faultOf(error);
  });
  const pages = document.numPages;
  return {
    pages,
    async page(number) {
      const page = await document.getPage(number);
      try {
        const images = await imagesOf(page, OPS);
        const density = Math.min(Math.max(...images.map(densityOf), 1), MOST_DENSE / 72);
        const whole = page.getViewport({ scale: 1 });
        const fits = Math.sqrt(MOST_PAGE_PIXELS / Math.max(1, whole.width * whole.height));
        const viewport = page.getViewport({ scale: Math.min(density, fits) });
        const width = Math.max(1, Math.round(viewport.width));
        const height = Math.max(1, Math.round(viewport.height));
        if (images.length === 0) return { pages, width: 0, height: 0, bytes: new Uint8Array(0) };
        const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
        const picture = new Uint8Array(header.length + width * height).fill(255);
        picture.set(header);
        const grey = picture.subarray(header.length);
        for (const image of images) lay(image, viewport.transform, grey, width, height);
        return { pages, width, height, bytes: picture };
      } finally {
        page.cleanup();
      }
    },
    close: () => task.destroy().catch(() => undefined),
  };
}

/** Pixels a point, the denser of both directions. */
function densityOf({ width, height, place: [a, b, c, d] }: PlacedImage): number {
  return Math.max(width / (Math.hypot(a, b) || width), height / (Math.hypot(c, d) || height));
}

/** Puts an image where the page shows it: each pixel of the page looks up its own in the image. */
function lay(
  image: PlacedImage,
  view: readonly number[],
  grey: Uint8Array,
  width: number,
  height: number,
): void {
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const [ia, ib, ic, id, ie, jf] = image.place;
  // From the image's unit square to pixels of the page.
  const a = va * ia + vc * ib;
  const b = vb * ia + vd * ib;
  const c = va * ic + vc * id;
  const d = vb * ic + vd * id;
  const e = va * ie + vc * jf + ve;
  const f = vb * ie + vd * jf + vf;
  const scale = a * d - b * c;
  if (Math.abs(scale) < 1) return;
  const corners = (one: number, other: number, from: number): readonly [number, number] => [
    Math.floor(from + Math.min(0, one) + Math.min(0, other)),
    Math.ceil(from + Math.max(0, one) + Math.max(0, other)),
  ];
  const [left, right] = corners(a, c, e);
  const [top, bottom] = corners(b, d, f);
  const spread = Math.floor(Math.sqrt((image.width * image.height) / Math.abs(scale)));
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x += 1) {
      const dx = x + 0.5 - e;
      const dy = y + 0.5 - f;
      const u = (d * dx - c * dy) / scale;
      const v = 1 - (a * dy - b * dx) / scale;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const at = y * width + x;
      const own = sampled(image, Math.floor(u * image.width), Math.floor(v * image.height), spread);
      grey[at] = image.ink ? Math.min(grey[at] ?? 255, own) : own;
    }
  }
}

/** Grey of a pixel, averaged with its neighbours where the image is finer than the page. */
function sampled({ width, height, grey }: PlacedImage, x: number, y: number, spread: number) {
  if (spread < 2) return grey(y * width + x, y, x);
  let sum = 0;
  let count = 0;
  for (let row = y; row < Math.min(height, y + spread); row += 1) {
    for (let column = x; column < Math.min(width, x + spread); column += 1) {
      sum += grey(row * width + column, row, column);
      count += 1;
    }
  }
  return sum / count;
}
