import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from './segments.ts';
import { withRecent } from './kept.ts';

describe('a text cut at its marks', () => {
  it('alternates plain and marked pieces', () => {
    expect(
      segments({
        text: 'les migrants vulnérables',
        marks: [
          [4, 12],
          [13, 24],
        ],
      }),
    ).toEqual([
      { text: 'les ', marked: false },
      { text: 'migrants', marked: true },
      { text: ' ', marked: false },
      { text: 'vulnérables', marked: true },
    ]);
  });

  it('loses and doubles nothing, whatever the marks', () => {
    const mark = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        const pieces = segments({ text, marks });
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });
});

describe('recent searches', () => {
  it('are newest first, each once, eight at most', () => {
    let recent: readonly string[] = [];
    for (const query of ['a', 'b', ' a ', '', 'c']) recent = withRecent(recent, query);
    expect(recent).toEqual(['c', 'a', 'b']);
    for (let step = 0; step < 20; step += 1) recent = withRecent(recent, `q${step}`);
    expect(recent).toHaveLength(8);
    expect(recent[0]).toBe('q19');
  });
});
