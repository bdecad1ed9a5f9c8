/**
 * One page of a scan as a picture, whatever the file is: what a parser hands out for recognition.
 * The document opened last stays open, since its pages are asked for one after the other.
 */
import { FaultError } from '../../core/fault.ts';
import { sniff } from '../sniff.ts';
import { isPicture, picturePages, pictureOf } from './pictures.ts';
import { openScannedPdf, type PageImage, type ScannedPdf } from './raster.ts';

export type { PageImage } from './raster.ts';

export interface PageRequest {
  /** SHA-256 of the original: tells whether it is the one that is open. */
  readonly hash: string;
  readonly name: string;
  /** One-based. */
  readonly page: number;
  readonly assets?: string;
  /** Opens a locked PDF. */
  readonly password?: string;
}

let open: { hash: string; pdf: Promise<ScannedPdf> } | null = null;

/** @throws FaultError `not-found` where there is no such page; `damaged`, `encrypted` … */
export async function pageImage(bytes: Uint8Array, request: PageRequest): Promise<PageImage> {
  const { hash, name, page, assets, password } = request;
  const format = sniff(bytes, name);
  if (isPicture(format)) {
    const pages = picturePages(bytes, format);
    const own = pages[page - 1];
    if (own === undefined) throw new FaultError('not-found', `page ${String(page)}`);
    const { width, height } = own;
    return { pages: pages.length, width, height, bytes: pictureOf(bytes, format, own) };
  }
  if (format !== 'pdf') throw new FaultError('type-unsupported', format);
  if (open?.hash !== hash) {
    void open?.pdf.then((pdf) => pdf.close()).catch(() => undefined);
    open = { hash, pdf: openScannedPdf(bytes, assets, password) };
  }
  const opening = open;
  const pdf = await opening.pdf.catch((error: unknown) => {
    // One that could not be opened is tried anew: with another password, perhaps.
    if (open === opening) open = null;
    throw error;
  });
  if (page < 1 || page > pdf.pages) throw new FaultError('not-found', `page ${String(page)}`);
  const image = await pdf.page(page);
  if (page === pdf.pages) {
    open = null;
    await pdf.close();
  }
  return image;
}
