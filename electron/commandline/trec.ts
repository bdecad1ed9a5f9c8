/** The text formats of ranking measurement: queries in, TREC run lines out. */
import type { SearchHit } from '../contract/views.ts';
import { wrongUsage } from './command.ts';

export interface NamedQuery {
  readonly id: string;
  readonly query: string;
}

/** Reads `id<TAB>query` lines; empty lines are passed over. @throws CommandError names the bad line. */
export function parseQueries(source: string): NamedQuery[] {
  const queries: NamedQuery[] = [];
  source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') return;
      const tab = line.indexOf('\t');
      const id = line.slice(0, Math.max(tab, 0)).trim();
      if (id === '' || /\s/.test(id)) {
        throw wrongUsage(`Line ${index + 1} of the queries is not "id<TAB>query".`);
      }
      queries.push({ id, query: line.slice(tab + 1).trim() });
    });
  return queries;
}

/**
 * The ranking of one query. A paragraph of a passages file goes by its number, which is the id the
 * file gave it; any other by `documentId#paragraphId`.
 */
export function runLines(
  queryId: string,
  hits: readonly Pick<SearchHit, 'documentId' | 'paragraphId' | 'number' | 'score'>[],
  passages: ReadonlySet<string>,
  name: string,
): string[] {
  return hits.map(({ documentId, paragraphId, number, score }, index) => {
    const own = passages.has(documentId) && number !== null;
    const reference = own ? number.replaceAll(/\s+/g, '_') : `${documentId}#${paragraphId}`;
    return `${queryId} Q0 ${reference} ${index + 1} ${score} ${name}`;
  });
}
