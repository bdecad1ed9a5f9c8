/** The use cases of the library as a whole: what it is, whether it is sound, its backups, its reader. */
import { basename } from 'node:path';
import type { Area, Context } from './context.ts';
import type { Derivation } from './derivation.ts';

export function libraryCalls(
  context: Context,
  derivation: Derivation,
): Area<'library.info' | 'library.check' | 'library.backup' | 'library.backups' | 'author.name'> {
  const { library, corpus } = context;
  return {
    'library.info': () => {
      const superseded = library.documents.superseded();
      const documents = library.documents
        .all()
        .filter(({ id, removedAt }) => removedAt === null && !superseded.has(id));
      const guides = documents.filter(({ collection }) => collection === 'guides').length;
      return {
        libraryId: library.libraryId,
        name: basename(library.folder),
        path: library.folder,
        readOnly: library.readOnly,
        documents: documents.length - guides,
        guides,
        author: library.author().name,
        history: library.historyState(),
        journalPending: library.journalPending,
        deriving: derivation.running,
      };
    },

    'library.check': async () => {
      const found = await library.check();
      const derived = corpus.check().map((detail) => ({ part: 'corpus', detail }));
      const problems = [...found.problems, ...derived, ...derivation.disagreements()];
      return { ...found, problems, ok: problems.length === 0 };
    },

    'library.backup': () => library.backup(),

    'library.backups': () => library.backups(),

    'author.name': ({ name }) => {
      const changes = library.update('author', library.author().id, { name: name.trim() });
      context.commit('author.name', name.trim(), changes);
      return null;
    },
  };
}
