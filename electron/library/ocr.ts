/**
 * What recognition read, kept by the original's hash: hours of work that are never derived again
 * and never deleted. It knows how a result is replaced whole, and how a damaged one is told.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FaultError } from '../core/fault.ts';
import type { Recognition } from '../core/recognition.ts';
import { syncDirectory } from './disk.ts';

const HASH = /^[0-9a-f]{64}$/;
/** File of the documents that wait to be read. */
const LINE = 'line.json';

export class Recognitions {
  readonly #folder: string;

  constructor(library: string) {
    this.#folder = join(library, 'ocr');
  }

  /** What was read of an original so far; null where nothing was, or where it is damaged. */
  get(hash: string): Recognition | null {
    try {
      return JSON.parse(readFileSync(this.#path(hash), 'utf8')) as Recognition;
    } catch {
      return null;
    }
  }

  /** True where something was read of an original. */
  has(hash: string): boolean {
    return HASH.test(hash) && existsSync(this.#path(hash));
  }

  /** Keeps a result in place of an earlier one. @throws the system's error, such as ENOSPC. */
  put(hash: string, recognition: Recognition): void {
    this.#replace(this.#path(hash), recognition);
  }

  /** The documents that waited to be read when the line was kept last, in the archive's own words. */
  line(): unknown {
    try {
      return JSON.parse(readFileSync(join(this.#folder, LINE), 'utf8'));
    } catch {
      return null;
    }
  }

  /** Keeps the line of documents to be read; null: there is none. @throws the system's error. */
  putLine(line: object | null): void {
    const path = join(this.#folder, LINE);
    if (line === null) rmSync(path, { force: true });
    else this.#replace(path, line);
  }

  #replace(path: string, value: object): void {
    mkdirSync(this.#folder, { recursive: true });
    const temporary = `${path}.new`;
    const file = openSync(temporary, 'w');
    try {
      writeFileSync(file, JSON.stringify(value));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncDirectory(this.#folder);
  }

  /** Hashes of the originals whose result can't be read. */
  damaged(): string[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder).filter(
      (name) => HASH.test(name) && !isRecognition(this.get(name)),
    );
  }

  #path(hash: string): string {
    if (!HASH.test(hash)) throw new FaultError('bad-input', 'no SHA-256');
    return join(this.#folder, hash);
  }
}

function isRecognition(value: Recognition | null): boolean {
  return value?.version === 1 && Array.isArray(value.pages) && Number.isInteger(value.total);
}
