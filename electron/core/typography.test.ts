import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset } from './typography.ts';

describe('typeset', () => {
  it('sets French punctuation with narrow no-break spaces', () => {
    expect(typeset('Quoi ? « Rien » : voilà !', 'fr')).toBe(
      'Quoi\u202f? «\u202fRien\u202f»\u202f: voilà\u202f!',
    );
  });

  it('leaves other languages as they are', () => {
    expect(typeset('What ? « x »', 'en')).toBe('What ? « x »');
  });

  it('never moves an offset', () => {
    const text = fc.stringMatching(/^[a-z «»:;!?é]*$/u);
    fc.assert(
      fc.property(text, (words) => {
        const set = typeset(words, 'fr');
        expect(set).toHaveLength(words.length);
        expect(set.replaceAll('\u202f', ' ')).toBe(words);
      }),
    );
  });
});
