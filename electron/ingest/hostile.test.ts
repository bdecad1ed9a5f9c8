/** Whatever the bytes are, reading them ends in a draft or in a fault of the closed list. */
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULT_CODES, FaultError } from '../core/fault.ts';
import type { Limits } from './limits.ts';
import { parseDocument } from './index.ts';

async function outcome(
  bytes: Uint8Array,
  name: string,
  limits: Partial<Limits> = {},
): Promise<string> {
  try {
    const draft = await parseDocument(bytes, { name, limits });
    return `draft ${draft.blocks.length}`;
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return `${error.code} ${error.detail}`.trim();
  }
}

const golden = (...path: string[]): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', ...path)));
const wordWith = (document: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(document),
    ...more,
  });
const body = (inside: string): string =>
  `<w:document xmlns:w="w"><w:body>${inside}</w:body></w:document>`;

describe('hostile input', () => {
  it.each(['a.pdf', 'a.docx', 'a.html', 'a.txt', 'a.md', 'a.bin', 'a.passages.tsv'])(
    'noise called %s',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 300 }), async (bytes) => {
          const code = (await outcome(bytes, name)).split(' ')[0] ?? '';
          expect(['draft', ...FAULT_CODES]).toContain(code);
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each([
    ['resolution', 'source.pdf'],
    ['word', 'source.docx'],
  ])('%s cut short or with a byte changed', async (folder, name) => {
    const whole = golden(folder, name);
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const cut = await outcome(whole.slice(0, whole.length * share), name);
      const changed = whole.slice();
      changed[Math.floor(whole.length * share)] = 0xff;
      expect(cut).toMatch(/^(?:draft|damaged|no-text|no-words|encrypted)/u);
      expect(await outcome(changed, name)).toMatch(
        /^(?:draft|damaged|no-text|no-words|encrypted)/u,
      );
    }
  });

  it('a page ten thousand levels deep', async () => {
    const deep = '<div>'.repeat(10_000);
    expect(
      await outcome(strToU8(`<html>${deep}<p>Deep down there is a sentence.</p>`), 'a.html'),
    ).toBe('draft 1');
    expect(await outcome(strToU8(`<html>${'<b><i>'.repeat(5_000)}words`), 'a.html')).toMatch(
      /^(?:draft|limit-exceeded)/u,
    );
  });

  it('a huge attribute and a huge word', async () => {
    const huge = 'x'.repeat(2_000_000);
    expect(
      await outcome(strToU8(`<html><p class="${huge}" title="${huge}">A sentence.</p>`), 'a.html'),
    ).toBe('draft 1');
    expect(await outcome(strToU8(huge), 'a.txt')).toBe('draft 1');
  });

  it('Markdown nested without end', async () => {
    expect(await outcome(strToU8(`${'> '.repeat(20_000)}x`), 'a.md')).toBe('limit-exceeded depth');
    expect(await outcome(strToU8('['.repeat(3_000)), 'a.md')).toMatch(/^(?:draft|no-words)/u);
  });

  it('a Word file that swells', async () => {
    const bomb = wordWith(body(`<w:p><w:r><w:t>${'0'.repeat(30_000_000)}</w:t></w:r></w:p>`));
    expect(await outcome(bomb, 'a.docx')).toBe('limit-exceeded ratio');
    expect(await outcome(bomb, 'a.docx', { ratio: 1e9, unzippedBytes: 1_000_000 })).toBe(
      'limit-exceeded unzippedBytes',
    );
  });

  it('a Word file of very many entries', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`word/x${at}`, strToU8('')]),
    );
    expect(await outcome(wordWith(body(''), many), 'a.docx', { entries: 100 })).toBe(
      'limit-exceeded entries',
    );
  });

  it('entities that multiply, and elements nested without end', async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${body('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')}`;
    expect(await outcome(wordWith(bomb), 'a.docx')).toBe('damaged xml');
    const deep = `${'<w:sdt>'.repeat(20_000)}<w:p><w:r><w:t>Deep.</w:t></w:r></w:p>${'</w:sdt>'.repeat(20_000)}`;
    expect(await outcome(wordWith(body(deep)), 'a.docx')).toBe('draft 1');
  });

  it('more pages, blocks, characters or bytes than allowed', async () => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 5; page += 1) document.addPage();
    expect(await outcome(await document.save(), 'a.pdf', { pages: 4 })).toBe(
      'limit-exceeded pages',
    );
    expect(await outcome(await document.save(), 'a.pdf')).toBe('no-text pdf');
    expect(await outcome(strToU8('<p>a<p>b<p>c'), 'a.html', { blocks: 2 })).toBe(
      'limit-exceeded blocks',
    );
    expect(await outcome(strToU8('Some words.'), 'a.txt', { characters: 5 })).toBe(
      'limit-exceeded characters',
    );
    expect(await outcome(strToU8('Some words.'), 'a.txt', { bytes: 5 })).toBe(
      'file-too-large bytes',
    );
  });

  it('a caller that has given up', async () => {
    await expect(
      parseDocument(strToU8('Some words.'), { name: 'a.txt', signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});
