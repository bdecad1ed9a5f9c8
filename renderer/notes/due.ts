/** Due dates of follow-ups: which have passed, and which come soon. Pure but for `today`. */
import type { FollowUpStatus } from '../../electron/core/annotation.ts';

interface Due {
  readonly status: FollowUpStatus | null;
  /** YYYY-MM-DD, '' or null: none. */
  readonly due: string | null;
}

/** Today where the reader is, YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** True while something remains to be done. */
export function isLive({ status }: Pick<Due, 'status'>): boolean {
  return status === null || status === 'open' || status === 'in-progress';
}

/** True where the day has passed and something remains to be done. */
export function isOverdue(one: Due, day: string): boolean {
  return isLive(one) && one.due !== null && one.due !== '' && one.due < day;
}

export const DUE_FILTERS = ['any', 'late', 'week', 'month', 'undated'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** True where a follow-up falls under the filter; `week` and `month` hold what is late too. */
export function isDue(one: Due, filter: DueFilter, day: string): boolean {
  const due = one.due ?? '';
  switch (filter) {
    case 'any':
      return true;
    case 'undated':
      return due === '';
    case 'late':
      return isOverdue(one, day);
    case 'week':
      return due !== '' && due <= later(day, 7);
    case 'month':
      return due !== '' && due <= later(day, 30);
  }
}

function later(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
