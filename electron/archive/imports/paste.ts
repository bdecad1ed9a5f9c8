/**
 * Text that was pasted rather than imported from a file: it becomes an original like any, a text
 * file or a page of its own, and comes in as a group of one.
 */
import type { CallOutput, Calls } from '../../contract/calls.ts';
import type { ParsedInputOf } from '../../contract/table.ts';
import type { ImportItem } from '../../contract/views.ts';
import { FaultError } from '../../core/fault.ts';
import type { Context } from '../context.ts';
import type { Derivation } from '../derivation.ts';
import { groupWriter } from './group.ts';
import { alone, prepareBytes } from './one.ts';

/** Milliseconds the text may take. */
const TIMEOUT = 120_000;

/**
 * Brings pasted text in.
 * @throws FaultError with what was wrong with it: `no-words`, `limit-exceeded` …
 */
export async function paste(
  context: Context,
  derivation: Derivation,
  { title, name, text, html }: ParsedInputOf<Calls, 'imports.paste'>,
): Promise<CallOutput<'imports.paste'>> {
  const file = {
    name: `${name}.${html === undefined ? 'txt' : 'html'}`,
    bytes: new TextEncoder().encode(html === undefined ? text : pageOf(html)),
  };
  const prepared = await prepareBytes(context, file, alone(TIMEOUT), { ms: 0 });
  if (prepared.status === 'failed')
    throw new FaultError(prepared.fault.code, prepared.fault.detail);
  const told: ImportItem[] = [];
  const group = groupWriter(context, derivation, (item) => told.push(item));
  const titled =
    prepared.status === 'new' && title !== ''
      ? { ...prepared, draft: { ...prepared.draft, title } }
      : prepared;
  await group.add({
    // It lies nowhere on a disk.
    file: { ...file, path: '', inFolder: false, size: file.bytes.length, modified: 0, fault: null },
    prepared: titled,
    order: { collection: '' },
    ms: 0,
  });
  await group.flush();
  const [item] = told;
  if (item === undefined) throw new FaultError('internal', 'no result');
  if (item.documentId === null) {
    throw new FaultError(item.fault?.code ?? 'internal', item.fault?.detail ?? '');
  }
  return { documentId: item.documentId, isNew: item.status === 'added' };
}

/** What was copied, as a page with nothing else on it. */
function pageOf(html: string): string {
  const copied = /<!--\s*StartFragment\s*-->([\s\S]*)<!--\s*EndFragment\s*-->/u.exec(html)?.[1];
  return `<!doctype html>\n<meta charset="utf-8">\n<main data-pasted>\n${copied ?? html}\n</main>\n`;
}
