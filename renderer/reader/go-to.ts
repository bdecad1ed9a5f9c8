/** Which paragraph a typed number means: '16 c)', '16(c)' and '16 (c)' are the same one. Pure. */
import type { Block } from '../../electron/core/document.ts';

/** The first paragraph of that number, or null. */
export function paragraphByNumber(paragraphs: readonly Block[], typed: string): Block | null {
  const wanted = plain(typed);
  if (wanted === '') return null;
  return paragraphs.find(({ number }) => number !== null && plain(number) === wanted) ?? null;
}

function plain(number: string): string {
  return number
    .toLowerCase()
    .replace(/^\s*(?:§|para(?:graphe?)?s?\.?|par\.)\s*/u, '')
    .replace(/[()\s.]/gu, '');
}
