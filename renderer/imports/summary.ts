/** An import's outcome in one line: '12 ajoutés, 1 en échec'. */
import i18next from 'i18next';
import type { ImportState } from '../../electron/contract/views.ts';
import { formats } from '../i18n/format.ts';
import { STATUSES } from './items.ts';

export function summaryOf({ counts }: Pick<ImportState, 'counts'>): string {
  const t = i18next.getFixedT(null, 'imports');
  const format = formats(i18next.language);
  const parts = STATUSES.filter((status) => counts[status] > 0).map((status) =>
    t(`summary.${status}`, { count: counts[status], shown: format.number(counts[status]) }),
  );
  return parts.length === 0 ? t('summary.nothing') : parts.join(', ');
}
