/**
 * Scans and photos of an import: read by recognition once all files are in, one after the other, so
 * that their result can be printed like any other file's.
 */
import type { Archive } from '../archive/index.ts';
import type { ArchiveEvent } from '../contract/wire.ts';
import type { ImportItem } from '../contract/views.ts';
import type { Given } from './command.ts';
import { wrongUsage } from './command.ts';

/**
 * What `--ocr` asks for: languages in the engine's codes, '' for each document's own or the usual
 * ones, or null for no recognition.
 */
export function languagesAsked(given: Given): string | null {
  const text = given.text('ocr');
  if (text === undefined) return '';
  if (text === 'off') return null;
  if (/^[a-z_]{3,12}(\+[a-z_]{3,12})*$/.test(text)) return text;
  throw wrongUsage(`--ocr wants "off" or languages such as "fra+eng", not "${text}".`);
}

/** Says which of the languages asked for has no data, before anything is imported. */
export async function needLanguages(archive: Archive, languages: string | null): Promise<void> {
  if (languages === null || languages === '') return;
  const there = (await archive.call('ocr.languages', {}, 'host')).map(({ code }) => code);
  const missing = languages.split('+').find((code) => !there.includes(code));
  if (missing === undefined) return;
  throw wrongUsage(
    `There is no data to recognise "${missing}". There is: ${there.join(', ')}; --ocr-data names a folder with more.`,
  );
}

export interface Scans {
  /** Keeps a result back when it is a scan to be read; true then. */
  held(item: ImportItem): boolean;
  /** To be told every event while `read` is waited for. */
  heard(event: ArchiveEvent): void;
  /** Reads all that was kept back and hands each result out; those left when stopped stay unread. */
  read(archive: Archive, stopped: () => boolean): Promise<void>;
}

/** @param languages null: nothing is read, and nothing kept back. */
export function scans(languages: string | null, done: (item: ImportItem) => void): Scans {
  const items: ImportItem[] = [];
  let ended = (): void => undefined;

  async function readOne(archive: Archive, item: ImportItem, languages: string): Promise<void> {
    const id = item.documentId;
    if (id === null) return done(item);
    const started = performance.now();
    const end = new Promise<void>((resolve) => (ended = resolve));
    const asked = languages === '' ? {} : { languages };
    await archive.call('ocr.start', { ids: [id], ...asked }, 'host');
    await end;
    const { failed } = await archive.call('ocr.state', {}, 'host');
    const { summary } = await archive.call('documents.get', { id }, 'host');
    const { language, pages, paragraphs } = summary;
    const fault = failed.find(({ documentId }) => documentId === id)?.fault ?? summary.fault;
    const ms = item.ms + Math.round(performance.now() - started);
    done({ ...item, language, pages, paragraphs, fault, ms });
  }

  return {
    held(item) {
      const isScan =
        languages !== null && item.documentId !== null && item.fault?.code === 'no-text';
      if (isScan) items.push(item);
      return isScan;
    },
    heard(event) {
      if (event.event === 'ocr' && !event.state.running) ended();
    },
    async read(archive, stopped) {
      if (languages === null) return;
      const seen = new Set<string | null>();
      for (let item = items.shift(); item; item = items.shift()) {
        if (stopped() || seen.has(item.documentId)) done(item);
        else await readOne(archive, item, languages);
        seen.add(item.documentId);
      }
    },
  };
}
