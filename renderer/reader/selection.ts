/**
 * From two points in the text to places: one stretch per paragraph touched, in canonical offsets.
 * Pure; `selection-dom.ts` reads the points off the page.
 */
import type { Place } from '../../electron/core/annotation.ts';

/** A paragraph as the page holds it, in text order. */
export interface SelectableParagraph {
  readonly id: string;
  readonly text: string;
}

/** A point in the text: paragraph by its index in the list, offset in UTF-16 code units. */
export interface TextPoint {
  readonly index: number;
  readonly offset: number;
}

/**
 * The places between two points, given in either order. Spaces at the ends of each stretch are
 * left out; a paragraph of which only spaces remain is too.
 */
export function placesBetween(
  paragraphs: readonly SelectableParagraph[],
  one: TextPoint,
  other: TextPoint,
): Place[] {
  const [from, to] = inOrder(one, other);
  const places: Place[] = [];
  for (let index = Math.max(0, from.index); index <= to.index; index += 1) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) break;
    const start = index === from.index ? from.offset : 0;
    const end = index === to.index ? to.offset : paragraph.text.length;
    const place = trimmed(paragraph, start, end);
    if (place !== null) places.push(place);
  }
  return places;
}

/** The whole of one paragraph; null for one without words. */
export function wholeParagraph(paragraph: SelectableParagraph): Place | null {
  return trimmed(paragraph, 0, paragraph.text.length);
}

/** The quoted words of places, each stretch apart, in the places' order. */
export function quoteOf(
  paragraphs: ReadonlyMap<string, SelectableParagraph>,
  places: readonly Place[],
): string[] {
  return places.map(
    ({ paragraphId, start, end }) => paragraphs.get(paragraphId)?.text.slice(start, end) ?? '',
  );
}

function trimmed({ id, text }: SelectableParagraph, start: number, end: number): Place | null {
  const stop = Math.min(end, text.length);
  const slice = text.slice(Math.max(0, start), stop);
  const words = slice.trim();
  if (words === '') return null;
  const first = Math.max(0, start) + slice.indexOf(words);
  return { paragraphId: id, start: first, end: first + words.length };
}

function inOrder(one: TextPoint, other: TextPoint): [TextPoint, TextPoint] {
  const forward =
    one.index < other.index || (one.index === other.index && one.offset <= other.offset);
  return forward ? [one, other] : [other, one];
}
