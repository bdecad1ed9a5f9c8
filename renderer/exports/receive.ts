/** Annotations out of a file: asks for it, and tells what came of it, with one undo. */
import i18next from 'i18next';
import { attempt, stepHistory } from '../app/acts.ts';
import { shell } from '../client.ts';
import { notify } from '../design/toast.ts';

export function receiveAnnotations(): void {
  attempt(async () => {
    const read = await shell('shell.annotate', {});
    if (read === null) return;
    const t = i18next.getFixedT(null, 'exports');
    const { added, unchanged, failed } = read;
    const parts = [
      t('received.added', { count: added, shown: String(added) }),
      unchanged === 0
        ? ''
        : t('received.unchanged', { count: unchanged, shown: String(unchanged) }),
      failed.length === 0
        ? ''
        : t('received.failed', { count: failed.length, shown: String(failed.length) }),
    ];
    const undo = { label: t('received.undo'), run: () => attempt(() => stepHistory('undo')) };
    notify(parts.filter((part) => part !== '').join(', '), added === 0 ? null : undo);
  });
}
