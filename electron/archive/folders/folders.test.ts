/** Folders that are followed, on a real disk: what becomes of files that come, change, move and go. */
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { openTestArchive } from '../fixtures/archive.ts';
import type { Archive } from '../index.ts';

const made: string[] = [];
const open: Archive[] = [];
afterAll(async () => {
  await Promise.all(open.map((archive) => archive.close()));
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

let home: string;
let folder: string;
let archive: Archive;
let clock = Date.now() / 1000 - 100_000;

beforeEach(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'folders-')));
  made.push(home);
  folder = join(home, 'textes');
  mkdirSync(folder);
  archive = await openTestArchive(join(home, 'bibliothèque'));
  open.push(archive);
});

const text = (word: string): string =>
  `Note du port\n\n1. Les guetteurs comptent chaque soir les ${word} arrivées à quai.\n\n2. Les veilleurs notent les départs dans le grand registre.\n`;

/** Writes a file whose last change lies long ago, later than that of every file before it. */
function write(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  clock += 60;
  utimesSync(path, clock, clock);
  return path;
}

async function look() {
  const views = await archive.call('folders.rescan', {});
  return views[0];
}

const names = async (): Promise<string[]> =>
  (await archive.call('documents.list', {})).map(({ originalName }) => originalName).sort();

const follow = () => archive.call('folders.add', { path: folder }, 'host');

it('brings in what is there, what comes, and nothing twice', async () => {
  write('a.txt', text('barques'));
  write('sous/b.md', `# ${text('pirogues')}`);
  write('image.raw', 'no document');
  write('~$a.docx', 'the owner of a.docx');
  await follow();
  expect(await look()).toMatchObject({ files: 2, fault: null, name: 'textes' });
  expect(await names()).toEqual(['a.txt', 'b.md']);
  const before = (await archive.call('history.list', {})).length;
  write('c.txt', text('vedettes'));
  expect((await look())?.found).toMatchObject({ added: 1, missing: 0, moved: 0, failed: 0 });
  expect((await look())?.found).toMatchObject({ added: 0 });
  expect(await names()).toEqual(['a.txt', 'b.md', 'c.txt']);
  expect((await archive.call('history.list', {})).length).toBe(before + 1);
});

it('makes a new version of a changed file, and keeps the old one', async () => {
  const path = write('a.txt', text('barques'));
  await follow();
  await look();
  const [old] = await archive.call('documents.list', {});
  write('a.txt', text('vedettes'));
  expect((await look())?.found).toMatchObject({ added: 0, replaced: 1 });
  const listed = await archive.call('documents.list', {});
  expect(listed).toHaveLength(1);
  const versions = await archive.call('versions.list', { id: old?.id ?? '' });
  expect(versions.map(({ id, current }) => [id, current])).toEqual([
    [listed[0]?.id, true],
    [old?.id, false],
  ]);
  const found = async (query: string) =>
    (await archive.call('search.query', { query })).hits.map(({ documentId }) => documentId);
  expect(await found('vedettes')).toEqual([listed[0]?.id]);
  expect(await found('barques')).toEqual([]);

  // The same by hand, from the same path; and back to what it was.
  write('a.txt', text('barques'));
  const { items } = await archive.call('imports.add', { paths: [path] }, 'host');
  expect(items).toMatchObject([
    { status: 'replaced', documentId: old?.id, previousDocumentId: listed[0]?.id },
  ]);
  expect((await archive.call('documents.list', {})).map(({ id }) => id)).toEqual([old?.id]);
  expect((await archive.call('versions.list', { id: old?.id ?? '' })).map(({ id }) => id)).toEqual([
    old?.id,
    listed[0]?.id,
  ]);
  expect(await archive.call('library.check', {})).toMatchObject({ ok: true, problems: [] });
});

