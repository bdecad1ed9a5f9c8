import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWord } from './concepts.ts';
import type { Concept } from './concepts.ts';
import { Matcher, readText } from './reading.ts';
import { snippetOf } from './snippets.ts';
import { openDatabase } from './schema.ts';
import { Store } from './store.ts';
import { Vocabulary } from './vocabulary.ts';

const vocabulary = new Vocabulary(new Store(openDatabase(':memory:', {}).db));

function snippet(text: string, ...words: string[]) {
  const concepts = words.map((word): Concept => plainWord(word, ['fr'], vocabulary));
  const matches = new Matcher(concepts, 0.7).matches(readText(text, 'fr'));
  return snippetOf(
    text,
    matches,
    words.map(() => 1),
  );
}

describe('snippets', () => {
  it('show a short paragraph whole', () => {
    expect(snippet('Les droits : « tous les droits ».', 'droits')).toEqual({
      text: 'Les droits : « tous les droits ».',
      marks: [
        [4, 10],
        [24, 30],
      ],
    });
  });

  it('open the window where different words stand together', () => {
    const text = `${'droits et encore '.repeat(40)} les droits des enfants ${'suite '.repeat(80)}`;
    const { text: shown, marks } = snippet(text, 'droits', 'enfants');
    expect(shown).toContain('droits des enfants');
    expect(shown.startsWith('…') && shown.endsWith('…')).toBe(true);
    expect(marks.map(([start, end]) => shown.slice(start, end))).toContain('enfants');
  });

  it('never break at a non-breaking space', () => {
    const text = `${'mot '.repeat(58)}droits\u00a0: «\u00a0${'suite\u00a0'.repeat(4)}fin\u00a0» ${'mot '.repeat(40)}`;
    const { text: shown } = snippet(text, 'droits');
    expect(shown.replace(/…$/, '')).not.toMatch(/[\u00a0«:]$/);
  });

  it('have marks inside their text, ascending and apart, whatever the text', () => {
    const piece = fc.constantFrom(
      'droits',
      'enfants',
      'mot',
      ' ',
      '\u00a0',
      'é',
      '«',
      '移民',
      "l'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = pieces.join(' ');
        const { text: shown, marks } = snippet(text, 'droits', 'enfants');
        let last = 0;
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(['droits', 'enfants']).toContain(shown.slice(start, end));
          last = end;
        }
        expect(last).toBeLessThanOrEqual(shown.length);
      }),
    );
  });
});
