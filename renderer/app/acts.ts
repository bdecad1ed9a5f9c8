/** What several parts of the window do alike: try an act and tell its failure, undo, change library. */
import i18next from 'i18next';
import type { HistoryState, OperationName } from '../../electron/core/operation.ts';
import { toFault } from '../../electron/core/fault.ts';
import { call, shell } from '../client.ts';
import { dismissAll, notify, notifyFault } from '../design/toast.ts';
import { flush } from './flush.ts';

/** Runs an act and tells the reader if it failed. */
export function attempt(act: () => Promise<unknown>): void {
  act().catch((error: unknown) => notifyFault(toFault(error)));
}

type Step = NonNullable<HistoryState['undo']>;

/** What an operation was, in words: 'surlignage ou note (Déclaration de progrès)'. */
export function operationWords({
  name,
  subject,
}: Pick<Step, 'subject'> & { name: OperationName }): string {
  const t = i18next.getFixedT(null, 'app');
  const what = t(`operations.${name}`);
  return subject === '' ? what : t('subject', { what, subject });
}

/** Takes the last change back, or does it again, and says what it was. */
export async function stepHistory(direction: 'undo' | 'redo'): Promise<void> {
  await flush();
  const { history } = await call('library.info', {});
  const step = history[direction];
  await call(`history.${direction}`, {});
  if (step === null) return;
  const t = i18next.getFixedT(null, 'app');
  const back = direction === 'undo' ? 'redo' : 'undo';
  dismissAll();
  notify(t(direction === 'undo' ? 'done.undone' : 'done.redone', { what: operationWords(step) }), {
    label: t(back),
    run: () => attempt(() => stepHistory(back)),
  });
}

/** Leaves this library for another one, after saving what waits. */
export function switchLibrary(name: 'shell.newLibrary' | 'shell.openLibrary'): void {
  attempt(async () => {
    await flush();
    await shell(name, {});
  });
}
