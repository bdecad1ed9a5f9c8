/** The passages found as rows of a table, each with a ready reference. */
import type { SearchHit } from '../../electron/contract/views.ts';
import { formatReference } from '../../electron/core/reference.ts';

/** Rows of the table, the headings first. */
export function hitRows(
  hits: readonly SearchHit[],
  language: 'fr' | 'en',
  headings: readonly string[],
): string[][] {
  return [
    [...headings],
    ...hits.map(({ opening, snippet, ...hit }) => [
      formatReference(hit, [{ ...hit, text: opening }], language),
      hit.title,
      hit.date,
      hit.number ?? '',
      hit.language,
      snippet.text,
    ]),
  ];
}
