/** What became of notes in a new version, in one line: '12 notes reprises, 1 déplacée, 1 à replacer'. */
import i18next from 'i18next';
import type { VersionReport } from '../../electron/contract/views.ts';
import { formats } from '../i18n/format.ts';

type Counts = Pick<VersionReport, 'kept' | 'moved' | 'orphaned'>;

/** The line for one version, or for several together. */
export function notesWords(reports: readonly Counts[]): string {
  const t = i18next.getFixedT(null, 'folders');
  const { number } = formats(i18next.language);
  const sum = (name: keyof Counts): number =>
    reports.reduce((total, report) => total + report[name], 0);
  const [kept, moved, orphaned] = [sum('kept'), sum('moved'), sum('orphaned')];
  if (kept + moved + orphaned === 0) return t('version.none');
  return [
    t('version.kept', { count: kept, shown: number(kept) }),
    moved > 0 ? t('version.moved', { count: moved, shown: number(moved) }) : '',
    orphaned > 0 ? t('version.orphaned', { count: orphaned, shown: number(orphaned) }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
