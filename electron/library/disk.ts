/**
 * The file-system steps that make a change survive a power cut, and the folder where what must not
 * be deleted is set aside.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Syncs a file's content. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Syncs a folder's entries where the system can (Windows can't, and needs it less). */
export function syncDirectory(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Some file systems refuse to sync a folder; the rename itself is still ordered there.
  } finally {
    closeSync(handle);
  }
}

/** Removes what was derived from a history that is no longer the library's; it is derived again. */
export function dropCorpus(library: string): void {
  for (const suffix of ['-wal', '-shm', '']) {
    rmSync(join(library, `corpus.db${suffix}`), { force: true });
  }
}

/** Moves those of the given entries of a library that exist into `set-aside/<time>`. */
export function setAside(library: string, names: readonly string[], now: number): void {
  const found = names.filter((name) => existsSync(join(library, name)));
  if (found.length === 0) return;
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  let folder = join(library, 'set-aside', stamp);
  for (let n = 2; existsSync(folder); n++)
    folder = join(library, 'set-aside', `${stamp}-${String(n)}`);
  mkdirSync(folder, { recursive: true });
  for (const name of found) renameSync(join(library, name), join(folder, basename(name)));
  syncDirectory(folder);
  syncDirectory(library);
}
