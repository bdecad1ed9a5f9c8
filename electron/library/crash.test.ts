import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { dump, freshFolder, opened } from './library.fixture.ts';

const CHILD = fileURLToPath(new URL('./crash.child.ts', import.meta.url));
const ROUNDS = 200;
const ROUNDS_BETWEEN_FULL_CHECKS = 40;

/** A child that has loaded its code and waits to be told to start. */
function ready(folder: string): ChildProcess {
  // Loading the code takes longer than a round; compiled once, it is read by all.
  const env = { ...process.env, NODE_COMPILE_CACHE: `${folder}-compiled` };
  return spawn(process.execPath, [CHILD, folder], { env, stdio: ['pipe', 'pipe', 'pipe'] });
}

/**
 * Lets the child work, kills it, and returns the changes it was told are saved: id to clock.
 * @param fromStart true: it may be killed while it opens the library, before anything is saved.
 */
async function killed(
  child: ChildProcess,
  afterMs: number,
  fromStart: boolean,
): Promise<Map<string, string>> {
  let said = '';
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const closed = once(child, 'close');
  const first = new Promise<unknown>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      resolve(chunk);
    });
  });
  child.stdin?.write('go');
  if (!fromStart) await Promise.race([first, closed]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await closed;
  expect(errors).toBe('');
  // What comes after the last newline was being written, not said.
  const lines = said.split('\n').slice(0, -1);
  return new Map(lines.map((line) => line.split(' ') as [string, string]));
}

it(`loses no saved change in ${String(ROUNDS)} kills`, async () => {
  const folder = freshFolder();
  const children = new Set<ChildProcess>();
  const next = (): ChildProcess => {
    const child = ready(folder);
    children.add(child);
    return child;
  };
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  // One that ends of itself leaves the compiled code for the others.
  const warm = ready(folder);
  warm.stdin?.end();
  await once(warm, 'close');
  opened(folder).close();
  let saved = 0;
  let seq = 0;
  // The next ones load their code while this one works.
  const waiting = [next(), next()];
  for (let round = 1; round <= ROUNDS; round++) {
    waiting.push(next());
    const child = waiting.shift() ?? next();
    const told = await killed(child, Math.random() * 40, round % 4 === 0);
    children.delete(child);
    saved += told.size;
    const library = opened(folder, { create: false });
    expect(library).toMatchObject({ readOnly: null, recovered: null, journalPending: false });
    const kept = new Map(library.operationsAfter(seq).map(({ id, clock }) => [id, clock]));
    for (const [id, clock] of told) {
      // A later save of the same visit may have taken the operation's place.
      expect(kept.get(id) ?? '').toSatisfy((latest: string) => latest >= clock);
    }
    // A visit never spans a restart here, so what is older can't change any more.
    seq = library.seq;
    if (round % ROUNDS_BETWEEN_FULL_CHECKS === 0) {
      expect((await library.check()).problems).toEqual([]);
    }
    library.close();
  }
  expect(saved).toBeGreaterThan(ROUNDS);
  const records = dump(folder);
  rmSync(join(folder, 'library.db'));
  const rebuilt = opened(folder, { create: false });
  expect((await rebuilt.check()).problems).toEqual([]);
  rebuilt.close();
  expect(dump(folder)).toEqual(records);
}, 600_000);