it('follows a file that moves, and marks one that is gone', async () => {
  const first = write('a.txt', text('barques'));
  const second = write('b.txt', text('vedettes'));
  await follow();
  await look();
  const before = await archive.call('documents.list', {});
  mkdirSync(join(folder, 'rangés'));
  renameSync(first, join(folder, 'rangés', 'autre nom.txt'));
  expect((await look())?.found).toMatchObject({ added: 0, moved: 1, missing: 0 });
  expect(await archive.call('documents.list', {})).toEqual(before);

  rmSync(second);
  expect((await look())?.found).toMatchObject({ moved: 0, missing: 1 });
  const missing = async () =>
    (await archive.call('documents.list', {}))
      .filter(({ fileMissing }) => fileMissing)
      .map(({ originalName }) => originalName);
  expect(await missing()).toEqual(['b.txt']);
  write('b.txt', text('vedettes'));
  await look();
  expect(await missing()).toEqual([]);
});

it('loses nothing with a stick that is not plugged in', async () => {
  write('a.txt', text('barques'));
  await follow();
  await look();
  renameSync(folder, `${folder}.away`);
  expect(await look()).toMatchObject({ fault: { code: 'folder-missing' }, files: 1 });
  expect((await archive.call('documents.list', {})).map(({ fileMissing }) => fileMissing)).toEqual([
    false,
  ]);
  renameSync(`${folder}.away`, folder);
  expect(await look()).toMatchObject({ fault: null, files: 1 });
});

it('leaves in the bin what was laid there, and undone what was undone', async () => {
  write('a.txt', text('barques'));
  await follow();
  await look();
  const [document] = await archive.call('documents.list', {});
  await archive.call('documents.remove', { ids: [document?.id ?? ''] });
  renameSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
  await look();
  expect(await names()).toEqual([]);
  await archive.call('history.undo', {});
  await archive.call('history.undo', {});
  await look();
  expect(await names()).toEqual([]);
  await archive.call('history.redo', {});
  expect((await archive.call('documents.list', {})).map(({ paragraphs }) => paragraphs)).toEqual([
    document?.paragraphs,
  ]);
});

it('counts files that cannot be read, without reading them at each look', async () => {
  write('vide.txt', '');
  symlinkSync('rond.txt', join(folder, 'rond.txt'));
  await follow();
  expect((await look())?.found).toMatchObject({ added: 0, failed: 2 });
  expect((await look())?.found).toMatchObject({ failed: 2 });
  expect((await archive.call('imports.state', {})).items.map(({ name }) => name)).toEqual([
    'vide.txt',
  ]);
  rmSync(join(folder, 'vide.txt'));
  expect((await look())?.found).toMatchObject({ failed: 1, missing: 0 });
});

it('is told what to follow, and by the host alone', async () => {
  await follow();
  const again = await follow();
  expect(await archive.call('folders.list', {})).toMatchObject([{ id: again.id, path: folder }]);
  const refused = archive.call('folders.add', { path: join(home, 'bibliothèque') }, 'host');
  await expect(refused).rejects.toMatchObject({ code: 'bad-input' });
  await expect(
    archive.call('folders.add', { path: join(home, 'nulle part') }, 'host'),
  ).rejects.toMatchObject({ code: 'folder-missing' });
  await archive.call('folders.remove', { id: again.id });
  expect(await archive.call('folders.list', {})).toEqual([]);
  await archive.call('history.undo', {});
  expect(await archive.call('folders.list', {})).toMatchObject([{ path: folder }]);
});

it('notices by itself what changes, and at the start what changed meanwhile', async () => {
  write('a.txt', text('barques'));
  await follow();
  await look();
  await archive.close();
  write('a.txt', text('vedettes'));
  const later = await openTestArchive(join(home, 'bibliothèque'), { stays: true });
  open.push(later);
  archive = later;
  const titles = async () =>
    (await archive.call('search.query', { query: 'vedettes OR canots' })).hits.length;
  await vi.waitFor(async () => expect(await titles()).toBe(1), { timeout: 20_000, interval: 50 });
  writeFileSync(join(folder, 'neuf.txt'), text('canots'));
  await vi.waitFor(async () => expect(await titles()).toBe(2), { timeout: 20_000, interval: 50 });
});
