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
  // The first part says what is counted.
  const first = kept > 0 ? 'kept' : moved > 0 ? 'moved' : 'orphaned';
  const part = (name: keyof Counts, count: number): string => {
    if (count === 0) return '';
    const words = { count, shown: number(count) };
    return name === first && name !== 'kept'
      ? t(`version.${name}Notes`, words)
      : t(`version.${name}`, words);
  };
  return [part('kept', kept), part('moved', moved), part('orphaned', orphaned)]
    .filter((words) => words !== '')
    .join(', ');
}
