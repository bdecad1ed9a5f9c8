/** Door of exchange: notes and sheets written in each format, and annotations read. */
import type { ExportFormat } from '../core/export.ts';
import type { ReferenceLanguage } from '../core/reference-numbers.ts';
import type { Sheet, SheetFormat } from '../core/sheet.ts';
import { csvOf, toCsv } from './csv.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import type { Outgoing } from './outgoing.ts';
import { sheetHtml } from './sheet-html.ts';
import { toW3c } from './w3c.ts';

export type {
  Outgoing,
  OutgoingDocument,
  OutgoingNote,
  OutgoingQuote,
  OutgoingTag,
} from './outgoing.ts';
export { readW3c } from './incoming.ts';
export type { Incoming, IncomingNote, IncomingTarget } from './incoming.ts';

export { csvOf };
export { ownWords } from './own-words.ts';
export { sheetText } from './sheet-text.ts';

const WRITERS: Readonly<Record<ExportFormat, (outgoing: Outgoing) => string>> = {
  md: toMarkdown,
  csv: toCsv,
  html: toHtml,
  w3c: toW3c,
};

/** The text of the file. */
export function writeNotes(format: ExportFormat, outgoing: Outgoing): string {
  return WRITERS[format](outgoing);
}

/** The content of a sheet's file. */
export async function writeSheet(
  format: SheetFormat,
  sheet: Sheet,
  language: ReferenceLanguage,
): Promise<string | Uint8Array> {
  if (format === 'html') return sheetHtml(sheet, language);
  // The writer of Word files is large, and most days nobody needs it.
  const { sheetDocx } = await import('./sheet-docx.ts');
  return sheetDocx(sheet, language);
}
