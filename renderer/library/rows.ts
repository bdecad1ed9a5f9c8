/** The list of documents as filtered, faceted and sorted: pure, over what the archive answered. */
import type { DocumentSummary } from '../../electron/contract/views.ts';
import type { Kind } from '../../electron/core/document.ts';

export const COLUMNS = [
  'title',
  'body',
  'date',
  'language',
  'kind',
  'paragraphs',
  'notes',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sort {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** Facets chosen; '' lets everything through. */
export interface Filter {
  readonly text: string;
  readonly kind: Kind | '';
  readonly language: string;
  readonly body: string;
  readonly year: string;
  /** 'doubts' for those alone that ask for a look. */
  readonly review: 'doubts' | '';
}

export const NO_FILTER: Filter = {
  text: '',
  kind: '',
  language: '',
  body: '',
  year: '',
  review: '',
};

/** Words that stand for the codes a row shows: rows sort by what readers see. */
export interface Words {
  kind(kind: Kind): string;
  language(code: string): string;
  compare(a: string, b: string): number;
}

/** Year of a document's date, or ''. */
export function yearOf({ date }: DocumentSummary): string {
  return date.slice(0, 4);
}

/** True when any part of the filter holds something back. */
export function isFiltering(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** Text without case and accents, for filtering as one types. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The documents a filter lets through; every word of its text must be found. */
export function filterRows(rows: readonly DocumentSummary[], filter: Filter): DocumentSummary[] {
  const words = folded(filter.text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (filter.kind !== '' && row.kind !== filter.kind) return false;
    if (filter.language !== '' && row.language !== filter.language) return false;
    if (filter.body !== '' && row.body !== filter.body) return false;
    if (filter.year !== '' && yearOf(row) !== filter.year) return false;
    if (filter.review === 'doubts' && row.doubts === 0) return false;
    if (words.length === 0) return true;
    const own = Object.values(row.own).join(' ');
    const text = folded(
      `${row.title} ${row.originalName} ${row.symbol} ${row.body} ${row.date} ${own}`,
    );
    return words.every((word) => text.includes(word));
  });
}

/** What the rows hold to choose from, each value once; '' (unknown) is no choice. */
export function facets(rows: readonly DocumentSummary[]): {
  readonly kinds: readonly Kind[];
  readonly languages: readonly string[];
  readonly bodies: readonly string[];
  readonly years: readonly string[];
} {
  const each = <T extends string>(value: (row: DocumentSummary) => T): T[] =>
    [...new Set(rows.map(value))].filter((one) => one !== '').sort();
  return {
    kinds: each((row) => row.kind),
    languages: each((row) => row.language),
    bodies: each((row) => row.body),
    years: each(yearOf).reverse(),
  };
}

/** Puts rows in order; unknown values last in either direction, equal ones by title. */
export type Sorter = (rows: readonly DocumentSummary[], sort: Sort) => DocumentSummary[];

/**
 * A sorter that remembers the order it last made: a long list that is almost in order is sorted
 * many times faster.
 */
export function rowSorter(words: Words): Sorter {
  let places: ReadonlyMap<string, number> = new Map();
  return (rows, { column, direction }) => {
    const sign = direction === 'ascending' ? 1 : -1;
    const shown = (row: DocumentSummary): string | number => {
      if (column === 'kind') return words.kind(row.kind);
      if (column === 'language') return words.language(row.language);
      return row[column];
    };
    const compare = (left: string | number, right: string | number): number => {
      if (left === right) return 0;
      if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
      if (left === '' || right === '') return Number(left === '') - Number(right === '');
      return sign * words.compare(String(left), String(right));
    };
    const sorted = rows
      .map((row) => ({ row, value: shown(row), place: places.get(row.id) ?? rows.length }))
      .sort((a, b) => a.place - b.place)
      .sort((a, b) => compare(a.value, b.value) || words.compare(a.row.title, b.row.title))
      .map(({ row }) => row);
    places = new Map(sorted.map(({ id }, place) => [id, place]));
    return sorted;
  };
}
