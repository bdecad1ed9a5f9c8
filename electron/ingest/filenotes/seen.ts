/**
 * Notes that people left in a PDF with other programs, as pdf.js hands them out: highlights and their
 * kin with the words under them, sticky notes and boxes of text with the words beside them.
 */
import type { HighlightColour } from '../../core/annotation.ts';

/** A note as the page shows it; where it belongs in the paragraphs is not known yet. */
export interface SeenNote {
  /** One-based. */
  readonly page: number;
  readonly colour: HighlightColour | null;
  /** What was written; '' for a bare highlight. */
  readonly body: string;
  readonly author: string;
  /** UTC milliseconds, or null. */
  readonly at: number | null;
  /** Words under the note; for one without words, those nearest to it. */
  readonly quote: string;
  /** True where the note stands beside words, and so belongs to their paragraph as a whole. */
  readonly beside: boolean;
  /** Words of the page before and after the quote, in the page's own order. */
  readonly before: string;
  readonly after: string;
}

/** A piece of the page's text: its start, direction and length in the page's own space. */
export interface PlacedText {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Notes read from one page, at most: more is a way to fill a disk. */
const MOST = 500;
/** Characters of a note that are kept. */
const LONGEST = 20_000;
/** Characters of context kept on each side. */
const CONTEXT = 120;
/** Bits of an annotation's flags: hidden, and not shown on screen. */
const UNSEEN = 2 | 32;

const UNDER_WORDS = new Set(['Highlight', 'Underline', 'StrikeOut', 'Squiggly']);
const BESIDE_WORDS = new Set(['Text', 'FreeText']);

type Get = (key: string) => unknown;

/** True where a page has annotations worth reading its text for. */
export function hasNotes(annotations: readonly unknown[]): boolean {
  return annotations.some((one) => isNote(getter(one)));
}

/** The notes of one page. @param items the page's text, in its own order. */
export function notesIn(
  annotations: readonly unknown[],
  items: readonly PlacedText[],
  page: number,
): SeenNote[] {
  const replies = new Map<string, string[]>();
  const own: Get[] = [];
  for (const annotation of annotations) {
    const get = getter(annotation);
    if (!isNote(get)) continue;
    const parent = get('inReplyTo');
    if (typeof parent !== 'string') own.push(get);
    else {
      const said = [textOf(get('titleObj')), bodyOf(get)].filter((part) => part !== '');
      if (bodyOf(get) !== '') {
        replies.set(parent, [...(replies.get(parent) ?? []), said.join(': ')]);
      }
    }
  }
  return own.slice(0, MOST).flatMap((get) => {
    const under = UNDER_WORDS.has(String(get('subtype')));
    const place = (under ? placeUnder(get, items) : null) ?? placeBeside(get, items);
    if (place === null) return [];
    const said = [bodyOf(get), ...(replies.get(String(get('id'))) ?? [])];
    // Some programs write the words themselves into the note.
    const body = said.filter((part) => part !== '' && !sameWords(part, place.quote)).join('\n\n');
    if (body === '' && (!under || place.beside)) return [];
    return [
      {
        page,
        colour: colourOf(get('color')) ?? (under ? 'yellow' : null),
        body: body.slice(0, LONGEST),
        author: textOf(get('titleObj')).slice(0, 200),
        at: timeOf(get('creationDate')) ?? timeOf(get('modificationDate')),
        ...place,
      },
    ];
  });
}

type Where = Pick<SeenNote, 'quote' | 'beside' | 'before' | 'after'>;

/** The words under a highlight, as pdf.js found them glyph by glyph, and those around. */
function placeUnder(get: Get, items: readonly PlacedText[]): Where | null {
  const quote = get('overlaidText');
  const quads = numbersIn(get('quadPoints'));
  if (typeof quote !== 'string' || !/[\p{L}\p{N}]/u.test(quote) || quads.length < 8) return null;
  const boxes = Array.from({ length: Math.floor(quads.length / 8) }, (_, at) => {
    const points = quads.slice(at * 8, at * 8 + 8);
    const xs = points.filter((_value, index) => index % 2 === 0);
    const ys = points.filter((_value, index) => index % 2 === 1);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  });
  const lit = (x: number, y: number): boolean =>
    boxes.some(([left, low, right, high]) => x > left && x < right && y > low && y < high);
  let first: { item: number; at: number } | null = null;
  let last: { item: number; at: number } | null = null;
  items.forEach((one, item) => {
    for (let at = 0; at < one.str.length; at += 1) {
      const [x, y] = pointIn(one, (at + 0.5) / one.str.length);
      if (!lit(x, y)) continue;
      first ??= { item, at };
      last = { item, at };
    }
  });
  return { quote, beside: false, ...around(items, first, last) };
}

/** The words nearest to a note that stands beside them. */
function placeBeside(get: Get, items: readonly PlacedText[]): Where | null {
  const [left = 0, low = 0, right = 0, high = 0] = numbersIn(get('rect'));
  const [x, y] = [(left + right) / 2, (low + high) / 2];
  let nearest: { readonly item: number; readonly away: number } | null = null;
  for (const [item, one] of items.entries()) {
    if (!/[\p{L}\p{N}]/u.test(one.str)) continue;
    const [[ax, ay], [bx, by]] = [pointIn(one, 0), pointIn(one, 1)];
    const dx = Math.max(Math.min(ax, bx) - x, 0, x - Math.max(ax, bx));
    const dy = Math.max(Math.min(ay, by) - y, 0, y - Math.max(ay, by));
    // A note stands in the margin of its line more often than under it.
    const away = dx + 3 * dy;
    if (nearest === null || away < nearest.away) nearest = { item, away };
  }
  if (nearest === null) return null;
  const { item } = nearest;
  const quote = items[item]?.str ?? '';
  const context = around(items, { item, at: 0 }, { item, at: quote.length - 1 });
  return { quote, beside: true, ...context };
}

/** A point within a piece of text, in the middle of its letters' height. */
function pointIn({ transform, width, height }: PlacedText, share: number): [number, number] {
  const [a = 1, b = 0, , , e = 0, f = 0] = transform;
  const length = Math.hypot(a, b) || 1;
  const [dx, dy] = [a / length, b / length];
  const rise = (Math.abs(height) || length) * 0.3;
  return [e + dx * width * share - dy * rise, f + dy * width * share + dx * rise];
}

function around(
  items: readonly PlacedText[],
  first: { item: number; at: number } | null,
  last: { item: number; at: number } | null,
): { before: string; after: string } {
  if (first === null || last === null) return { before: '', after: '' };
  let before = items[first.item]?.str.slice(0, first.at) ?? '';
  let after = items[last.item]?.str.slice(last.at + 1) ?? '';
  for (let at = first.item - 1; at >= 0 && before.length < CONTEXT; at -= 1) {
    before = `${items[at]?.str ?? ''} ${before}`;
  }
  for (let at = last.item + 1; at < items.length && after.length < CONTEXT; at += 1) {
    after += ` ${items[at]?.str ?? ''}`;
  }
  return { before: before.slice(-CONTEXT), after: after.slice(0, CONTEXT) };
}

function getter(annotation: unknown): Get {
  if (typeof annotation !== 'object' || annotation === null) return () => undefined;
  return (key) => Reflect.get(annotation, key) as unknown;
}

function isNote(get: Get): boolean {
  const flags = get('annotationFlags');
  if (typeof flags === 'number' && (flags & UNSEEN) !== 0) return false;
  // Marks such as "accepted" say something of a note, and are none.
  if (typeof get('stateModel') === 'string') return false;
  const subtype = String(get('subtype'));
  return UNDER_WORDS.has(subtype) || BESIDE_WORDS.has(subtype);
}

function textOf(value: unknown): string {
  const said: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'str') : null;
  return typeof said === 'string' ? said.trim() : '';
}

