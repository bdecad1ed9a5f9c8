import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

const text = 'One two three four five six seven eight nine ten.';

describe('excerptOf', () => {
  it('keeps a short paragraph whole', () => {
    expect(excerptOf(text, 'four five')).toEqual({
      before: 'One two three ',
      passage: 'four five',
      after: ' six seven eight nine ten.',
    });
  });

  it('cuts at words and says so', () => {
    expect(excerptOf(text, 'five', 10)).toEqual({
      before: '… four ',
      passage: 'five',
      after: ' six seven …',
    });
  });

  it('puts together what it took apart', () => {
    for (const exact of ['One', 'ten.', 'six', text]) {
      const { before, passage, after } = excerptOf(text, exact);
      expect(before + passage + after).toBe(text);
    }
  });

  it('shows the old words where the paragraph no longer holds them', () => {
    expect(excerptOf(text, 'eleven').passage).toBe('eleven');
    expect(excerptOf(text, '').passage).toBe(text);
  });
});
