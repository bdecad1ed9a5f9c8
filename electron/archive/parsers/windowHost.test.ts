import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParserTask } from '../../contract/control.ts';
import { FaultError } from '../../core/fault.ts';
import { PARSER_LIMITS } from './host.ts';
import type { ParserHost } from './host.ts';
import type { Parser } from './supervise.ts';
import { windowHost } from './windowHost.ts';

const never = new AbortController().signal;
const script = join(import.meta.dirname, 'fixtures', 'thread.mjs');
let threads: Worker[];
let opened: string[];
let host: ParserHost;
let kill: () => void;

/** Parsers in threads stand where main's windows stand: the same port, the same ways to end. */
function use(jobsPerParser: number): void {
  let current: { parser: Parser; thread: Worker } | null = null;
  kill = () => {
    void current?.thread.terminate();
    current = null;
  };
  const start = (): Parser => {
    const thread = new Worker(script);
    const parser: Parser = {
      send: (task: ParserTask) => thread.postMessage(task),
      kill,
      onMessage: null,
      onGone: null,
    };
    thread.on('message', (message) => parser.onMessage?.(message));
    thread.on('error', () => {
      current = null;
      parser.onGone?.(new FaultError('parser-crashed'));
    });
    threads.push(thread);
    current = { parser, thread };
    return parser;
  };
  host = windowHost(
    {
      open: (hash) => {
        opened.push(hash);
        return Promise.resolve(current?.parser ?? start());
      },
      kill,
    },
    { ...PARSER_LIMITS, jobsPerParser },
  );
}

const parse = (name: string, timeoutMs = 20_000, signal = never) =>
  host.parse({ hash: `hash of ${name}`, path: '', name, timeoutMs }, signal);

beforeEach(() => {
  threads = [];
  opened = [];
  use(50);
});
afterEach(async () => {
  await host.close();
  await Promise.all(threads.map((thread) => thread.terminate()));
});

describe('the parser in a window', () => {
  it('is told which original, one at a time and in order', async () => {
    const drafts = await Promise.all(['first', 'second', 'third'].map((name) => parse(name)));
    expect(drafts.map(({ title }) => title)).toEqual(['first 1', 'second 2', 'third 3']);
    expect(opened).toEqual(['hash of first', 'hash of second', 'hash of third']);
    expect(threads).toHaveLength(1);
  });

  it('is replaced after its number of jobs', async () => {
    use(2);
    const titles: (string | null)[] = [];
    for (const name of ['a', 'b', 'c']) titles.push((await parse(name)).title);
    expect(titles).toEqual(['a 1', 'b 2', 'c 1']);
  });

  it.each([
    ['hang', 300, 'parser-timeout'],
    ['crash', 20_000, 'parser-crashed'],
    ['nonsense', 20_000, 'parser-crashed'],
  ])('%s: ends as a fault, and the next original is read', async (name, timeout, code) => {
    const [failed, next] = await Promise.allSettled([parse(name, timeout), parse('next')]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { code } });
    expect(next).toMatchObject({ status: 'fulfilled', value: { title: 'next 1' } });
  });

  it('is ended when the reader cancels, and when the archive closes', async () => {
    const cancelling = new AbortController();
    const cancelled = parse('hang', 20_000, cancelling.signal);
    const closed = parse('hang');
    const both = Promise.allSettled([cancelled, closed]);
    cancelling.abort();
    await host.close();
    for (const result of await both) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    }
  });
});
