/**
 * Notes as a table that opens right in a French Excel: UTF-8 with its mark, semicolons, CRLF, every
 * cell quoted, and no cell that a spreadsheet would calculate.
 */
import { formatLink } from '../core/reference-link.ts';
import { formatNumbers } from '../core/reference-numbers.ts';
import { labelsOf } from './labels.ts';
import { ownWords } from './own-words.ts';
import { authorOf, colourOf, moment, pathOf, quotedWords } from './outgoing.ts';
import type { Outgoing, OutgoingNote } from './outgoing.ts';

const MARK = '\uFEFF';
const LINE_END = '\r\n';

/** Between several tags, sections or pages in one cell. */
const AND = ' | ';

export function toCsv(outgoing: Outgoing): string {
  const labels = labelsOf(outgoing.language);
  const rows: (readonly string[])[] = [labels.columns];
  for (const note of outgoing.notes) rows.push(rowOf(outgoing, note));
  for (const { document, tagId } of outgoing.wholes) {
    rows.push([
      ...[document.title, document.symbol, document.date, ''],
      document.symbol === '' ? document.title : document.symbol,
      ...['', '', pathOf(outgoing, tagId), labels.kinds.document],
      ...['', '', '', '', '', '', '', document.language, ''],
    ]);
  }
  return csvOf(rows);
}

/** Any table; numbers stay numbers. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const written = (value: string | number): string =>
    typeof value === 'number' ? String(value) : cell(value);
  return MARK + rows.map((row) => row.map(written).join(';') + LINE_END).join('');
}

function rowOf(outgoing: Outgoing, note: OutgoingNote): string[] {
  const { document, quotes } = note;
  const labels = labelsOf(outgoing.language);
  const numbers = quotes.flatMap(({ selector }) => selector.number ?? []);
  const [first] = quotes;
  return [
    document.title,
    document.symbol,
    document.date,
    formatNumbers(numbers, outgoing.language),
    note.reference,
    quotedWords(note),
    ownWords(note, outgoing.language),
    note.tags.map((id) => pathOf(outgoing, id)).join(AND),
    labels.kinds[note.kind],
    colourOf(outgoing, note),
    note.private ? labels.private : labels.shareable,
    authorOf(note),
    moment(note.created),
    moment(note.modified),
    first?.section.join(' › ') ?? '',
    [...new Set(quotes.flatMap(({ page }) => page ?? []))].join(AND),
    document.language,
    first === undefined
      ? ''
      : formatLink(first.selector.paragraphId, quotes.at(-1)?.selector.paragraphId),
  ];
}

/**
 * One cell. What begins like a formula, after spaces too, is kept from being one by an apostrophe;
 * full-width signs count, for spreadsheets take them for the others.
 */
function cell(text: string): string {
  const safe =
    /^[\s\u0000-\u001f]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""').replaceAll('\u0000', '')}"`;
}
