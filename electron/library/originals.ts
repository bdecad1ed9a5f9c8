/**
 * Originals: the untouched bytes of every imported file, each under its SHA-256. It knows how bytes
 * get there whole or not at all, and how to prove that they are still the same.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FaultError } from '../core/fault.ts';
import { fileFault, isHeld, isPlaceholder, RETRY_AFTER } from '../core/fileFault.ts';
import { openable } from '../core/paths.ts';
import { errorCode } from './connection.ts';
import { syncDirectory } from './disk.ts';
import { uuidv7 } from './uuid.ts';

const HASH = /^[0-9a-f]{64}$/;
const CHUNK = 1 << 18;

export interface StoredOriginal {
  /** SHA-256, hex. */
  readonly hash: string;
  readonly bytes: number;
  /** False where the library had it already. */
  readonly fresh: boolean;
}

type Received = Omit<StoredOriginal, 'fresh'>;

export type OriginalSource = { readonly path: string } | { readonly bytes: Uint8Array };

export class Originals {
  readonly #folder: string;
  readonly #incoming: string;
  /** True while an entry of the folder may not be on the disk yet. */
  #unsettled = false;

  constructor(library: string) {
    this.#folder = join(library, 'originals');
    this.#incoming = join(library, 'incoming');
  }

  /** Removes half-copied files of an earlier run; only for the library's writer. */
  sweep(): void {
    rmSync(this.#incoming, { recursive: true, force: true });
  }

  /**
   * Copies a file (or bytes) in and returns its address; the same content twice is kept once.
   * @throws FaultError 'file-missing', 'file-unreadable', 'file-changed', 'disk-full'.
   */
  async put(source: OriginalSource): Promise<StoredOriginal> {
    mkdirSync(this.#folder, { recursive: true });
    mkdirSync(this.#incoming, { recursive: true });
    const temporary = join(this.#incoming, uuidv7());
    try {
      const stored = await this.#receive(source, temporary);
      const final = this.path(stored.hash);
      const there = await stat(final).catch(() => null);
      // A file cut short by a broken disk is replaced; a whole one is never written twice.
      const fresh = there?.size !== stored.bytes;
      if (fresh) {
        if (there !== null) await chmod(final, 0o644);
        await chmod(temporary, 0o444);
        await patiently(() => rename(temporary, final));
        this.#unsettled = true;
      }
      return { ...stored, fresh };
    } catch (error) {
      throw storeFault(error);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /**
   * Makes the names of all that was put survive a power cut; their bytes do already. Called before
   * any operation that may name one.
   */
  settle(): void {
    if (!this.#unsettled) return;
    syncDirectory(this.#folder);
    this.#unsettled = false;
  }

  /** True where the original is there; its content isn't looked at. */
  has(hash: string): boolean {
    return HASH.test(hash) && existsSync(this.path(hash));
  }

  /** Absolute path of an original. @throws FaultError 'bad-input' on what is no hash. */
  path(hash: string): string {
    if (!HASH.test(hash)) throw new FaultError('bad-input', 'no SHA-256');
    return join(this.#folder, hash);
  }

  /** Forgets an original that no document came to need. */
  discard(hash: string): void {
    rmSync(this.path(hash), { force: true });
  }

  /** All bytes. @throws FaultError 'file-missing', 'file-unreadable'. */
  async read(hash: string): Promise<Uint8Array> {
    try {
      return await readFile(this.path(hash));
    } catch (error) {
      throw readFault(error);
    }
  }

  /** Hashes of all originals. */
  list(): string[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder).filter((name) => HASH.test(name));
  }

  /** Reads every original and returns the hashes of those that are not what their name says. */
  async verify(): Promise<{ readonly checked: number; readonly damaged: readonly string[] }> {
    const damaged: string[] = [];
    const hashes = this.list();
    for (const hash of hashes) {
      const sum = createHash('sha256');
      try {
        for await (const chunk of createReadStream(this.path(hash), { highWaterMark: CHUNK })) {
          sum.update(chunk as Buffer);
        }
        if (sum.digest('hex') !== hash) damaged.push(hash);
      } catch {
        damaged.push(hash);
      }
    }
    return { checked: hashes.length, damaged };
  }

  async #receive(source: OriginalSource, temporary: string): Promise<Received> {
    const target = await open(temporary, 'wx');
    try {
      const stored =
        'bytes' in source
          ? await writeBytes(source.bytes, target)
          : await copyFile(source.path, target);
      await target.sync();
      return stored;
    } finally {
      await target.close();
    }
  }
}

async function writeBytes(bytes: Uint8Array, target: FileHandle): Promise<Received> {
  await target.writeFile(bytes);
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

async function copyFile(named: string, target: FileHandle): Promise<Received> {
  const refuse = (error: unknown): never => {
    throw readFault(error);
  };
  const path = openable(named, process.platform);
  // Looked at before it is opened: opening a named pipe would wait for ever.
  const found = await patiently(() => stat(path)).catch(refuse);
  if (!found.isFile()) throw new FaultError('file-special', 'not a regular file');
  if (isPlaceholder(found, process.platform)) throw new FaultError('file-not-here');
  const source = await patiently(() => open(path, 'r')).catch(refuse);
  try {
    const before = await source.stat();
    const sum = createHash('sha256');
    const buffer = Buffer.allocUnsafe(CHUNK);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await source.read(buffer, 0, CHUNK, bytes).catch(refuse);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      sum.update(chunk);
      await target.writeFile(chunk);
      bytes += bytesRead;
      // A file that grows as fast as it is read would never end.
      if (bytes > before.size) break;
    }
    const after = await source.stat();
    if (bytes !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new FaultError('file-changed', 'changed while it was read');
    }
    return { hash: sum.digest('hex'), bytes };
  } finally {
    await source.close();
  }
}

/** Tries again, a little later each time, while a scanner or another program holds the file. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (const delay of RETRY_AFTER) {
    try {
      return await act();
    } catch (error) {
      if (!isHeld(errorCode(error), process.platform)) throw error;
      await wait(delay);
    }
  }
  return act();
}

function readFault(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  const code = errorCode(error);
  return new FaultError(fileFault(code, process.platform), code);
}

function storeFault(error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new FaultError('disk-full', code);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new FaultError('library-read-only', code);
  }
  return error;
}
