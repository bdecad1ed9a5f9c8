/** Where a follow-up stands, in words: its status, its due date, and a warning when that has passed. */
import { CircleAlert } from 'lucide-react';
import type { FollowUpStatus } from '../../electron/core/annotation.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { isOverdue, today } from './due.ts';
import './follow-ups.css';

interface FollowUpFactsProps {
  readonly status: FollowUpStatus | null;
  /** YYYY-MM-DD, '' or null. */
  readonly due: string | null;
}

export function FollowUpFacts({ status, due }: FollowUpFactsProps) {
  const t = useText('notes');
  const format = useFormats();
  const late = isOverdue({ status, due }, today());
  return (
    <p className="follow-up-said">
      <span className="follow-up-status" data-status={status ?? 'open'}>
        {t(`followUp.statuses.${status ?? 'open'}`)}
      </span>
      <span>
        {due === null || due === ''
          ? t('followUp.noDue')
          : t('followUp.dueOn', { date: format.date(due) })}
      </span>
      {late && (
        <strong className="follow-up-late">
          <CircleAlert aria-hidden="true" />
          {t('followUp.overdue')}
        </strong>
      )}
    </p>
  );
}
