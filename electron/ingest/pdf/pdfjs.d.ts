/** The worker module of pdf.js has no types of its own; only its presence matters. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

/** Set so that pdf.js runs its worker's code in the parser's own thread. */
declare var pdfjsWorker: unknown;
/** Classes of drawing that pdf.js looks for on loading; text needs none of them. */
declare var DOMMatrix: unknown;
declare var Path2D: unknown;
