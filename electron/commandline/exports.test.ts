/** `export` and `annotate` as people type them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { documents, openTestArchive } from '../archive/fixtures/archive.ts';
import { isParagraph } from '../core/document.ts';
import { runCli } from './fixtures/run.ts';

vi.setConfig({ testTimeout: 120_000 });

const NOTE = 'note-de-terrain.html';
const folder = mkdtempSync(join(tmpdir(), 'commandline-exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command in a library of the folder and expects an exit code. */
async function cli(words: readonly string[], library: string, code = 0) {
  const ran = await runCli([...words, '--library', library], { standingIn: folder });
  expect({ words, code: ran.code, err: ran.err }).toMatchObject({ words, code });
  return ran;
}

beforeAll(async () => {
  const archive = await openTestArchive(join(folder, 'mine'));
  await archive.call('imports.add', { paths: [documents] }, 'host');
  const listed = await archive.call('documents.list', {});
  const documentId = listed.find(({ originalName }) => originalName === NOTE)?.id ?? '';
  const { blocks } = await archive.call('documents.get', { id: documentId });
  const tag = await archive.call('tags.create', { name: 'Soins' });
  for (const [at, { id: paragraphId }] of blocks
    .filter(({ kind }) => isParagraph(kind))
    .entries()) {
    const places = [{ paragraphId, start: 0, end: 10 }];
    const shown = { kind: 'note', body: `Remarque ${String(at)}`, private: at > 0 } as const;
    await archive.call('annotations.create', {
      documentId,
      places,
      ...shown,
      tags: at < 2 ? [tag.id] : [],
    });
  }
  await archive.close();
});

it('exports what may go out, says what stays, and by document and tag', async () => {
  const { out } = await cli(['export', '--format', 'csv', '--out', 'notes.csv'], 'mine');
  expect(out).toMatch(/^1 of 6 notes, 5 private left behind .* from 1 documents: .*notes\.csv\n$/);
  expect(readFileSync(join(folder, 'notes.csv'), 'utf8').split('\r\n')).toHaveLength(3);
  const words = ['export', '--format', 'html', '--out', 'notes.html', '--private', '--json'];
  const [row] = (await cli([...words, '--document', NOTE], 'mine')).rows();
  expect(row).toMatchObject({ path: join(folder, 'notes.html'), notes: 6, out: 6, private: 5 });
  expect((await cli([...words, '--tag', 'soins'], 'mine')).rows()).toMatchObject([{ out: 2 }]);
  expect((await cli([...words, '--tag', 'Rien'], 'mine', 1)).err).toBe('There is no tag "Rien".\n');
  await cli([...words, '--tag', 'Soins', '--document', NOTE], 'mine', 2);
});

it('brings annotations back, and names those without a place', async () => {
  await cli(['export', '--format', 'w3c', '--private', '--out', 'notes.jsonld'], 'mine');
  await cli(['import', documents], 'other');
  const first = (await cli(['annotate', 'notes.jsonld', '--json'], 'other')).rows();
  expect(first).toMatchObject([{ added: 6, unchanged: 0, failed: [] }]);
  expect((await cli(['annotate', 'notes.jsonld'], 'other')).out).toMatch(
    /^0 added, 6 there already/,
  );
  expect((await cli(['list', '--json'], 'other')).rows()).toContainEqual(
    expect.objectContaining({ originalName: NOTE, notes: 6 }),
  );
  await cli(['import', join(documents, 'workshop-report.md')], 'third');
  const { err, out } = await cli(['annotate', 'notes.jsonld'], 'third', 1);
  expect(out).toMatch(/^0 added, 0 there already, 6 failed/);
  expect(err.trimEnd().split('\n')).toHaveLength(6);
  expect(err).toContain('the document is not in this library');
  writeFileSync(join(folder, 'none.json'), '{}');
  expect((await cli(['annotate', 'none.json'], 'other', 1)).err).toContain('no W3C annotations');
});

it('erases for good only when told so twice', async () => {
  await cli(['import', documents], 'erased');
  await cli(['annotate', 'notes.jsonld'], 'erased');
  const rows = (await cli(['list', '--json'], 'erased')).rows();
  const id = String(rows.find((row) => row['originalName'] === NOTE)?.['documentId']);
  const words = ['erase', 'document', id];
  expect((await cli(words, 'erased')).out).toMatch(
    /^Would erase 1 documents, 6 notes; say --for-good/,
  );
  const [row] = (await cli([...words, '--for-good', '--json'], 'erased')).rows();
  expect(row).toMatchObject({ erased: true, documents: 1, notes: 6, unfinished: false });
  expect((await cli([...words, '--for-good'], 'erased', 1)).err).toMatch(/nothing of that name/);
  await cli(['check'], 'erased');
  await cli(['erase', 'document', 'note.html'], 'erased', 2);
  await cli(['erase', 'letter', id], 'erased', 2);
});
