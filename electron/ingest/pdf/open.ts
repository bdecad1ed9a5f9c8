/**
 * The one place that speaks to pdf.js: opens a file in this very thread, with everything off that
 * runs, fetches or draws, and gives each page's pieces of text with their place.
 */
import { FaultError } from '../../core/fault.ts';
import { proceed, within, type Limits } from '../limits.ts';
import { writtenIn } from './fields.ts';
import { hasNotes, notesIn, type PlacedText, type SeenNote } from '../filenotes/seen.ts';
import { turnedPlace, uprightPlace } from './placing.ts';
import { tagsOf, type Tag } from './structure.ts';

/** Address of a folder of pdf.js's data below the host's base: a URL in a window, a path in Node. */
function assetsBelow(base: string | undefined): object {
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
  /** Notes left on it with other programs; absent for none. */
  readonly notes?: readonly SeenNote[];
}

/** What the file says of itself, and its pages. */
export interface OpenedPdf {
  readonly pages: readonly PdfPage[];
  readonly title: string | null;
  readonly language: string | null;
  /** Pages that could not be read; they count as empty. */
  readonly unread: number;
}

/** More blocks than a page can show: keeps their numbers apart from page to page. */
export const BLOCKS_PER_PAGE = 1_000_000;

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

let loaded: Promise<PdfJs> | null = null;

/** Loads pdf.js once, only when the first PDF comes. */
function pdfJs(): Promise<PdfJs> {
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

/**
 * Starts to read a file in this very thread, with everything off that runs, fetches or draws.
 * @param data memory that pdf.js may keep; no Buffer, which it refuses.
 * @param maxImageSize pixels above which an image is not decoded; 0: none is.
 */
export async function startReading(
  data: Uint8Array<ArrayBuffer>,
  assets: string | undefined,
  maxImageSize: number,
  password?: string,
): Promise<{ task: ReturnType<PdfJs['getDocument']>; OPS: PdfJs['OPS'] }> {
  const { getDocument, OPS } = await pdfJs();
  const task = getDocument({
    data,
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
    maxImageSize,
    ...(password === undefined ? {} : { password }),
    verbosity: 0,
  });
  return { task, OPS };
}

/** What pdf.js gets from the host besides the bytes. */
export interface PdfJsHost {
  /** Folder of pdf.js's data. */
  readonly assets?: string;
  readonly signal?: AbortSignal;
  /** Opens a locked file. */
  readonly password?: string;
}

/** What is read of a page: all, what people wrote on it alone, or nothing. */
export type Wanted = 'all' | 'written' | 'nothing';

/**
 * @param wanted what to read of a page, by its number.
 * @throws FaultError `encrypted`, `password-wrong`, `damaged`, `limit-exceeded`, `cancelled`.
 */
export async function openPdf(
  bytes: Uint8Array,
  limits: Limits,
  host: PdfJsHost,
  wanted: (number: number) => Wanted = () => 'all',
): Promise<OpenedPdf> {
  let first: OpenedPdf | null = null;
  let fault: FaultError | null = null;
  try {
    // A copy, and no Buffer: pdf.js takes the memory it is given, and refuses Buffers.
    first = await read(new Uint8Array(bytes), limits, host, wanted);
    if (first.unread === 0 || first.pages.some(({ turns }) => turns.length > 0)) return first;
  } catch (error) {
    fault = faultOf(error);
    if (fault.code !== 'damaged') throw fault;
  }
  try {
    return await read(withoutTable(bytes), limits, host, wanted);
  } catch {
    if (first !== null) return first;
    throw fault ?? new FaultError('damaged', 'pdf');
  }
}

/** A copy whose table of objects cannot be found: pdf.js then looks for the objects themselves. */
function withoutTable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const word = [...'startxref'].map((letter) => letter.charCodeAt(0));
  for (let at = copy.indexOf(0x73); at >= 0; at = copy.indexOf(0x73, at + 1)) {
    if (word.every((code, offset) => copy[at + offset] === code)) copy.fill(0x20, at, at + 9);
  }
  return copy;
}

async function read(
  data: Uint8Array<ArrayBuffer>,
  limits: Limits,
  { assets, signal, password }: PdfJsHost,
  wanted: (number: number) => Wanted,
): Promise<OpenedPdf> {
  const { task } = await startReading(data, assets, 0, password);
  try {
    const document = await task.promise;
    within(limits, 'pages', document.numPages);
    const stated = await statedBy(document);
    const pages: PdfPage[] = [];
    let characters = 0;
    let unread = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      proceed(signal);
      const what = wanted(number);
      const page = what === 'nothing' ? null : await pageOf(document, number, what);
      if (page === null && what !== 'nothing') unread += 1;
      characters += (page?.turns ?? []).reduce(
        (sum, turn) => sum + turn.reduce((all, { text }) => all + text.length, 0),
        0,
      );
      within(limits, 'characters', characters);
      pages.push(page ?? { number, width: 612, height: 792, turns: [] });
    }
    return { pages, unread, ...stated };
  } catch (error) {
    throw faultOf(error);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/** pdf.js's code where a password was given, and refused. */
const WRONG_PASSWORD = 2;

/** What pdf.js threw, as a fault of the file. */
export function faultOf(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    const wrong = Reflect.get(Object(error), 'code') === WRONG_PASSWORD;
    return wrong ? new FaultError('password-wrong') : new FaultError('encrypted', 'pdf');
  }
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

/** One page, or null where it cannot be read: the others still count. */
async function pageOf(
  document: PdfDocument,
  number: number,
  wanted: Wanted,
): Promise<PdfPage | null> {
  try {
    const page = await document.getPage(number);
    const content =
      wanted === 'written'
        ? { items: [] }
        : await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
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
    const annotations: unknown[] = await page.getAnnotations().catch(() => []);
    const notes = await notesOf(page, annotations, number);
    for (const line of writtenIn(annotations)) {
      const { x, y, ...rest } = line;
      const place = turnedPlace(x - left, y - bottom, turned, right - left, top - bottom);
      turns[0]?.push({ ...rest, ...place, font: 'written', tag: null });
    }
    page.cleanup();
    const sideways = turned % 180 !== 0;
    return {
      number,
      width: sideways ? top - bottom : right - left,
      height: sideways ? right - left : top - bottom,
      turns: turns.filter((turn) => turn.length > 0),
      ...(notes.length === 0 ? {} : { notes }),
    };
  } catch {
    return null;
  }
}

/** The notes on a page, found by its text as it is laid out; none where that cannot be read. */
async function notesOf(
  page: Awaited<ReturnType<PdfDocument['getPage']>>,
  annotations: readonly unknown[],
  number: number,
): Promise<SeenNote[]> {
  if (!hasNotes(annotations)) return [];
  try {
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item ? [item as PlacedText] : []));
    return notesIn(annotations, texts, number);
  } catch {
    return [];
  }
}
