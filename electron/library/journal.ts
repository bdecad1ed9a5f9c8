/**
 * The journal: the operations once more as text, a line each with its checksum, in a file a month.
 * It knows what a good line is, where the last good one ends, and how to append after it.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { clockTime } from '../core/clock.ts';
import type { Operation } from '../core/operation.ts';
import { syncDirectory } from './disk.ts';

const FILE = /^\d{4}-\d{2}\.jsonl$/;
/** A file of the journal, a damaged end kept beside it, or one that was being written anew. */
const OURS = /^\d{4}-\d{2}\.jsonl(\.damaged-\d+|\.new)?$/;
/** `{"sum":"<32 hex digits>","operation":<json>}`: the sum covers the bytes of `<json>`. */
const LINE = /^\{"sum":"([0-9a-f]{32})","operation":(.*)\}$/s;

/** One line read back; `operation` is null where the line is damaged. */
export interface JournalLine {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly operation: Operation | null;
}

/** The text of an operation's line, without its newline. */
export function formatLine(operation: Operation): string {
  const json = JSON.stringify(operation);
  return `{"sum":"${checksum(json)}","operation":${json}}`;
}

/** The operation of a line, or null where the line is damaged. */
export function parseLine(line: string): Operation | null {
  const match = LINE.exec(line);
  const json = match?.[2];
  if (json === undefined || checksum(json) !== match?.[1]) return null;
  return JSON.parse(json) as Operation;
}

/** The journal of one library; `folder` need not exist yet. */
export class Journal {
  readonly #folder: string;
  /** Operation of the last good, synced line (null: none); undefined: in doubt, to be looked up. */
  #last: Operation | null | undefined = undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** True where any journal file exists. */
  exists(): boolean {
    return this.#files().length > 0;
  }

  /** Operation of the last good line, or null in an empty journal. Cuts a torn end off. */
  last(): Operation | null {
    if (this.#last === undefined) this.#last = this.#findLast();
    return this.#last;
  }

  /**
   * Appends operations, oldest first, and syncs. After an error nothing is known about the end: the
   * next call looks again and cuts what is torn.
   */
  append(operations: readonly Operation[]): void {
    const last = this.last();
    this.#last = undefined;
    for (const [file, group] of byMonth(operations)) {
      mkdirSync(this.#folder, { recursive: true });
      const path = join(this.#folder, file);
      const isNew = !existsSync(path);
      appendSynced(path, group.map((operation) => `${formatLine(operation)}\n`).join(''));
      if (isNew) syncDirectory(this.#folder);
    }
    this.#last = operations.at(-1) ?? last;
  }

  /**
   * Writes every line anew, each file whole or not at all; what is on no file's list goes, damaged
   * ends that were kept beside too.
   */
  rewrite(operations: readonly Operation[]): void {
    this.#last = undefined;
    mkdirSync(this.#folder, { recursive: true });
    const groups = byMonth(operations);
    for (const [file, group] of groups) {
      const path = join(this.#folder, file);
      const temporary = `${path}.new`;
      rmSync(temporary, { force: true });
      appendSynced(temporary, group.map((operation) => `${formatLine(operation)}\n`).join(''));
      renameSync(temporary, path);
    }
    for (const name of readdirSync(this.#folder)) {
      if (!groups.has(name) && OURS.test(name)) rmSync(join(this.#folder, name), { force: true });
    }
    syncDirectory(this.#folder);
    this.#last = operations.at(-1) ?? null;
  }

  /** The files were moved away: whatever was known about them is no longer true. */
  forget(): void {
    this.#last = undefined;
  }

  /** Every line, oldest first; a torn end is reported as a damaged line. */
  *lines(): Generator<JournalLine> {
    for (const file of this.#files()) {
      const lines = readFileSync(join(this.#folder, file), 'utf8').split('\n');
      if (lines.at(-1) === '') lines.pop();
      for (const [index, text] of lines.entries()) {
        yield { file, line: index + 1, operation: parseLine(text) };
      }
    }
  }

  /** The operations the lines tell, later lines of an id replacing earlier ones, oldest first. */
  operations(): { readonly operations: Operation[]; readonly damaged: number } {
    const byId = new Map<string, Operation>();
    let damaged = 0;
    for (const { operation } of this.lines()) {
      if (operation === null) damaged += 1;
      else byId.set(operation.id, operation);
    }
    const operations = [...byId.values()].sort((a, b) => a.seq - b.seq);
    return { operations, damaged };
  }

  #files(): string[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .filter((name) => FILE.test(name))
      .sort();
  }

  #findLast(): Operation | null {
    for (const file of this.#files().reverse()) {
      const path = join(this.#folder, file);
      const bytes = readFileSync(path);
      const { length, operation } = lastGoodLine(bytes);
      if (length < bytes.length) this.#cut(path, bytes, length);
      if (operation !== null) return operation;
    }
    return null;
  }

  /** Cuts a file; whole lines that are damaged are kept beside, what is merely torn is not. */
  #cut(path: string, bytes: Buffer, length: number): void {
    const rest = bytes.subarray(length);
    if (rest.includes(0x0a)) writeFileSync(`${path}.damaged-${String(length)}`, rest);
    const handle = openSync(path, 'r+');
    try {
      ftruncateSync(handle, length);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}

function lastGoodLine(bytes: Buffer): { length: number; operation: Operation | null } {
  let end = bytes.lastIndexOf(0x0a);
  while (end >= 0) {
    const start = end === 0 ? 0 : bytes.lastIndexOf(0x0a, end - 1) + 1;
    const operation = parseLine(bytes.toString('utf8', start, end));
    if (operation !== null) return { length: end + 1, operation };
    end = start - 1;
  }
  return { length: 0, operation: null };
}

/** Appends and syncs; what a failed write left half there is taken back as far as possible. */
function appendSynced(path: string, text: string): void {
  const handle = openSync(path, 'a');
  const length = fstatSync(handle).size;
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } catch (error) {
    try {
      ftruncateSync(handle, length);
    } catch {
      // The next append looks for the last good line anyway.
    }
    throw error;
  } finally {
    closeSync(handle);
  }
}

function byMonth(operations: readonly Operation[]): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const month = `${new Date(clockTime(operation.clock)).toISOString().slice(0, 7)}.jsonl`;
    const group = groups.get(month);
    if (group === undefined) groups.set(month, [operation]);
    else group.push(operation);
  }
  return groups;
}

function checksum(json: string): string {
  return createHash('sha256').update(json, 'utf8').digest('hex').slice(0, 32);
}
