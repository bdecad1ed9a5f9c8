// Where things lie: the repository, what is built, and the cache outside the repository that several
// clones share (downloads, the fallback Electron, the SQLite binding built for it).
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

/** The repository's folder. */
export const root = dirname(import.meta.dirname);
export const out = join(root, 'out');
export const modules = join(root, 'node_modules');
/** Where this clone remembers which set-up steps are done; goes away with node_modules. */
export const stamps = join(modules, '.gmg-archive');

/** Whether we are the superuser (never true on Windows). */
export const isRoot = process.getuid?.() === 0;

/**
 * The cache shared by all clones. The superuser's is in a place other users may read, since the
 * application is never run as root.
 */
export const cache = ((): string => {
  const own = process.env['GMG_ARCHIVE_CACHE'];
  if (own) return own;
  if (isRoot && process.platform === 'linux') return '/var/cache/gmg-archive';
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? homedir(), 'gmg-archive', 'cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'gmg-archive');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'gmg-archive');
})();

/** Set-up messages: standard error, so that a command's own output stays clean. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Ends the whole command with one sentence. */
export function stop(sentence: string): never {
  say(sentence);
  process.exit(1);
}

/** The folder the person stands in: npm changes to the repository before it runs a script. */
export const standingIn = process.env['INIT_CWD'] ?? process.cwd();

export function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(value, null, 2));
  renameSync(draft, path);
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  return (readJson(join(modules, name, 'package.json')) as { version: string }).version;
}

/** Files below a folder, sorted; empty when the folder does not exist. */
export function filesBelow(folder: string, wanted: (path: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => wanted(relative(folder, path).split(sep).join('/')))
    .sort();
}

/** One hash over names and contents of files, in the given order. */
export function hashOf(files: readonly string[], extra = ''): string {
  const hash = createHash('sha256').update(extra);
  for (const file of files) {
    hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}
