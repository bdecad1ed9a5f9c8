/**
 * Places read off several pages as places of the text: the two halves of a paragraph that goes on
 * overleaf become one, and punctuation that was selected with its word is kept. Pure.
 */
import type { Place } from '../../electron/core/annotation.ts';

interface Paragraph {
  readonly id: string;
  readonly text: string;
}

/** Characters between the halves of a paragraph on two pages: a space, a hyphen, a bracket. */
const BETWEEN = 6;

/** Places in text order, one for each paragraph; halves too far apart leave the paragraph out. */
export function joinPlaces(places: readonly Place[], paragraphs: readonly Paragraph[]): Place[] {
  const joined = new Map<string, Place | null>();
  for (const place of places) {
    const before = joined.get(place.paragraphId);
    if (before === undefined) joined.set(place.paragraphId, place);
    else if (before === null || Math.abs(place.start - before.end) > BETWEEN) {
      joined.set(place.paragraphId, null);
    } else joined.set(place.paragraphId, { ...before, end: Math.max(before.end, place.end) });
  }
  const order = new Map(paragraphs.map(({ id }, index) => [id, index]));
  return [...joined.values()]
    .filter((place) => place !== null)
    .sort((a, b) => (order.get(a.paragraphId) ?? 0) - (order.get(b.paragraphId) ?? 0));
}

/** The place with the marks that follow it in the text, as far as they were selected too. */
export function withPunctuation(place: Place, text: string, selected: string): Place {
  let { end } = place;
  for (const mark of selected.trim()) {
    if (!text.startsWith(mark, end)) break;
    end += mark.length;
  }
  return { ...place, end };
}
