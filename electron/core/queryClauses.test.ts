import { describe, expect, it } from 'vitest';
import { clauseOf, clausesOf, withClause, withoutClause } from './queryClauses.ts';
import { parseQuery } from './query.ts';

describe('the fields of a query', () => {
  it.each([
    ['droits lang:fr', [['lang', 'fr', false]]],
    ['étiquette:"deux mots" rapport', [['tag', 'deux mots', false]]],
    [
      '-an:2018 (kind:report)',
      [
        ['year', '2018', true],
        ['kind', 'report', false],
      ],
    ],
    ['note: http://x par:« OIT »', [['by', 'OIT', false]]],
    ['"kind:report"', []],
    ['', []],
  ])('are those of %s', (query, fields) => {
    expect(clausesOf(query).map(({ field, value, not }) => [field, value, not])).toEqual(fields);
  });

  it('are added once, in a form the query language reads', () => {
    const narrowed = withClause('droits', 'by', 'Groupe mondial');
    expect(narrowed).toBe('droits by:"Groupe mondial"');
    expect(withClause(narrowed, 'by', 'groupe mondial')).toBe(narrowed);
    expect(parseQuery(`${narrowed} `).at(-1)).toEqual({
      type: 'field',
      name: 'by',
      value: 'Groupe mondial',
    });
  });

  it('are taken away, and the rest stays as it was typed', () => {
    const query = 'droits lang:fr "des enfants"';
    const clause = clauseOf(query, 'lang', 'fr');
    expect(clause && withoutClause(query, clause)).toBe('droits "des enfants"');
    expect(clauseOf(query, 'lang', 'en')).toBeNull();
  });
});
