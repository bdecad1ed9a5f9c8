/**
 * The one engine at work: recognition takes a whole processor and much memory, so documents take
 * turns, and an engine that nobody has used for a while is ended.
 */
import { existsSync } from 'node:fs';
import { FaultError } from '../../core/fault.ts';
import { startEngine } from './engine.ts';
import type { Engine } from './engine.ts';
import type { Data, Languages } from './languages.ts';

/** Milliseconds an idle engine is kept. */
const IDLE = 30_000;

export interface Engines {
  /**
   * Lends the engine for these languages; others wait. The signal ends it at once, even in the
   * middle of a page.
   */
  lend<T>(
    languages: readonly string[],
    signal: AbortSignal,
    work: (engine: Engine) => Promise<T>,
  ): Promise<T>;
  /** Has the engine read a language's data for a trial. @throws FaultError `internal` */
  tryData(data: Data): Promise<void>;
  /** A language's data are others now: the next loan begins with a fresh engine. */
  renew(): void;
  close(): Promise<void>;
}

/** @param worker null: recognition is not installed, and every loan fails as `not-found`. */
export function engines(worker: string | null, data: Languages): Engines {
  let current: { readonly engine: Engine; readonly languages: string } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ended = current;
    current = null;
    await ended?.engine.end();
  }

  function installed(): string {
    if (worker !== null && existsSync(worker)) return worker;
    throw new FaultError('not-found', 'recognition is not installed');
  }

  async function engineFor(languages: readonly string[]): Promise<Engine> {
    const script = installed();
    const key = languages.join('+');
    clearTimeout(idle);
    if (current !== null && current.languages !== key) await end();
    current ??= {
      engine: await startEngine(script, await data.read(languages)),
      languages: key,
    };
    return current.engine;
  }

  async function run<T>(
    languages: readonly string[],
    signal: AbortSignal,
    work: (engine: Engine) => Promise<T>,
  ): Promise<T> {
    if (signal.aborted) throw new FaultError('cancelled');
    const engine = await engineFor(languages);
    const stop = (): void => void end();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    try {
      return await work(engine);
    } catch (error) {
      // Whatever state it is in, the next document deserves a fresh one.
      await end();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      idle = setTimeout(() => void end(), IDLE);
      idle.unref();
    }
  }

  return {
    lend(languages, signal, work) {
      const result = turn.then(() => run(languages, signal, work));
      turn = result.catch(() => undefined);
      return result;
    },
    async tryData(one) {
      const engine = await startEngine(installed(), [one]);
      await engine.end();
    },
    renew() {
      turn = turn.then(end);
    },
    async close() {
      await turn;
      await end();
    },
  };
}