function bodyOf(get: Get): string {
  return textOf(get('contentsObj')).replace(/\r\n?/gu, '\n').normalize('NFC');
}

function numbersIn(value: unknown): number[] {
  const all: unknown[] = Array.isArray(value)
    ? value
    : ArrayBuffer.isView(value)
      ? [...asList(value)]
      : [];
  return all.filter((one): one is number => typeof one === 'number');
}

function asList(value: ArrayBufferView): Iterable<unknown> {
  return value as unknown as Iterable<unknown>;
}

function sameWords(one: string, other: string): boolean {
  const bare = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  return bare(one) === bare(other);
}

/** The nearest of our colours; null for greys and black, which name none. */
export function colourOf(value: unknown): HighlightColour | null {
  const [red = 0, green = 0, blue = 0, more] = numbersIn(value).map((part) => part / 255);
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (more !== undefined || spread < 0.08) return null;
  const sixth =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  const hue = sixth * 60;
  if (hue < 20 || hue >= 315) return 'rose';
  if (hue < 70) return 'yellow';
  if (hue < 170) return 'green';
  return hue < 255 ? 'blue' : 'violet';
}

/** A PDF's date ("D:20240521162811+02'00'") as UTC milliseconds; null where it is none. */
export function timeOf(value: unknown): number | null {
  const match =
    /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/u.exec(
      typeof value === 'string' ? value : '',
    );
  if (match === null) return null;
  const part = (at: number, otherwise: number): number => Number(match[at] ?? otherwise);
  const time = Date.UTC(part(1, 0), part(2, 1) - 1, part(3, 1), part(4, 0), part(5, 0), part(6, 0));
  const zone = (match[7] === '-' ? -1 : 1) * (part(8, 0) * 60 + part(9, 0)) * 60_000;
  const at = time - zone;
  return Number.isFinite(at) && at >= 0 && at < Date.UTC(2200, 0) ? at : null;
}
