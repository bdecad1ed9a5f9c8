/**
 * What the window's shortcuts and menus do, by name. Acts that belong to one screen are not here:
 * the screen answers them itself.
 */
import i18next from 'i18next';
import type { HistoryState, OperationName } from '../../electron/core/operation.ts';
import { toFault } from '../../electron/core/fault.ts';
import { call, shell } from '../client.ts';
import { dismissAll, notify, notifyFault } from '../design/toast.ts';
import { flush } from './flush.ts';
import { movePane } from './panes.ts';
import { isTyping } from './shortcuts.ts';
import type { ShortcutId } from './shortcuts.ts';
import { toggleSide } from './sides.ts';
import { closeDocument, currentDocument, openDocument, show, travel, useView } from './view.ts';

/** Puts the cursor into the search box, its words selected. */
export function focusSearch(): void {
  const box = document.getElementById('search-box');
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

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

/** Moves to the tab beside; from another screen, to the first or the last. */
function stepTab(step: 1 | -1): void {
  const state = useView.getState();
  const { tabs } = state;
  const here = tabs.indexOf(currentDocument(state) ?? '');
  const next = here < 0 ? (step > 0 ? 0 : tabs.length - 1) : here + step;
  const id = tabs[(next + tabs.length) % Math.max(tabs.length, 1)];
  if (id !== undefined) openDocument(id);
}

function closeCurrent(): void {
  const id = currentDocument(useView.getState());
  if (id !== null) closeDocument(id);
}

/** Acts that hold everywhere. */
export const ACTS: Readonly<Partial<Record<ShortcutId, () => void>>> = {
  search: focusSearch,
  back: () => travel(-1),
  forward: () => travel(1),
  library: () => show({ name: 'library' }),
  sheet: () => show({ name: 'sheet' }),
  import: () => attempt(() => shell('shell.importFiles', {})),
  leftRail: () => toggleSide('leftRail'),
  rightPanel: () => toggleSide('rightPanel'),
  nextPane: () => movePane(1),
  previousPane: () => movePane(-1),
  nextTab: () => stepTab(1),
  previousTab: () => stepTab(-1),
  closeTab: closeCurrent,
  undo: () => attempt(() => stepHistory('undo')),
  redo: () => attempt(() => stepHistory('redo')),
  help: () => useView.setState(({ help }) => ({ help: !help })),
};

/** Acts the menu of the main process sends, by their names there. */
export function menuAct(name: string): void {
  if (name === 'flush') attempt(() => flush().finally(() => shell('shell.flushed', {})));
  else if ((name === 'undo' || name === 'redo') && isTyping(document.activeElement)) {
    // Words being typed have a history of their own, which only the browser can step through.
    document.execCommand(name);
  } else ACTS[name as ShortcutId]?.();
}
