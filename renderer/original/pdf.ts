/**
 * Opens originals with pdf.js from local files only. It knows where the application serves the
 * worker, fonts and character maps, and that a content policy with trusted types lets it load them.
 */
import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

const ASSETS = new URL('/pdfjs/', location.origin).href;
const WORKER = `${ASSETS}pdf.worker.mjs`;

/** What this needs of Chromium's trusted types, which the DOM's type library leaves out. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** One worker for the window: an original that closes ends its task, not the worker. */
let worker: PDFWorker | null = null;

/** True for the error of an original that opens with a password only. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

/** Starts the worker before the first original is asked for. */
export function startAhead(): void {
  worker ??= PDFWorker.create({ port: startWorker() });
}

/** Starts opening the original with this hash, with its password where it has one; the caller ends it with `destroy`. */
export function openOriginal(hash: string, password?: string): PDFDocumentLoadingTask {
  startAhead();
  return getDocument({
    ...(worker === null ? {} : { worker }),
    url: `${location.origin}/original/${hash}`,
    cMapUrl: `${ASSETS}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${ASSETS}standard_fonts/`,
    wasmUrl: `${ASSETS}wasm/`,
    iccUrl: `${ASSETS}iccs/`,
    ...(password === undefined ? {} : { password }),
    enableXfa: false,
    disableAutoFetch: true,
  });
}

/** The one script address that a worker may ever be started from. */
function startWorker(): Worker {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('gmg-pdf-worker', {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError('not the worker of this application');
      return url;
    },
  });
  return new Worker(policy?.createScriptURL(WORKER) ?? WORKER, { type: 'module' });
}
