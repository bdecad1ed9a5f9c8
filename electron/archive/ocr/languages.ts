/**
 * The languages recognition can read: those that come with the product, and those that the reader
 * added from a file, in a folder of this computer. An added one comes before the product's own.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Language } from '../../core/document.ts';
import { FaultError, toFault } from '../../core/fault.ts';
import { fileFault } from '../../core/fileFault.ts';
import { languageOfCode } from '../../core/recognition.ts';
import type { OcrLanguage } from '../../contract/views.ts';
import { codeOf, LARGEST_DATA, languageData } from './traineddata.ts';

/** What is read where a document's own language is unknown, or nothing was added for it. */
const USUAL: readonly string[] = ['fra', 'eng'];

/** Bytes of one language's data, under its code. */
export interface Data {
  readonly code: string;
  readonly data: Uint8Array;
}

export interface Languages {
  /** All there are, the product's own first, then by code. */
  list(): OcrLanguage[];
  /** Data of these. @throws FaultError `language-missing` with the code. */
  read(codes: readonly string[]): Promise<Data[]>;
  /** What a document in this language is read with where nobody chose. */
  usual(language: Language): readonly string[];
  /**
   * Keeps a copy of a file of language data. `tried` is given the data before anything is kept.
   * @throws FaultError `language-data`, `language-name`, `file-too-large`, those of files,
   *   `disk-full`, and what `tried` throws.
   */
  add(path: string, tried: (data: Data) => Promise<void>): Promise<OcrLanguage>;
  /** Deletes what was added. @throws FaultError `not-found`. */
  remove(code: string): void;
}

/** @param added null: there is no folder for more, and none can be added. */
export function languages(bundled: string, added: string | null): Languages {
  function below(folder: string, isAdded: boolean): Map<string, OcrLanguage & { path: string }> {
    const found = new Map<string, OcrLanguage & { path: string }>();
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    for (const name of names.filter((name) => /\.traineddata(\.gz)?$/i.test(name))) {
      const code = codeOf(name);
      const path = join(folder, name);
      const info = statSync(path, { throwIfNoEntry: false });
      if (code !== null && info?.isFile() === true && !found.has(code)) {
        found.set(code, { code, bytes: info.size, added: isAdded, path });
      }
    }
    return found;
  }

  function all(): (OcrLanguage & { readonly path: string })[] {
    const own = below(bundled, false);
    const more = added === null ? new Map<string, never>() : below(added, true);
    return [...new Map([...own, ...more]).values()].sort(
      (a, b) => Number(a.added) - Number(b.added) || (a.code < b.code ? -1 : 1),
    );
  }

  return {
    list: () => all().map(({ code, bytes, added: isAdded }) => ({ code, bytes, added: isAdded })),

    async read(codes) {
      const there = new Map(all().map((one) => [one.code, one]));
      const read = codes.map(async (code) => {
        const one = there.get(code);
        if (one === undefined) throw new FaultError('language-missing', code);
        return { code, data: await languageData(await readFile(one.path)) };
      });
      return Promise.all(read);
    },

    usual(language) {
      const own = all().filter((one) => one.added && languageOfCode(one.code) === language);
      return own.length > 0 ? own.map(({ code }) => code) : USUAL;
    },

    async add(path, tried) {
      if (added === null) throw new FaultError('bad-input', 'no folder for language data');
      const bytes = await contentOf(path);
      const data = await languageData(bytes);
      const code = codeOf(basename(path));
      if (code === null) throw new FaultError('language-name', basename(path).slice(0, 80));
      await tried({ code, data }).catch((error: unknown) => {
        const { code: fault, detail } = toFault(error);
        throw fault === 'internal' ? new FaultError('language-data', detail) : error;
      });
      await keep(added, code, data);
      return { code, bytes: data.length, added: true };
    },

    remove(code) {
      const one = all().find((found) => found.code === code);
      if (one?.added !== true) throw new FaultError('not-found', code);
      rmSync(one.path);
    },
  };
}

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new FaultError('file-special');
    if (info.size > LARGEST_DATA) throw new FaultError('file-too-large');
    return await readFile(path);
  } catch (error) {
    throw systemFault(error);
  }
}

/** In place in one step, and only then in place of an earlier one. */
async function keep(folder: string, code: string, data: Uint8Array): Promise<void> {
  const path = join(folder, `${code}.traineddata`);
  const draft = `${path}.new`;
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(draft, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await rm(`${path}.gz`, { force: true });
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw systemFault(error);
  }
}

function systemFault(error: unknown): unknown {
  if (error instanceof FaultError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  return new FaultError(fileFault(code, process.platform), code);
}
