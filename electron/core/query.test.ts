import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './query.ts';
import { isSymbol, listNumbers, readNumbers } from './queryNumbers.ts';

const word = (text: string, open = false, form = 'plain') => ({ type: 'word', text, form, open });

describe('the query language', () => {
  it.each([
    ['droits enfants', [word('droits'), word('enfants', true)]],
    ['droits ', [word('droits')]],
    ['"droits humains" traite ', [{ type: 'phrase', text: 'droits humains' }, word('traite')]],
    ['« droits humains »', [{ type: 'phrase', text: 'droits humains' }]],
    ['-retour', [{ type: 'not', node: word('retour', true) }]],
    ['a-b ', [word('a-b')]],
    ['migra* ', [word('migra', false, 'prefix')]],
    ['migrtion~ ', [word('migrtion', false, 'fuzzy')]],
    ['traite OR trafic ', [{ type: 'any', nodes: [word('traite'), word('trafic')] }]],
    ['a OR b OR c ', [{ type: 'any', nodes: [word('a'), word('b'), word('c')] }]],
    [
      '(a b) OR c ',
      [{ type: 'any', nodes: [{ type: 'all', nodes: [word('a'), word('b')] }, word('c')] }],
    ],
    ['(a b) ', [word('a'), word('b')]],
    ['a NEAR/3 b ', [{ type: 'near', nodes: [word('a'), word('b')], distance: 3 }]],
    ['lang:fr ', [{ type: 'field', name: 'lang', value: 'fr' }]],
    ['étiquette:"non-refoulement"', [{ type: 'field', name: 'tag', value: 'non-refoulement' }]],
    ['-lang:en ', [{ type: 'not', node: { type: 'field', name: 'lang', value: 'en' } }]],
    ['para:51-53 ', [{ type: 'field', name: 'para', value: '51,52,53' }]],
    ['para:16(c) ', [{ type: 'field', name: 'para', value: '16 (c)' }]],
    ['A/RES/76/266 ', [{ type: 'symbol', text: 'A/RES/76/266' }]],
    [
      'A/RES/76/266 para 54',
      [
        { type: 'symbol', text: 'A/RES/76/266' },
        { type: 'numbers', numbers: ['54'], text: 'para 54' },
      ],
    ],
  ])('reads %s', (query, nodes) => {
    expect(parseQuery(query)).toEqual(nodes);
  });

  it.each([
    '"',
    '(',
    ')',
    'OR',
    'a OR',
    'OR a',
    '-',
    '--',
    'NEAR',
    'tag:',
    '"open',
    '((((',
    'para:x',
    '*',
    '~',
  ])('takes %s for what it can', (query) => {
    expect(() => parseQuery(query)).not.toThrow();
  });

  it('never fails, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '"',
      '(',
      ')',
      '-',
      ' ',
      'OR',
      'NEAR',
      'tag:',
      '*',
      '~',
      '§',
      'é',
      '54',
      '«',
      'a',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (query) => {
          expect(Array.isArray(parseQuery(query))).toBe(true);
        },
      ),
    );
  });

  it('keeps what is no clause as text', () => {
    expect(parseQuery('note: tag: ').map((node) => ('text' in node ? node.text : ''))).toEqual([
      'note:',
      'tag:',
    ]);
  });
});

describe('paragraph numbers as typed', () => {
  it.each([
    ['para 54', ['54']],
    ['§ 54', ['54']],
    ['§54', ['54']],
    ['parag. 51, 53 et 56', ['51', '53', '56']],
    ['paragraphes 51 à 53', ['51', '52', '53']],
    ['paras. 51-53 and 56', ['51', '52', '53', '56']],
    ['para. 16 (c)', ['16 (c)']],
    ['par. 16 c)', ['16 (c)']],
    ['paragraphe 12 bis', ['12 bis']],
  ])('reads %s', (text, numbers) => {
    expect(readNumbers(text, 0)?.numbers).toEqual(numbers);
  });

  it.each(['A/RES/76/266, annexe, par. 54', 'A/RES/76/266, annex, para. 54'])(
    'finds symbol and number in the reference %s',
    (reference) => {
      expect(parseQuery(reference)).toMatchObject([
        { type: 'symbol', text: 'A/RES/76/266' },
        { type: 'word' },
        { type: 'numbers', numbers: ['54'] },
      ]);
    },
  );

  it('leaves the French preposition alone', () => {
    expect(parseQuery('adopté par 3 États').map(({ type }) => type)).not.toContain('numbers');
  });

  it.each(['paragon 5', 'parade 12', 'para', 'paragraphe sans numéro', '54'])(
    'leaves %s alone',
    (text) => {
      expect(readNumbers(text, 0)).toBeNull();
    },
  );

  it('does not expand an absurd range', () => {
    expect(listNumbers('1-9000')).toEqual(['1', '9000']);
  });

  it('tells symbols from dates and alternatives', () => {
    expect(['A/RES/76/266', 'CEB/2014/4', 'A/AC.293/2022/L.1'].every(isSymbol)).toBe(true);
    expect(['et/ou', '12/05/2022', 'and/or'].some(isSymbol)).toBe(false);
  });
});
