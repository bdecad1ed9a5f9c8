/** Locked files: opened by their password alone, which no file of the library ever holds. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { openTestArchive, parsersApart } from './fixtures/archive.ts';
import { madePdf } from './fixtures/pdf.ts';
import type { Archive } from './index.ts';

const PASSWORD = 'Sésame-9431-ouvre';
const WORDS = 'Twelve seafarers were heard on the northern quay before the commission left.';

const folder = mkdtempSync(join(tmpdir(), 'passwords-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function locked(): Uint8Array {
  const lines = [
    { x: 60, y: 780, text: 'Report of the harbour mission', size: 18 },
    { x: 60, y: 700, text: WORDS },
    {
      x: 60,
      y: 660,
      text: 'The commission will come back in the spring of the year that follows.',
    },
  ];
  return madePdf([{ lines }], PASSWORD);
}

function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function lockedLine(archive: Archive, path: string) {
  const { items } = await archive.call('imports.add', { paths: [path] }, 'host');
  const line = items.find(({ locked: id }) => id !== null);
  if (line?.locked == null) throw new Error('no line asks for a password');
  return { ...line, locked: line.locked };
}

/** Everything the library wrote, as one text. */
function written(dir: string): string {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

/** What is written under any of the ways text is kept. */
function holds(text: string, secret: string): boolean {
  return ['utf8', 'utf16le', 'latin1', 'base64', 'hex'].some((encoding) => {
    const bytes = Buffer.from(secret, encoding === 'utf16le' ? 'utf16le' : 'utf8');
    const said =
      encoding === 'base64' || encoding === 'hex'
        ? bytes.toString(encoding)
        : Buffer.from(secret, encoding as BufferEncoding).toString('latin1');
    return text.includes(said);
  });
}

it('imports a locked file once its password is given, alone and in its line', async () => {
  const dir = join(folder, 'one');
  const archive = await openTestArchive(dir);
  const path = fileOf('locked.pdf', locked());
  const line = await lockedLine(archive, path);
  expect(line).toMatchObject({ status: 'failed', fault: { code: 'encrypted', detail: 'pdf' } });

  const wrong = archive.call('imports.unlock', { locked: line.locked, password: 'nearly' });
  await expect(wrong).rejects.toMatchObject({ code: 'password-wrong' });
  expect((await archive.call('imports.state', {})).items).toEqual([line]);

  const unlock = { locked: line.locked, password: PASSWORD };
  const { documentId, originalHash } = await archive.call('imports.unlock', unlock);
  const { items } = await archive.call('imports.state', {});
  expect(items).toMatchObject([{ status: 'added', documentId, locked: null, fault: null }]);
  const document = await archive.call('documents.get', { id: documentId ?? '' });
  expect(document.originalHash).toBe(originalHash);
  expect(document.blocks.some(({ text }) => text === WORDS)).toBe(true);
  await archive.call('library.backup', {});
  await archive.close();
  expect(holds(written(dir), WORDS)).toBe(true);
  expect(holds(written(dir), PASSWORD)).toBe(false);
});

it('finds a locked file inside an archive again', async () => {
  const archive = await openTestArchive(join(folder, 'inside'));
  const text = new TextEncoder().encode(
    'A plain text of a few words that come in without any key.',
  );
  const path = fileOf('both.zip', zipSync({ 'plain.txt': text, 'deep/locked.pdf': locked() }));
  const line = await lockedLine(archive, path);
  await archive.call('imports.unlock', { locked: line.locked, password: PASSWORD });
  const { items } = await archive.call('imports.state', {});
  expect(items.map(({ name, status }) => [name, status]).sort()).toEqual([
    ['both.zip › deep/locked.pdf', 'added'],
    ['both.zip › plain.txt', 'added'],
  ]);
  await archive.close();
});

it('shows a document without its text until the password is given again, its notes kept', async () => {
  const dir = join(folder, 'again');
  const parsers = parsersApart();
  let archive = await openTestArchive(dir, { parsers });
  const line = await lockedLine(archive, fileOf('again.pdf', locked()));
  const unlock = { locked: line.locked, password: PASSWORD };
  const id = (await archive.call('imports.unlock', unlock)).documentId ?? '';
  const { blocks } = await archive.call('documents.get', { id });
  const paragraphId = blocks.find(({ text }) => text === WORDS)?.id ?? '';
  const places = [{ paragraphId, start: 0, end: 16 }];
  await archive.call('annotations.create', { documentId: id, places, kind: 'highlight' });
  await archive.close();

  for (const end of ['', '-wal', '-shm']) rmSync(join(dir, `corpus.db${end}`), { force: true });
  archive = await openTestArchive(dir, { parsers: parsersApart() });
  const [summary] = await archive.call('documents.list', {});
  expect(summary).toMatchObject({ id, paragraphs: 0, fault: { code: 'encrypted' }, notes: 1 });
  expect((await archive.call('library.check', {})).ok).toBe(true);
  await expect(archive.call('documents.unlock', { id, password: 'no' })).rejects.toMatchObject({
    code: 'password-wrong',
  });
  await archive.call('documents.unlock', { id, password: PASSWORD });
  const read = await archive.call('documents.get', { id });
  expect(read.blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => text));
  const [note] = await archive.call('annotations.list', { documentId: id });
  expect(note).toMatchObject({ state: 'exact', targets: [{ exact: 'Twelve seafarers' }] });
  await archive.close();
  await parsers.close();
});

it('tries one password on every locked file of an import', async () => {
  const archive = await openTestArchive(join(folder, 'offered'));
  const path = fileOf('offered.pdf', locked());
  const wrong = { paths: [path], password: 'nearly' };
  const first = await archive.call('imports.add', wrong, 'host');
  expect(first.items).toMatchObject([{ status: 'failed', fault: { code: 'password-wrong' } }]);
  const right = { paths: [path], password: PASSWORD };
  const second = await archive.call('imports.add', right, 'host');
  expect(second.items).toMatchObject([{ status: 'added', fault: null }]);
  await archive.close();
});
