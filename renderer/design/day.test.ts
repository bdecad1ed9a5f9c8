import { describe, expect, it } from 'vitest';
import { readDay, writtenDay } from './day.ts';

describe('days', () => {
  it.each([
    ['31/01/2026', '2026-01-31'],
    ['1/2/26', '2026-02-01'],
    [' 9.11.2026 ', '2026-11-09'],
    ['9 11 2026', '2026-11-09'],
    ['2026-11-09', '2026-11-09'],
    ['29/02/2028', '2028-02-29'],
    ['', ''],
    ['29/02/2026', null],
    ['31/13/2026', null],
    ['11/2026', null],
    ['demain', null],
  ])('%s is read as %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it('are written as they are read', () => {
    expect(writtenDay('2026-11-09')).toBe('09/11/2026');
    expect(writtenDay('')).toBe('');
    expect(readDay(writtenDay('2026-11-09'))).toBe('2026-11-09');
  });
});
