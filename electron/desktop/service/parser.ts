/**
 * Main's parser window as the service sees it: asked for over the control channel, spoken to over a
 * port that leads straight into it.
 */
import type { MessagePortMain } from 'electron';
import type { FromService } from '../../contract/control.ts';
import { FaultError } from '../../core/fault.ts';

/** A parser, for whoever supervises one; see `archive/parsers`. */
interface PortParser {
  send(task: unknown): void;
  kill(): void;
  onMessage: ((message: unknown) => void) | null;
  onGone: ((fault: FaultError) => void) | null;
}

export interface ParserLink {
  open(hash: string, memoryBytes: number): Promise<PortParser>;
  kill(): void;
  /** Main's answer to a request; `port` leads to a parser just started, null: the former goes on. */
  ready(id: number, port: MessagePortMain | null): void;
  gone(code: 'parser-crashed' | 'parser-memory'): void;
}

interface Waiting {
  readonly resolve: (parser: PortParser) => void;
  readonly reject: (fault: FaultError) => void;
}

export function linkParser(send: (message: FromService) => void): ParserLink {
  const waiting = new Map<number, Waiting>();
  let requests = 0;
  let current: { parser: PortParser; port: MessagePortMain } | null = null;

  function kill(): void {
    current?.port.close();
    current = null;
    send({ type: 'parser-kill' });
  }

  function speakOver(port: MessagePortMain): PortParser {
    const parser: PortParser = {
      send: (task) => port.postMessage(task),
      kill,
      onMessage: null,
      onGone: null,
    };
    port.on('message', ({ data }) => parser.onMessage?.(data));
    port.start();
    current = { parser, port };
    return parser;
  }

  return {
    open(hash, memoryBytes) {
      const id = (requests += 1);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        send({ type: 'parser-open', id, hash, memoryBytes });
      });
    },
    kill,
    ready(id, port) {
      const request = waiting.get(id);
      waiting.delete(id);
      const parser = port === null ? current?.parser : speakOver(port);
      if (parser === undefined) request?.reject(new FaultError('parser-crashed'));
      else request?.resolve(parser);
    },
    gone(code) {
      const fault = new FaultError(code);
      for (const { reject } of waiting.values()) reject(fault);
      waiting.clear();
      const ended = current;
      current = null;
      ended?.parser.onGone?.(fault);
      ended?.port.close();
    },
  };
}
