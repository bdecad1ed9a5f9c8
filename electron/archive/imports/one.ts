/**
 * One file on its way in: stored as an original by its hash, recognised when it is already there,
 * read by a parser. Nothing reaches the library here; a failure leaves no trace.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentDraft } from '../../core/document.ts';
import { FaultError, toFault } from '../../core/fault.ts';
import type { Fault } from '../../core/fault.ts';
import { looksLikeDocument } from '../../ingest/sniff.ts';
import type { Context } from '../context.ts';
import { draftWithoutText, scannedFormat } from '../ocr/fields.ts';
import { unchangedSince } from './seen.ts';
import type { Found } from './walk.ts';

/** Milliseconds until a file that was being written is read again. */
const SETTLING = 400;

/** What became of one file, before anything is committed. */
export type Prepared =
  | { readonly status: 'new'; readonly hash: string; readonly draft: DocumentDraft }
  | { readonly status: 'known'; readonly hash: string; readonly documentId: string }
  | { readonly status: 'skipped' }
  | { readonly status: 'failed'; readonly fault: Fault; readonly hash?: string };

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
  if (file.partOf !== undefined) return { status: 'skipped' };
  if (file.inFolder && !looksLikeDocument(file.name)) return { status: 'skipped' };
  try {
    const same = unchangedSince(context, file);
    if (same !== null) return same;
    const stored = await putOnceMore(context, file.path);
    return await arrived(context, stored, file.name, timeoutMs, underWay, signal);
  } catch (error) {
    return { status: 'failed', fault: toFault(error) };
  }
}

/** Reads a file found inside another one, of which there are only bytes. Never rejects. */
export async function prepareBytes(
  context: Context,
  file: { readonly name: string; readonly bytes: Uint8Array },
  timeoutMs: number,
  underWay: UnderWay,
  signal: AbortSignal,
): Promise<Prepared> {
  try {
    const stored = await context.library.originals.put({ bytes: file.bytes });
    return await arrived(context, stored, file.name, timeoutMs, underWay, signal);
  } catch (error) {
    return { status: 'failed', fault: toFault(error) };
  }
}

async function arrived(
  context: Context,
  { hash, fresh }: { readonly hash: string; readonly fresh: boolean },
  name: string,
  timeoutMs: number,
  underWay: UnderWay,
  signal: AbortSignal,
): Promise<Prepared> {
  const known = context.library.documents.byHash(hash)[0];
  if (known !== undefined) return { status: 'known', hash, documentId: known.id };
  const earlier = underWay.get(hash);
  if (earlier) return earlier;
  const reading = read(context, { hash, fresh }, name, timeoutMs, signal);
  underWay.set(hash, reading);
  return reading;
}

/** A file that changes while it is read gets a second chance: most are just being saved. */
async function putOnceMore({ library }: Context, path: string) {
  try {
    return await library.originals.put({ path });
  } catch (error) {
    if (toFault(error).code !== 'file-changed') throw error;
    await wait(SETTLING);
    return library.originals.put({ path });
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
    const format = signal.aborted ? null : scannedFormat(toFault(error));
    if (format !== null) return { status: 'new', hash, draft: draftWithoutText(format) };
    // One that was there before belongs to something that can still be done again.
    if (fresh) library.originals.discard(hash);
    return { status: 'failed', fault: toFault(error), hash };
  }
}
