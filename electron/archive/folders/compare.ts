/**
 * One look at a folder: what is there now against what was there last, by size and time alone.
 * Reads no file and changes nothing.
 */
import { stat } from 'node:fs/promises';
import { FaultError } from '../../core/fault.ts';
import { folderFault, isPassing } from '../../core/fileFault.ts';
import { isWithin, openable } from '../../core/paths.ts';
import { looksLikeDocument } from '../../ingest/sniff.ts';
import type { Source } from '../../library/index.ts';
import { keyOf } from '../imports/seen.ts';
import { walk } from '../imports/walk.ts';
import type { Found } from '../imports/walk.ts';

export interface Differences {
  /** Absolute paths of new and changed files, and of those that failed for a passing reason. */
  readonly toRead: readonly string[];
  /** What was there and is gone. */
  readonly gone: readonly Source[];
  /** Keys of files that were gone and are back as they were. */
  readonly back: readonly string[];
  /** Files and folders in it that could not be looked at. */
  readonly failed: number;
}

/** A file's time proves nothing this shortly before it was read, in milliseconds. */
const CLOCK_TICK = 2_000;

/**
 * @param known what each path in the folder held when last seen.
 * @param except a folder never looked into: the library's own.
 * @param wasErased true where such a file came in once and was erased for good.
 * @throws FaultError 'folder-missing', 'folder-unreadable' where the folder itself can't be read:
 *   a stick that is not plugged in has lost no files.
 */
export async function compare(
  folder: string,
  known: readonly Source[],
  signal: AbortSignal,
  except: string,
  wasErased: (key: string, size: number, modified: number) => boolean,
): Promise<Differences> {
  await needFolder(folder);
  const left = new Map(known.map((source) => [source.key, source]));
  const [toRead, back, closed]: string[][] = [[], [], []];
  for await (const file of walk([folder], signal, except)) {
    if (file.path === folder && file.fault !== null) {
      throw new FaultError(file.fault.code, file.fault.detail);
    }
    if (file.fault !== null) closed?.push(file.path);
    if (file.fault !== null || !looksLikeDocument(file.name)) continue;
    if (file.partOf !== undefined) continue;
    const key = keyOf(file.path);
    const before = left.get(key);
    left.delete(key);
    if (before === undefined && wasErased(key, file.size, file.modified)) continue;
    if (before === undefined || hasChanged(before, file)) toRead?.push(file.path);
    else if (before.missingAt !== null) back?.push(key);
  }
  if (signal.aborted) throw new FaultError('cancelled');
  // The drive may have gone while it was looked at: then nothing is known of what was not seen.
  await needFolder(folder);
  const gone = [...left.values()].filter(
    ({ missingAt, path }) =>
      missingAt === null && !closed?.some((place) => isWithin(place, path, process.platform)),
  );
  return { toRead: toRead ?? [], gone, back: back ?? [], failed: closed?.length ?? 0 };
}

function hasChanged(before: Source, { size, modified }: Found): boolean {
  if (before.size !== size || before.modified !== modified) return true;
  if (before.fault !== null) return isPassing(before.fault);
  return before.modified > before.seenAt - CLOCK_TICK;
}

async function needFolder(folder: string): Promise<void> {
  try {
    if ((await stat(openable(folder, process.platform))).isDirectory()) return;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new FaultError(folderFault(code), code);
  }
  throw new FaultError('folder-missing', 'not a folder');
}
