import { describe, expect, it } from 'vitest';
import { drawn, placeAfter, placeOfTitle, range, toggled } from './moves.ts';

const press = (key: string, from: number, count = 100): number | null =>
  placeAfter({ key, altKey: false }, from, count, 10);

describe('placeAfter', () => {
  it('moves by one, by a page and to the ends, and never past them', () => {
    expect(press('ArrowDown', 4)).toBe(5);
    expect(press('ArrowDown', 99)).toBe(99);
    expect(press('PageDown', 95)).toBe(99);
    expect(press('PageUp', 4)).toBe(0);
    expect(press('Home', 50)).toBe(0);
    expect(press('End', 50)).toBe(99);
  });

  it('goes above the first row to the headings, and back', () => {
    expect(press('ArrowUp', 0)).toBe(-1);
    expect(press('ArrowUp', -1)).toBe(-1);
    expect(press('ArrowDown', -1)).toBe(0);
  });

  it('leaves other keys, keys with Alt and empty lists alone', () => {
    expect(press('a', 3)).toBeNull();
    expect(placeAfter({ key: 'ArrowUp', altKey: true }, 3, 100, 10)).toBeNull();
    expect(press('End', 0, 0)).toBeNull();
  });
});

describe('range and toggled', () => {
  it('takes all between two places, whichever comes first', () => {
    expect([...range(['a', 'b', 'c', 'd'], 2, 1)]).toEqual(['b', 'c']);
  });

  it('takes an id in and out without touching what was chosen', () => {
    const chosen = new Set(['a']);
    expect([...toggled(chosen, 'b')]).toEqual(['a', 'b']);
    expect([...toggled(chosen, 'a')]).toEqual([]);
    expect([...chosen]).toEqual(['a']);
  });
});

describe('placeOfTitle', () => {
  const titles = ['Écrit', 'Eau', 'Rapport', 'Réponse'];

  it('finds beginnings without regard to accents and case', () => {
    expect(placeOfTitle(titles, 'rep', 0)).toBe(3);
  });

  it('goes on to the next title with one letter, and round again', () => {
    expect(placeOfTitle(titles, 'e', 0)).toBe(1);
    expect(placeOfTitle(titles, 'e', 1)).toBe(0);
  });

  it('stays where the longer word still fits', () => {
    expect(placeOfTitle(titles, 'ra', 2)).toBe(2);
    expect(placeOfTitle(titles, 'x', 0)).toBeNull();
  });
});

describe('drawn', () => {
  it('covers what is in sight and little more, within the list', () => {
    const { first, end } = drawn(52_000, 520, 52, 10_000);
    expect(first).toBeLessThanOrEqual(1_000);
    expect(end).toBeGreaterThanOrEqual(1_010);
    expect(end - first).toBeLessThan(48);
    expect(drawn(0, 520, 52, 3)).toEqual({ first: 0, end: 3 });
    expect(drawn(9_999, 520, 52, 3).end).toBe(3);
  });
});
