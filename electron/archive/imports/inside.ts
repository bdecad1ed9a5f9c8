/**
 * Files inside files: an archive of documents, a mail with attachments. Each one found is read as an
 * original of its own; what has no text itself is no document and leaves no trace.
 */
import { FaultError } from '../../core/fault.ts';
import type { ContainedFile } from '../../core/document.ts';
import type { Context } from '../context.ts';
import { bring, prepare, prepareBytes } from './one.ts';
import type { Brought, Prepared, Reading, Waited } from './one.ts';
import type { Found } from './walk.ts';

/** Archives within archives that are opened; deeper ones only cost time. */
const DEEPEST = 2;

/** One file that came out of a named or walked one, and what became of it. */
export interface Outcome {
  readonly file: Found;
  readonly prepared: Prepared;
  /** Milliseconds it took, waiting and the files inside it left out. */
  readonly ms: number;
}

/**
 * Reads one file and all inside it. Never rejects; ends early when cancelled.
 * @param arriving the file's bytes, on their way in.
 */
export async function prepareAll(
  context: Context,
  file: Found,
  reading: Reading,
  arriving: Promise<Brought> = bring(context, file),
): Promise<Outcome[]> {
  const { underWay, signal } = reading;
  const outcomes: Outcome[] = [];

  async function opened(
    file: Found,
    read: (waited: Waited) => Promise<Prepared>,
    depth: number,
  ): Promise<void> {
    const started = performance.now();
    const waited = { ms: 0 };
    const prepared = await read(waited);
    const ms = performance.now() - started - waited.ms;
    const files = prepared.status === 'new' ? (prepared.draft.files ?? []) : [];
    if (prepared.status !== 'new' || files.length === 0) {
      outcomes.push({ file, prepared, ms });
      return;
    }
    const { hash, draft } = prepared;
    const hasText = draft.blocks.some(({ kind }) => kind !== 'furniture');
    if (hasText) outcomes.push({ file, prepared: withoutFiles(prepared), ms });
    else if (context.library.documents.byHash(hash).length === 0) {
      context.library.originals.discard(hash);
      underWay.delete(hash);
    }
    for (const inner of files) {
      if (signal.aborted) return;
      await one(file, inner, depth + 1);
    }
  }

  async function one(outer: Found, inner: ContainedFile, depth: number): Promise<void> {
    const { name, bytes } = inner;
    const found: Found = {
      ...outer,
      // What people see, and what no path on a disk can be mistaken for.
      path: `${outer.path} › ${name}`,
      name: name.replace(/^.*\//u, ''),
      label: `${outer.label ?? outer.name} › ${name}`,
      within: outer.within ?? outer,
      size: bytes?.length ?? 0,
    };
    if (bytes === null) outcomes.push({ file: found, prepared: { status: 'skipped' }, ms: 0 });
    else if (depth > DEEPEST) {
      const { code, detail } = new FaultError('limit-exceeded', 'depth');
      outcomes.push({
        file: found,
        prepared: { status: 'failed', fault: { code, detail } },
        ms: 0,
      });
    } else {
      const own = { name: found.name, bytes };
      await opened(found, (waited) => prepareBytes(context, own, reading, waited), depth);
    }
  }

  const brought = await arriving;
  await opened(file, (waited) => prepare(context, file, brought, reading, waited), 0);
  return outcomes;
}

/** The bytes of attachments are not kept in memory until the group is committed. */
function withoutFiles(prepared: Prepared): Prepared {
  if (prepared.status !== 'new') return prepared;
  const { files: _files, ...draft } = prepared.draft;
  return { ...prepared, draft };
}
