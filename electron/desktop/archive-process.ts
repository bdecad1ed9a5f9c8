/**
 * The archive's own process as main sees it: started with a library, asked and answered by number,
 * closed in good order. Brings it ports of windows and of parsers.
 */
import { utilityProcess } from 'electron';
import type { MessagePortMain } from 'electron';
import type { FromService, ServiceArguments, ToService } from '../contract/control.ts';
import { FaultError } from '../core/fault.ts';
import type { ParserWindow } from './parsers.ts';

export interface ArchiveProcess {
  /** The library's name once it is open; rejects with the FaultError why it could not be. */
  readonly ready: Promise<string>;
  /** Gives a window's port to the archive. */
  attach(port: MessagePortMain): void;
  /** A call with the rights of a host. Rejects with a FaultError. */
  call(call: string, input: unknown): Promise<unknown>;
  /** Tells the archive that its parser ended. */
  parserGone(code: 'parser-crashed' | 'parser-memory'): void;
  /** Resolves when the library is closed, or the process was ended because it did not answer. */
  close(): Promise<void>;
}

export interface ArchiveProcessOptions {
  /** Absolute path of the service's entry. */
  readonly entry: string;
  readonly arguments: ServiceArguments;
  readonly parser: ParserWindow;
  /** The process ended without having been asked to. */
  readonly onDeath: () => void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: FaultError) => void;
}

/** Milliseconds the archive has to close the library. */
const CLOSING = 10_000;

export function startArchive(options: ArchiveProcessOptions): ArchiveProcess {
  const child = utilityProcess.fork(options.entry, [JSON.stringify(options.arguments)], {
    serviceName: 'GMG Archive service',
    execArgv: ['--min-semi-space-size=8'],
  });
  const pending = new Map<number, Pending>();
  let calls = 0;
  let closing = false;
  let opened: (name: string) => void = () => undefined;
  let failed: (fault: FaultError) => void = () => undefined;
  const ready = new Promise<string>((resolve, reject) => {
    opened = resolve;
    failed = reject;
  });
  // Whoever awaits `ready` learns of a failure; nobody has to.
  ready.catch(() => undefined);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
      const dead = new FaultError('internal', 'the archive has stopped');
      for (const { reject } of pending.values()) reject(dead);
      pending.clear();
      failed(dead);
      if (!closing) options.onDeath();
    });
  });

  function send(message: ToService, ports: MessagePortMain[] = []): void {
    child.postMessage(message, ports);
  }

  async function openParser(id: number, hash: string, memoryBytes: number): Promise<void> {
    const port = await options.parser.open(hash, memoryBytes).catch(() => undefined);
    if (port === undefined) send({ type: 'parser-gone', code: 'parser-crashed' });
    else send({ type: 'parser-ready', id }, port === null ? [] : [port]);
  }

  child.on('message', (message: FromService) => {
    switch (message.type) {
      case 'ready':
        opened(message.name);
        break;
      case 'failed':
        closing = true;
        failed(new FaultError(message.fault.code, message.fault.detail));
        break;
      case 'answer': {
        const waiting = pending.get(message.id);
        pending.delete(message.id);
        const { answer } = message;
        if (answer.ok) waiting?.resolve(answer.value);
        else waiting?.reject(new FaultError(answer.fault.code, answer.fault.detail));
        break;
      }
      case 'parser-open':
        void openParser(message.id, message.hash, message.memoryBytes);
        break;
      case 'parser-kill':
        options.parser.kill();
        break;
      case 'closed':
        break;
    }
  });

  return {
    ready,
    attach: (port) => send({ type: 'window' }, [port]),
    call(call, input) {
      const id = (calls += 1);
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        send({ type: 'call', id, call, input });
      });
    },
    parserGone: (code) => send({ type: 'parser-gone', code }),
    async close() {
      closing = true;
      send({ type: 'close' });
      const limit = setTimeout(() => child.kill(), CLOSING);
      await ended;
      clearTimeout(limit);
      options.parser.kill();
    },
  };
}
