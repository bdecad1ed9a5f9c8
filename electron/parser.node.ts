/**
 * Entry of the parser under Node's permission model: bytes come in by message, drafts go back.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ParserTask } from './contract/control.ts';
import { toFault } from './core/fault.ts';
import { parseDocument } from './ingest/index.ts';
import { pageImage } from './ingest/ocr/index.ts';

const folder = join(import.meta.dirname, '..', 'pdfjs');
const assets = pathToFileURL(`${folder}/`).href;
const pdfium = (): Promise<Uint8Array> => readFile(join(folder, 'pdfium.wasm'));

function answer(message: object): void {
  process.send?.(message);
}

process.on('message', ({ bytes = new Uint8Array(), ...task }: ParserTask) => {
  const { id, hash, name, page, password } = task;
  const key = password === undefined ? {} : { password };
  if (page !== undefined) {
    pageImage(bytes, { hash, name, page, assets, ...key }).then(
      (picture) => answer({ id, ok: true, picture }),
      (error: unknown) => answer({ id, ok: false, fault: toFault(error) }),
    );
    return;
  }
  parseDocument(bytes, { name, assets, pdfium, ...key }).then(
    (draft) => answer({ id, ok: true, draft }),
    (error: unknown) => answer({ id, ok: false, fault: toFault(error) }),
  );
});
