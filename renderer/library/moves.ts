/**
 * How keys move through a long list and what they choose: pure, over places counted from 0. Knows
 * the rules of ranges and of typing ahead; what a row is, the list knows.
 */
import { folded } from './rows.ts';

/** What of a key event the rules look at. */
export interface MoveKey {
  readonly key: string;
  readonly altKey: boolean;
}

/** Where a key leads from `from` (-1: the line of headings), or null: the key is for others. */
export function placeAfter(
  { key, altKey }: MoveKey,
  from: number,
  count: number,
  page: number,
): number | null {
  if (altKey || count === 0) return null;
  const within = (place: number): number => Math.max(0, Math.min(place, count - 1));
  if (key === 'ArrowDown') return within(from + 1);
  // Above the first row there are the headings.
  if (key === 'ArrowUp') return Math.max(-1, from - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'PageDown') return within(from + page);
  if (key === 'PageUp') return within(from - page);
  return null;
}

/** Ids from one place to another, both included, in either direction. */
export function range(ids: readonly string[], one: number, other: number): ReadonlySet<string> {
  return new Set(ids.slice(Math.min(one, other), Math.max(one, other) + 1));
}

/** `chosen` with `id` taken in, or left out where it was in. */
export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * The place of the title that begins as typed, searched from `from` on and round again; null for
 * none. One letter goes on to the next title, several may stay.
 */
export function placeOfTitle(
  titles: readonly string[],
  typed: string,
  from: number,
): number | null {
  const wanted = folded(typed);
  const first = [...typed].length === 1 ? from + 1 : Math.max(0, from);
  for (let step = 0; step < titles.length; step += 1) {
    const place = (first + step) % titles.length;
    if (folded(titles[place] ?? '').startsWith(wanted)) return place;
  }
  return null;
}

/** The first and the last place (exclusive) to be drawn around what a scrolled box shows. */
export function drawn(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
): { readonly first: number; readonly end: number } {
  // In steps, so that most scrolling draws nothing anew.
  const step = 8;
  const first = Math.floor(top / rowHeight / step) * step - step;
  const end = Math.ceil((top + height) / rowHeight / step) * step + step;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
}
