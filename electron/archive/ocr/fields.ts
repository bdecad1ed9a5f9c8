/**
 * What a scan's text says of the document, for the fields that still hold what an import without
 * text had to put there: nobody's decision is ever overwritten. Also the draft of a scan that was
 * not read.
 */
import type { DocumentDraft, Format } from '../../core/document.ts';
import type { Fault } from '../../core/fault.ts';
import type { Fields } from '../../core/operation.ts';
import type { StoredDocument } from '../../library/index.ts';
import { EXTRACTOR } from '../../ingest/extractor.ts';

/** Formats whose pages may be pictures of text. */
const SCANNED: ReadonlySet<string> = new Set<Format>(['pdf', 'jpeg', 'png', 'tiff']);

/** The format of an original that holds pictures of text not read yet, out of its fault; else null. */
export function scannedFormat(fault: Fault | null): Format | null {
  if (fault?.code !== 'no-text') return null;
  return SCANNED.has(fault.detail) ? (fault.detail as Format) : null;
}

/** A document without a text: added all the same, for its original can be read by people. */
export function draftWithoutText(format: Format): DocumentDraft {
  return {
    format,
    title: null,
    language: 'und',
    pages: null,
    metadata: { symbol: null, date: null, kind: null, body: null },
    blocks: [],
    report: { numbers: 0, gaps: [], repairedWords: 0, source: 'digital' },
    extractor: EXTRACTOR,
  };
}

/** Fields of a document's record to change, now that its text is known. */
export function fieldsToFill(record: StoredDocument, draft: DocumentDraft): Fields {
  const { title, language, metadata } = draft;
  const bare = record.originalName.replace(/\.[^.]{1,12}$/, '') || record.originalName;
  const open: [string, boolean, string | null][] = [
    ['title', record.title === bare, title],
    ['language', record.language === 'und', language],
    ['kind', record.kind === 'other', metadata.kind],
    ['body', record.body === '', metadata.body],
    ['date', record.date === '', metadata.date],
    ['symbol', record.symbol === '', metadata.symbol],
  ];
  return Object.fromEntries(
    open.flatMap(([field, isOpen, value]) => (isOpen && value !== null ? [[field, value]] : [])),
  );
}
