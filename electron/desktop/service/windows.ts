/**
 * The archive's end of a window's port: requests in, answers and events out. A message of another
 * shape is refused, and what only a host may call is refused too, whatever the window claims.
 */
import type { MessagePortMain } from 'electron';
import { request } from '../../contract/wire.ts';
import type { ArchiveEvent, Response } from '../../contract/wire.ts';
import { toFault } from '../../core/fault.ts';

/** The archive as a window may use it. */
export type WindowCall = (call: string, input: unknown) => Promise<unknown>;

export interface Windows {
  /** Serves one more window, until its page goes away. */
  add(port: MessagePortMain): void;
  /** Tells all windows. */
  tell(event: ArchiveEvent): void;
}

export function serveWindows(call: WindowCall): Windows {
  const ports = new Set<MessagePortMain>();

  async function respond(data: unknown): Promise<Response> {
    const parsed = request.safeParse(data);
    if (!parsed.success) {
      // Without an id there is nobody to answer; -1 is no request's.
      return {
        id: idOf(data),
        ok: false,
        fault: { code: 'bad-input', detail: 'malformed message' },
      };
    }
    const { id } = parsed.data;
    try {
      return { id, ok: true, value: await call(parsed.data.call, parsed.data.input) };
    } catch (error) {
      return { id, ok: false, fault: toFault(error) };
    }
  }

  return {
    add(port) {
      ports.add(port);
      port.on('close', () => ports.delete(port));
      port.on('message', ({ data }) => {
        void respond(data).then((response) => {
          if (ports.has(port)) port.postMessage(response);
        });
      });
      port.start();
    },
    tell(event) {
      for (const port of ports) port.postMessage(event);
    },
  };
}

function idOf(data: unknown): number {
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
  return typeof id === 'number' ? id : -1;
}
