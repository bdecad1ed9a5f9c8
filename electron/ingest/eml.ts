/**
 * A mail to a reading, and the files attached to it. Plain text comes before its HTML twin; what was
 * quoted stays a quotation; sender and receivers are furniture.
 */
import type { ContainedFile } from '../core/document.ts';
import { labelOf } from './container.ts';
import { readHtml } from './html/index.ts';
import type { Limits } from './limits.ts';
import { readMessage, textOf, type Part } from './mime.ts';
import type { Piece, Reading } from './piece.ts';
import { looksLikeDocument } from './sniff.ts';
import { readTxt } from './txt.ts';

const SHOWN = ['From', 'To', 'Cc', 'Date', 'Subject'];

/** @throws FaultError `limit-exceeded`. */
export function readEml(bytes: Uint8Array, limits: Limits): Reading {
  const message = readMessage(bytes, limits);
  const shown: Part[] = [];
  const files: ContainedFile[] = [];
  sort(message, shown, files);
  const head = SHOWN.flatMap((name): Piece[] => {
    const value = message.headers.get(name.toLowerCase());
    return value === undefined ? [] : [{ kind: 'furniture', text: `${name}: ${value}` }];
  });
  const date = dateOf(message.headers.get('date') ?? '');
  return {
    format: 'eml',
    pieces: [...head, ...shown.flatMap(piecesOf)],
    title: message.headers.get('subject') ?? null,
    language: null,
    pages: null,
    stated: date === null ? {} : { date },
    ...(files.length === 0 ? {} : { files }),
  };
}

/** Names for attachments that have none. */
const UNNAMED: Readonly<Record<string, string>> = {
  'message/rfc822': 'message.eml',
  'application/pdf': 'document.pdf',
};

/** Parts into what is read and what is a file of its own. */
function sort(part: Part, shown: Part[], files: ContainedFile[]): void {
  if (part.type === 'multipart/alternative') {
    const rich = part.parts.findLast(({ type }) => type !== 'text/plain');
    const plain = part.parts.find((one) => one.type === 'text/plain' && !isStub(one, rich));
    const best = plain ?? rich ?? part.parts[0];
    if (best !== undefined) sort(best, shown, files);
    return;
  }
  if (part.parts.length > 0) {
    for (const one of part.parts) sort(one, shown, files);
    return;
  }
  if (!part.attached && /^text\/(?:plain|html)$/u.test(part.type)) {
    shown.push(part);
    return;
  }
  // A picture with an id belongs to the text's looks.
  if (part.type.startsWith('image/') && part.headers.has('content-id')) return;
  const name = labelOf(part.name ?? UNNAMED[part.type] ?? '');
  if (looksLikeDocument(name) && part.body.length > 0) files.push({ name, bytes: part.body });
}

/** Some mails say in plain text only that their text is elsewhere. */
function isStub(plain: Part, rich: Part | undefined): boolean {
  const words = textOf(plain).replace(/\s+/gu, '').length;
  if (words === 0) return true;
  if (rich?.type !== 'text/html') return false;
  const bare = textOf(rich).replace(/<(?:style|script|title)\b[^<>]*>[^<]*|<[^<>]*>|\s+/giu, '');
  return words * 5 < bare.length;
}

function piecesOf(part: Part): readonly Piece[] {
  if (part.type === 'text/html')
    return readHtml(new TextEncoder().encode(textOf(part)), true).pieces;
  const flowed = part.parameters.get('format')?.toLowerCase() === 'flowed';
  return runsOf(textOf(part), flowed).flatMap(({ quoted, text }) =>
    readTxt(new TextEncoder().encode(text)).pieces.map((piece) =>
      quoted && piece.kind === 'paragraph' ? { ...piece, kind: 'quote' as const } : piece,
    ),
  );
}

/** Lines in runs that are quoted or not, without their marks. */
function runsOf(text: string, flowed: boolean): { quoted: boolean; text: string }[] {
  const runs: { quoted: boolean; text: string }[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const [mark = '', bare = ''] = /^((?:> ?)*)(.*)$/u.exec(line)?.slice(1) ?? [];
    const quoted = mark !== '';
    const soft = flowed && bare.endsWith(' ') && bare !== '-- ';
    const shown = soft ? bare : `${bare}\n`;
    const run = runs.at(-1);
    if (run?.quoted === quoted) run.text += shown;
    else runs.push({ quoted, text: shown });
  }
  return runs;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Tue, 4 Mar 2014 10:00:00 +0100` as 2014-03-04, or null. */
function dateOf(header: string): string | null {
  const [, day, name, year] = /\b(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\b/u.exec(header) ?? [];
  const month = MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
  if (day === undefined || year === undefined || month === 0) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
