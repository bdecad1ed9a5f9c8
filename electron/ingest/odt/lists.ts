/**
 * OpenDocument's automatic numbers: which marker stands before the next item of the lists that are
 * open, after all items before it. It knows how lists continue one another.
 */
import { ordinalLetter, romanNumeral } from '../../core/number.ts';
import { OUTLINE, type OdfStyles } from './styles.ts';

type Counters = (number | undefined)[];

interface OpenList {
  readonly style: string;
  readonly counters: Counters;
}

/** Marker of an item, and its depth from 0. */
export interface Item {
  readonly marker: string;
  readonly depth: number;
}

/** Follows the lists of one document in its order. */
export class OdfLists {
  readonly #styles: OdfStyles;
  readonly #open: OpenList[] = [];
  /** Counters as the last list of a style, or the list of an id, left them. */
  readonly #left = new Map<string, Counters>();
  readonly #headings: Counters = [];
  #pending = false;
  #value: number | null = null;

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  get depth(): number {
    return this.#open.length;
  }

  openList(attributes: ReadonlyMap<string, string>): void {
    const outer = this.#open.at(-1);
    const style = attributes.get('style-name') ?? outer?.style ?? '';
    if (outer !== undefined) {
      // The level starts anew, except where the list says that it goes on.
      if (attributes.get('continue-numbering') !== 'true') outer.counters.length = this.depth + 1;
      this.#open.push({ style, counters: outer.counters });
      return;
    }
    const before = attributes.get('continue-list');
    const goesOn = attributes.get('continue-numbering') === 'true';
    const counters =
      (before === undefined ? undefined : this.#left.get(`id ${before}`)) ??
      (goesOn ? this.#left.get(style) : undefined) ??
      [];
    this.#open.push({ style, counters });
    this.#left.set(style, counters);
    const id = attributes.get('xml:id');
    if (id !== undefined) this.#left.set(`id ${id}`, counters);
  }

  closeList(): void {
    this.#open.pop();
    this.#pending = false;
  }

  openItem(attributes: ReadonlyMap<string, string>): void {
    this.#pending = true;
    const value = Number.parseInt(attributes.get('start-value') ?? '', 10);
    this.#value = Number.isFinite(value) ? value : null;
  }

  closeItem(): void {
    this.#pending = false;
  }

  /** Marker of a paragraph in the open item; null for its second paragraph and outside of lists. */
  next(): Item | null {
    const list = this.#open.at(-1);
    if (list === undefined || !this.#pending) return null;
    this.#pending = false;
    const level = this.depth;
    const marker = this.#marker(list.style, list.counters, level, this.#value);
    return { marker: marker === '' ? '•' : marker, depth: level - 1 };
  }

  /** Number of the next heading of a level, or '' where headings have none. */
  heading(level: number): string {
    const style = this.#styles.level(OUTLINE, level);
    if (style === undefined || style.format === '' || style.format === null) return '';
    return this.#marker(OUTLINE, this.#headings, level, null);
  }

  #marker(list: string, counters: Counters, level: number, given: number | null): string {
    const style = this.#styles.level(list, level);
    if (style === undefined || style.format === null)
      return /^[^\p{Co}\p{L}\p{N}\s]/u.test(style?.bullet ?? '') ? (style?.bullet ?? '•') : '•';
    const before = counters[level];
    counters[level] = given ?? (before === undefined ? style.start : before + 1);
    counters.length = level + 1;
    const numbers: string[] = [];
    for (let at = Math.max(1, level - style.shown + 1); at <= level; at += 1) {
      const shown = this.#styles.level(list, at);
      const text = formatted(counters[at] ?? shown?.start ?? 1, shown?.format ?? '');
      if (text !== '') numbers.push(text);
    }
    if (numbers.length === 0) return '';
    return `${style.prefix}${numbers.join('.')}${style.suffix}`.trim();
  }
}

function formatted(value: number, format: string): string {
  if (format === '') return '';
  if (value < 1 || value > 399) return String(value);
  if (format === 'a') return ordinalLetter(value);
  if (format === 'A') return ordinalLetter(value).toUpperCase();
  if (format === 'i') return romanNumeral(value);
  if (format === 'I') return romanNumeral(value).toUpperCase();
  return String(value);
}
