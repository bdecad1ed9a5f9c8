import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  letterOrdinal,
  ordinalLetter,
  partOfHeading,
  readMarker,
  romanNumeral,
  romanValue,
} from './number.ts';

describe('markers', () => {
  it.each([
    ['12. Rappelle', '12.', 'decimal', 12, '', 'Rappelle'],
    ['12 bis. Décide', '12 bis.', 'decimal', 12, 'bis', 'Décide'],
    ['12 bis Décide', '12 bis', 'decimal', 12, 'bis', 'Décide'],
    ['7.Notes', '7.', 'decimal', 7, '', 'Notes'],
    ['(a) First', '(a)', 'letter', 1, '', 'First'],
    ['b) Deuxième', 'b)', 'letter', 2, '', 'Deuxième'],
    ['(أ) النص', '(أ)', 'letter', 1, '', 'النص'],
    ['б) текст', 'б)', 'letter', 2, '', 'текст'],
    ['١٢ - النص', '١٢ -', 'decimal', 12, '', 'النص'],
    ['• un point', '•', 'bullet', 0, '', 'un point'],
    ['- › un point', '- ›', 'bullet', 0, '', 'un point'],
    ['I. Introduction', 'I.', 'capital', 9, '', 'Introduction'],
  ])('reads %j', (text, printed, kind, value, suffix, rest) => {
    expect(readMarker(text)).toMatchObject({ marker: { printed, kind, value, suffix }, rest });
  });

  it.each([
    '3.5 million people',
    'A word',
    '2006 was a year',
    'e.g. this',
    '',
    '-5 degrees',
    '(note) this',
  ])('finds none in %j', (text) => {
    expect(readMarker(text)).toBeNull();
  });

  it('reads roman numerals as both', () => {
    expect(readMarker('(i) one')?.marker).toMatchObject({ value: 9, roman: 1 });
    expect(readMarker('xii) twelve')?.marker).toMatchObject({ value: 0, roman: 12 });
  });

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 399 }), (value) => {
        expect(romanValue(romanNumeral(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 52 }), (value) => {
        expect(letterOrdinal(ordinalLetter(value))).toBe(value);
      }),
    );
  });
});

describe('parts', () => {
  it.each([
    ['Annex', 'annex'],
    ['Annexe II', 'annex II'],
    ['ANNEX I: Modalities', 'annex I'],
    ['Appendice', 'annex'],
    ['Anexo 3', 'annex 3'],
    ['المرفق', 'annex'],
    ['附件二', 'annex II'],
    ['Приложение', 'annex'],
    ['Annexes générales du rapport', null],
    ['Introduction', null],
  ])('%j opens %j', (heading, part) => {
    expect(partOfHeading(heading)).toBe(part);
  });
});
