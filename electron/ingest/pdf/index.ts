/**
 * A PDF to a reading. PDFium leads where the host has it, being several times faster; pdf.js reads
 * what PDFium leaves, and everything where there is no PDFium.
 */
import type { Limits } from '../limits.ts';
import type { Reading } from '../piece.ts';
import { openPdf, type OpenedPdf, type PdfJsHost, type PdfPage, type Wanted } from './open.ts';
import type { EngineBytes } from './pdfium.ts';
import { readQuickly } from './quick.ts';
import { readingOf } from './reading.ts';

/** What a host gives for PDFs. */
export interface PdfHost extends PdfJsHost {
  readonly pdfium?: EngineBytes;
}

/** @throws FaultError `encrypted`, `password-wrong`, `damaged`, `no-text`, `limit-exceeded`, `cancelled`. */
export async function readPdf(bytes: Uint8Array, limits: Limits, host: PdfHost): Promise<Reading> {
  return readingOf(await opened(bytes, limits, host), 'pdf');
}

async function opened(bytes: Uint8Array, limits: Limits, host: PdfHost): Promise<OpenedPdf> {
  const { pdfium, password, signal } = host;
  const quick =
    pdfium === undefined || password !== undefined
      ? null
      : await readQuickly(bytes, limits, pdfium, signal);
  // A file without a word may be one that PDFium does not understand.
  if (quick === null || !quick.pages.some(hasText)) return openPdf(bytes, limits, host);
  const { doubtful, annotated } = quick;
  const wanted = (number: number): Wanted => {
    if (doubtful.has(number)) return 'all';
    return annotated.has(number) ? 'written' : 'nothing';
  };
  const other =
    doubtful.size + annotated.size === 0
      ? null
      : await openPdf(bytes, limits, host, wanted).catch(() => null);
  const pages = quick.pages.map((page, at) => {
    const second = other?.pages[at];
    if (second === undefined) return withoutEmpty(page);
    if (doubtful.has(page.number)) return second;
    // What people wrote stands upright, and belongs to the lines of the upright text.
    const [upright = [], ...turned] = page.turns;
    const turns = [[...upright, ...second.turns.flat()], ...turned];
    const notes = second.notes === undefined ? {} : { notes: second.notes };
    return withoutEmpty({ ...page, turns, ...notes });
  });
  return { ...quick, pages };
}

function hasText({ turns }: PdfPage): boolean {
  return turns.some((turn) => turn.length > 0);
}

function withoutEmpty(page: PdfPage): PdfPage {
  return { ...page, turns: page.turns.filter((turn) => turn.length > 0) };
}
