/**
 * Speed of import: a folder of PDFs through the command line with two parsers, beside what recoll's
 * indexer takes for the same folder in the same run; and the most memory that any parser held. The
 * files lie beside the repository and are not part of it.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../../e2e/launch.ts';

/** Made to exhaust its reader: it measures the limit on memory, not speed. */
const BOMBS = new Set(['pdf.js__bomb_giant.pdf']);
const ROUNDS = 3;
const RATIO = 2;
const MEMORY = 600;
const megabyte = 1024 * 1024;

interface Round {
  readonly ms: number;
  /** Most that one child of the command held, in bytes; 0 where the system does not tell. */
  readonly memory: number;
  readonly output: string;
}

const source = join(root, '..', 'shared', 'pdfs');
const folder = temporaryFolder('import');
try {
  if (existsSync(source)) await compare();
  else console.log('There is no folder of PDFs beside the repository.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(): Promise<void> {
  const files = join(folder, 'files');
  mkdirSync(files);
  const names = readdirSync(source).filter((name) => name.endsWith('.pdf') && !BOMBS.has(name));
  for (const name of names) cpSync(join(source, name), join(files, name));
  const indexer = spawnSync('recollindex', ['-h']).error === undefined;
  if (!indexer) console.log('recollindex is not installed: there is nothing to compare with.');
  const ours: Round[] = [];
  const theirs: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (indexer) theirs.push(await recoll(files, round));
    ours.push(await archive(files, round));
  }
  report(names.length, ours, theirs);
}

function recoll(files: string, round: number): Promise<Round> {
  const settings = join(folder, `recoll-${round}`);
  mkdirSync(settings);
  writeFileSync(join(settings, 'recoll.conf'), `topdirs = ${files}\nloglevel = 1\n`);
  return timed('recollindex', ['-c', settings, '-z']);
}

function archive(files: string, round: number): Promise<Round> {
  const program = join(root, 'out', 'electron', 'cli.js');
  const library = join(folder, `library-${round}`);
  const words = ['--no-warnings', program, 'import', files, '--library', library, '--json'];
  return timed(process.execPath, [...words, '--jobs', '2', ...withoutRecognition(program)]);
}

/** Recognition of scans is another measurement. */
function withoutRecognition(program: string): string[] {
  const { stdout } = spawnSync(process.execPath, ['--no-warnings', program, 'import', '--help']);
  return stdout.toString('utf8').includes('--ocr') ? ['--ocr', 'off'] : [];
}

function timed(command: string, args: readonly string[]): Promise<Round> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    let memory = 0;
    const watch = setInterval(() => {
      for (const pid of childrenOf(child.pid ?? 0)) memory = Math.max(memory, peakOf(pid));
    }, 100);
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', () => {
      clearInterval(watch);
      resolve({ ms: performance.now() - began, memory, output });
    });
  });
}

function childrenOf(pid: number): number[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** The most memory a process has ever held, in bytes; 0 once it is gone. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function median(rounds: readonly Round[]): number {
  const sorted = rounds.map(({ ms }) => ms).sort((one, other) => one - other);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0) / 1000;
}

function report(count: number, ours: readonly Round[], theirs: readonly Round[]): void {
  const rows = (ours[0]?.output ?? '').split('\n').filter((line) => line.startsWith('{'));
  const added = rows.filter((line) => line.includes('"status":"added"')).length;
  const peak = Math.max(...ours.map(({ memory }) => memory)) / megabyte;
  const mine = median(ours);
  console.log(
    `${count} PDFs: ${added} added, ${rows.length - added} not; median of ${ROUNDS} rounds.`,
  );
  console.log(`Import: ${mine.toFixed(2)} s with two parsers.`);
  console.log(`Peak memory of a parser: ${peak.toFixed(0)} MB (aim: under ${MEMORY}).`);
  if (theirs.length === 0) return;
  const other = median(theirs);
  console.log(`recollindex: ${other.toFixed(2)} s.`);
  console.log(
    `Import ÷ recollindex: ${(mine / other).toFixed(2)} (aim: at most ${RATIO.toFixed(1)}).`,
  );
}
