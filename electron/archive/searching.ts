/** The use cases of search: over the library and inside one document; both only ask the corpus. */
import type { Area, Context } from './context.ts';

export function searchCalls({ corpus }: Context): Area<'search.query' | 'search.document'> {
  return {
    'search.query': ({ query, limit, language, unexpanded, guides }) =>
      corpus.search({
        query,
        limit,
        unexpanded,
        guides,
        ...(language === undefined ? {} : { language }),
      }),
    'search.document': ({ id, query }) => corpus.findInDocument(id, query),
  };
}
