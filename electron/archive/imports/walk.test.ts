/** What lies in folders besides documents: links, loops, sockets, what can't be read. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { walk } from './walk.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'walk-'));
  mkdirSync(join(root, 'b', 'c'), { recursive: true });
  for (const name of ['a.txt', 'b/b.txt', 'b/c/c.txt', 'b/~$c.docx', 'b/\u202Etxt.pdf']) {
    writeFileSync(join(root, name), 'words');
  }
  symlinkSync(root, join(root, 'b', 'c', 'up'));
  symlinkSync('round.txt', join(root, 'round.txt'));
  symlinkSync('/etc/hostname', join(root, 'outside.txt'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function found(...paths: string[]): Promise<(readonly [string, string | null])[]> {
  const all: (readonly [string, string | null])[] = [];
  for await (const { name, fault } of walk(paths, new AbortController().signal)) {
    all.push([name, fault?.code ?? null]);
  }
  return all;
}

it('finds every file once, round no loop and out of no folder', async () => {
  expect(await found(root)).toEqual([
    ['a.txt', null],
    ['b.txt', null],
    ['c.txt', null],
    ['txt.pdf', null],
    ['round.txt', 'link-loop'],
  ]);
  expect(await found(root, join(root, 'b'))).toHaveLength(5);
});

it('tells the pictures of a saved page from pictures and documents beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saved-'));
  for (const inner of ['Page_files', 'Photos_fichiers', 'Lettre_fichiers/sub'])
    mkdirSync(join(folder, inner), { recursive: true });
  for (const name of [
    'page.HTML',
    'Page_files/icon.png',
    'Page_files/annex.pdf',
    'Photos_fichiers/quay.jpg',
    'Lettre.htm',
    'Lettre_fichiers/sub/frame.html',
  ])
    writeFileSync(join(folder, name), 'words');
  const parts: Record<string, string | null> = {};
  for await (const file of walk([folder], new AbortController().signal))
    parts[file.name] = file.partOf ?? null;
  expect(parts).toEqual({
    'page.HTML': null,
    'icon.png': 'page.HTML',
    'annex.pdf': null,
    'quay.jpg': null,
    'Lettre.htm': null,
    'frame.html': 'Lettre.htm',
  });
  rmSync(folder, { recursive: true });
});

it('follows a link that was named, and tells of one that goes round', async () => {
  expect(await found(join(root, 'b', 'c', 'up', 'a.txt'))).toEqual([['a.txt', null]]);
  expect(await found(join(root, 'round.txt'))).toEqual([['round.txt', 'link-loop']]);
  expect(await found(join(root, 'nowhere.txt'))).toEqual([['nowhere.txt', 'file-missing']]);
});

it('leaves a folder out when told to', async () => {
  const names: string[] = [];
  for await (const { name } of walk([root], new AbortController().signal, join(root, 'b'))) {
    names.push(name);
  }
  expect(names).toEqual(['a.txt', 'round.txt']);
});

it.skipIf(process.platform === 'win32')('opens nothing that is no file', async () => {
  const socket = join(root, 'b', 'socket.txt');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  expect(await found(join(root, 'b'))).toContainEqual(['socket.txt', 'file-special']);
  await new Promise((resolve) => server.close(resolve));
});

// The administrator may read everything.
it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'tells of a folder that cannot be read, and goes on',
  async () => {
    const closed = join(root, 'b', 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0);
    expect(await found(join(root, 'b'))).toContainEqual(['closed', 'folder-unreadable']);
    chmodSync(closed, 0o700);
    rmSync(closed, { recursive: true });
  },
);
