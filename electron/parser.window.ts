/**
 * Entry of the parser in the application: a page without Node that fetches the one original it may,
 * reads it and hands the draft back over its port.
 */
import { ARCHIVE_PORT } from './contract/channels.ts';
import type { ParserTask } from './contract/control.ts';
import { FaultError, toFault } from './core/fault.ts';
import { parseDocument } from './ingest/index.ts';

async function parse({ hash, name }: ParserTask) {
  const response = await fetch(`/original/${hash}`);
  if (!response.ok) throw new FaultError('file-missing');
  const bytes = new Uint8Array(await response.arrayBuffer());
  return parseDocument(bytes, { name, assets: new URL('/pdfjs/', location.href).href });
}

window.addEventListener('message', ({ data, origin, ports: [port] }: MessageEvent<unknown>) => {
  if (data !== ARCHIVE_PORT || origin !== location.origin || port === undefined) return;
  port.onmessage = ({ data: task }: MessageEvent<ParserTask>) => {
    parse(task).then(
      (draft) => port.postMessage({ id: task.id, ok: true, draft }),
      (error: unknown) => port.postMessage({ id: task.id, ok: false, fault: toFault(error) }),
    );
  };
});
