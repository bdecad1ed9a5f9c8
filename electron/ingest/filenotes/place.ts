/**
 * From the words under a note to the paragraphs that hold them: compares letters and digits alone, so
 * that line ends, hyphens, ligatures and lifted numbers make no difference.
 */
import type { DraftBlock, FileNote } from '../../core/document.ts';
import type { SeenNote } from './seen.ts';

/** One letter of the page's paragraphs, and where it stands. */
interface Letter {
  readonly block: number;
  /** Start and end in the block's text; -1 for letters of its marker. */
  readonly start: number;
  readonly end: number;
}

interface Series {
  readonly text: string;
  readonly letters: readonly Letter[];
}

interface Stretch {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Letters at each end by which a quote is found whose middle reads otherwise here. */
const END = 16;

/** The notes whose words are found, in the order of the text; those found nowhere are left out. */
export function placedNotes(blocks: readonly DraftBlock[], seen: readonly SeenNote[]): FileNote[] {
  const pages = new Map<number, Series>();
  return seen.flatMap((note): FileNote[] => {
    const series = pages.get(note.page) ?? seriesOf(blocks, note.page);
    pages.set(note.page, series);
    const stretch = stretchOf(series, note);
    if (stretch === null) return [];
    const places = note.beside
      ? wholeOf(blocks, series, stretch)
      : placesOf(blocks, series, stretch, note.quote);
    if (places.length === 0) return [];
    const { colour, body, author, at } = note;
    return [{ kind: body === '' ? 'highlight' : 'note', colour, body, author, at, places }];
  });
}

/** Letters and digits of what stands on a page, or began on the page before. */
function seriesOf(blocks: readonly DraftBlock[], page: number): Series {
  const letters: Letter[] = [];
  let text = '';
  const add = (block: number, said: string, inMarker: boolean): void => {
    let start = 0;
    for (const sign of said) {
      const end = start + sign.length;
      const place = inMarker ? { start: -1, end: -1 } : { start, end };
      const read = folded(sign);
      text += read;
      letters.push(...Array.from({ length: read.length }, () => ({ block, ...place })));
      start = end;
    }
  };
  blocks.forEach((block, at) => {
    if (block.page === null || block.page > page || block.page < page - 1) return;
    add(at, block.marker ?? '', true);
    add(at, block.text, false);
  });
  return { text, letters };
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Where the quote stands: of several places, the one whose surroundings are the note's. */
function stretchOf({ text }: Series, { quote, before, after }: SeenNote): Stretch | null {
  const wanted = folded(quote);
  if (wanted === '') return null;
  const [left, right] = [folded(before), folded(after)];
  let best: { stretch: Stretch; score: number } | null = null;
  for (const stretch of candidates(text, wanted)) {
    const score =
      sharedEnd(text.slice(0, stretch.from), left) + sharedStart(text.slice(stretch.to), right);
    // What begins on the page before comes first: the later of equals is this page's own.
    if (best === null || score >= best.score) best = { stretch, score };
  }
  return best?.stretch ?? null;
}

function candidates(text: string, wanted: string): Stretch[] {
  const found: Stretch[] = [];
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
    found.push({ from, to: from + wanted.length });
  }
  if (found.length > 0 || wanted.length < 2 * END) return found;
  // A footnote's mark or a repaired word may stand within: its two ends are enough.
  const [head, tail] = [wanted.slice(0, END), wanted.slice(-END)];
  for (let from = text.indexOf(head); from >= 0; from = text.indexOf(head, from + 1)) {
    const end = text.indexOf(tail, from + END);
    if (end >= 0 && end + END - from < wanted.length * 1.25 + END) {
      found.push({ from, to: end + END });
    }
  }
  return found;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** The stretch of each paragraph it runs through, ends widened to whole words and their marks. */
function placesOf(
  blocks: readonly DraftBlock[],
  { letters }: Series,
  { from, to }: Stretch,
  quote: string,
): FileNote['places'] {
  const places: { block: number; start: number; end: number }[] = [];
  for (const { block, start, end } of letters.slice(from, to)) {
    if (start < 0) continue;
    const last = places.at(-1);
    if (last?.block === block) last.end = Math.max(last.end, end);
    else places.push({ block, start, end });
  }
  const [first, last] = [places[0], places.at(-1)];
  if (first !== undefined) {
    const { text } = blocks[first.block] ?? { text: '' };
    first.start = Math.min(first.end, wordEdge(text, first.start, 'start'));
    const opens = /[^\p{L}\p{N}\s]*$/u.exec(text.slice(0, first.start))?.[0] ?? '';
    if (opens !== '' && quote.trimStart().startsWith(opens)) first.start -= opens.length;
  }
  if (last !== undefined) {
    const { text } = blocks[last.block] ?? { text: '' };
    last.end = Math.max(last.start, wordEdge(text, last.end, 'end'));
    const closes = /^[^\p{L}\p{N}\s]*/u.exec(text.slice(last.end))?.[0] ?? '';
    if (closes !== '' && quote.trimEnd().endsWith(closes)) last.end += closes.length;
  }
  return places.filter(({ start, end }) => start < end);
}

/** Where a note's edge falls into a word: its start or its end, whichever side holds the most of it. */
function wordEdge(text: string, at: number, edge: 'start' | 'end'): number {
  const left = /[\p{L}\p{N}]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
  const right = /^[\p{L}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0;
  if (left === 0 || right === 0) return at;
  if (edge === 'start') {
    return right >= left ? at - left : at + right + spaces(text.slice(at + right), /^\s*/u);
  }
  return left >= right ? at + right : at - left - spaces(text.slice(0, at - left), /\s*$/u);
}

function spaces(text: string, where: RegExp): number {
  return where.exec(text)?.[0].length ?? 0;
}

function wholeOf(
  blocks: readonly DraftBlock[],
  { letters }: Series,
  { from, to }: Stretch,
): FileNote['places'] {
  const block = letters.slice(from, to).find(({ start }) => start >= 0)?.block;
  const text = block === undefined ? '' : (blocks[block]?.text ?? '');
  return block === undefined || text === '' ? [] : [{ block, start: 0, end: text.length }];
}
