/**
 * The archive's end of a window's port: requests in, answers and events out. A message of another
 * shape is refused, and what only a host may call is refused too, whatever the window claims.
 */
import type { MessagePortMain } from 'electron';
import { request } from '../../contract/wire.ts';
import type { ArchiveEvent, Response } from '../../contract/wire.ts';
import { toFault } from '../../core/fault.ts';
import { apart } from '../../core/parts.ts';

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

  async function respond(data: unknown): Promise<Response[]> {
    const parsed = request.safeParse(data);
    if (!parsed.success) {
      // Without an id there is nobody to answer; -1 is no request's.
      const fault = { code: 'bad-input', detail: 'malformed message' } as const;
      return [{ id: idOf(data), ok: false, fault }];
    }
    const { id } = parsed.data;
    try {
      const { parts, last } = apart(await call(parsed.data.call, parsed.data.input));
      return [
        ...parts.map((items) => ({ id, ok: 'part' as const, items })),
        { id, ok: true, value: last },
      ];
    } catch (error) {
      return [{ id, ok: false, fault: toFault(error) }];
    }
  }

  return {
    add(port) {
      ports.add(port);
      port.on('close', () => ports.delete(port));
      port.on('message', ({ data }) => {
        void respond(data).then((messages) => {
          if (ports.has(port)) for (const message of messages) port.postMessage(message);
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
