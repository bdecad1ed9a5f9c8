import { describe, expect, it } from 'vitest';
import type { DocumentSummary, ImportItem } from '../../electron/contract/views.ts';
import { itemsNow, itemsShown, needsAttention } from './items.ts';

const item = (
  name: string,
  status: ImportItem['status'],
  code?: 'no-text' | 'damaged',
): ImportItem => ({
  name,
  path: `/${name}`,
  status,
  documentId: null,
  previousDocumentId: null,
  format: null,
  language: null,
  pages: null,
  paragraphs: 0,
  ms: 0,
  fault: code === undefined ? null : { code, detail: '' },
  copyOf: null,
  version: null,
  fileNotes: 0,
  locked: null,
});

const items = [
  item('a', 'added'),
  item('scan', 'added', 'no-text'),
  item('b', 'failed', 'damaged'),
  item('c', 'skipped'),
  item('d', 'replaced'),
];

describe('results of an import', () => {
  it('need a look when they failed or have no text', () => {
    expect(items.filter(needsAttention).map(({ name }) => name)).toEqual(['scan', 'b']);
    expect(itemsShown(items, 'failed')).toHaveLength(2);
  });

  it('keep their order in each filter', () => {
    expect(itemsShown(items, 'all')).toEqual(items);
    expect(itemsShown(items, 'added').map(({ name }) => name)).toEqual(['a', 'scan', 'd']);
  });

  it('stand as their documents do now: a scan that was read need not be looked at', () => {
    const scan = { ...item('scan', 'added', 'no-text'), documentId: 'read' };
    const other = { ...item('other', 'added', 'no-text'), documentId: 'unread' };
    const document = { source: 'ocr', fault: null, language: 'fr', pages: 2, paragraphs: 7 };
    const documents = new Map([['read', document as DocumentSummary]]);
    const now = itemsNow([scan, other], documents);
    expect(now[0]).toMatchObject({ name: 'scan', paragraphs: 7, language: 'fr' });
    expect(itemsShown(now, 'failed').map(({ name }) => name)).toEqual(['other']);
  });
});
