/**
 * What main and the archive's process say to each other, and what a parser is asked and answers.
 * Main and the service are both ours, so these are types alone; a parser's answers are checked by
 * its host.
 */
import type { Fault } from '../core/fault.ts';

/** Arguments of the archive's process, as one JSON text. */
export interface ServiceArguments {
  /** Absolute path of the library's folder. */
  readonly library: string;
  /** Make the library when the folder holds none. */
  readonly create: boolean;
  /** Absolute path of the product's own resources (guides, thesaurus). */
  readonly resources: string;
  /** Absolute path of the SQLite binding to use; null: the one better-sqlite3 finds. */
  readonly binding: string | null;
  /** Absolute path of the folder for language data that the reader adds; all libraries share it. */
  readonly languages: string;
  /** The product's own version. */
  readonly version: string;
}

export type ToService =
  /** A window was loaded; its port comes along. */
  | { readonly type: 'window' }
  /** A call made by main itself, with the rights of a host. */
  | {
      readonly type: 'call';
      readonly id: number;
      readonly call: string;
      readonly input: unknown;
    }
  /** A parser may now fetch the original asked for; a new parser's port comes along. */
  | { readonly type: 'parser-ready'; readonly id: number }
  /** The parser ended by itself or was stopped for its memory. */
  | { readonly type: 'parser-gone'; readonly code: 'parser-crashed' | 'parser-memory' }
  | { readonly type: 'close' };

export type FromService =
  | { readonly type: 'ready'; readonly name: string }
  /** The library could not be opened; the process ends. */
  | { readonly type: 'failed'; readonly fault: Fault }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  /** Asks for a parser that may fetch this one original. */
  | {
      readonly type: 'parser-open';
      readonly id: number;
      readonly hash: string;
      /** Resident memory in bytes above which main ends the parser. */
      readonly memoryBytes: number;
    }
  | { readonly type: 'parser-kill' }
  | { readonly type: 'closed' };

export type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault };

/** What a parser is given. A parser without Node fetches the bytes by `hash`. */
export interface ParserTask {
  readonly id: number;
  readonly hash: string;
  /** File's name: a hint for the format, never a path. */
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** One-based page to hand out as a picture; absent: the whole is read to a draft. */
  readonly page?: number;
  /** Opens a locked original; held in memory on both sides, and by the parser for this task alone. */
  readonly password?: string;
}
