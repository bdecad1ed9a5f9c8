/**
 * The one place that speaks to pdf.js: opens a file in this very thread, with everything off that
 * runs, fetches or draws, and gives each page's pieces of text with their place.
 */
import { FaultError } from '../../core/fault.ts';
import { proceed, within, type Limits } from '../limits.ts';
import { tagsOf, type Tag } from './structure.ts';

/** Address of a folder of pdf.js's data below the host's base: a URL in a window, a path in Node. */
export function assetsBelow(base: string | undefined): object {
  if (base === undefined) return {};
  const folder = base.replace(/^file:\/\/(?=\/)/u, '').replace(/\/*$/u, '/');
  const path = folder === base ? base : decodeURIComponent(folder).replace(/^\/(?=[A-Za-z]:)/u, '');
  return {
    cMapUrl: `${path}cmaps/`,
    standardFontDataUrl: `${path}standard_fonts/`,
    wasmUrl: `${path}wasm/`,
  };
}

/** A piece of text on a page, upright: x to the right, y upwards, in points. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Name of the font inside this file; tells fonts apart, nothing more. */
  readonly font: string;
  readonly rtl: boolean;
  /** Block of the file's own structure, or null where it has none. */
  readonly tag: Tag | null;
}

/** One page: its upright text first, then text turned by 90, 180 or 270 degrees, made upright. */
export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly turns: readonly (readonly Glyphs[])[];
}

/** What the file says of itself, and its pages. */
export interface OpenedPdf {
  readonly pages: readonly PdfPage[];
  readonly title: string | null;
  readonly language: string | null;
}

/** More blocks than a page can show: keeps their numbers apart from page to page. */
const BLOCKS_PER_PAGE = 1_000_000;

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

let loaded: Promise<PdfJs> | null = null;

/** Loads pdf.js once, only when the first PDF comes. */
export function pdfJs(): Promise<PdfJs> {
  return (loaded ??= load());
}

async function load(): Promise<PdfJs> {
  // Classes of drawing that pdf.js looks for on loading; text needs none of them.
  for (const name of ['DOMMatrix', 'Path2D']) {
    if (!Reflect.has(globalThis, name)) Reflect.set(globalThis, name, Object);
  }
  // With its worker's code at hand pdf.js starts no worker: no thread, nothing to fetch.
  Reflect.set(globalThis, 'pdfjsWorker', await import('pdfjs-dist/legacy/build/pdf.worker.mjs'));
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** @throws FaultError `encrypted`, `damaged`, `limit-exceeded`, `cancelled`. */
export async function openPdf(
  bytes: Uint8Array,
  limits: Limits,
  assets?: string,
  signal?: AbortSignal,
): Promise<OpenedPdf> {
  const { getDocument } = await pdfJs();
  const task = getDocument({
    // A copy, and no Buffer: pdf.js takes the memory it is given, and refuses Buffers.
    data: new Uint8Array(bytes),
    ...assetsBelow(assets),
    cMapPacked: true,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    maxImageSize: 0,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    within(limits, 'pages', document.numPages);
    const stated = await statedBy(document);
    const pages: PdfPage[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      proceed(signal);
      const page = await pageOf(document, number);
      characters += page.turns.reduce(
        (sum, turn) => sum + turn.reduce((all, { text }) => all + text.length, 0),
        0,
      );
      within(limits, 'characters', characters);
      pages.push(page);
    }
    return { pages, ...stated };
  } catch (error) {
    throw faultOf(error);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

function faultOf(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new FaultError('encrypted', 'pdf');
  return new FaultError('damaged', `pdf: ${name}`);
}

async function statedBy(
  document: PdfDocument,
): Promise<{ title: string | null; language: string | null }> {
  try {
    const { info } = await document.getMetadata();
    const said = (key: string): string | null => {
      const value: unknown = Reflect.get(info, key);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
    };
    return { title: said('Title'), language: said('Language') };
  } catch {
    return { title: null, language: null };
  }
}

/** A page that cannot be read is an empty one: the others still count. */
async function pageOf(document: PdfDocument, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    const content = await page.getTextContent({
      disableNormalization: true,
      includeMarkedContent: true,
    });
    const marked = content.items.some((item) => 'id' in item && item.id !== '');
    const tags = tagsOf(
      marked ? await page.getStructTree().catch(() => null) : null,
      number * BLOCKS_PER_PAGE,
    );
    const [left = 0, bottom = 0, right = 612, top = 792] = page.view;
    const turned = ((page.rotate % 360) + 360) % 360;
    const turns: Glyphs[][] = [[], [], [], []];
    const open: (Tag | null)[] = [];
    for (const item of content.items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop();
        else open.push(('id' in item ? tags.get(item.id) : undefined) ?? open.at(-1) ?? null);
        continue;
      }
      if (item.str === '') continue;
      const [a = 1, b = 0, , , e = 0, f = 0] = item.transform as number[];
      const size = Math.abs(item.height) || Math.hypot(a, b);
      const angle = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90 - turned + 720) % 360;
      const place = uprightPlace(e - left, f - bottom, turned, angle, right - left, top - bottom);
      turns[angle / 90]?.push({
        text: item.str,
        ...place,
        width: item.width,
        size,
        font: item.fontName,
        rtl: item.dir === 'rtl',
        tag: open.at(-1) ?? null,
      });
    }
    page.cleanup();
    const sideways = turned % 180 !== 0;
    return {
      number,
      width: sideways ? top - bottom : right - left,
      height: sideways ? right - left : top - bottom,
      turns: turns.filter((turn) => turn.length > 0),
    };
  } catch {
    return { number, width: 612, height: 792, turns: [] };
  }
}

/** Place of a point after turning the page upright, then the text upright. */
function uprightPlace(
  x: number,
  y: number,
  page: number,
  text: number,
  width: number,
  height: number,
): { x: number; y: number } {
  const first = turnedPlace(x, y, page, width, height);
  return page % 180 === 0
    ? turnedPlace(first.x, first.y, text, width, height)
    : turnedPlace(first.x, first.y, text, height, width);
}

/** Place of a point of a page of the given size, after turning the page clockwise by `degrees`. */
function turnedPlace(
  x: number,
  y: number,
  degrees: number,
  width: number,
  height: number,
): { x: number; y: number } {
  if (degrees === 90) return { x: y, y: width - x };
  if (degrees === 180) return { x: width - x, y: height - y };
  if (degrees === 270) return { x: height - y, y: x };
  return { x, y };
}
