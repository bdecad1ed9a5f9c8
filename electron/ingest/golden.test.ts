/**
 * Golden folders: each `source.*` must give its `expected.json`. `UPDATE_GOLDEN=1` writes them anew;
 * people read the difference. It is also what both hosts of the parser are held to.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentDraft } from '../core/document.ts';
import { parseDocument } from './index.ts';

const golden = join(import.meta.dirname, 'golden');
const cases = readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const engine = join(import.meta.dirname, '../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
const pdfium = (): Promise<Uint8Array> => Promise.resolve(readFileSync(engine));

describe('golden drafts', () => {
  it.each(cases.map(({ name }) => name))('%s', async (name) => {
    const folder = join(golden, name);
    const source = readdirSync(folder).find((file) => file.startsWith('source.')) ?? '';
    const bytes = new Uint8Array(readFileSync(join(folder, source)));
    const draft = await parseDocument(bytes, { name: source, pdfium });
    const expected = join(folder, 'expected.json');
    if (process.env['UPDATE_GOLDEN'] === '1')
      writeFileSync(expected, `${JSON.stringify(draft, null, 2)}\n`);
    const wanted = JSON.parse(readFileSync(expected, 'utf8')) as DocumentDraft;
    expect(JSON.parse(JSON.stringify(draft))).toEqual(wanted);
  });
  const pdfs = cases.filter(({ name }) => readdirSync(join(golden, name)).includes('source.pdf'));
  it.each(pdfs.map(({ name }) => name))('%s, without PDFium', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(golden, name, 'source.pdf')));
    const draft = await parseDocument(bytes, { name: 'source.pdf' });
    const wanted = readFileSync(join(golden, name, 'expected.json'), 'utf8');
    expect(JSON.parse(JSON.stringify(draft))).toEqual(JSON.parse(wanted));
  });
});
