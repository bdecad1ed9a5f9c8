import { describe, expect, it } from 'vitest';
import type { DocumentDraft } from '../../core/document.ts';
import { draftOf } from './draft.ts';

const draft: DocumentDraft = {
  format: 'html',
  title: 'Rights of migrants',
  language: 'en',
  pages: null,
  metadata: { symbol: 'A/RES/1/2', date: '2018-12', kind: 'adopted-text', body: 'OHCHR' },
  blocks: [
    {
      kind: 'paragraph',
      text: 'States respect rights.',
      raw: 'States  respect rights.',
      number: '12 bis',
      marker: '12 bis.',
      part: 'body',
      page: null,
      language: 'en',
    },
  ],
  report: { numbers: 1, gaps: ['13'], repairedWords: 0, source: 'digital' },
  extractor: 'test 1',
};

describe('a parser’s answer', () => {
  it('is the draft, whole', () => {
    expect(draftOf({ id: 3, ok: true, draft }, 3)).toEqual(draft);
  });

  it('to another task is passed over', () => {
    expect(draftOf({ id: 2, ok: true, draft }, 3)).toBeUndefined();
  });

  it('may have files that were inside', () => {
    const files = [
      { name: 'letters/a.pdf', bytes: Uint8Array.of(1, 2) },
      { name: 'clock.exe', bytes: null },
    ];
    const archive = { ...draft, format: 'zip', blocks: [], files };
    expect(draftOf({ id: 3, ok: true, draft: archive }, 3)?.files).toEqual(files);
  });

  it.each(['/etc/passwd', '../a.pdf', 'a/../b.pdf', 'a\\b.pdf', 'a\u0000.pdf', 'a/', ''])(
    'has no file with a path for a label: %j',
    (name) => {
      const files = [{ name, bytes: null }];
      expect(() => draftOf({ id: 3, ok: true, draft: { ...draft, files } }, 3)).toThrow(
        expect.objectContaining({ code: 'parser-crashed' }),
      );
    },
  );

  it('may be a fault of the file', () => {
    const answer = { id: 3, ok: false, fault: { code: 'encrypted', detail: '' } };
    expect(() => draftOf(answer, 3)).toThrow(expect.objectContaining({ code: 'encrypted' }));
  });

  it.each([
    ['no message', null],
    ['an unknown fault', { id: 3, ok: false, fault: { code: 'mine', detail: '' } }],
    ['a block of no kind', { id: 3, ok: true, draft: { ...draft, blocks: [{ kind: 'script' }] } }],
    ['more than a draft', { id: 3, ok: true, draft: { ...draft, path: '/etc/passwd' } }],
    ['a date that is none', { id: 3, ok: true, draft: { ...draft, metadata: { date: 'soon' } } }],
  ])('of another shape is a crash: %s', (_what, message) => {
    expect(() => draftOf(message, 3)).toThrow(expect.objectContaining({ code: 'parser-crashed' }));
  });
});
