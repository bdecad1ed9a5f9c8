/**
 * Finds the letters of one text in another that says the same with things added, left out or in
 * another order. It maps a letter only where a stretch around it is found once in either text, or
 * where what stands between two such stretches leaves no other choice. Pure.
 */

/** Letters of the stretches looked for in the whole text: long enough to be no coincidence. */
const STRETCH = 24;

/** Shorter ones are looked for between two found ones that lie so few letters apart. */
const BETWEEN = [
  { length: 12, apart: 600 },
  { length: 6, apart: 80 },
] as const;

/** No place known for a letter. */
export const NOWHERE = -1;

/** For each letter of `text` its index in `page`, or NOWHERE. No index is given twice. */
export function align(text: string, page: string): Int32Array {
  const map = new Int32Array(text.length).fill(NOWHERE);
  const taken = new Uint8Array(page.length);
  seed(text, page, map, taken, { a: 0, aEnd: text.length, b: 0, bEnd: page.length }, STRETCH);
  for (const { length, apart } of BETWEEN) {
    for (const gap of gapsOf(map, page.length, apart)) seed(text, page, map, taken, gap, length);
  }
  return map;
}

/** Part of the text and the part of the page it must stand in; ends are exclusive. */
interface Window {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Maps what lies around every stretch of `length` letters that both parts have exactly once. */
function seed(
  text: string,
  page: string,
  map: Int32Array,
  taken: Uint8Array,
  { a, aEnd, b, bEnd }: Window,
  length: number,
): void {
  const inPage = onceIn(page, b, bEnd, length);
  const inText = onceIn(text, a, aEnd, length);
  const isFree = (i: number, j: number): boolean =>
    i >= a &&
    i < aEnd &&
    j >= b &&
    j < bEnd &&
    map[i] === NOWHERE &&
    taken[j] === 0 &&
    text[i] === page[j];
  for (const [stretch, at] of inText) {
    const found = at < 0 ? undefined : inPage.get(stretch);
    if (found === undefined || found < 0 || map[at] !== NOWHERE) continue;
    let before = 0;
    while (isFree(at - before - 1, found - before - 1)) before += 1;
    for (let step = -before; isFree(at + step, found + step); step += 1) {
      map[at + step] = found + step;
      taken[found + step] = 1;
    }
  }
}

/** Where each stretch begins; NOWHERE for one that comes again. */
function onceIn(text: string, start: number, end: number, length: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = start; at + length <= end; at += 1) {
    const stretch = text.slice(at, at + length);
    places.set(stretch, places.has(stretch) ? NOWHERE : at);
  }
  return places;
}

/** The unmapped parts of the text whose neighbours on the page stand in order and not too far apart. */
function gapsOf(map: Int32Array, pageLength: number, apart: number): Window[] {
  const gaps: Window[] = [];
  let a = 0;
  while (a < map.length) {
    if (map[a] !== NOWHERE) {
      a += 1;
      continue;
    }
    let aEnd = a;
    while (aEnd < map.length && map[aEnd] === NOWHERE) aEnd += 1;
    const b = a === 0 ? 0 : (map[a - 1] ?? 0) + 1;
    const bEnd = aEnd === map.length ? pageLength : (map[aEnd] ?? 0);
    if (bEnd > b && bEnd - b <= apart && aEnd - a <= apart) gaps.push({ a, aEnd, b, bEnd });
    a = aEnd;
  }
  return gaps;
}
