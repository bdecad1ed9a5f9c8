/**
 * The images of one PDF page with the place each is shown at: found in pdf.js's list of drawing
 * operations, which is followed for its transformations alone. Knows pdf.js's ways to keep pixels.
 */
import type { PDFPageProxy } from 'pdfjs-dist';

type Matrix = readonly [number, number, number, number, number, number];

export interface PlacedImage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** From the unit square to the page's own coordinates. */
  readonly place: Matrix;
  /** True for a stencil: it darkens and never covers with white. */
  readonly ink: boolean;
  /** Grey (0 black to 255 white) of a pixel, by its index, row and column. */
  readonly grey: (index: number, row: number, column: number) => number;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

interface Found {
  readonly source: unknown;
  readonly place: Matrix;
  readonly ink: boolean;
}

/** Images smaller than this in both directions are ornaments. */
const ORNAMENT = 16;

type Operations = typeof import('pdfjs-dist').OPS;

export async function imagesOf(page: PDFPageProxy, ops: Operations): Promise<PlacedImage[]> {
  const list = await page.getOperatorList();
  const found = follow(list.fnArray, list.argsArray as unknown[][], ops);
  const images: PlacedImage[] = [];
  for (const { source, place, ink } of found) {
    const pixels = await pixelsOf(page, source);
    if (pixels === null || (pixels.width < ORNAMENT && pixels.height < ORNAMENT)) continue;
    const { width, height } = pixels;
    images.push({ width, height, place, ink, grey: ink ? inkOf(pixels) : greyOf(pixels) });
  }
  return images;
}

function follow(codes: readonly number[], args: readonly unknown[][], ops: Operations): Found[] {
  const found: Found[] = [];
  const above: { place: Matrix; dark: boolean }[] = [];
  let place: Matrix = [1, 0, 0, 1, 0, 0];
  let dark = true;
  codes.forEach((code, at) => {
    const given = args[at] ?? [];
    if (code === ops.save) above.push({ place, dark });
    else if (code === ops.restore || code === ops.paintFormXObjectEnd) {
      ({ place, dark } = above.pop() ?? { place, dark });
    } else if (code === ops.transform) place = times(place, given);
    else if (code === ops.paintFormXObjectBegin) {
      above.push({ place, dark });
      if (isList(given[0])) place = times(place, given[0]);
    } else if (code === ops.setFillRGBColor) dark = isDark(given);
    else if (code === ops.paintImageXObject || code === ops.paintInlineImageXObject) {
      found.push({ source: given[0], place, ink: false });
    } else if (code === ops.paintImageXObjectRepeat) {
      const [source, across, down, positions] = given;
      if (!isList(positions)) return;
      for (let one = 0; one < positions.length; one += 2) {
        const own = [across, 0, 0, down, positions[one], positions[one + 1]];
        found.push({ source, place: times(place, own), ink: false });
      }
    } else if (code === ops.paintImageMaskXObject && dark) {
      found.push({ source: given[0], place, ink: true });
    } else if (code === ops.paintImageMaskXObjectGroup && dark && Array.isArray(given[0])) {
      for (const one of given[0] as object[]) {
        const own: unknown = Reflect.get(one, 'transform');
        if (isList(own)) found.push({ source: one, place: times(place, own), ink: true });
      }
    }
  });
  return found;
}

function isList(value: unknown): value is ArrayLike<unknown> & object {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function times([a, b, c, d, e, f]: Matrix, own: ArrayLike<unknown>): Matrix {
  const [m = 1, n = 0, o = 0, p = 1, q = 0, r = 0] = Array.from(own, Number);
  return [
    a * m + c * n,
    b * m + d * n,
    a * o + c * p,
    b * o + d * p,
    a * q + c * r + e,
    b * q + d * r + f,
  ];
}

/** White paint over a scan hides, it does not write. */
function isDark([colour]: readonly unknown[]): boolean {
  const parts = /^#(..)(..)(..)$/u.exec(String(colour))?.slice(1) ?? [];
  return parts.length === 0 || parts.some((part) => Number.parseInt(part, 16) < 192);
}

/** Decoded pixels: at hand, or under a name that pdf.js will have filled when it is done. */
async function pixelsOf(page: PDFPageProxy, source: unknown): Promise<Pixels | null> {
  if (typeof source === 'string') {
    const store = source.startsWith('g_') ? page.commonObjs : page.objs;
    const value = await new Promise<unknown>((resolve) => store.get(source, resolve));
    return pixelsOf(page, value ?? null);
  }
  if (typeof source !== 'object' || source === null) return null;
  const data: unknown = Reflect.get(source, 'data');
  if (typeof data === 'string') return pixelsOf(page, data);
  if (!(data instanceof Uint8Array) && !(data instanceof Uint8ClampedArray)) return null;
  return source as Pixels;
}

/** pdf.js's kinds of pixels: 1 bit, 24 bits of colour, 32 with transparency. */
function greyOf({ kind, data, width }: Pixels): PlacedImage['grey'] {
  if (kind === 1) {
    const row = (width + 7) >> 3;
    return (_index, y, x) =>
      ((data[y * row + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0 ? 0 : 255;
  }
  const step = kind === 2 ? 3 : 4;
  return (index) => {
    const at = index * step;
    const lit = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
    if (step === 3) return lit;
    const cover = (data[at + 3] ?? 255) / 255;
    return Math.round(lit * cover + 255 * (1 - cover));
  };
}

/** A stencil paints where its bit is clear. */
function inkOf({ data, width }: Pixels): PlacedImage['grey'] {
  const row = (width + 7) >> 3;
  return (_index, y, x) => (((data[y * row + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0 ? 0 : 255);
}
