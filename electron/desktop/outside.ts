/**
 * Copies of originals for other programs: in a temporary folder, only to be read, named after their
 * document with the ending of the format that was recognised, so that nothing in them can be run.
 */
import { chmod, copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Format } from '../core/document.ts';
import { isTroubleOnWindows } from '../core/paths.ts';
import { LONGEST_NAME } from './file-name.ts';

/** Endings by recognised format, whatever the file was called. What holds other files is not opened. */
const ENDINGS: Readonly<Record<Format, string | null>> = {
  pdf: 'pdf',
  html: 'html',
  mhtml: 'mhtml',
  docx: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  epub: 'epub',
  pptx: 'pptx',
  odp: 'odp',
  eml: 'eml',
  txt: 'txt',
  md: 'md',
  passages: 'tsv',
  jpeg: 'jpg',
  png: 'png',
  tiff: 'tif',
  zip: null,
};

/** What the copy is called; null for a format that is not given away. */
export function copyName(name: string, format: Format): string | null {
  const ending = ENDINGS[format];
  if (ending === null) return null;
  const stem = name
    .replace(/\.[A-Za-z0-9]{1,10}$/u, '')
    .replace(/[^\p{L}\p{N} ()_,’'-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trim();
  return `${stem === '' || isTroubleOnWindows(stem) ? 'document' : stem}.${ending}`;
}

export interface Outside {
  /** Path of a copy of the original at `path`, made if there is none yet. */
  copy(path: string, hash: string, name: string): Promise<string>;
  /** Takes the copies away that no program holds open. */
  clear(): Promise<void>;
}

/** @param temporary folder for temporary files, absolute. */
export function outside(temporary: string): Outside {
  let folder: Promise<string> | null = null;
  return {
    async copy(path, hash, name) {
      folder ??= mkdtemp(join(temporary, 'gmg-archive-'));
      const place = join(await folder, hash.slice(0, 16));
      const target = join(place, name);
      if ((await stat(target).catch(() => null)) !== null) return target;
      await mkdir(place, { recursive: true });
      await copyFile(path, target);
      await markAsForeign(target);
      await chmod(target, 0o444);
      return target;
    },
    async clear() {
      if (folder === null) return;
      // A copy that a program still holds stays: the system clears its temporary folder.
      await rm(await folder, { recursive: true, force: true }).catch(() => undefined);
      folder = null;
    },
  };
}

/** Tells Windows that the file came from elsewhere: its programs then open it with their guards up. */
async function markAsForeign(path: string): Promise<void> {
  if (process.platform !== 'win32') return;
  const mark = '[ZoneTransfer]\r\nZoneId=3\r\n';
  // A disk without named streams has no place for it.
  await writeFile(`${path}:Zone.Identifier`, mark).catch(() => undefined);
}
