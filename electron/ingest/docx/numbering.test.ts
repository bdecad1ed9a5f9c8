import { describe, expect, it } from 'vitest';
import { Numbers } from './numbering.ts';

const level = (ilvl: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const LEVELS =
  level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)') + level(2, 'lowerRoman', '(%3)');
const numbers = (nums: string, levels = LEVELS): Numbers =>
  new Numbers(
    `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`,
  );
const num = (id: number, inside = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${inside}</w:num>`;

describe('automatic numbers', () => {
  it('count on over levels and start lower levels anew', () => {
    const list = numbers(num(1));
    const read = [0, 0, 1, 1, 2, 2, 1, 0, 1].map((ilvl) => list.next('1', ilvl));
    expect(read).toEqual(['1.', '2.', '(a)', '(b)', '(i)', '(ii)', '(c)', '3.', '(a)']);
  });

  it('go on from list to list of one definition, unless told to start', () => {
    const list = numbers(
      num(1) +
        num(2) +
        num(3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    );
    expect([list.next('1', 0), list.next('2', 0), list.next('3', 0), list.next('3', 0)]).toEqual([
      '1.',
      '2.',
      '1.',
      '2.',
    ]);
  });

  it('show levels within levels, letters, bullets and nothing', () => {
    const list = numbers(
      num(1),
      level(0, 'upperRoman', '%1.') +
        level(1, 'decimal', '%1.%2', 4) +
        level(2, 'bullet', '\uF0B7'),
    );
    expect([list.next('1', 0), list.next('1', 1), list.next('1', 2), list.next('9', 0)]).toEqual([
      'I.',
      'I.4',
      '•',
      null,
    ]);
  });
});
