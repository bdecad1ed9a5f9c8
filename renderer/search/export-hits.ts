/** Takes the passages found out of the window, as a table that a spreadsheet opens. */
import i18next from 'i18next';
import type { SearchHit } from '../../electron/contract/views.ts';
import { attempt } from '../app/acts.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { shell } from '../client.ts';
import { notify } from '../design/toast.ts';
import { hitRows } from './hit-rows.ts';

/** Asks where, and writes them; the query names the file. */
export function exportHits(query: string, hits: readonly SearchHit[]): void {
  const t = i18next.getFixedT(null, 'search');
  const language = interfaceLanguage(usePreferenceState.getState());
  const headings = [
    t('export.columns.reference'),
    t('export.columns.document'),
    t('export.columns.date'),
    t('export.columns.paragraph'),
    t('export.columns.language'),
    t('export.columns.extract'),
  ];
  attempt(async () => {
    const rows = hitRows(hits, language, headings);
    if (await shell('shell.saveTable', { name: query.slice(0, 80), rows }))
      notify(t('export.saved'));
  });
}
