/** The use cases of history: what was done, by whom, and taking the last act back or doing it again. */
import { clockTime } from '../core/clock.ts';
import type { Area, Context } from './context.ts';
import type { Derivation } from './derivation.ts';

export function historyCalls(
  { library }: Context,
  derivation: Derivation,
): Area<'history.list' | 'history.undo' | 'history.redo'> {
  return {
    'history.list': ({ limit }) => {
      const reader = library.author();
      return library.history(limit).map(({ id, name, subject, clock, author }) => ({
        id,
        name,
        subject,
        at: clockTime(clock),
        author: author === reader.id ? reader.name : '',
      }));
    },

    'history.undo': ({ operation }) => {
      derivation.follow(library.undo(operation));
      return null;
    },

    'history.redo': async () => {
      const operation = library.redo();
      derivation.follow(operation);
      // A document that comes back is read again: its paragraphs went with it.
      if (
        operation.changes.some(({ record, before }) => record === 'document' && before === null)
      ) {
        await derivation.catchUp(new AbortController().signal);
      }
      return null;
    },
  };
}
