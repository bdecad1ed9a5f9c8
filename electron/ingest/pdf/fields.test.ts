/** Text of form fields and free text annotations, as pdf.js hands them out. */
import { describe, expect, it } from 'vitest';
import { writtenIn } from './fields.ts';

const rect = [100, 500, 300, 540];
const texts = (annotation: object): string[] =>
  writtenIn([{ rect, ...annotation }]).map(({ text }) => text);

describe('text written on a page', () => {
  it.each([
    [{ subtype: 'Widget', fieldType: 'Tx', fieldValue: 'Quai\nNord' }, ['Quai', 'Nord']],
    [{ subtype: 'Widget', fieldType: 'Ch', combo: true, fieldValue: ['Port'] }, ['Port']],
    [
      {
        subtype: 'Widget',
        fieldType: 'Ch',
        fieldValue: ['Port'],
        options: [{ displayValue: 'Port' }, { displayValue: 'Rive' }],
      },
      ['Port', 'Rive'],
    ],
    [{ subtype: 'FreeText', contentsObj: { str: 'Vu au port' } }, ['Vu au port']],
    [
      { subtype: 'FreeText', textContent: ['Vu', 'au port'], contentsObj: { str: 'x' } },
      ['Vu', 'au port'],
    ],
  ])('%j gives %j', (annotation, lines) => {
    expect(texts(annotation)).toEqual(lines);
  });

  it.each([
    { subtype: 'Widget', fieldType: 'Tx', fieldValue: 'secret', password: true },
    { subtype: 'Widget', fieldType: 'Btn', fieldValue: 'Off' },
    { subtype: 'FreeText', contentsObj: { str: 'hidden' }, annotationFlags: 2 },
    { subtype: 'Link', contentsObj: { str: 'link' } },
  ])('%j gives nothing', (annotation) => {
    expect(texts(annotation)).toEqual([]);
  });

  it('stands where its box is, line under line', () => {
    const [first, second] = writtenIn([
      { rect, subtype: 'Widget', fieldType: 'Tx', fieldValue: 'a\nb' },
    ]);
    expect(first?.x).toBe(100);
    expect(first?.y).toBeGreaterThan(second?.y ?? 999);
    expect(second?.y).toBeGreaterThan(500);
  });
});
