/**
 * What the library remembers of files from earlier imports: which document a path came in as, and
 * whether the file is still the one that was read.
 */
import { pathKey } from '../../core/paths.ts';
import type { StoredDocument } from '../../library/index.ts';
import type { Context } from '../context.ts';
import type { Known } from './one.ts';
import type { Found } from './walk.ts';

/**
 * A file changed so shortly before it was seen may have changed again within the same tick of its
 * disk's clock (two seconds on FAT): its size and time prove nothing.
 */
const CLOCK_TICK = 2_000;

/** The file's document, where size and time say that nothing changed since; null: it must be read. */
export function unchangedSince({ library }: Context, file: Found): Known | null {
  const [last] = library.sources.ofPath(keyOf(file.path));
  if (last === undefined || last.documentId === null) return null;
  if (last.size !== file.size || last.modified !== file.modified) return null;
  if (last.modified > last.seenAt - CLOCK_TICK) return null;
  const record = library.documents.one(last.documentId);
  if (record === null || record.removedAt !== null) return null;
  return { status: 'known', hash: last.hash, documentId: record.id };
}

/** True where an order begun then had read this very file already, with or without success. */
export function wasDone({ library }: Context, file: Found, begunAt: number): boolean {
  const [last] = library.sources.ofPath(keyOf(file.path));
  return (
    last !== undefined &&
    last.seenAt >= begunAt &&
    last.size === file.size &&
    last.modified === file.modified
  );
}

/**
 * The document that a changed file takes the place of: what its path last came in as, as long as
 * it is in the list; null for a new file.
 */
export function previousOf({ library }: Context, path: string): StoredDocument | null {
  for (const { documentId } of library.sources.ofPath(keyOf(path))) {
    const record = documentId === null ? null : library.documents.one(documentId);
    if (record === null) continue;
    const inList = record.removedAt === null && library.documents.successor(record.id) === null;
    return inList ? record : null;
  }
  return null;
}

/** A file's key among the sources. */
export function keyOf(path: string): string {
  return pathKey(path, process.platform);
}
