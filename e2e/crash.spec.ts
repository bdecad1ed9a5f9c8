// The power fails twenty times while notes are written and files imported: every process of the application is
// killed at once, and the next start must find all that was acknowledged, and everything in agreement.
import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { openWithPort, startImport, value } from './doors.ts';
import type { Opened } from './doors.ts';
import { temporaryFolder } from './launch.ts';

const KILLS = 20;
/** Longest time between the first write of a round and its kill, in milliseconds. */
const LONGEST = 900;

interface Written {
  /** Ids of notes the archive answered for, with their words. */
  readonly notes: Map<string, string>;
  /** Names of files the archive told as imported. */
  readonly files: Set<string>;
}

/** All processes below one, itself first. */
function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // Gone since the folder was listed.
    }
  }
  const family = [pid];
  for (const one of family) {
    for (const [child, parent] of parents) if (parent === one) family.push(child);
  }
  return family;
}

async function killAll({ app }: Opened): Promise<void> {
  const main = app.process();
  const ended = new Promise((resolve) => main.once('exit', resolve));
  for (const pid of familyOf(main.pid ?? 0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It died with its parent.
    }
  }
  await ended;
}

/** Writes notes one after the other until the window dies; each is told as soon as it is answered. */
async function writeNotes({ page }: Opened, round: number, written: Written): Promise<void> {
  const [guide] = await value<{ id: string }[]>(page, 'documents.list');
  const { blocks } = await value<{ blocks: { id: string; text: string; kind: string }[] }>(
    page,
    'documents.get',
    { id: guide?.id },
  );
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  for (let n = 0; ; n += 1) {
    const block = paragraphs[n % paragraphs.length];
    const body = `Tour ${round}, note ${n}`;
    const note = await value<{ id: string }>(page, 'annotations.create', {
      documentId: guide?.id,
      places: [{ paragraphId: block?.id, start: 0, end: block?.text.length }],
      kind: 'note',
      body,
    });
    written.notes.set(note.id, body);
  }
}

async function watchImports({ page }: Opened, written: Written): Promise<void> {
  for (;;) {
    const { items } = await value<{ items: { name: string; status: string }[] }>(
      page,
      'imports.state',
    );
    for (const { name, status } of items) if (status === 'added') written.files.add(name);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What the last start must have found. */
async function expectAllThere({ page }: Opened, written: Written): Promise<void> {
  // What was in the library but not yet in the corpus is read again in the background.
  const deriving = async (): Promise<boolean> =>
    (await value<{ deriving: boolean }>(page, 'library.info')).deriving;
  await expect.poll(deriving, { timeout: 40_000 }).toBe(false);
  const documents = await value<{ id: string; originalName: string; paragraphs: number }[]>(
    page,
    'documents.list',
  );
  const names = new Set(documents.map(({ originalName }) => originalName));
  for (const name of written.files) expect(names, `${name} was told as imported`).toContain(name);
  for (const { originalName, paragraphs } of documents) {
    expect(paragraphs, `${originalName} has its paragraphs`).toBeGreaterThan(0);
  }
  const notes = new Map<string, { body: string; state: string }>();
  for (const { id } of documents.slice(0, 1)) {
    const list = await value<{ id: string; body: string; state: string }[]>(
      page,
      'annotations.list',
      { documentId: id },
    );
    for (const note of list) notes.set(note.id, note);
  }
  for (const [id, body] of written.notes) {
    expect(notes.get(id)).toMatchObject({ body, state: 'exact' });
  }
  expect(await value(page, 'library.check')).toMatchObject({ ok: true, problems: [] });
}

test('twenty power cuts lose nothing that was acknowledged', async () => {
  test.setTimeout(300_000);
  test.skip(process.platform !== 'linux', 'reads the list of processes from /proc');
  const places = {
    library: `${temporaryFolder('library')}/archive`,
    profile: temporaryFolder('profile'),
  };
  const written: Written = { notes: new Map(), files: new Set() };
  let opened = await openWithPort(places);
  for (let round = 0; round < KILLS; round += 1) {
    const files = Object.fromEntries(
      Array.from({ length: 4 }, (_, n) => [
        `tour-${round}-${n}.txt`,
        `Registre ${round}-${n}\n\n1. Les voyageurs du tour ${round} sont ${n + 2} à quai ce soir.\n`,
      ]),
    );
    await startImport(opened, files);
    const dying = [writeNotes(opened, round, written), watchImports(opened, written)];
    const died = Promise.allSettled(dying);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST));
    await killAll(opened);
    await died;
    opened = await openWithPort(places);
    await expectAllThere(opened, written);
  }
  expect(written.notes.size).toBeGreaterThan(KILLS);
  await opened.app.close();
});
