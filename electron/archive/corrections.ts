/**
 * The use cases of hand corrections: each is one operation, so that it can be undone; any of them
 * can be taken back later, on its own. How the text follows is known to core and to the corpus.
 */
import { correctionOf } from '../core/correction/index.ts';
import { FaultError } from '../core/fault.ts';
import { correctionFields } from '../library/index.ts';
import { blocksOf } from './annotations.ts';
import type { Area, Context } from './context.ts';

export function correctionCalls(
  context: Context,
): Area<'corrections.list' | 'corrections.apply' | 'corrections.withdraw'> {
  const { library, corpus, newId } = context;
  return {
    'corrections.list': ({ documentId }) => {
      need(documentId);
      const corrections = library.corrections.of(documentId);
      const outcomes = corpus.outcomes(documentId, corrections);
      return corrections.map(({ id, kind, value, selector: { number, exact } }, index) => {
        return { id, kind, value, number, exact, paragraphId: outcomes[index] ?? null };
      });
    },

    'corrections.apply': ({ documentId, correction }) => {
      const title = need(documentId);
      const made = correctionOf(blocksOf(context, documentId), correction);
      const before = library.corrections.of(documentId);
      const position = (before.at(-1)?.position ?? -1) + 1;
      const paragraphId = corpus.outcomes(documentId, [...before, made]).at(-1) ?? null;
      if (paragraphId === null) throw new FaultError('bad-input', 'it can’t be done there');
      const fields = correctionFields(documentId, position, made);
      context.commit('corrections.apply', title, library.create('correction', newId(), fields));
      return { paragraphId };
    },

    'corrections.withdraw': ({ documentId, ids }) => {
      const title = need(documentId);
      for (const id of ids) {
        if (library.corrections.one(id)?.documentId !== documentId) {
          throw new FaultError('not-found', id);
        }
      }
      context.commit('corrections.withdraw', title, library.remove('correction', ids));
      return null;
    },
  };

  /** Title of a document that is there. */
  function need(documentId: string): string {
    const record = library.documents.one(documentId);
    if (record === null) throw new FaultError('not-found', documentId);
    return record.title;
  }
}
