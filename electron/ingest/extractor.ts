/** Name and version of the extractor, apart from the readers so that asking for it loads none. */

/** Raised whenever the same file would give another draft: then documents are read again. */
export const EXTRACTOR = 'gmg-ingest/5';
