/**
 * Watches one task in one parser to its end: the answer, the time limit, the reader's cancelling or
 * the parser's death, whichever comes first. What a parser is (a child process, a window) it is told.
 */
import type { ParserTask } from '../../contract/control.ts';
import { FaultError } from '../../core/fault.ts';

/** A running parser. `onMessage` and `onGone` hold the listeners of the task under way. */
export interface Parser {
  send(task: ParserTask): void;
  kill(): void;
  onMessage: ((message: unknown) => void) | null;
  onGone: ((fault: FaultError) => void) | null;
}

/** What is in a parser's answer to the task `id`; undefined when it answers another. @throws FaultError */
export type AnswerReader<T> = (message: unknown, id: number) => T | undefined;

/** Runs one task; kills the parser when the task does not end as it should. */
export function supervise<T>(
  parser: Parser,
  task: ParserTask,
  timeoutMs: number,
  signal: AbortSignal,
  read: AnswerReader<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(limit);
      signal.removeEventListener('abort', cancel);
      parser.onMessage = null;
      parser.onGone = null;
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error instanceof Error ? error : new FaultError('internal'));
    };
    const killWith = (fault: FaultError): void => {
      fail(fault);
      parser.kill();
    };
    const cancel = (): void => killWith(new FaultError('cancelled'));
    const limit = setTimeout(
      () => killWith(new FaultError('parser-timeout', `${Math.round(timeoutMs / 1000)} s`)),
      timeoutMs,
    );
    signal.addEventListener('abort', cancel);
    parser.onGone = fail;
    parser.onMessage = (message) => {
      try {
        const value = read(message, task.id);
        if (value === undefined) return;
        settle();
        resolve(value);
      } catch (error) {
        fail(error);
        // A parser that answers nonsense is not trusted with the next file.
        if (error instanceof FaultError && error.code === 'parser-crashed') parser.kill();
      }
    };
    if (signal.aborted) cancel();
    else parser.send(task);
  });
}
