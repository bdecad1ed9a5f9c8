/**
 * A PDF read by PDFium, which reads text several times faster than pdf.js: page by page, with a word
 * on what it leaves to the other reader.
 */
import { proceed, within, type Limits } from '../limits.ts';
import { BLOCKS_PER_PAGE, type OpenedPdf, type PdfPage } from './open.ts';
import { nameAt, textFrom, withPdfium, type EngineBytes, type OpenFile } from './pdfium.ts';
import { runsOf } from './runs.ts';
import { withStamps } from './stamps.ts';

/** What PDFium read of a file, all four turns of each page, and what it did not. */
export interface QuickPdf extends OpenedPdf {
  /** Numbers of the pages that the other reader should read. */
  readonly doubtful: ReadonlySet<number>;
  /** Numbers of the pages that have annotations other than links: the other reader knows these. */
  readonly annotated: ReadonlySet<number>;
}

/** Kinds of annotations without a text: links, and the windows of notes. */
const LINK = 2;
const POPUP = 16;

/** @returns null where PDFium cannot read the file. @throws FaultError `encrypted`, `limit-exceeded`, `cancelled`. */
export function readQuickly(
  bytes: Uint8Array,
  limits: Limits,
  engine: EngineBytes,
  signal?: AbortSignal,
): Promise<QuickPdf | null> {
  return withPdfium(bytes, engine, (file) => {
    const { calls, document } = file;
    const count = calls.FPDF_GetPageCount(document);
    within(limits, 'pages', count);
    const pages: PdfPage[] = [];
    const doubtful = new Set<number>();
    const annotated = new Set<number>();
    let characters = 0;
    for (let number = 1; number <= count; number += 1) {
      proceed(signal);
      const page = pageOf(file, number, annotated);
      if (page === null) doubtful.add(number);
      for (const turn of page?.turns ?? []) for (const { text } of turn) characters += text.length;
      within(limits, 'characters', characters);
      pages.push(page ?? { number, width: 612, height: 792, turns: [] });
    }
    return { pages, unread: 0, doubtful, annotated, ...statedBy(file) };
  });
}

function statedBy(file: OpenFile): { title: string | null; language: string | null } {
  const { calls, document } = file;
  const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    title: said(
      textFrom(file, (at, room) => {
        const name = nameAt(file, 'Title');
        return calls.FPDF_GetMetaText(document, name, at, room - 8);
      }),
    ),
    language: said(textFrom(file, (at, room) => calls.FPDFCatalog_GetLanguage(document, at, room))),
  };
}

/** One page; null where it cannot be read, or not with certainty. */
function pageOf(file: OpenFile, number: number, annotated: Set<number>): PdfPage | null {
  const { calls, memory, scratch } = file;
  const loaded = calls.FPDF_LoadPage(file.document, number - 1);
  if (loaded === 0) return null;
  if (hasAnnotations(file, loaded)) annotated.add(number);
  const page = annotated.has(number) ? withStamps(file, loaded, number - 1) : loaded;
  if (page === 0) return null;
  const text = calls.FPDFText_LoadPage(page);
  try {
    if (text === 0) return null;
    const known = calls.FPDF_GetPageBoundingBox(page, scratch) !== 0;
    const box = memory.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 4);
    const [left, top, right, bottom] = known ? [...box] : [];
    if (left === undefined || top === undefined || right === undefined || bottom === undefined)
      return null;
    const turned = (calls.FPDFPage_GetRotation(page) % 4) * 90;
    const size = { width: right - left, height: top - bottom };
    const nextBlock = number * BLOCKS_PER_PAGE;
    const turns = runsOf({ file, page, text, left, bottom, ...size, turned, nextBlock });
    if (turns === null) return null;
    const sideways = turned % 180 !== 0;
    return {
      number,
      width: sideways ? size.height : size.width,
      height: sideways ? size.width : size.height,
      turns,
    };
  } finally {
    if (text !== 0) calls.FPDFText_ClosePage(text);
    calls.FPDF_ClosePage(page);
  }
}

function hasAnnotations({ calls }: OpenFile, page: number): boolean {
  const count = calls.FPDFPage_GetAnnotCount(page);
  for (let at = 0; at < count; at += 1) {
    const annotation = calls.FPDFPage_GetAnnot(page, at);
    if (annotation === 0) continue;
    const kind = calls.FPDFAnnot_GetSubtype(annotation);
    calls.FPDFPage_CloseAnnot(annotation);
    if (kind !== LINK && kind !== POPUP) return true;
  }
  return false;
}
