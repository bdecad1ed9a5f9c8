/**
 * The parser host of the command line and of tests: children of this Node under its permission
 * model, which may read the parser's own bundle and nothing else, start nothing and reach no network.
 * The original's bytes are handed over, so a child needs no right to any original.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { FaultError } from '../../core/fault.ts';
import { draftOf } from './draft.ts';
import { PARSER_LIMITS } from './host.ts';
import type { ParserHost, ParserJob, ParserLimits } from './host.ts';
import { residentBytes } from './memory.ts';
import { pictureOf } from './picture.ts';
import { supervise } from './supervise.ts';
import type { AnswerReader, Parser } from './supervise.ts';

export interface NodeHostOptions {
  /** Absolute path of the parser's entry. */
  readonly entry: string;
  /** Absolute paths of the folders and files the parser may read: its bundle and its assets. */
  readonly readable: readonly string[];
  /** Parsers at most at the same time. */
  readonly parsers?: number;
  readonly limits?: ParserLimits;
}

interface Child extends Parser {
  jobs: number;
  /** Resident memory as last looked at, in bytes. */
  bytes: number;
}

/** How often a parser's memory is looked at, in milliseconds. */
const watchEvery = 100;

/** True when this Node's permission model also closes the network to the parsers. */
export const parsersHaveNoNetwork = Number(process.versions.node.split('.')[0]) >= 25;

/** A host whose parsers are Node children. */
export function nodeHost(options: NodeHostOptions): ParserHost {
  const limits = options.limits ?? PARSER_LIMITS;
  const closing = new AbortController();
  const idle: Child[] = [];
  const waiting: (() => void)[] = [];
  const all = new Set<Child>();
  let free = options.parsers ?? 1;
  let tasks = 0;

  async function take(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function give(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }

  async function run<T>(
    job: ParserJob & { readonly page?: number },
    signal: AbortSignal,
    read: AnswerReader<T>,
  ): Promise<T> {
    const bytes = await readFile(job.path).catch((error: NodeJS.ErrnoException) => {
      throw new FaultError(error.code === 'ENOENT' ? 'file-missing' : 'file-unreadable');
    });
    const child = idle.pop() ?? startChild(options, limits, all, idle);
    const { hash, name, page, password, timeoutMs } = job;
    const own = {
      ...(page === undefined ? {} : { page }),
      ...(password === undefined ? {} : { password }),
    };
    const task = { id: (tasks += 1), hash, name, bytes, ...own };
    return supervise(child, task, timeoutMs, signal, read).finally(() => {
      child.jobs += 1;
      if (!all.has(child)) return;
      const isFit = child.jobs < limits.jobsPerParser && child.bytes < limits.restingBytes;
      if (isFit) idle.push(child);
      else child.kill();
    });
  }

  async function inTurn<T>(job: ParserJob, signal: AbortSignal, read: AnswerReader<T>): Promise<T> {
    const either = AbortSignal.any([signal, closing.signal]);
    await take();
    try {
      if (either.aborted) throw new FaultError('cancelled');
      return await run(job, either, read);
    } finally {
      give();
    }
  }

  return {
    parse: (job, signal) => inTurn(job, signal, draftOf),
    picture: (job, signal) => inTurn(job, signal, pictureOf),
    close() {
      closing.abort();
      for (const child of all) child.kill();
      return Promise.resolve();
    },
  };
}

function startChild(
  options: NodeHostOptions,
  limits: ParserLimits,
  all: Set<Child>,
  idle: Child[],
): Child {
  const process = spawnParser(options);
  let reason = new FaultError('parser-crashed');
  const child: Child = {
    jobs: 0,
    bytes: 0,
    onMessage: null,
    onGone: null,
    send: (task) => void process.send(task, () => undefined),
    kill: () => {
      leave();
      process.kill('SIGKILL');
    },
  };
  all.add(child);
  const watch = setInterval(() => {
    if (child.onMessage === null || process.pid === undefined) return;
    void residentBytes(process.pid).then((bytes) => {
      child.bytes = bytes;
      if (bytes <= limits.memoryBytes) return;
      reason = new FaultError('parser-memory', `${Math.round(bytes / 2 ** 20)} MB`);
      process.kill('SIGKILL');
    });
  }, watchEvery);
  watch.unref();
  function leave(): void {
    clearInterval(watch);
    all.delete(child);
    if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
  }
  function gone(): void {
    leave();
    child.onGone?.(reason);
  }
  process.on('message', (message) => child.onMessage?.(message));
  process.on('exit', gone);
  process.on('error', gone);
  // An idle parser must not keep the command line alive.
  process.unref();
  process.channel?.unref();
  return child;
}

function spawnParser({ entry, readable }: NodeHostOptions): ChildProcess {
  const flags = process.allowedNodeEnvironmentFlags;
  const permission = flags.has('--permission') ? '--permission' : '--experimental-permission';
  return fork(entry, {
    execArgv: [permission, ...[entry, ...readable].map((path) => `--allow-fs-read=${path}`)],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
