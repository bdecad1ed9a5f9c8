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
import type { Place } from './turns.ts';
import type { Found } from './walk.ts';

/** Milliseconds until a file that was being written is read again. */
const SETTLING = 400;

/** A document that is there already. */
export interface Known {
  readonly status: 'known';
  readonly hash: string;
  readonly documentId: string;
}

/** What became of one file, before anything is committed. */
export type Prepared =
  | { readonly status: 'new'; readonly hash: string; readonly draft: DocumentDraft }
  | Known
  | { readonly status: 'skipped' }
  | { readonly status: 'failed'; readonly fault: Fault; readonly hash?: string };

/** Originals being read now, by hash: the same bytes twice in one run are read once. */
export type UnderWay = Map<string, Promise<Prepared>>;

/** A file whose bytes are in the library, or what became of it instead. */
export type Brought =
  | { readonly status: 'here'; readonly hash: string; readonly fresh: boolean }
  | Exclude<Prepared, { readonly status: 'new' }>;

/** How the files of a run are read. */
export interface Reading {
  /** How long a parser may take for one file. */
  readonly timeoutMs: number;
  readonly underWay: UnderWay;
  readonly turns: Place;
  readonly signal: AbortSignal;
}

/** Files that are read alone and at once. */
export function alone(timeoutMs: number): Reading {
  const { signal } = new AbortController();
  const turns = { take: () => Promise.resolve(() => undefined), leave: () => undefined };
  return { timeoutMs, underWay: new Map(), turns, signal };
}

/** Milliseconds that a file spent waiting for its turn. */
export interface Waited {
  ms: number;
}

/** Copies a file into the library, where that is needed. Never rejects. */
export async function bring(context: Context, file: Found): Promise<Brought> {
  if (file.fault) return { status: 'failed', fault: file.fault };
  if (file.partOf !== undefined) return { status: 'skipped' };
  if (file.inFolder && !looksLikeDocument(file.name)) return { status: 'skipped' };
  try {
    const same = unchangedSince(context, file);
    if (same !== null) return same;
    return { status: 'here', ...(await putOnceMore(context, file.path)) };
  } catch (error) {
    return { status: 'failed', fault: toFault(error) };
  }
}

/** Takes back what was brought and is not to be read after all. */
export function leave({ library }: Context, brought: Brought): void {
  if (brought.status !== 'here' || !brought.fresh) return;
  if (library.documents.byHash(brought.hash).length === 0) library.originals.discard(brought.hash);
}

/** Reads a file that was brought. Never rejects. */
export async function prepare(
  context: Context,
  file: Found,
  brought: Brought,
  reading: Reading,
  waited: Waited,
): Promise<Prepared> {
  if (brought.status !== 'here') return brought;
  try {
    // The same bytes under another name may have been refused, and taken back, since.
    const isThere =
      reading.underWay.has(brought.hash) || context.library.originals.has(brought.hash);
    const stored = isThere ? brought : await putOnceMore(context, file.path);
    return await arrived(context, stored, file.name, reading, waited);
  } catch (error) {
    return { status: 'failed', fault: toFault(error) };
  }
}

/** Reads a file found inside another one, of which there are only bytes. Never rejects. */
export async function prepareBytes(
  context: Context,
  file: { readonly name: string; readonly bytes: Uint8Array },
  reading: Reading,
  waited: Waited,
): Promise<Prepared> {
  try {
    const stored = await context.library.originals.put({ bytes: file.bytes });
    return await arrived(context, stored, file.name, reading, waited);
  } catch (error) {
    return { status: 'failed', fault: toFault(error) };
  }
}

async function arrived(
  context: Context,
  { hash, fresh }: { readonly hash: string; readonly fresh: boolean },
  name: string,
  reading: Reading,
  waited: Waited,
): Promise<Prepared> {
  const { underWay, turns } = reading;
  const known = context.library.documents.byHash(hash)[0];
  if (known !== undefined) return { status: 'known', hash, documentId: known.id };
  const earlier = underWay.get(hash);
  if (earlier) {
    // It may come later in the line.
    turns.leave();
    return earlier;
  }
  const result = read(context, { hash, fresh }, name, reading, waited);
  underWay.set(hash, result);
  return result;
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
  { timeoutMs, turns, signal }: Reading,
  waited: Waited,
): Promise<Prepared> {
  const asked = performance.now();
  const ended = await turns.take();
  waited.ms += performance.now() - asked;
  try {
    if (signal.aborted) throw new FaultError('cancelled');
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
  } finally {
    ended();
  }
}
