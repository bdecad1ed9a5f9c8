/**
 * The score of one paragraph for one query: BM25 over concepts with a length normalisation that
 * fits the corpus, lifted by coverage, nearness and headings.
 */
import type { Concept } from './concepts.ts';
import type { Match } from './reading.ts';
import { WEIGHTS } from './weights.ts';

/** Terms of a query that stand in for typed words: counted instead of them, never beside. */
export interface Substitute {
  /** The concept that holds the substitutes. */
  readonly concept: number;
  /** The typed concepts it stands for. */
  readonly covers: readonly number[];
}

/** What all paragraphs of one search have in common. */
export interface Field {
  readonly concepts: readonly Concept[];
  /** Inverse document frequency by concept. */
  readonly idf: readonly number[];
  readonly substitutes: readonly Substitute[];
  /** Concepts typed by the reader, in order: what coverage is measured against. */
  readonly typed: readonly number[];
  /** Average paragraph length, in letters. */
  readonly average: number;
}

/** How telling a concept is among `paragraphs` paragraphs. */
export function inverseFrequency(frequency: number, paragraphs: number): number {
  const count = Math.min(frequency, paragraphs);
  return Math.log(1 + (paragraphs - count + 0.5) / (count + 0.5));
}

/**
 * Score of a paragraph, 0 or more.
 * @param letters length of the paragraph.
 * @param above matches in the title and headings above it.
 */
export function scoreOf(
  field: Field,
  letters: number,
  matches: readonly Match[],
  above: readonly Match[],
): number {
  const gains = ownGains(field, letters, matches);
  const lifted = gains.map((gain, concept) => {
    const idf = field.idf[concept] ?? 0;
    const heading = above.reduce(
      (most, match) => (match.concept === concept ? Math.max(most, match.worth) : most),
      0,
    );
    return gain + idf * heading * WEIGHTS.heading;
  });
  for (const { concept, covers } of field.substitutes) {
    const typed = covers.reduce((sum, index) => sum + (lifted[index] ?? 0), 0);
    const instead = lifted[concept] ?? 0;
    lifted[concept] = 0;
    if (instead <= typed) continue;
    // The substitute speaks for all the words it covers: spread what it is worth over them.
    for (const index of covers) lifted[index] = instead / covers.length;
  }
  const sum = lifted.reduce((total, gain) => total + gain, 0);
  if (sum === 0) return 0;
  return sum * (1 + WEIGHTS.coverage * coverage(field, lifted)) + nearness(field, matches);
}

function ownGains(field: Field, letters: number, matches: readonly Match[]): number[] {
  const counts = new Array<number>(field.concepts.length).fill(0);
  const worth = new Array<number>(field.concepts.length).fill(0);
  for (const match of matches) {
    counts[match.concept] = (counts[match.concept] ?? 0) + match.worth;
    worth[match.concept] = Math.max(worth[match.concept] ?? 0, match.worth);
  }
  const long = Math.min(1, field.average / WEIGHTS.longLetters);
  const b = WEIGHTS.lengthShort + (WEIGHTS.lengthLong - WEIGHTS.lengthShort) * long;
  const k = WEIGHTS.saturation;
  const norm = k * (1 - b + b * (letters / Math.max(1, field.average)));
  return counts.map((count, concept) => {
    if (count === 0) return 0;
    const idf = field.idf[concept] ?? 0;
    return idf * (worth[concept] ?? 0) * ((count * (k + 1)) / (count + norm));
  });
}

/** Share of the asked weight that is there, squared: only nearly full coverage counts much. */
function coverage(field: Field, gains: readonly number[]): number {
  let asked = 0;
  let there = 0;
  for (const concept of field.typed) {
    const idf = field.idf[concept] ?? 0;
    asked += idf;
    if ((gains[concept] ?? 0) > 0) there += idf;
  }
  if (asked === 0 || field.typed.length < 2) return 0;
  return (there / asked) ** 2;
}

/** Bonus for query words that stand beside each other in the text as they do in the query. */
function nearness(field: Field, matches: readonly Match[]): number {
  if (field.typed.length < 2 || matches.length < 2) return 0;
  const order = new Map(field.typed.map((concept, index) => [concept, index]));
  const best = new Map<number, number>();
  for (let right = 1; right < matches.length; right++) {
    const later = matches[right];
    if (later === undefined) break;
    for (let left = right - 1; left >= 0; left--) {
      const earlier = matches[left];
      if (earlier === undefined) break;
      const gap = later.word - (earlier.word + earlier.length - 1);
      if (gap > WEIGHTS.nearness) break;
      if (gap < 1) continue;
      const [from, to] = [order.get(earlier.concept), order.get(later.concept)];
      if (from === undefined || to === undefined || Math.abs(to - from) !== 1) continue;
      const inOrder = to > from ? 1 : 0.6;
      const gain = (inOrder / gap) * Math.min(earlier.worth, later.worth);
      const pair = Math.min(from, to);
      if (gain > (best.get(pair) ?? 0)) best.set(pair, gain);
    }
  }
  let sum = 0;
  for (const [pair, gain] of best) {
    const [one, two] = [field.typed[pair], field.typed[pair + 1]];
    const idf = Math.min(field.idf[one ?? -1] ?? 0, field.idf[two ?? -1] ?? 0);
    sum += gain * idf * WEIGHTS.adjacent;
  }
  return sum;
}
