/** Imports that are interrupted, by a kill or by closing, and go on where they were. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it, vi } from 'vitest';
import type { ImportItem } from '../../contract/views.ts';
import type { Told } from '../fixtures/importer.ts';
import { openTestArchive } from '../fixtures/archive.ts';
import type { Archive } from '../index.ts';

const FILES = 160;
const made: string[] = [];
const open: Archive[] = [];
afterAll(async () => {
  await Promise.all(open.map((archive) => archive.close()));
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function manyFiles(): { library: string; folder: string } {
  const home = mkdtempSync(join(tmpdir(), 'resume-'));
  made.push(home);
  const folder = join(home, 'files');
  mkdirSync(folder);
  for (let n = 0; n < FILES; n += 1) {
    const words = `Les guetteurs du port ont compté ${String(n)} voyageurs ce soir-là à quai.`;
    writeFileSync(join(folder, `${String(n).padStart(4, '0')}.txt`), words);
  }
  return { library: join(home, 'library'), folder };
}

/** Opens as the application does; answers once nothing is imported any more. */
async function reopen(library: string): Promise<{ archive: Archive; told: ImportItem[] }> {
  const told: ImportItem[] = [];
  const archive = await openTestArchive(library, {
    stays: true,
    onEvent: (event) => {
      if (event.event === 'imported') told.push(event.item);
    },
  });
  open.push(archive);
  await vi.waitFor(
    async () => expect((await archive.call('imports.state', {})).running).toBe(false),
    { timeout: 60_000, interval: 20 },
  );
  return { archive, told };
}

it('goes on after a kill with what was not done', { timeout: 120_000 }, async () => {
  const { library, folder } = manyFiles();
  const entry = join(import.meta.dirname, '..', 'fixtures', 'importer.ts');
  const child = spawn(process.execPath, ['--no-warnings', entry, library, folder]);
  let added = 0;
  const dead = new Promise<string>((resolve) =>
    child.on('close', (_code, name) => resolve(name ?? '')),
  );
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { status } = JSON.parse(line) as Told;
    if (status === 'added') added += 1;
    if (added >= 40) child.kill('SIGKILL');
  });
  expect(await dead).toBe('SIGKILL');

  const { archive, told } = await reopen(library);
  expect(await archive.call('documents.list', {})).toHaveLength(FILES);
  expect(told.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(told.length).toBeLessThanOrEqual(FILES - 40);
  expect(await archive.call('library.check', {})).toMatchObject({ ok: true, problems: [] });
  await archive.close();
  const last = await reopen(library);
  expect(last.told).toEqual([]);
});

it(
  'goes on after the program was closed, not after it was cancelled',
  { timeout: 120_000 },
  async () => {
    const { library, folder } = manyFiles();
    const first = await openTestArchive(library);
    const run = first.call('imports.add', { paths: [folder] }, 'host');
    await vi.waitFor(async () =>
      expect((await first.call('imports.state', {})).total).toBeGreaterThan(9),
    );
    await first.close();
    await run;
    const second = await reopen(library);
    expect(await second.archive.call('documents.list', {})).toHaveLength(FILES);
    expect(second.told.length).toBeGreaterThan(0);

    const added = second.archive.call('imports.add', { paths: [`${folder}/../files`] }, 'host');
    await second.archive.call('imports.cancel', {});
    await added;
    await second.archive.close();
    expect((await reopen(library)).told).toEqual([]);
  },
);
