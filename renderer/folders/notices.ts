/** Says when files came in as new versions, what became of the notes, and how to take it back. */
import i18next from 'i18next';
import { useEffect } from 'react';
import type { ImportItem, VersionReport } from '../../electron/contract/views.ts';
import { attempt } from '../app/acts.ts';
import { call, onEvent } from '../client.ts';
import { notify } from '../design/toast.ts';
import { formats } from '../i18n/format.ts';
import { notesWords } from './notes-words.ts';

type Versioned = ImportItem & { readonly version: VersionReport };

/** Takes new versions back, the latest first; the old ones return with their notes. */
export function undoVersions(reports: readonly VersionReport[]): void {
  attempt(async () => {
    for (const { operationId } of [...reports].reverse()) {
      await call('history.undo', { operation: operationId });
    }
    notify(i18next.getFixedT(null, 'folders')('version.undone'));
  });
}

/** Follows imports from wherever the reader is. */
export function useVersionNotices(): void {
  useEffect(() => {
    let waiting: Versioned[] = [];
    return onEvent((event) => {
      if (event.event === 'imported' && event.item.version !== null) {
        waiting.push({ ...event.item, version: event.item.version });
      } else if (event.event === 'import' && !event.state.running && waiting.length > 0) {
        tell(waiting);
        waiting = [];
      }
    });
  }, []);
}

function tell(items: readonly Versioned[]): void {
  const t = i18next.getFixedT(null, 'folders');
  const reports = items.map(({ version }) => version);
  const notes = notesWords(reports);
  const [first] = items;
  const text =
    items.length === 1 && first !== undefined
      ? t('version.one', { title: first.name, notes })
      : t('version.many', { shown: formats(i18next.language).number(items.length), notes });
  notify(text, { label: t('version.undo'), run: () => undoVersions(reports) });
}
