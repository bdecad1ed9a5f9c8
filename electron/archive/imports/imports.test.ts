import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { ArchiveEvent } from '../../contract/wire.ts';
import { FaultError } from '../../core/fault.ts';
import { parseDocument } from '../../ingest/index.ts';
import { openArchive } from '../index.ts';
import type { Archive } from '../index.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const open: Archive[] = [];
afterAll(() => Promise.all(open.map((archive) => archive.close())));

/** An archive in a new folder whose parser runs in this process. */
async function newArchive(onEvent: (event: ArchiveEvent) => void = () => undefined) {
  const archive = await openArchive({
    dir: join(mkdtempSync(join(tmpdir(), 'imports-')), 'library'),
    create: true,
    resources: join(root, 'resources'),
    appVersion: '0.0.0',
    onEvent,
    parsers: {
      parse: async ({ name, path }, signal) => {
        const { readFile } = await import('node:fs/promises');
        return parseDocument(new Uint8Array(await readFile(path)), { name, signal });
      },
      picture: () => Promise.reject(new FaultError('no-text')),
      close: () => Promise.resolve(),
    },
  });
  open.push(archive);
  return archive;
}

function textFile(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'imported-')), name);
  writeFileSync(path, text);
  return path;
}

const words = 'Les guetteurs du port notent chaque soir le nombre des voyageurs arrivés à quai.';

it('takes up files that were added while a run goes on', async () => {
  const archive = await newArchive();
  const paths = Array.from({ length: 6 }, (_, n) => textFile(`${n}.txt`, `${words} Soir ${n}.`));
  const runs = paths.map((path) => archive.call('imports.add', { paths: [path] }, 'host'));
  await Promise.all(runs);
  const state = await archive.call('imports.state', {});
  expect(state).toMatchObject({ running: false, total: 6, done: 6 });
  expect(state.items.map(({ status }) => status)).toEqual(Array(6).fill('added'));
});

it('tells of documents as soon as they are safe, and last that the run has ended', async () => {
  const events: ArchiveEvent[] = [];
  const archive = await newArchive((event) => events.push(event));
  await archive.call('imports.add', { paths: [textFile('a.txt', words)] }, 'host');
  const told = events.findIndex(({ event }) => event === 'imported');
  const changed = events.findIndex(
    (event) => event.event === 'changed' && event.kinds.includes('documents'),
  );
  expect(told).toBeGreaterThanOrEqual(0);
  expect(changed).toBeGreaterThan(told);
  const progress = events.filter((event) => event.event === 'import');
  expect(progress.at(-1)).toMatchObject({ state: { running: false, done: 1 } });
});

it('leaves no trace of a file that cannot be read, and goes on', async () => {
  const archive = await newArchive();
  const lying = textFile('note.pdf', '\u0089PNG\r\n\u001a\n not a page');
  const empty = textFile('vide.txt', '');
  const good = textFile('bon.txt', words);
  const gone = join(tmpdir(), 'nowhere', 'absent.txt');
  const state = await archive.call('imports.add', { paths: [lying, empty, gone, good] }, 'host');
  const codes = state.items.map(({ status, fault }) => fault?.code ?? status).sort();
  expect(codes).toContain('file-empty');
  expect(codes).toContain('file-missing');
  expect(codes.filter((code) => code === 'added')).toHaveLength(1);
  const { originals, ok } = await archive.call('library.check', {});
  expect(originals).toBe(1);
  expect(ok).toBe(true);
});

it('knows a file again, also twice in one run and out of the bin', async () => {
  const archive = await newArchive();
  const [first, second] = [textFile('a.txt', words), textFile('b.txt', words)];
  const state = await archive.call('imports.add', { paths: [first, second] }, 'host');
  expect(state.items.map(({ status }) => status).sort()).toEqual(['added', 'unchanged']);
  const [document] = await archive.call('documents.list', {});
  if (document === undefined) throw new Error('no document');
  await archive.call('documents.remove', { ids: [document.id] });
  expect(await archive.call('documents.list', {})).toHaveLength(0);
  const again = await archive.call('imports.add', { paths: [first] }, 'host');
  expect(again.items[0]).toMatchObject({ status: 'added', documentId: document.id });
});

it('stops between files when it is cancelled, and keeps what was committed', async () => {
  const archive = await newArchive();
  const paths = Array.from({ length: 200 }, (_, n) => textFile(`${n}.txt`, `${words} ${n}`));
  const run = archive.call('imports.add', { paths }, 'host');
  await archive.call('imports.cancel', {});
  const state = await run;
  expect(state.running).toBe(false);
  expect(state.done).toBeLessThan(200);
  expect(await archive.call('documents.list', {})).toHaveLength(
    state.items.filter(({ status }) => status === 'added').length,
  );
});

it('leaves the pictures of a saved page out, and says of which', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saved-'));
  mkdirSync(join(folder, 'Quai_files'));
  writeFileSync(join(folder, 'Quai.html'), `<html><body><p>${words}</p></body></html>`);
  writeFileSync(join(folder, 'Quai_files', 'icon.png'), 'no picture');
  const archive = await newArchive();
  const { items } = await archive.call('imports.add', { paths: [folder] }, 'host');
  expect(items.map(({ name, status, partOf }) => [name, status, partOf])).toEqual([
    ['icon.png', 'skipped', 'Quai.html'],
    ['Quai.html', 'added', undefined],
  ]);
});

it('keeps what a masthead says as fields of the document, which are undone with it', async () => {
  const archive = await newArchive();
  const lines = ['A/91/7', 'Distr. générale', 'Original : anglais', 'Quatre-vingtième session'];
  const page = lines.map((line) => `<p>${line}</p>`).join('');
  const path = textFile(
    'a.html',
    `<html><body>${page}<p>${words} ${words} ${words}</p></body></html>`,
  );
  await archive.call('imports.add', { paths: [path] }, 'host');
  const [document] = await archive.call('documents.list', {});
  expect(document).toMatchObject({
    symbol: 'A/91/7',
    own: {
      'un:distribution': 'générale',
      'un:original': 'anglais',
      'un:session': 'Quatre-vingtième session',
    },
  });
  await archive.call('history.undo', {});
  expect(await archive.call('documents.list', {})).toEqual([]);
  await archive.call('history.redo', {});
  const [again] = await archive.call('documents.list', {});
  expect(again?.own).toEqual(document?.own);
});

it('rests while paused, goes on to the end, and ends when cancelled after a pause', async () => {
  const archive = await newArchive();
  const paths = Array.from({ length: 120 }, (_, n) => textFile(`${n}.txt`, `${words} Soir ${n}.`));
  const run = archive.call('imports.add', { paths: paths.slice(0, 60) }, 'host');
  await archive.call('imports.pause', { paused: true });
  expect(await archive.call('imports.state', {})).toMatchObject({ running: true, paused: true });
  await archive.call('imports.pause', { paused: false });
  expect(await run).toMatchObject({ running: false, done: 60 });

  const second = archive.call('imports.add', { paths }, 'host');
  await archive.call('imports.pause', { paused: true });
  await archive.call('imports.cancel', {});
  expect(await second).toMatchObject({ running: false, paused: false });
  expect(await archive.call('library.check', {})).toMatchObject({ ok: true, problems: [] });
});
