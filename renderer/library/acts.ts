/** What can be done to documents from the list: to the bin and back, with a notice that takes it back. */
import i18next from 'i18next';
import { call, shell } from '../client.ts';
import { askToErase } from '../erase/state.ts';
import { notify } from '../design/toast.ts';
import { formats } from '../i18n/format.ts';
import { attempt } from '../app/acts.ts';
import { forgetDocuments } from '../app/view.ts';

function counted(key: 'removed' | 'restored', count: number): string {
  const t = i18next.getFixedT(null, 'library');
  return t(key, { count, shown: formats(i18next.language).number(count) });
}

/** Lays documents in the bin. */
export function removeDocuments(ids: readonly string[]): void {
  if (ids.length === 0) return;
  attempt(async () => {
    await call('documents.remove', { ids: [...ids] });
    forgetDocuments(ids);
    notify(counted('removed', ids.length), {
      label: i18next.getFixedT(null, 'app')('undo'),
      run: () => restoreDocuments(ids),
    });
  });
}

/** Takes documents out of the bin. */
export function restoreDocuments(ids: readonly string[]): void {
  if (ids.length === 0) return;
  attempt(async () => {
    await call('documents.restore', { ids: [...ids] });
    notify(counted('restored', ids.length));
  });
}

/** Asks whether documents are to go for good. */
export function eraseDocuments(ids: readonly string[]): void {
  if (ids.length > 0) askToErase({ type: 'documents', ids: [...ids] });
}

/** Asks for files, or for a folder, and starts their import. */
export function importFiles(): void {
  attempt(() => shell('shell.importFiles', {}));
}
export function importFolder(): void {
  attempt(() => shell('shell.importFolder', {}));
}
