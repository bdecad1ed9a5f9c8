/**
 * The line of documents that wait to be read. A program that stays open keeps it in the library, so
 * that what was asked goes on at the next start, a document that was being read first.
 */
import { z } from 'zod';
import type { Recognitions } from '../../library/index.ts';

export interface Waiting {
  /** The document's. */
  readonly id: string;
  /** The engine's codes. */
  readonly languages: readonly string[];
  /** How many times its reading was begun and neither ended nor was interrupted in good order. */
  readonly attempts: number;
}

export interface Line {
  readonly length: number;
  has(id: string): boolean;
  add(documents: readonly Omit<Waiting, 'attempts'>[]): void;
  /** The first in line, noted as begun; it stays until `done`. */
  begin(): Waiting | null;
  done(id: string): void;
  /** What was begun is interrupted in good order. */
  rest(): void;
  clear(): void;
  /** A pause lasts until somebody ends it, also after a restart. */
  pause(paused: boolean): void;
  /** Takes up what was kept; true where it had been paused. */
  resume(exists: (id: string) => boolean): boolean;
}

/** A document whose reading ended the program so often is given up. */
const MOST_ATTEMPTS = 3;

const keptLine = z.object({
  paused: z.boolean(),
  waiting: z.array(
    z.object({ id: z.string(), languages: z.array(z.string()), attempts: z.number() }),
  ),
});

/** @param kept null: nothing is written down. */
export function waitingLine(kept: Recognitions | null): Line {
  let waiting: Waiting[] = [];
  let paused = false;

  function keep(): void {
    try {
      kept?.putLine(waiting.length === 0 ? null : { paused, waiting });
    } catch {
      // A full disk is no reason not to read: the line then lasts as long as the program.
    }
  }

  return {
    get length() {
      return waiting.length;
    },
    has: (id) => waiting.some((one) => one.id === id),
    add(documents) {
      waiting.push(...documents.map((one) => ({ ...one, attempts: 0 })));
      keep();
    },
    begin() {
      const [first] = waiting;
      if (first === undefined) return null;
      waiting[0] = { ...first, attempts: first.attempts + 1 };
      keep();
      return first;
    },
    done(id) {
      waiting = waiting.filter((one) => one.id !== id);
      keep();
    },
    rest() {
      waiting = waiting.map((one) => ({ ...one, attempts: 0 }));
      keep();
    },
    clear() {
      waiting = [];
      paused = false;
      keep();
    },
    pause(now) {
      paused = now;
      keep();
    },
    resume(exists) {
      const read = keptLine.safeParse(kept?.line() ?? null);
      if (!read.success) return false;
      waiting = read.data.waiting.filter(
        ({ id, attempts }) => attempts < MOST_ATTEMPTS && exists(id),
      );
      paused = read.data.paused && waiting.length > 0;
      keep();
      return paused;
    },
  };
}
