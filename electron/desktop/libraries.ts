/**
 * What kind of folder a person has named: a library, a place for a new one, or neither. Looks at
 * names alone; opening is the archive's.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type FolderKind = 'library' | 'free' | 'other';

/** `free`: not there yet, or empty. A library whose database is lost is one by its journal. */
export function kindOfFolder(folder: string): FolderKind {
  if (!existsSync(folder)) return 'free';
  if (!statSync(folder).isDirectory()) return 'other';
  const holds = (name: string): boolean => existsSync(join(folder, name));
  if (holds('library.db') || holds('journal')) return 'library';
  return readdirSync(folder).length === 0 ? 'free' : 'other';
}

/** The folder named by `--library DIR` or `--library=DIR`, absolute, or null. */
export function libraryArgument(words: readonly string[], standingIn: string): string | null {
  const at = words.findIndex((word) => word === '--library' || word.startsWith('--library='));
  const word = words[at];
  if (word === undefined) return null;
  const named = word === '--library' ? words[at + 1] : word.slice('--library='.length);
  return named === undefined || named === '' ? null : resolve(standingIn, named);
}

/** The list of libraries opened, with `folder` now the newest. */
export function withNewest(recent: readonly string[], folder: string): readonly string[] {
  return [folder, ...recent.filter((other) => other !== folder)].slice(0, 10);
}

/** What the window calls a folder it never names by path. */
export function idOfFolder(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}
