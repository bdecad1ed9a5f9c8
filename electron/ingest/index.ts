/**
 * The door of ingest: bytes to document draft. Pure: no Node, no DOM, no network, no clock; the
 * same bytes give the same draft in every host. It knows which reader serves which format.
 * Beside it, `sniff.ts` and `extractor.ts` answer without loading any reader.
 */
import type { DocumentDraft, Format } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import { assemble } from './assemble.ts';
import { EXTRACTOR } from './extractor.ts';
import { readContainer } from './container.ts';
import { readDocx } from './docx/index.ts';
import { readEml } from './eml.ts';
import { readEpub } from './epub.ts';
import { readHtml } from './html/index.ts';
import { DEFAULT_LIMITS, proceed, within, type Limits } from './limits.ts';
import { readMhtml } from './mhtml.ts';
import { readMarkdown } from './markdown.ts';
import { readOdt } from './odt/index.ts';
import { refusePicture } from './ocr/pictures.ts';
import { passagesDraft } from './passages.ts';
import { readPdf } from './pdf/index.ts';
import type { Reading } from './piece.ts';
import { readRtf } from './rtf/index.ts';
import { readOdp } from './slides/odp.ts';
import { readPptx } from './slides/pptx.ts';
import { sniff } from './sniff.ts';
import { readTxt } from './txt.ts';

/** What a host gives besides the bytes. */
export interface ParseOptions {
  /** File name: only a hint (never opened), and the way to know `*.passages.tsv`. */
  readonly name: string;
  /** Limits that differ from the defaults. */
  readonly limits?: Partial<Limits>;
  /** Looked at between pages and steps; then the parse ends with `cancelled`. */
  readonly signal?: AbortSignal;
  /**
   * Folder with pdf.js's `cmaps/`, `standard_fonts/` and `wasm/`: a URL in a window, a path or file
   * URL in Node. Without it PDFs in some Asian encodings lose text.
   */
  readonly assets?: string;
  /** Opens a locked PDF; other locked formats cannot be opened. */
  readonly password?: string;
  /** Gives the bytes of PDFium's engine; without it pdf.js reads every PDF, several times slower. */
  readonly pdfium?: () => Promise<Uint8Array>;
}

/**
 * Reads one original. Where files are inside it the draft has them too, and may have no text.
 * @throws FaultError and nothing else: `file-empty`, `file-too-large`, `type-unknown`,
 *   `type-unsupported`, `type-lying`, `damaged`, `encrypted`, `password-wrong`,
 *   `no-text`, `no-words`, `limit-exceeded`, `cancelled`.
 */
export async function parseDocument(
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<DocumentDraft> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  proceed(options.signal);
  within(limits, 'bytes', bytes.length);
  const format = sniff(bytes, options.name);
  try {
    if (format === 'passages') return passagesDraft(bytes, limits, EXTRACTOR);
    const reading = await readAs(format, bytes, limits, options);
    proceed(options.signal);
    return assemble(reading, limits);
  } catch (error) {
    throw faultOf(error, format);
  }
}

async function readAs(
  format: Exclude<Format, 'passages'>,
  bytes: Uint8Array,
  limits: Limits,
  options: ParseOptions,
): Promise<Reading> {
  switch (format) {
    case 'pdf':
      return readPdf(bytes, limits, options);
    case 'docx':
      return readDocx(bytes, limits);
    case 'odt':
      return readOdt(bytes, limits);
    case 'epub':
      return readEpub(bytes, limits);
    case 'eml':
      return readEml(bytes, limits);
    case 'zip':
      return readContainer(bytes, limits);
    case 'mhtml':
      return readMhtml(bytes, limits);
    case 'rtf':
      return readRtf(bytes, limits);
    case 'pptx':
      return readPptx(bytes, limits);
    case 'odp':
      return readOdp(bytes, limits);
    case 'html':
      return readHtml(bytes);
    case 'md':
      return readMarkdown(bytes);
    case 'txt':
      return readTxt(bytes);
    case 'jpeg':
    case 'png':
    case 'tiff':
      return refusePicture(bytes, format);
  }
}

/** A library's own error means that the file is not what its format allows. */
function faultOf(error: unknown, format: Format): FaultError {
  if (error instanceof FaultError) return error;
  if (error instanceof RangeError) return new FaultError('limit-exceeded', 'depth');
  return new FaultError('damaged', `${format}: ${error instanceof Error ? error.name : 'error'}`);
}
