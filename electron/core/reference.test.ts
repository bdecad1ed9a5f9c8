import { describe, expect, it } from 'vitest';
import { formatReference } from './reference.ts';
import type { Pinpoint } from './reference.ts';
import { formatLink, parseLink } from './reference-link.ts';
import { formatNumber, formatNumbers } from './reference-numbers.ts';

const resolution = { title: 'Progress Declaration', symbol: 'A/RES/76/266' };
const untitled = { title: 'Joint Statement', symbol: '' };

function at(fields: Partial<Pinpoint>): Pinpoint {
  return { number: null, part: 'body', section: [], page: null, text: 'Text.', ...fields };
}

describe('formatReference', () => {
  it('pins a numbered paragraph of an annex in both languages', () => {
    const paragraph = at({ number: '54', part: 'annex' });
    expect(formatReference(resolution, [paragraph], 'fr')).toBe('A/RES/76/266, annexe, par. 54');
    expect(formatReference(resolution, [paragraph], 'en')).toBe('A/RES/76/266, annex, para. 54');
  });

  it('writes sub-paragraphs in each language’s style', () => {
    const paragraph = at({ number: '16 (c)' });
    expect(formatReference(untitled, [paragraph], 'fr')).toBe('Joint Statement, par. 16 c)');
    expect(formatReference(untitled, [paragraph], 'en')).toBe('Joint Statement, para. 16 (c)');
  });

  it('names a numbered annex', () => {
    const paragraph = at({ number: '3', part: 'annex II' });
    expect(formatReference(resolution, [paragraph], 'fr')).toBe('A/RES/76/266, annexe II, par. 3');
  });

  it('writes ranges and plurals', () => {
    const paragraphs = ['51', '52', '53'].map((number) => at({ number, part: 'annex' }));
    expect(formatReference(resolution, paragraphs, 'fr')).toBe(
      'A/RES/76/266, annexe, par. 51 à 53',
    );
    expect(formatReference(resolution, paragraphs, 'en')).toBe('A/RES/76/266, annex, paras. 51–53');
  });

  it('keeps parts apart when a passage crosses into the annex', () => {
    const paragraphs = [at({ number: '9' }), at({ number: '1', part: 'annex' })];
    expect(formatReference(resolution, paragraphs, 'en')).toBe(
      'A/RES/76/266, para. 9; annex, para. 1',
    );
  });

  it('pins a numberless text by section, page and first words', () => {
    const paragraph = at({
      section: ['Part one', 'Human rights'],
      page: 2,
      text: 'All migrants are rights holders, and States have duties towards them.',
    });
    expect(formatReference(untitled, [paragraph], 'fr')).toBe(
      'Joint Statement, «\u202fHuman rights\u202f», p. 2, «\u202fAll migrants are rights holders, and States have …\u202f»',
    );
    expect(formatReference(untitled, [paragraph], 'en')).toBe(
      'Joint Statement, “Human rights”, p. 2, “All migrants are rights holders, and States have …”',
    );
  });

  it('quotes a short numberless paragraph whole and spans pages', () => {
    const paragraphs = [at({ page: 2, text: 'One.' }), at({ page: 3, text: 'Two.' })];
    expect(formatReference(untitled, paragraphs, 'en')).toBe('Joint Statement, pp. 2–3, “One.”');
  });

  it('leaves numberless paragraphs out where others have a number', () => {
    expect(formatReference(untitled, [at({}), at({ number: '4' })], 'fr')).toBe(
      'Joint Statement, par. 4',
    );
  });

  it('names the document alone when no paragraph is given', () => {
    expect(formatReference(resolution, [], 'en')).toBe('A/RES/76/266');
  });
});

describe('formatNumbers', () => {
  it.each([
    [['51', '53', '56'], '51, 53 et 56', '51, 53 and 56'],
    [['12', '13'], '12 et 13', '12 and 13'],
    [['12', '12 bis', '13'], '12 à 13', '12–13'],
    [['12', '12 ter'], '12 et 12 ter', '12 and 12 ter'],
    [['16 (a)', '16 (b)', '16 (c)'], '16 a) à c)', '16 (a)–(c)'],
    [['16 (a)', '17 (b)'], '16 a) et 17 b)', '16 (a) and 17 (b)'],
    [['1', '2', '3', '7'], '1 à 3 et 7', '1–3 and 7'],
    [['5', '5'], '5', '5'],
    [[], '', ''],
  ])('%j', (numbers, french, english) => {
    expect(formatNumbers(numbers, 'fr')).toBe(french);
    expect(formatNumbers(numbers, 'en')).toBe(english);
  });

  it('writes nested letters', () => {
    expect(formatNumber('2 (c) (ii)', 'fr')).toBe('2 c) ii)');
    expect(formatNumber('12 bis', 'fr')).toBe('12 bis');
  });
});

describe('links', () => {
  const first = 'abcdefghij234567';
  const last = 'zyxwvutsrq765432';

  it('reads back what it wrote', () => {
    expect(parseLink(formatLink(first))).toEqual({ first, last: first });
    expect(parseLink(formatLink(first, last))).toEqual({ first, last });
  });

  it('refuses anything else', () => {
    for (const text of ['', 'gmg://p/short', `https://p/${first}`, `gmg://p/${first}/x`]) {
      expect(parseLink(text)).toBeNull();
    }
  });
});
