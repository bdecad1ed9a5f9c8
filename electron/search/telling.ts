/** The words of a text that tell it from the others of a corpus: what "more like this" searches for. */
import type { Terrain } from './plan.ts';
import { inverseFrequency } from './ranking.ts';
import { readText } from './reading.ts';

/** Most words: more of them blur what is meant. */
const MOST = 8;
/** Letters of the shortest word that tells anything. */
const SHORTEST = 4;

/**
 * Up to eight words in text order, as the text spells them. A word in one paragraph alone finds no
 * other, and a stop word finds all: neither is among them.
 */
export function tellingWords(
  text: string,
  language: string,
  { vocabulary, paragraphs }: Terrain & { readonly paragraphs: number },
): string[] {
  const found = new Map<string, { form: string; count: number; at: number; frequency: number }>();
  for (const { start, end, term } of readText(text, language).words) {
    if (term.stop || !term.word || term.fold.length < SHORTEST) continue;
    const known = found.get(term.stem);
    if (known !== undefined) {
      known.count += 1;
      continue;
    }
    const count = vocabulary.count(term.stem);
    const frequency = Math.max(count.exact + count.stem, vocabulary.count(term.fold).exact);
    if (frequency < 2) continue;
    found.set(term.stem, { form: text.slice(start, end), count: 1, at: start, frequency });
  }
  const worth = ({ count, frequency }: { count: number; frequency: number }): number =>
    inverseFrequency(frequency, paragraphs) * Math.sqrt(count);
  return [...found.values()]
    .sort((one, other) => worth(other) - worth(one))
    .slice(0, MOST)
    .sort((one, other) => one.at - other.at)
    .map(({ form }) => form);
}
