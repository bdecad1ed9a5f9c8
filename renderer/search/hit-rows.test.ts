import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../electron/contract/views.ts';
import { hitRows } from './hit-rows.ts';

const HIT: SearchHit = {
  documentId: 'd',
  title: 'Déclaration',
  date: '2022',
  collection: '',
  paragraphId: 'p',
  number: '54',
  section: [],
  symbol: 'A/RES/76/266',
  part: 'annex',
  opening: 'Nous demandons un rapport',
  page: 3,
  language: 'fr',
  score: 1,
  snippet: { text: '…un rapport sur…', marks: [[4, 11]] },
  copies: [],
  tags: [],
  notes: 0,
  source: 'text',
};

describe('hits as a table', () => {
  it('have a ready reference each, under the headings', () => {
    const rows = hitRows([HIT, { ...HIT, number: null, symbol: '' }], 'fr', ['a', 'b']);
    expect(rows[0]).toEqual(['a', 'b']);
    expect(rows[1]).toEqual([
      'A/RES/76/266, annexe, par. 54',
      'Déclaration',
      '2022',
      '54',
      'fr',
      '…un rapport sur…',
    ]);
    expect(rows[2]?.[0]).toContain('p. 3');
    expect(rows[2]?.[0]).toContain('Nous demandons un rapport');
  });
});
