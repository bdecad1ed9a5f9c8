/** Packages, mails and rich text made to hurt: a draft or a fault of the closed list, and in time. */
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentDraft } from '../core/document.ts';
import { FAULT_CODES, FaultError } from '../core/fault.ts';
import type { Limits } from './limits.ts';
import { parseDocument } from './index.ts';

async function read(
  bytes: Uint8Array,
  name: string,
  limits: Partial<Limits> = {},
): Promise<DocumentDraft | string> {
  try {
    return await parseDocument(bytes, { name, limits });
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return `${error.code} ${error.detail}`.trim();
  }
}

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  const draft = await read(bytes, name);
  return typeof draft === 'string' ? draft : 'draft';
}

const text = (draft: DocumentDraft | string): string =>
  typeof draft === 'string' ? draft : draft.blocks.map((block) => block.text).join('\n');
const labels = (draft: DocumentDraft | string): string[] | string =>
  typeof draft === 'string' ? draft : (draft.files ?? []).map(({ name }) => name);
const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));
const odt = (inside: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': inside,
    ...more,
  });

const golden = join(import.meta.dirname, 'golden');
const sources = ['opendocument', 'presentation', 'slides', 'book', 'richtext', 'mail', 'saved'].map(
  (folder) => {
    const name = readdirSync(join(golden, folder)).find((one) => one.startsWith('source.')) ?? '';
    return [name, new Uint8Array(readFileSync(join(golden, folder, name)))] as const;
  },
);

describe('formats made of parts', () => {
  it.each(sources)('%s cut short or with bytes changed', async (name, whole) => {
    const place = fc.double({ min: 0, max: 0.999, noNaN: true });
    await fc.assert(
      fc.asyncProperty(place, fc.nat(255), fc.boolean(), async (share, byte, cut) => {
        const at = Math.floor(whole.length * share);
        const bytes = cut ? whole.slice(0, at) : whole.slice();
        if (!cut) bytes[at] = byte;
        const code = (await outcome(bytes, name)).split(' ')[0] ?? '';
        expect(['draft', ...FAULT_CODES]).toContain(code);
        expect(code).not.toBe('internal');
      }),
      { numRuns: 60 },
    );
  });

  it('declares no entities and no paths of its own', async () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaa">]><d><p>&a;</p></d>';
    expect(await outcome(odt(bomb), 'a.odt')).toBe('damaged xml');
    expect(await outcome(odt('<d><p>&a;</p></d>'), 'a.odt')).toBe('damaged xml');
    const spine = '<manifest><item id="a" href="../../../etc/passwd" media-type="text/html"/>';
    const book = packed({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<c><rootfile full-path="../a.opf"/></c>',
      'a.opf': `<package>${spine}</manifest><spine><itemref idref="a"/></spine></package>`,
    });
    expect(await outcome(book, 'a.epub')).toBe('damaged epub: no package');
  });

  it('says that it is locked', async () => {
    const manifest = '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>';
    const locked = odt('noise', { 'META-INF/manifest.xml': manifest });
    expect(await outcome(locked, 'a.odt')).toBe('encrypted opendocument');
    const book = packed({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<c><rootfile full-path="a.opf"/></c>',
      'META-INF/encryption.xml': '<e><CipherReference URI="a.html"/></e>',
      'a.opf':
        '<p><manifest><item id="a" href="a.html" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></p>',
      'a.html': 'noise',
    });
    expect(await outcome(book, 'a.epub')).toBe('encrypted epub');
  });

  it('nests without end', async () => {
    const deep = `${'<s>'.repeat(50_000)}<p>Deep.</p>${'</s>'.repeat(50_000)}`;
    expect(text(await read(odt(`<d>${deep}</d>`), 'a.odt'))).toBe('Deep.');
    const lists = `${'<list><list-item>'.repeat(5_000)}<p>Deep.</p>${'</list-item></list>'.repeat(5_000)}`;
    expect(text(await read(odt(`<d>${lists}</d>`), 'a.odt'))).toBe('Deep.');
  });
});

