/**
 * Entry of the parser under Node's permission model: bytes come in by message, drafts go back.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ParserTask } from './contract/control.ts';
import { toFault } from './core/fault.ts';
import { parseDocument } from './ingest/index.ts';

const assets = pathToFileURL(`${join(import.meta.dirname, '..', 'pdfjs')}/`).href;

function answer(message: object): void {
  process.send?.(message);
}

process.on('message', ({ id, name, bytes }: ParserTask) => {
  parseDocument(bytes ?? new Uint8Array(), { name, assets }).then(
    (draft) => answer({ id, ok: true, draft }),
    (error: unknown) => answer({ id, ok: false, fault: toFault(error) }),
  );
});
