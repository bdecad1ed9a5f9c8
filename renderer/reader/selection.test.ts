import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesBetween, quoteOf, wholeParagraph } from './selection.ts';

const paragraphs = [
  { id: 'a', text: 'First words here.' },
  { id: 'b', text: 'Second.' },
  { id: 'c', text: 'Third and last.' },
];

describe('placesBetween', () => {
  it('takes a passage inside one paragraph', () => {
    expect(placesBetween(paragraphs, { index: 0, offset: 6 }, { index: 0, offset: 11 })).toEqual([
      { paragraphId: 'a', start: 6, end: 11 },
    ]);
  });

  it('crosses paragraphs, whichever way the selection was drawn', () => {
    const from = { index: 0, offset: 6 };
    const to = { index: 2, offset: 5 };
    const places = [
      { paragraphId: 'a', start: 6, end: 17 },
      { paragraphId: 'b', start: 0, end: 7 },
      { paragraphId: 'c', start: 0, end: 5 },
    ];
    expect(placesBetween(paragraphs, from, to)).toEqual(places);
    expect(placesBetween(paragraphs, to, from)).toEqual(places);
    expect(quoteOf(new Map(paragraphs.map((one) => [one.id, one])), places)).toEqual([
      'words here.',
      'Second.',
      'Third',
    ]);
  });

  it('leaves spaces at the ends and untouched paragraphs out', () => {
    expect(placesBetween(paragraphs, { index: 0, offset: 5 }, { index: 0, offset: 12 })).toEqual([
      { paragraphId: 'a', start: 6, end: 11 },
    ]);
    expect(placesBetween(paragraphs, { index: 0, offset: 17 }, { index: 1, offset: 6 })).toEqual([
      { paragraphId: 'b', start: 0, end: 6 },
    ]);
    expect(wholeParagraph({ id: 'x', text: '   ' })).toBeNull();
  });

  it('never leaves the text, whatever it is asked', () => {
    const point = fc.record({ index: fc.integer({ min: 0, max: 4 }), offset: fc.nat(40) });
    fc.assert(
      fc.property(point, point, (one, other) => {
        for (const { paragraphId, start, end } of placesBetween(paragraphs, one, other)) {
          const text = paragraphs.find(({ id }) => id === paragraphId)?.text ?? '';
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        }
      }),
    );
  });
});