describe('rich text', () => {
  it('of any control words', async () => {
    const word = fc.constantFrom(
      ...String.raw`\par \pard \cell \row \footnote \header \shptxt \listtext \u8364? \uc9 \'e9 \fonttbl \f7 \bin9 \upr \ud \* { } } { \stylesheet \pict a;`.split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 60 }), async (words) => {
        expect(await outcome(strToU8(`{\\rtf1 ${words.join(' ')}`), 'a.rtf')).toMatch(
          /^(?:draft|no-words rtf)$/u,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('nested without end, and with binary data longer than the file', async () => {
    const deep = '{'.repeat(100_000);
    expect(await outcome(strToU8(`{\\rtf1 ${deep}`), 'a.rtf')).toBe('limit-exceeded depth');
    expect(await outcome(strToU8('{\\rtf1 Seen.\\par{\\bin99999999 x}'), 'a.rtf')).toBe('draft');
  });
});

describe('mails', () => {
  const part = (boundary: string, inside: string): string =>
    `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${inside}\r\n--${boundary}--\r\n`;
  const head = 'From: a@b.example\r\nSubject: x\r\n';

  it('nested without end', async () => {
    let inside = 'Content-Type: text/plain\r\n\r\nDeep.';
    for (let depth = 0; depth < 40; depth += 1) inside = part(`b${depth}`, inside);
    expect(await outcome(strToU8(head + inside), 'a.eml')).toBe('limit-exceeded depth');
  });

  it('whose markup never ends', async () => {
    const types = ['text/plain\r\n\r\nx', `text/html\r\n\r\n${'<style '.repeat(20_000)}`];
    const parts = types.map((type) => `--b\r\nContent-Type: ${type}\r\n`).join('');
    const mail = `${head}Content-Type: multipart/alternative; boundary=b\r\n\r\n${parts}--b--`;
    expect(await outcome(strToU8(mail), 'a.eml')).toMatch(/^(?:draft|no-words eml)$/u);
  });

  it('with names that are paths', async () => {
    const attached =
      'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="..\\\\..\\\\C:\\\\out.txt"\r\n\r\nx';
    expect(labels(await read(strToU8(head + part('b', attached)), 'a.eml'))).toEqual(['out.txt']);
  });
});

describe('archives', () => {
  it('make labels of their names, never paths', async () => {
    const long = `${'x/'.repeat(100)}${'y'.repeat(300)}.txt`;
    expect(labels(await read(packed({ [long]: 'x' }), 'a.zip'))).toEqual([
      expect.stringMatching(/^x\/.*y\.txt$/u),
    ]);
    const names = ['../../a.txt', '/etc/b.txt', 'C:\\Windows\\c.txt', 'x/./../\u0007d.txt'];
    const bytes = packed(Object.fromEntries(names.map((name) => [name, 'x'])));
    expect(labels(await read(bytes, 'a.zip'))).toEqual([
      'Windows/c.txt',
      'a.txt',
      'etc/b.txt',
      'x/d.txt',
    ]);
  });

  it('that swell, or hold too much', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(30_000_000) });
    expect(await read(bomb, 'a.zip')).toBe('limit-exceeded ratio');
    expect(await read(bomb, 'a.zip', { ratio: 1e9, unzippedBytes: 1_000_000 })).toBe(
      'limit-exceeded unzippedBytes',
    );
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.txt`, 'x']));
    expect(await read(packed(many), 'a.zip', { entries: 100 })).toBe('limit-exceeded entries');
  });

  it('that are locked, or empty', async () => {
    // The directory says of its second entry that it is locked.
    const locked = packed({ 'inside/': '', 'inside/a.txt': 'x' });
    const entry = new DataView(locked.buffer).getUint32(locked.length - 6, true);
    const next = entry + 46 + 'inside/'.length;
    expect(await read(locked, 'a.zip')).not.toBe('encrypted zip');
    locked[next + 8] = 1;
    expect(await read(locked, 'a.zip')).toBe('encrypted zip');
    expect(await read(zipSync({}), 'a.zip')).toBe('no-words zip');
  });
});
