/**
 * From what the reader pointed at to the files to import: folders are walked, links are not
 * followed into loops, and what is no document type is told apart from what is.
 */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FaultCode } from '../../core/fault.ts';

/** One file to import, or to report without reading. */
export interface Found {
  /** Absolute path. */
  readonly path: string;
  readonly name: string;
  /** Found in a folder rather than named: then a file of another type is skipped, not a failure. */
  readonly inFolder: boolean;
  /** Why it can't be read, or null. */
  readonly fault: { readonly code: FaultCode; readonly detail: string } | null;
}

/** Folders nobody means when dropping a folder of documents. */
const LEFT_OUT = new Set(['.git', 'node_modules', '$RECYCLE.BIN', 'System Volume Information']);

/** Deepest folder walked: deeper is a loop of mounts or an accident. */
const MAX_DEPTH = 64;

/** Yields every file below the paths, in the order of their names; stops when told to. */
export async function* walk(paths: readonly string[], signal: AbortSignal): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const path of paths) yield* visit(path, false, 0, seen, signal);
}

async function* visit(
  path: string,
  inFolder: boolean,
  depth: number,
  seen: Set<string>,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  if (signal.aborted) return;
  const name = basename(path);
  try {
    // A named link is followed, one met in a folder is not: the loop would be ours to break.
    const info = inFolder ? await lstat(path) : await stat(path);
    if (info.isDirectory()) {
      if (inFolder && LEFT_OUT.has(name)) return;
      const real = await realpath(path);
      if (seen.has(real) || depth > MAX_DEPTH) return;
      seen.add(real);
      const names = (await readdir(path)).sort((a, b) => a.localeCompare(b));
      for (const entry of names) yield* visit(join(path, entry), true, depth + 1, seen, signal);
    } else if (info.isFile()) {
      yield { path, name, inFolder, fault: null };
    } else if (!inFolder) {
      yield { path, name, inFolder, fault: { code: 'file-unreadable', detail: 'not a file' } };
    }
  } catch (error) {
    yield { path, name, inFolder, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): { code: FaultCode; detail: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { code: code === 'ENOENT' ? 'file-missing' : 'file-unreadable', detail: code };
}
