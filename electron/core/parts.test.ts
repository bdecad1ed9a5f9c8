import { describe, expect, it } from 'vitest';
import { apart, together } from './parts.ts';

const numbers = Array.from({ length: 1_001 }, (_, place) => place);

describe('a long answer', () => {
  it.each([
    ['a list', numbers],
    ['a value with items', { running: false, items: numbers }],
    ['one that just fits', numbers.slice(0, 250)],
    ['an empty list', []],
    ['no list at all', { running: true }],
    ['nothing', null],
  ])('is the same again: %s', (_name, value) => {
    const { parts, last } = apart(value);
    expect(together(parts.flat(), last)).toEqual(value);
  });

  it('has no part that is long', () => {
    const { parts, last } = apart({ running: false, items: numbers });
    const lengths = [...parts.map(({ length }) => length), (last as { items: [] }).items.length];
    expect(Math.max(...lengths)).toBe(250);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(1_001);
  });
});
