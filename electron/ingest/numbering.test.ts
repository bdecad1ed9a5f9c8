import { describe, expect, it } from 'vitest';
import { numberPieces } from './numbering.ts';
import type { Piece } from './piece.ts';

const LONG = 'of the long and winding text that a numbered paragraph usually has;';
const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });
const numbered = (...starts: string[]): Piece[] =>
  starts.map((start) => paragraph(start === '' ? LONG : `${start} Text ${LONG}`));
const numbers = (pieces: Piece[]): (string | null)[] =>
  numberPieces(pieces).blocks.map(({ number }) => number);

describe('official numbers', () => {
  it('are the run that goes through the document, preamble left out', () => {
    expect(
      numbers([paragraph('Recalling this,'), ...numbered('1.', '2.', '2 bis.', '3.')]),
    ).toEqual([null, '1', '2', '2 bis', '3']);
  });

  it('name sub-paragraphs in full, in every style of letters', () => {
    expect(numbers(numbered('1.', '(a)', '(b)', '(i)', '(ii)', '(c)', '2.', 'a)', 'b)'))).toEqual([
      '1',
      '1 (a)',
      '1 (b)',
      '1 (b) (i)',
      '1 (b) (ii)',
      '1 (c)',
      '2',
      '2 (a)',
      '2 (b)',
    ]);
    expect(numbers(numbered('1.', '(أ)', '(ب)', '2.'))).toEqual(['1', '1 (a)', '1 (b)', '2']);
  });

  it('know the letter i from the numeral', () => {
    const letters = 'abcdefghij'.split('').map((letter) => `(${letter})`);
    expect(numbers(numbered('1.', ...letters, '2.')).at(-3)).toBe('1 (i)');
    expect(numbers(numbered('1.', ...letters.slice(0, 8), '(i)', '(ii)', '2.')).slice(-3)).toEqual([
      '1 (h) (i)',
      '1 (h) (ii)',
      '2',
    ]);
  });

  it('start anew in each annex', () => {
    const { blocks } = numberPieces([
      ...numbered('1.', '2.', '3.'),
      paragraph('Annex I'),
      ...numbered('1.', '2.'),
      { kind: 'heading', level: 1, text: 'Annex II' },
      ...numbered('1.', '2.'),
    ]);
    expect(blocks.map(({ part, number }) => `${part} ${number ?? '-'}`)).toEqual([
      'body 1',
      'body 2',
      'body 3',
      'annex I -',
      'annex I 1',
      'annex I 2',
      'annex II -',
      'annex II 1',
      'annex II 2',
    ]);
  });

  it('are not those of a list in passing', () => {
    const prose = Array.from({ length: 8 }, () => paragraph(LONG));
    expect(
      numbers([...prose, ...numbered('1.', '2.', '3.'), ...prose]).every(
        (number) => number === null,
      ),
    ).toBe(true);
    const inside = numbers(numbered('1.', '2.', '3.', '1.', '2.', '4.', '5.', '6.'));
    expect(inside).toEqual(['1', '2', '3', null, null, '4', '5', '6']);
  });

  it("are not those of a web page's list", () => {
    const item = (marker: string): Piece => ({
      kind: 'list-item',
      level: 0,
      marker,
      text: LONG,
      mereList: true,
    });
    expect(numbers([item('1.'), item('2.'), item('3.')])).toEqual([null, null, null]);
  });

  it('report what is missing', () => {
    expect(numberPieces(numbered('1.', '2.', '4.', '5.', '6.')).gaps).toEqual(['3']);
  });

  it('leave section headings alone', () => {
    const { blocks } = numberPieces([
      { kind: 'heading', level: 2, text: 'I. Introduction' },
      ...numbered('1.', '2.'),
    ]);
    expect(blocks[0]).toMatchObject({
      kind: 'heading',
      text: 'I. Introduction',
      number: null,
      marker: null,
    });
  });
});
