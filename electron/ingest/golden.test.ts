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

describe('golden drafts', () => {
  it.each(cases.map(({ name }) => name))('%s', async (name) => {
    const folder = join(golden, name);
    const source = readdirSync(folder).find((file) => file.startsWith('source.')) ?? '';
    const bytes = new Uint8Array(readFileSync(join(folder, source)));
    const draft = await parseDocument(bytes, { name: source });
    const expected = join(folder, 'expected.json');
    if (process.env['UPDATE_GOLDEN'] === '1')
      writeFileSync(expected, `${JSON.stringify(draft, null, 2)}\n`);
    const wanted = JSON.parse(readFileSync(expected, 'utf8')) as DocumentDraft;
    expect(JSON.parse(JSON.stringify(draft))).toEqual(wanted);
  });
});
