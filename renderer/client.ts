/**
 * The window's only way out: calls to the archive over its port, calls to the shell through
 * `window.gmg`, and the archive's events. It knows how a call waits for a port that is not there yet.
 */
import type { CallInput, CallName, CallOutput } from '../electron/contract/calls.ts';
import type { ShellCallName, ShellInput, ShellOutput } from '../electron/contract/shell.ts';
import type { ARCHIVE_PORT } from '../electron/contract/channels.ts';
import type { ArchiveEvent, Request, Response } from '../electron/contract/wire.ts';
import type { Fault } from '../electron/core/fault.ts';
import { FaultError } from '../electron/core/fault.ts';
import { together } from '../electron/core/parts.ts';

const PORT_MESSAGE: typeof ARCHIVE_PORT = 'archive-port';

/** Detail of the fault that ends calls whose service went away: they may be asked again. */
export const SERVICE_GONE = 'service-gone';

/** Events of the archive, and the client's own: a port arrived, so everything may have changed. */
export type ClientEvent = ArchiveEvent | { readonly event: 'connected' };

interface Waiting {
  readonly request: Request;
  /** What came of a long list so far. */
  readonly items: unknown[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: FaultError) => void;
}

let port: MessagePort | null = null;
let lastId = 0;
/** Calls made while there is no port, in order. */
const queued: Waiting[] = [];
/** Calls sent and not answered. */
const sent = new Map<number, Waiting>();
const listeners = new Set<(event: ClientEvent) => void>();

/**
 * Asks the archive; waits for the port where there is none.
 * @throws FaultError as the archive told it, or `internal` with SERVICE_GONE.
 */
export function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  return new Promise((resolve, reject) => {
    const waiting: Waiting = {
      request: { id: ++lastId, call: name, input },
      items: [],
      resolve: (value) => resolve(value as CallOutput<N>),
      reject,
    };
    if (port === null) queued.push(waiting);
    else send(port, waiting);
  });
}

/** Asks the main process: dialogs, preferences, the clipboard. @throws FaultError */
export async function shell<N extends ShellCallName>(
  name: N,
  input: ShellInput<N>,
): Promise<ShellOutput<N>> {
  const answer = await window.gmg.shell(name, input);
  if (!answer.ok) throw thrown(answer.fault);
  return answer.value as ShellOutput<N>;
}

/** Hands dropped files to main, which alone learns their paths. Answers how many it took. */
export function drop(files: readonly File[]): Promise<number> {
  return window.gmg.drop(files);
}

/** Listens to the archive; the returned function ends it. */
export function onEvent(listener: (event: ClientEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function thrown(fault: Fault): FaultError {
  return new FaultError(fault.code, fault.detail);
}

function send(to: MessagePort, waiting: Waiting): void {
  sent.set(waiting.request.id, waiting);
  to.postMessage(waiting.request);
}

function tell(event: ClientEvent): void {
  for (const listener of listeners) listener(event);
}

/** Sent calls can't know whether they were done: they end, and whoever asked decides. */
function disconnect(): void {
  port = null;
  for (const waiting of sent.values()) waiting.reject(new FaultError('internal', SERVICE_GONE));
  sent.clear();
}

function receive(from: MessagePort, message: Response | ArchiveEvent): void {
  if (from !== port) return;
  if ('event' in message) {
    if (message.event === 'closed') disconnect();
    tell(message);
    return;
  }
  const waiting = sent.get(message.id);
  if (waiting === undefined) return;
  if (message.ok === 'part') {
    waiting.items.push(...message.items);
    return;
  }
  sent.delete(message.id);
  if (message.ok) waiting.resolve(together(waiting.items, message.value));
  else waiting.reject(thrown(message.fault));
}

function connect(next: MessagePort): void {
  disconnect();
  port = next;
  next.onmessage = ({ data }: MessageEvent<Response | ArchiveEvent>) => receive(next, data);
  next.addEventListener('close', () => {
    if (next !== port) return;
    disconnect();
    tell({ event: 'closed', fault: null });
  });
  for (const waiting of queued.splice(0)) send(next, waiting);
  tell({ event: 'connected' });
}

window.addEventListener('message', (message) => {
  const [next] = message.ports;
  if (message.source === window && message.data === PORT_MESSAGE && next) connect(next);
});
