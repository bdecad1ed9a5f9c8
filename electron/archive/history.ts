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

    'history.undo': () => {
      derivation.follow(library.undo());
      return null;
    },

    'history.redo': () => {
      derivation.follow(library.redo());
      return null;
    },
  };
}
