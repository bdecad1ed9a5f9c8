/**
 * The order of writes, proved by killing: a process that writes notes and imports files is killed
 * again and again at random moments, and after each death everything it acknowledged is there.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, expect, it } from 'vitest';
import type { AnnotationView } from '../contract/views.ts';
import { openTestArchive, root } from './fixtures/archive.ts';
import { Expected, READY } from './fixtures/expected.ts';
import type { Orders } from './fixtures/writer.ts';
import type { Archive } from './index.ts';

const KILLS = 200;
/** Deaths one library lives through before a new one is begun: checking it grows with its history. */
const LIVES_OF_A_LIBRARY = 10;
/** Lines, two for each act, after which a writer's last moments begin, at most. */
const MOST_LINES = 24;
/** How long its last moments are at most, in milliseconds. */
const LONGEST_WAIT = 40;

const folder = mkdtempSync(join(tmpdir(), 'crash-'));
mkdirSync(join(root, 'node_modules', '.gmg-archive'), { recursive: true });
// Below node_modules, where the native binding is found.
const made = mkdtempSync(join(root, 'node_modules', '.gmg-archive', 'writer-'));
const program = join(made, 'writer.mjs');
const writers = new Set<ChildProcessWithoutNullStreams>();
afterAll(() => {
  for (const writer of writers) writer.kill('SIGKILL');
  for (const place of [folder, made]) rmSync(place, { recursive: true, force: true });
});

/** One file with all a writer needs: it loads faster than the sources, and stays the same throughout. */
async function makeWriter(): Promise<void> {
  const external = ['better-sqlite3'];
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: join(import.meta.dirname, 'fixtures', 'writer.ts'),
      target: 'node20',
      outDir: made,
      minify: false,
      rolldownOptions: {
        external,
        output: { format: 'es', entryFileNames: basename(program), codeSplitting: false },
      },
    },
  });
}

/** A writer that loads now and waits for its orders. */
function startWriter() {
  const child = spawn(process.execPath, ['--no-warnings', program], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(made, 'compiled') },
  });
  writers.add(child);
  let said = '';
  let complained = '';
  const listeners = new Set<() => void>();
  const listen = (): void => listeners.forEach((listener) => listener());
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    listen();
  });
  child.on('close', listen);
  /** Resolves when it has said so many lines, or is dead. */
  const heard = (lines: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (said.split('\n').length <= lines && writers.has(child)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const ended = new Promise<{ said: string; complained: string; killed: boolean }>((resolve) => {
    child.on('close', (_code, signal) => {
      writers.delete(child);
      resolve({ said: said.slice(READY.length), complained, killed: signal === 'SIGKILL' });
    });
  });
  const order = (orders: Orders): void => void child.stdin.write(`${JSON.stringify(orders)}\n`);
  return { heard, order, ended, kill: () => child.kill('SIGKILL') };
}

async function notesOf(archive: Archive): Promise<AnnotationView[]> {
  const documents = await archive.call('documents.list', {});
  const lists = documents.map(({ id }) => archive.call('annotations.list', { documentId: id }));
  return (await Promise.all(lists)).flat();
}

/** Opens what a killed writer left, as the next start would, and compares it with what it said. */
async function inspect(library: string, expected: Expected, heard: number): Promise<void> {
  const archive = await openTestArchive(library);
  try {
    expect(await archive.call('library.info', {})).toMatchObject({ readOnly: null });
    expect(await archive.call('library.check', {})).toMatchObject({ ok: true, problems: [] });
    const notes = await notesOf(archive);
    expect(expected.differences(notes)).toEqual([]);

    const listed = await archive.call('documents.list', {});
    const words = new Map(
      listed.map(({ id, originalName }) => [id, originalName.replace('.txt', '')]),
    );
    expect(listed.filter(({ paragraphs }) => paragraphs === 0)).toEqual([]);
    for (const [id, word] of expected.documents) expect(words.get(id)).toBe(word);
    const extra = [...words].filter(([id]) => !expected.documents.has(id));
    expect(extra.map(([, word]) => word).filter((word) => word !== expected.openImport)).toEqual(
      [],
    );

    // Library and corpus agree: the newest documents are found, with the notes they carry.
    for (const [id, word] of [...words].slice(-3)) {
      const { hits } = await archive.call('search.query', { query: word, limit: 1_000 });
      expect([word, hits.map((hit) => hit.documentId)]).toEqual([word, [id, id, id]]);
      for (const { paragraphId, notes: marked } of hits) {
        const here = notes.filter(({ targets }) => targets[0]?.paragraphId === paragraphId);
        expect(marked).toBe(here.length);
      }
    }
    expected.settle(notes, words);
  } catch (error) {
    throw new Error(`after ${String(heard)} acknowledged acts in ${library}`, { cause: error });
  } finally {
    await archive.close();
  }
}

it(`loses nothing acknowledged in ${String(KILLS)} kills at random moments`, async () => {
  const files = join(folder, 'files');
  mkdirSync(files);
  await makeWriter();
  // One writer that ends by itself leaves its compiled code behind for all that follow.
  const first = startWriter();
  first.order({ library: join(folder, 'warm'), files, life: 999_999, acts: 3 });
  const { complained, killed } = await first.ended;
  expect([killed, complained]).toEqual([false, '']);

  let kills = 0;
  let acknowledged = 0;
  async function lane(name: string): Promise<void> {
    let expected = new Expected();
    let next = startWriter();
    for (let life = 0; kills < KILLS; life += 1) {
      kills += 1;
      const number = kills;
      const library = join(folder, `${name}-${String(Math.floor(life / LIVES_OF_A_LIBRARY))}`);
      if (life % LIVES_OF_A_LIBRARY === 0) expected = new Expected();
      const writer = next;
      await writer.heard(1);
      writer.order({ library, files, life: number, acts: 100_000 });
      // Some die while they open the library, most after some acts and within one more.
      if (Math.random() > 0.25) await writer.heard(2 + Math.floor(Math.random() * MOST_LINES));
      await wait(Math.random() * LONGEST_WAIT);
      writer.kill();
      const end = await writer.ended;
      next = startWriter();
      expect([end.killed, end.complained]).toEqual([true, '']);
      const heard = expected.hear(end.said);
      acknowledged += heard;
      await inspect(library, expected, heard);
    }
    next.kill();
    await next.ended;
  }
  await Promise.all([lane('a'), lane('b')]);

  expect(kills).toBe(KILLS);
  // A loop that only ever killed writers before they wrote would prove nothing.
  expect(acknowledged).toBeGreaterThan(KILLS);
}, 900_000);
