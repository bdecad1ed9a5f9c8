import { describe, expect, it } from 'vitest';
import { isDue, isOverdue, today } from './due.ts';

describe('a follow-up', () => {
  const day = '2026-12-30';
  it('is overdue when its day has passed and something remains to be done', () => {
    expect(isOverdue({ status: 'open', due: '2026-12-29' }, day)).toBe(true);
    expect(isOverdue({ status: 'in-progress', due: '2026-12-30' }, day)).toBe(false);
    expect(isOverdue({ status: 'done', due: '2026-12-29' }, day)).toBe(false);
    expect(isOverdue({ status: 'open', due: '' }, day)).toBe(false);
  });

  it('is due within days that run over the end of the year', () => {
    const due = { status: 'open', due: '2027-01-06' } as const;
    expect(isDue(due, 'week', day)).toBe(true);
    expect(isDue({ ...due, due: '2027-01-07' }, 'week', day)).toBe(false);
    expect(isDue({ ...due, due: '2027-01-07' }, 'month', day)).toBe(true);
    expect(isDue({ ...due, due: null }, 'undated', day)).toBe(true);
    expect(isDue(due, 'undated', day)).toBe(false);
    expect(isDue(due, 'late', day)).toBe(false);
  });

  it('counts days where the reader is', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
