/**
 * From what the reader pointed at to the files to import: folders are walked, links are not
 * followed into loops, and what is no document type is told apart from what is.
 */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { basename, join } from 'node:path';
import type { FaultCode } from '../../core/fault.ts';
import { fileFault, folderFault } from '../../core/fileFault.ts';
import { isByproduct, isWithin, nameAsLabel, openable } from '../../core/paths.ts';

/** One file to import, or to report without reading. */
export interface Found {
  /** Absolute path. */
  readonly path: string;
  readonly name: string;
  /** What people see instead of the name, for a file inside another one: 'archive.zip › a.pdf'. */
  readonly label?: string;
  /** The file on the disk that this one is inside of, if it is. */
  readonly within?: Found;
  /** Found in a folder rather than named: then a file of another type is skipped, not a failure. */
  readonly inFolder: boolean;
  /** Name of the saved page whose pictures and frames lie in the file's folder; absent for none. */
  readonly partOf?: string;
  /** Bytes; 0 where it can't be read. */
  readonly size: number;
  /** Last change, UTC milliseconds; 0 where it can't be read. */
  readonly modified: number;
  /** Why it can't be read, or null. */
  readonly fault: { readonly code: FaultCode; readonly detail: string } | null;
}

/** Folders nobody means when dropping a folder of documents. */
const LEFT_OUT = new Set(['.git', 'node_modules', '$RECYCLE.BIN', 'System Volume Information']);

/** Deepest folder walked: deeper is a loop of mounts or an accident. */
const MAX_DEPTH = 64;

/** True for folders and files that are never looked into. */
export function isLeftOut(name: string): boolean {
  return LEFT_OUT.has(name) || isByproduct(name);
}

/**
 * Yields every file below the paths, in the order of their names; stops when told to.
 * @param except a folder never walked into: the library's own.
 */
export async function* walk(
  paths: readonly string[],
  signal: AbortSignal,
  except = '',
): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const path of paths) yield* visit({ path, inFolder: false, depth: 0, except }, seen, signal);
}

interface Step {
  readonly path: string;
  readonly inFolder: boolean;
  readonly depth: number;
  readonly except: string;
  readonly partOf?: string;
}

async function* visit(step: Step, seen: Set<string>, signal: AbortSignal): AsyncGenerator<Found> {
  if (signal.aborted) return;
  const { path, inFolder, depth } = step;
  const name = basename(path);
  if (inFolder && isLeftOut(name)) return;
  let info: Stats | null = null;
  try {
    info = await look(path, inFolder);
    if (info === null) return;
    if (info.isDirectory()) {
      if (inFolder && step.except !== '' && isWithin(step.except, path, process.platform)) return;
      const real = await realpath(openable(path, process.platform));
      if (seen.has(real) || depth > MAX_DEPTH) return;
      seen.add(real);
      const names = await readdir(openable(path, process.platform));
      names.sort((a, b) => a.localeCompare(b));
      for (const entry of names) {
        const page = step.partOf ?? pageOf(entry, names);
        const inner = { ...step, path: join(path, entry), inFolder: true, depth: depth + 1 };
        yield* visit(page === undefined ? inner : { ...inner, partOf: page }, seen, signal);
      }
    } else {
      const fault = info.isFile() ? null : { code: 'file-special' as const, detail: '' };
      const { size, mtimeMs } = info;
      const modified = Math.floor(mtimeMs);
      // A document that someone put there is one all the same.
      const shown = step.partOf !== undefined && /\.(?:jpe?g|png|tiff?|x?html?)$/iu.test(name);
      const part = shown ? { partOf: step.partOf } : {};
      yield { path, name: nameAsLabel(name), inFolder, ...part, size, modified, fault };
    }
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : '';
    const ofFolder = info?.isDirectory() === true;
    const code = ofFolder ? folderFault(detail) : fileFault(detail, process.platform);
    yield {
      path,
      name: nameAsLabel(name),
      inFolder,
      size: 0,
      modified: 0,
      fault: { code, detail },
    };
  }
}

/** Endings that browsers give, in their languages, to the folder of what a saved page shows. */
const SAVED_WITH =
  /^(.+?)(?:[_-](?:files?|fichiers|archivos|ficheros|dateien|bestanden|arquivos|ficheiros)|\.files)$/iu;

/** The saved page beside a folder of that name, where there is one. */
function pageOf(name: string, beside: readonly string[]): string | undefined {
  const page = SAVED_WITH.exec(name)?.[1]?.toLowerCase();
  if (page === undefined) return undefined;
  return beside.find((one) => {
    const found = /^(.+)\.(?:x?html?|shtml|mht(?:ml)?)$/iu.exec(one);
    return found?.[1]?.toLowerCase() === page;
  });
}

/** What is at a path; null for a link met in a folder: a named one is followed, the others are not. */
async function look(path: string, inFolder: boolean): Promise<Stats | null> {
  const there = openable(path, process.platform);
  if (!inFolder) return stat(there);
  const info = await lstat(there);
  if (!info.isSymbolicLink()) return info;
  await stat(there).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ELOOP') throw error;
  });
  return null;
}
