/**
 * Words that stand on a page without being of it: who signed, what was stamped. PDFium lays them
 * into the page, in memory, before its text is read.
 */
import { nameAt, textFrom, type OpenFile } from './pdfium.ts';

/** PDFium's numbers. */
const STAMP = 13;
const WIDGET = 20;
const AS_SHOWN = 0;

/** The handle of the same page with signatures and stamps laid into it; 0 where that fails. `at`: from 0. */
export function withStamps(file: OpenFile, page: number, at: number): number {
  const { calls, document } = file;
  const count = calls.FPDFPage_GetAnnotCount(page);
  const kept = Array.from({ length: count }, (_, place) => isShownOnly(file, page, place));
  if (!kept.includes(true)) return page;
  // What else people wrote comes from the other reader, which knows it as values.
  for (let place = count - 1; place >= 0; place -= 1) {
    if (kept[place] !== true) calls.FPDFPage_RemoveAnnot(page, place);
  }
  calls.FPDFPage_Flatten(page, AS_SHOWN);
  calls.FPDF_ClosePage(page);
  return calls.FPDF_LoadPage(document, at);
}

function fieldType(file: OpenFile, annotation: number): string {
  return textFrom(file, (at, room) =>
    file.calls.FPDFAnnot_GetStringValue(annotation, nameAt(file, 'FT'), at, room - 8),
  );
}

/** True for a stamp, and for a form's field that is signed: its value is no text. */
function isShownOnly(file: OpenFile, page: number, at: number): boolean {
  const { calls } = file;
  const annotation = calls.FPDFPage_GetAnnot(page, at);
  if (annotation === 0) return false;
  const kind = calls.FPDFAnnot_GetSubtype(annotation);
  const signed = kind === WIDGET && fieldType(file, annotation) === 'Sig';
  calls.FPDFPage_CloseAnnot(annotation);
  return signed || kind === STAMP;
}
