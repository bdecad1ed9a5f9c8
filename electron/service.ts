/**
 * Entry of the archive's own process: opens the library named in its argument and connects it to
 * main's control channel, the windows' ports and the parser window.
 */
import './desktop/offline.ts';
import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import { openArchive } from './archive/index.ts';
import { windowHost } from './archive/parsers/windowHost.ts';
import type { CallName } from './contract/calls.ts';
import type { FromService, ServiceArguments, ToService } from './contract/control.ts';
import { toFault } from './core/fault.ts';
import { linkParser } from './desktop/service/parser.ts';
import { serveWindows } from './desktop/service/windows.ts';

const main = process.parentPort;
const { library, create, resources, binding, languages, version } = JSON.parse(
  process.argv.at(-1) ?? '',
) as ServiceArguments;

/** A thread's script and the data it compiles are real files, also where the rest is packed. */
const recognition = join(import.meta.dirname, '..', 'ocr').replace(
  /app\.asar(?=[\\/])/,
  'app.asar.unpacked',
);

const send = (message: FromService): void => main.postMessage(message);
const parser = linkParser(send);
// Before the archive, which has something to tell while it opens.
const windows = serveWindows((call, input) => ask(call, input, 'window'));
const opening = openArchive({
  dir: library,
  create,
  resources,
  ...(binding === null ? {} : { nativeBinding: binding }),
  parsers: windowHost(parser),
  ocr: { worker: join(recognition, 'worker.cjs'), languages: recognition, added: languages },
  appVersion: version,
  stays: true,
  onEvent: (event) => windows.tell(event),
});

/** The archive itself checks the name and the input, whoever asks. */
async function ask(call: string, input: unknown, from: 'window' | 'host'): Promise<unknown> {
  return (await opening).call(call as CallName, input as never, from);
}

async function answer(id: number, call: string, input: unknown): Promise<void> {
  try {
    const value = await ask(call, input, 'host');
    send({ type: 'answer', id, answer: { ok: true, value } });
  } catch (error) {
    send({ type: 'answer', id, answer: { ok: false, fault: toFault(error) } });
  }
}

async function close(): Promise<void> {
  await opening.then((archive) => archive.close()).catch(() => undefined);
  send({ type: 'closed' });
  process.exit(0);
}

function receive(message: ToService, port: MessagePortMain | undefined): void {
  switch (message.type) {
    case 'window':
      if (port !== undefined) windows.add(port);
      break;
    case 'call':
      void answer(message.id, message.call, message.input);
      break;
    case 'parser-ready':
      parser.ready(message.id, port ?? null);
      break;
    case 'parser-gone':
      parser.gone(message.code);
      break;
    case 'close':
      void close();
      break;
  }
}

main.on('message', ({ data, ports }) => receive(data as ToService, ports[0]));
opening.then(
  (archive) => {
    send({ type: 'ready', name: library });
    // A new library starts with the guides; a failure shows in the imports and harms nothing.
    if (archive.created) archive.call('imports.guides', {}, 'host').catch(() => undefined);
  },
  (error: unknown) => {
    send({ type: 'failed', fault: toFault(error) });
    setTimeout(() => process.exit(1), 100);
  },
);
