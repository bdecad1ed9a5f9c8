import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { changedFields, changedOwn, isDate, ownNames, sharedOwn, sharedValue } from './edit.ts';

const rows = [
  { title: 'A', body: 'IOM', date: '2010', symbol: '', language: 'fr', kind: 'report' },
  { title: 'B', body: 'IOM', date: '2011', symbol: '', language: 'fr', kind: 'other' },
] as unknown as readonly DocumentSummary[];

describe('details of many documents', () => {
  it('show a value only where all share it', () => {
    expect(sharedValue(rows, 'body')).toBe('IOM');
    expect(sharedValue(rows, 'date')).toBeNull();
    expect(sharedValue([], 'body')).toBeNull();
  });

  it('send only what was really changed', () => {
    expect(changedFields(rows, {})).toEqual({});
    expect(changedFields(rows, { body: ' IOM ', date: '2010' })).toEqual({ date: '2010' });
    expect(changedFields(rows, { body: '', kind: 'handbook' })).toEqual({
      body: '',
      kind: 'handbook',
    });
  });
});

describe('fields of one’s own', () => {
  const own = [{ own: { Pays: 'Mali', Thème: 'santé' } }, { own: { Pays: 'Mali' } }];
  const documents = own as unknown as readonly DocumentSummary[];

  it('are known by name, and shown where all share them', () => {
    expect(ownNames(documents)).toEqual(['Pays', 'Thème']);
    expect(sharedOwn(documents, 'Pays')).toBe('Mali');
    expect(sharedOwn(documents, 'Thème')).toBeNull();
    expect(sharedOwn(documents, 'Région')).toBe('');
  });

  it('are sent where they change, emptied ones too', () => {
    const edited = { Pays: ' Mali ', Thème: '', Région: '', Année: '2018' };
    expect(changedOwn(documents, edited)).toEqual({ Thème: '', Année: '2018' });
  });
});

describe('a date', () => {
  it.each(['', '2018', '2018-12', '2018-12-19', ' 2018 ', '2024-02-29'])('may be %o', (text) => {
    expect(isDate(text)).toBe(true);
  });
  it.each(['18', '2018-13', '2018-02-30', '2023-02-29', '19/12/2018', '2018-1'])(
    'may not be %o',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );
});
