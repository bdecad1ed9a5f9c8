/** The use cases of search: over the library, inside one document, and what else bears the words. */
import type { Facet, SearchElsewhere, SearchFacets } from '../contract/views.ts';
import type { Area, Context } from './context.ts';

/** Most values of one facet. */
const MOST = 60;

export function searchCalls({
  corpus,
  library,
}: Context): Area<
  'search.query' | 'search.facets' | 'search.elsewhere' | 'search.like' | 'search.document'
> {
  return {
    'search.query': (request) => corpus.search(request),

    'search.facets': (request): SearchFacets => {
      const found = corpus.count(request);
      const kinds = new Map<string, number>();
      const bodies = new Map<string, number>();
      const years = new Map<string, number>();
      for (const { id, kind, body, date } of library.documents.all()) {
        const count = found.documents.get(id);
        if (count === undefined) continue;
        add(kinds, kind, count);
        add(bodies, body, count);
        add(years, date.slice(0, 4), count);
      }
      return {
        kinds: ranked(kinds),
        bodies: ranked(bodies),
        years: ranked(years).sort((one, other) => other.value.localeCompare(one.value)),
        languages: ranked(found.languages),
        tags: ranked(found.tags),
        documents: ranked(found.documents),
        noted: found.noted,
        capped: found.capped,
      };
    },

    'search.elsewhere': ({ query }): SearchElsewhere => {
      const tags = library.tags
        .all()
        .filter(({ archived }) => archived === 0)
        .map(({ id, name, nameFr, nameEn }) => ({
          id,
          text: [...new Set([name, nameFr, nameEn])].join(' '),
          language: 'und',
        }));
      const { documents, notes, tags: found } = corpus.elsewhere(query, tags);
      const superseded = library.documents.superseded();
      const titled = (id: string): { id: string; title: string }[] => {
        const document = library.documents.one(id);
        if (document === null || document.removedAt !== null || superseded.has(id)) return [];
        return [{ id, title: document.title }];
      };
      return {
        documents: documents.flatMap(titled),
        notes: notes.flatMap((note) => {
          const annotation = library.annotations.one(note.annotationId);
          if (annotation === null) return [];
          return titled(note.documentId).map(({ title }) => ({
            ...note,
            kind: annotation.kind,
            documentTitle: title,
          }));
        }),
        tags: found,
      };
    },

    'search.like': ({ documentId, paragraphId }) => corpus.tellingWords(documentId, paragraphId),

    'search.document': ({ id, query }) => corpus.findInDocument(id, query),
  };
}

function add(counts: Map<string, number>, value: string, count: number): void {
  if (value !== '') counts.set(value, (counts.get(value) ?? 0) + count);
}

function ranked(counts: ReadonlyMap<string, number>): Facet[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value))
    .slice(0, MOST);
}
