/**
 * One file on its way in: stored as an original by its hash, recognised when it is already there,
 * read by a parser. Nothing reaches the library here; a failure leaves no trace.
 */
import type { DocumentDraft } from '../../core/document.ts';
import { FaultError, toFault } from '../../core/fault.ts';
import type { Fault } from '../../core/fault.ts';
import { looksLikeDocument } from '../../ingest/sniff.ts';
import type { Context } from '../context.ts';
import type { Found } from './walk.ts';

/** What became of one file, before anything is committed. */
export type Prepared =
  | { readonly status: 'new'; readonly hash: string; readonly draft: DocumentDraft }
  | { readonly status: 'known'; readonly hash: string; readonly documentId: string }
  | { readonly status: 'skipped' }
  | { readonly status: 'failed'; readonly fault: Fault };

/** Originals being read now, by hash: the same bytes twice in one run are read once. */
export type UnderWay = Map<string, Promise<Prepared>>;

/** Reads one file. Never rejects. `timeoutMs`: how long its parser may take. */
export async function prepare(
  context: Context,
  file: Found,
  timeoutMs: number,
  underWay: UnderWay,
  signal: AbortSignal,
): Promise<Prepared> {
  if (file.fault) return { status: 'failed', fault: file.fault };
  if (file.inFolder && !looksLikeDocument(file.name)) return { status: 'skipped' };
  try {
    const { hash, fresh } = await context.library.originals.put({ path: file.path });
    const known = context.library.documents.byHash(hash)[0];
    if (known !== undefined) return { status: 'known', hash, documentId: known.id };
    const earlier = underWay.get(hash);
    if (earlier) return await earlier;
    const reading = read(context, { hash, fresh }, file.name, timeoutMs, signal);
    underWay.set(hash, reading);
    return await reading;
  } catch (error) {
    return { status: 'failed', fault: toFault(error) };
  }
}

async function read(
  { library, parsers }: Context,
  { hash, fresh }: { readonly hash: string; readonly fresh: boolean },
  name: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Prepared> {
  try {
    const job = { hash, path: library.originals.path(hash), name, timeoutMs };
    const draft = await parsers.parse(job, signal);
    if (signal.aborted) throw new FaultError('cancelled');
    return { status: 'new', hash, draft };
  } catch (error) {
    // One that was there before belongs to something that can still be done again.
    if (fresh) library.originals.discard(hash);
    return { status: 'failed', fault: toFault(error) };
  }
}
