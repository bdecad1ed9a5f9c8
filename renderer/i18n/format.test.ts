import { describe, expect, it } from 'vitest';
import { formats } from './format.ts';

describe('formats', () => {
  const fr = formats('fr');
  const en = formats('en');

  it('writes a date only as precisely as it is known', () => {
    expect(fr.date('2018-12-19')).toBe('19 décembre 2018');
    expect(fr.date('2018-12')).toBe('décembre 2018');
    expect(fr.date('2018')).toBe('2018');
    expect(fr.date('')).toBe('');
    expect(en.date('2018-12-19')).toBe('19 December 2018');
  });

  it('groups figures with the language’s own space or comma', () => {
    expect(fr.number(12345)).toBe('12\u202f345');
    expect(en.number(12345)).toBe('12,345');
  });

  it('names languages, and no language where none is known', () => {
    expect(fr.language('fr')).toBe('français');
    expect(en.language('ar')).toBe('Arabic');
    expect(fr.language('und')).toBe('');
  });

  it('orders without regard to case and accents, figures as numbers', () => {
    const names = ['Zone', 'état', 'Annexe 10', 'Etat', 'annexe 9'];
    expect([...names].sort(fr.compare)).toEqual(['annexe 9', 'Annexe 10', 'état', 'Etat', 'Zone']);
  });
});
