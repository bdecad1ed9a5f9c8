/**
 * Snippets: the stretch of a paragraph that shows best why it was found, with marks on the very
 * words as they are spelt. Never breaks at a non-breaking space, so French punctuation stays whole.
 */
import type { Snippet } from './answers.ts';
import type { Match } from './reading.ts';
import { LIMITS } from './weights.ts';

/** Text shown before the first mark where there is room, UTF-16 code units. */
const LEAD_IN = 60;

/**
 * Snippet of a text around the best window of matches (ascending by start).
 * @param idf weight by concept, so that telling words draw the window.
 */
export function snippetOf(
  text: string,
  matches: readonly Match[],
  idf: readonly number[],
): Snippet {
  const marks = merged(matches);
  if (text.length <= LIMITS.snippet) return { text, marks };
  const from = bestStart(matches, idf);
  let start = Math.max(0, Math.min(from - LEAD_IN, text.length - LIMITS.snippet));
  let end = Math.min(text.length, start + LIMITS.snippet);
  if (start > 0) start = afterSpace(text, start, from);
  if (end < text.length) end = beforeSpace(text, end, start);
  const cut = text.slice(start, end).trimEnd();
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  const kept = marks
    .filter(([first, last]) => first >= start && last <= start + cut.length)
    .map(([first, last]) => [first + shift, last + shift] as const);
  return { text: lead + cut + (end < text.length ? '…' : ''), marks: kept };
}

/** Marks of the matches, overlapping ones joined. */
export function merged(matches: readonly Match[]): (readonly [number, number])[] {
  const sorted = [...matches].sort((left, right) => left.start - right.start);
  const marks: [number, number][] = [];
  for (const { start, end } of sorted) {
    const last = marks.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** Start of the window in which the most weight of different concepts lies. */
function bestStart(matches: readonly Match[], idf: readonly number[]): number {
  const sorted = [...matches].sort((left, right) => left.start - right.start);
  let best = sorted[0]?.start ?? 0;
  let most = 0;
  for (let first = 0; first < sorted.length; first++) {
    const start = sorted[first]?.start ?? 0;
    const worth = new Map<number, number>();
    let sum = 0;
    for (let next = first; next < sorted.length; next++) {
      const match = sorted[next];
      if (match === undefined || match.end > start + LIMITS.snippet - LEAD_IN) break;
      const gain = (idf[match.concept] ?? 0) * match.worth;
      const before = worth.get(match.concept) ?? 0;
      // A concept seen again is worth little: variety tells more than repetition.
      sum += before === 0 ? gain : Math.max(0, gain - before) + gain * 0.1;
      worth.set(match.concept, Math.max(before, gain));
    }
    if (sum > most) {
      most = sum;
      best = start;
    }
  }
  return best;
}

function afterSpace(text: string, at: number, limit: number): number {
  const space = text.indexOf(' ', at - 1);
  return space >= 0 && space < limit ? space + 1 : at;
}

function beforeSpace(text: string, at: number, limit: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > limit ? space : at;
}
