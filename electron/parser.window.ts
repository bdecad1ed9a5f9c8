/**
 * Entry of the parser in the application: a page without Node that fetches the one original it may,
 * reads it and hands the draft back over its port.
 */
import { ARCHIVE_PORT } from './contract/channels.ts';
import type { ParserTask } from './contract/control.ts';
import { FaultError, toFault } from './core/fault.ts';
import { parseDocument } from './ingest/index.ts';
import { pageImage } from './ingest/ocr/index.ts';

async function pdfium(): Promise<Uint8Array> {
  const response = await fetch('/pdfjs/pdfium.wasm');
  if (!response.ok) throw new FaultError('internal');
  return new Uint8Array(await response.arrayBuffer());
}

async function answerTo({ hash, name, page, password }: ParserTask): Promise<object> {
  const response = await fetch(`/original/${hash}`);
  if (!response.ok) throw new FaultError('file-missing');
  const bytes = new Uint8Array(await response.arrayBuffer());
  const assets = new URL('/pdfjs/', location.href).href;
  const key = password === undefined ? {} : { password };
  if (page !== undefined) {
    return { picture: await pageImage(bytes, { hash, name, page, assets, ...key }) };
  }
  return { draft: await parseDocument(bytes, { name, assets, pdfium, ...key }) };
}

window.addEventListener('message', ({ data, origin, ports: [port] }: MessageEvent<unknown>) => {
  if (data !== ARCHIVE_PORT || origin !== location.origin || port === undefined) return;
  port.onmessage = ({ data: task }: MessageEvent<ParserTask>) => {
    answerTo(task).then(
      (answer) => port.postMessage({ id: task.id, ok: true, ...answer }),
      (error: unknown) => port.postMessage({ id: task.id, ok: false, fault: toFault(error) }),
    );
  };
});
