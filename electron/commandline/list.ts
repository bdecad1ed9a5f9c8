/** `list`: the library's documents, those in the bin left out. */
import type { DocumentSummary } from '../contract/views.ts';
import { EXIT } from './command.ts';
import type { Command } from './command.ts';
import { idLength } from './documents.ts';
import { withLibrary } from './library.ts';

export const listCommand: Command = {
  name: 'list',
  takes: '',
  summary: 'show the documents',
  about: 'The start of an id shown here names the document in "show".',
  options: {},
  count: [0, 0],
  run: (given, host, output) =>
    withLibrary(given, host, { create: false }, async (archive) => {
      const rows = (await archive.call('documents.list', {}, 'host')).map(rowOf);
      const length = idLength(rows.map(({ documentId }) => documentId));
      output.table(
        rows,
        [
          { title: 'id', of: ({ documentId }) => documentId.slice(0, length) },
          { title: 'title', of: ({ title }) => title, width: 60 },
          { title: 'file', of: ({ originalName }) => originalName, width: 40 },
          { title: 'lang', of: ({ language }) => language },
          { title: 'kind', of: ({ kind }) => kind },
          { title: 'body', of: ({ body }) => body, width: 12 },
          { title: 'date', of: ({ date }) => date },
          { title: 'symbol', of: ({ symbol }) => symbol, width: 24 },
          { title: 'par.', of: ({ paragraphs }) => paragraphs },
          { title: 'notes', of: ({ notes }) => notes },
        ],
        'No documents yet; add some with "import".',
      );
      return EXIT.done;
    }),
};

function rowOf(document: DocumentSummary) {
  const { id, title, originalName, language, kind, body, date, symbol } = document;
  const { paragraphs, notes } = document;
  return {
    documentId: id,
    title,
    originalName,
    language,
    kind,
    body,
    date,
    symbol,
    paragraphs,
    notes,
  };
}
