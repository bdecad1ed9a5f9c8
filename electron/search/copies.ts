/**
 * Copies: documents that hold the same text in the same language in another file. Finds them by
 * their paragraphs' prints, and settles which copy of each paragraph stands in the index.
 */
import { isParagraph } from '../core/document.ts';
import { keptBlocks } from './corrected.ts';
import { printOf } from './prints.ts';
import type { DocumentRow, Store } from './store.ts';

/** Share of letters that two documents must have in common, of the longer one, to be copies. */
const SAME_TEXT = 0.85;
/** Longest paragraphs of a document that are looked up to find candidates. */
const PROBES = 48;
/** Documents looked at per probe: boilerplate that stands in hundreds tells nothing. */
const CANDIDATES_PER_PROBE = 24;
/** Shorter paragraphs are no evidence. */
const SHORTEST_PROBE = 24;

/** A paragraph as two documents are compared by. */
interface Weighed {
  readonly print: number;
  readonly letters: number;
}

interface PrintRow extends Weighed {
  readonly row: number;
  readonly twin: number | null;
}

/** Finds the copies of a document just written and notes both directions. */
export function findCopies(store: Store, document: DocumentRow): void {
  const mine = printsAsRead(store, document);
  const letters = weightOf(mine);
  if (letters === 0) return;
  const probes = mine
    .filter((one) => one.letters >= SHORTEST_PROBE)
    .sort((left, right) => right.letters - left.letters)
    .slice(0, PROBES);
  const candidates = new Set<number>();
  const probe = store.sql('SELECT DISTINCT document FROM block WHERE print = ? LIMIT ?').pluck();
  for (const { print } of probes) {
    for (const row of probe.all(print, CANDIDATES_PER_PROBE)) candidates.add(Number(row));
  }
  candidates.delete(document.row);
  const note = store.sql('INSERT OR IGNORE INTO copy(document, other) VALUES (?, ?)');
  for (const row of candidates) {
    const other = byRow(store, row);
    if (other === null || !comparable(document, other)) continue;
    const theirs = printsAsRead(store, other);
    const shared = sharedLetters(mine, theirs);
    if (shared < SAME_TEXT * Math.max(letters, weightOf(theirs))) continue;
    note.run(document.row, other.row);
    note.run(other.row, document.row);
  }
}

/** Forgets what was noted about a document. */
export function forgetCopies(store: Store, document: DocumentRow): void {
  store.sql('DELETE FROM copy WHERE document = ?').run(document.row);
  store.sql('DELETE FROM copy WHERE other = ?').run(document.row);
}

/** The document, its copies and their copies, recognised ones last, oldest id first; no bin. */
export function group(store: Store, document: DocumentRow): DocumentRow[] {
  const rows = new Set([document.row]);
  const neighbours = store.sql('SELECT other FROM copy WHERE document = ?').pluck();
  for (const row of rows) for (const other of neighbours.all(row)) rows.add(Number(other));
  return [...rows]
    .map((row) => byRow(store, row))
    .filter((row): row is DocumentRow => row !== null && row.removed === 0)
    .sort((left, right) => recognised(left) - recognised(right) || (left.id < right.id ? -1 : 1));
}

/** 1 where the text was recognised in pictures: a copy that was typed then stands for it. */
function recognised({ report }: DocumentRow): number {
  return report?.includes('"source":"ocr"') === true ? 1 : 0;
}

/** How a paragraph's place in the index changes. */
export interface Shift {
  readonly row: number;
  readonly twin: number | null;
}

/**
 * Settles, for the members of one group, which rows stand for their twins: the first copy by id
 * leads, and what a later copy has more stays in the index on its own.
 * @returns the rows whose twin changed.
 */
export function settleTwins(store: Store, members: readonly DocumentRow[]): Shift[] {
  const shifts: Shift[] = [];
  const leads = new Map<number, number[]>();
  for (const member of members) {
    const used = new Map<number, number>();
    const own: PrintRow[] = [];
    for (const paragraph of prints(store, member)) {
      const nth = used.get(paragraph.print) ?? 0;
      used.set(paragraph.print, nth + 1);
      const twin = leads.get(paragraph.print)?.[nth] ?? null;
      if (twin === null) own.push(paragraph);
      if (twin !== paragraph.twin) shifts.push({ row: paragraph.row, twin });
    }
    for (const { print, row } of own) {
      const rows = leads.get(print);
      if (rows === undefined) leads.set(print, [row]);
      else rows.push(row);
    }
  }
  const write = store.sql('UPDATE block SET twin = ? WHERE row = ?');
  for (const { row, twin } of shifts) write.run(twin, row);
  return shifts;
}

function prints(store: Store, document: DocumentRow): PrintRow[] {
  return store
    .sql(
      `SELECT row, print, letters, twin FROM block
       WHERE row BETWEEN ? AND ? AND print IS NOT NULL ORDER BY row`,
    )
    .all(document.first, document.last) as PrintRow[];
}

/** Prints before any correction by hand: two files hold the same text whatever is corrected in one. */
function printsAsRead(store: Store, document: DocumentRow): Weighed[] {
  return (
    keptBlocks(store, document.id)?.flatMap(({ kind, text }) => {
      const { print, letters } = isParagraph(kind) ? printOf(text) : { print: null, letters: 0 };
      return print === null ? [] : [{ print, letters }];
    }) ?? prints(store, document)
  );
}

function weightOf(paragraphs: readonly Weighed[]): number {
  return paragraphs.reduce((sum, { letters }) => sum + letters, 0);
}

function sharedLetters(mine: readonly Weighed[], theirs: readonly Weighed[]): number {
  const counts = new Map<number, number>();
  for (const { print } of theirs) counts.set(print, (counts.get(print) ?? 0) + 1);
  let shared = 0;
  for (const { print, letters } of mine) {
    const left = counts.get(print) ?? 0;
    if (left === 0) continue;
    counts.set(print, left - 1);
    shared += letters;
  }
  return shared;
}

function comparable(one: DocumentRow, other: DocumentRow): boolean {
  return one.language === other.language && one.collection === other.collection;
}

function byRow(store: Store, row: number): DocumentRow | null {
  const found = store.sql('SELECT * FROM document WHERE row = ?').get(row);
  return (found as DocumentRow | undefined) ?? null;
}
