/**
 * The parser host of the application: tasks go to a hidden sandboxed window that main opens, over a
 * port of its own; main watches the window's memory and life. Knows the turn-taking: one at a time.
 */
import { FaultError } from '../../core/fault.ts';
import { PARSER_LIMITS } from './host.ts';
import { draftOf } from './draft.ts';
import type { ParserHost, ParserJob, ParserLimits } from './host.ts';
import { pictureOf } from './picture.ts';
import { supervise } from './supervise.ts';
import type { AnswerReader, Parser } from './supervise.ts';

/** What main offers: a parser that may fetch exactly one original until the next is opened. */
export interface ParserWindows {
  /** Resolves when the parser may fetch the original with this hash. */
  open(hash: string, memoryBytes: number): Promise<Parser>;
  /** Ends the parser, if there is one. */
  kill(): void;
}

/** A host over main's parser window. */
export function windowHost(
  windows: ParserWindows,
  limits: ParserLimits = PARSER_LIMITS,
): ParserHost {
  const closing = new AbortController();
  let turn: Promise<unknown> = Promise.resolve();
  let tasks = 0;

  async function run<T>(
    job: ParserJob & { readonly page?: number },
    signal: AbortSignal,
    read: AnswerReader<T>,
  ): Promise<T> {
    if (signal.aborted) throw new FaultError('cancelled');
    const id = (tasks += 1);
    const parser = await windows.open(job.hash, limits.memoryBytes);
    try {
      const { hash, name, page, password } = job;
      const task = {
        id,
        hash,
        name,
        ...(page === undefined ? {} : { page }),
        ...(password === undefined ? {} : { password }),
      };
      return await supervise(parser, task, job.timeoutMs, signal, read);
    } finally {
      if (id % limits.jobsPerParser === 0) windows.kill();
    }
  }

  function inTurn<T>(job: ParserJob, signal: AbortSignal, read: AnswerReader<T>): Promise<T> {
    const either = AbortSignal.any([signal, closing.signal]);
    const result = turn.then(() => run(job, either, read));
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    parse: (job, signal) => inTurn(job, signal, draftOf),
    picture: (job, signal) => inTurn(job, signal, pictureOf),
    async close() {
      closing.abort();
      await turn;
      windows.kill();
    },
  };
}
