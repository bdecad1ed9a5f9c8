/**
 * Photos and scans that are picture files: how many pages one holds, how large they are, and one
 * page alone as the recognition engine takes it. It reads headers only; pixels stay where they are.
 */
import { FaultError } from '../../core/fault.ts';

/** Formats of pictures that can be read by recognition. */
export type PictureFormat = 'jpeg' | 'png' | 'tiff';

export function isPicture(format: string): format is PictureFormat {
  return format === 'jpeg' || format === 'png' || format === 'tiff';
}

/** Pixels a page may have: a photo of 60 megapixels, or A3 at 600 dots an inch. */
export const MOST_PIXELS = 80_000_000;

/** Pages a TIFF may have. */
const MOST_PAGES = 2_000;

export interface PicturePage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the page's directory starts in a TIFF; 0 elsewhere. */
  readonly at: number;
}

/** The pages of a picture file. @throws FaultError `damaged`, `limit-exceeded`. */
export function picturePages(bytes: Uint8Array, format: PictureFormat): PicturePage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let pages: PicturePage[];
  try {
    pages =
      format === 'tiff' ? tiffPages(view) : [format === 'png' ? pngPage(view) : jpegPage(view)];
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError('damaged', format);
  }
  for (const { width, height } of pages) {
    if (width < 1 || height < 1) throw new FaultError('damaged', format);
    if (width * height > MOST_PIXELS) throw new FaultError('limit-exceeded', 'pixels');
  }
  return pages;
}

/** A picture holds no text that could be read without recognition. @throws FaultError always. */
export function refusePicture(bytes: Uint8Array, format: PictureFormat): never {
  picturePages(bytes, format);
  throw new FaultError('no-text', format);
}

/** The file as the engine must be given it to read just this page. */
export function pictureOf(
  bytes: Uint8Array,
  format: PictureFormat,
  { at }: PicturePage,
): Uint8Array {
  if (format === 'png') return bytes;
  if (format === 'jpeg') return uprightJpeg(bytes);
  // The engine reads a TIFF's first page: this one is made the first.
  const copy = new Uint8Array(bytes);
  new DataView(copy.buffer).setUint32(4, at, copy[0] === 0x49);
  return copy;
}

function pngPage(view: DataView): PicturePage {
  return { width: view.getUint32(16), height: view.getUint32(20), at: 0 };
}

function jpegPage(view: DataView): PicturePage {
  for (let at = 2; at < view.byteLength - 9;) {
    if (view.getUint8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), at: 0 };
    const bare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (marker === 0xff) at += 1;
    else at += bare ? 2 : 2 + view.getUint16(at + 2);
  }
  throw new FaultError('damaged', 'jpeg');
}

function tiffPages(view: DataView): PicturePage[] {
  const little = view.getUint8(0) === 0x49;
  const pages: PicturePage[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at !== 0 && !seen.has(at);) {
    seen.add(at);
    if (seen.size > MOST_PAGES) throw new FaultError('limit-exceeded', 'pages');
    const entries = view.getUint16(at, little);
    const size = { 256: 0, 257: 0, 254: 0 };
    for (let entry = 0; entry < entries; entry += 1) {
      const place = at + 2 + entry * 12;
      const tag = view.getUint16(place, little);
      if (tag !== 256 && tag !== 257 && tag !== 254) continue;
      const short = view.getUint16(place + 2, little) === 3;
      size[tag] = short ? view.getUint16(place + 8, little) : view.getUint32(place + 8, little);
    }
    // A reduced copy of another page is no page.
    if ((size[254] & 1) === 0) pages.push({ width: size[256], height: size[257], at });
    at = view.getUint32(at + 2 + entries * 12, little);
  }
  if (pages.length === 0) throw new FaultError('damaged', 'tiff');
  return pages;
}

/**
 * The engine turns a photo upright only where its orientation is written in big-endian order. Where
 * it is little-endian, the same is said once more in front.
 */
function uprightJpeg(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_096));
  for (let at = 0; at + 12 < view.byteLength; at += 1) {
    const isOrientation =
      view.getUint16(at, true) === 0x0112 &&
      view.getUint16(at + 2, true) === 3 &&
      view.getUint32(at + 4, true) === 1;
    if (!isOrientation) continue;
    const orientation = view.getUint16(at + 8, true);
    if (orientation < 2 || orientation > 8) return bytes;
    const said = [
      0xff,
      0xd8,
      0xff,
      0xe1,
      0,
      34,
      0x45,
      0x78,
      0x69,
      0x66,
      0,
      0,
      0x4d,
      0x4d,
      0,
      0x2a,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      orientation,
      0,
      0,
      0,
      0,
      0,
      0,
    ];
    const turned = new Uint8Array(said.length + bytes.length - 2);
    turned.set(said);
    turned.set(bytes.subarray(2), said.length);
    return turned;
  }
  return bytes;
}
