/**
 * Archives of documents: which of their entries are handed out, and under which label. Names in an
 * archive are labels for people and hints for formats; nobody ever makes a path of them.
 */
import type { ContainedFile } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import { isLocked, unzipped } from './archive.ts';
import type { Limits } from './limits.ts';
import type { Reading } from './piece.ts';
import { looksLikeDocument } from './sniff.ts';

const LONGEST_LABEL = 400;

/**
 * A zip as a reading of files alone, in the order of their labels; what is no document comes
 * without bytes.
 * @throws FaultError `damaged`, `encrypted`, `limit-exceeded`; `no-words` where there is no file.
 */
export function readContainer(bytes: Uint8Array, limits: Limits): Reading {
  if (isLocked(bytes)) throw new FaultError('encrypted', 'zip');
  const passed: string[] = [];
  const read = unzipped(bytes, limits, (name) => {
    const clutter = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu.test(name);
    if (clutter) return false;
    if (looksLikeDocument(labelOf(name))) return true;
    passed.push(name);
    return false;
  });
  const files: ContainedFile[] = [
    ...[...read].map(([name, content]) => ({ name: labelOf(name), bytes: content })),
    ...passed.map((name) => ({ name: labelOf(name), bytes: null })),
  ];
  if (files.length === 0) throw new FaultError('no-words', 'zip');
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const nothing = { pieces: [], title: null, language: null, pages: null, stated: {} };
  return { format: 'zip', ...nothing, files };
}

/** What people see of an entry's name: its folders and itself, without steps up or drives. */
export function labelOf(name: string): string {
  const steps = spelled(name)
    .split(/[/\\]/u)
    .map((step) => step.replace(/[\p{Cc}\p{Cf}]/gu, '').trim())
    .filter((step) => !/^(?:\.{0,2}|[A-Za-z]:)$/u.test(step));
  const label = steps.join('/').slice(-LONGEST_LABEL);
  // Cutting may leave a step that was none.
  return label.replace(/^(?:\.{0,2}\/)+/u, '') || '?';
}

/** Letters of code page 850 from 0x80 on, which Windows writes into archives in the West. */
const PAGE_850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº';

/** Names whose archive does not say that they are UTF-8 come as bare bytes. */
function spelled(name: string): string {
  if (!/[\u0080-\u00ff]/u.test(name) || /[^\u0000-\u00ff]/u.test(name)) return name;
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (!/[\u0080-\u009f]/u.test(name)) return name;
    return name.replace(
      /[\u0080-\u00a7]/gu,
      (letter) => PAGE_850[letter.charCodeAt(0) - 0x80] ?? letter,
    );
  }
}
