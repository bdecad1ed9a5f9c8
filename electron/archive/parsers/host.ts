/**
 * What the archive knows of a parser: one original goes in, a draft comes out, and nothing that
 * happens inside (a crash, a hang, a bomb) reaches the library. How it is kept apart is the host's.
 */
import type { DocumentDraft } from '../../core/document.ts';

/** One original to be read. */
export interface ParserJob {
  /** SHA-256 of the original, hex. */
  readonly hash: string;
  /** Absolute path of the original's bytes; they must not change while the job runs. */
  readonly path: string;
  /** The file's name as the reader knows it. */
  readonly name: string;
  /** Milliseconds after which the parser is stopped. */
  readonly timeoutMs: number;
  /** Opens a locked original; in memory only. */
  readonly password?: string;
}

/** One page of a scan, to be handed out for recognition. */
export interface PictureJob extends ParserJob {
  /** One-based. */
  readonly page: number;
}

/** A page as a picture file that the recognition engine reads. */
export interface PagePicture {
  /** Pages of the whole original. */
  readonly pages: number;
  /** Pixels; 0 where the page shows no picture. */
  readonly width: number;
  readonly height: number;
  /** Empty where the page shows no picture. */
  readonly bytes: Uint8Array;
}

export interface ParserHost {
  /**
   * Reads one original. Rejects with a FaultError: what the parser found wrong with the file, or
   * `parser-timeout`, `parser-memory`, `parser-crashed`, `cancelled` (the signal was raised).
   */
  parse(job: ParserJob, signal: AbortSignal): Promise<DocumentDraft>;
  /** One page as a picture. Rejects as `parse` does; `not-found` where there is no such page. */
  picture(job: PictureJob, signal: AbortSignal): Promise<PagePicture>;
  /** Ends all parsers; jobs under way are rejected as cancelled. */
  close(): Promise<void>;
}

/** The limits of one parser, the same in every host. */
export interface ParserLimits {
  /** Resident memory in bytes above which a parser is ended. */
  readonly memoryBytes: number;
  /** Resident memory in bytes above which a parser is given no further job: a fresh one begins small. */
  readonly restingBytes: number;
  /** Jobs after which a parser is replaced by a fresh one. */
  readonly jobsPerParser: number;
}

export const PARSER_LIMITS: ParserLimits = {
  memoryBytes: 600 * 1024 * 1024,
  restingBytes: 300 * 1024 * 1024,
  // A fresh parser costs as much as a hundred small files, and its memory is watched anyway.
  jobsPerParser: 2_000,
};
