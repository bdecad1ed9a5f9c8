/**
 * What the window asks to have written or printed: main asks the person where, the archive or main
 * itself writes it, and the window never learns the path.
 */
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnnotationsRead, ExportCount } from '../contract/views.ts';
import type { ShellCalls } from '../contract/shell.ts';
import type { Handlers } from '../contract/table.ts';
import { EXPORT_ENDINGS } from '../core/export.ts';
import { FaultError } from '../core/fault.ts';
import { fileFault } from '../core/fileFault.ts';
import { fileNameFrom } from './file-name.ts';
import type { Keeper } from './keeper.ts';
import type { Words } from './words.ts';

type SavingCalls =
  | 'shell.export'
  | 'shell.saveTable'
  | 'shell.annotate'
  | 'shell.saveSheet'
  | 'shell.savePdf'
  | 'shell.print';

export function savingCalls(
  window: BrowserWindow,
  keeper: Keeper,
  words: () => Words,
): Pick<Handlers<ShellCalls>, SavingCalls> {
  /** Path for a new file, or null when cancelled. */
  async function askWhere(name: string, ending: string): Promise<string | null> {
    const { filePath, canceled } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), `${fileNameFrom(name)}.${ending}`),
      filters: [
        { name: ending.toUpperCase(), extensions: [ending] },
        { name: words().allFiles, extensions: ['*'] },
      ],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || filePath === '' ? null : filePath;
  }

  return {
    'shell.export': async ({ name, format, scope, private: asked, language }) => {
      const path = await askWhere(name, EXPORT_ENDINGS[format]);
      if (path === null) return null;
      const input = { path, format, scope, private: asked, language };
      return (await keeper.call('exports.write', input)) as ExportCount;
    },

    'shell.saveTable': async ({ name, rows }) => {
      const path = await askWhere(name, 'csv');
      if (path === null) return false;
      await keeper.call('exports.table', { path, rows });
      return true;
    },

    'shell.annotate': async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: words().receiveAnnotations,
        properties: ['openFile'],
        filters: [
          { name: words().annotations, extensions: ['jsonld', 'json'] },
          { name: words().allFiles, extensions: ['*'] },
        ],
      });
      const [path] = filePaths;
      if (path === undefined) return null;
      return (await keeper.call('annotations.import', { path })) as AnnotationsRead;
    },

    'shell.saveSheet': async ({ name, format, language }) => {
      const path = await askWhere(name, format);
      if (path === null) return false;
      await keeper.call('sheet.write', { path, format, language });
      return true;
    },

    'shell.savePdf': async ({ name }) => {
      // Drawn first: what is on the page when the button is pressed is what is meant.
      const pdf = await window.webContents.printToPDF({
        pageSize: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      });
      const path = await askWhere(name, 'pdf');
      if (path === null) return false;
      await write(path, pdf);
      return true;
    },

    'shell.print': () =>
      new Promise((resolve) => {
        const choices = { pageSize: 'A4', printBackground: true } as const;
        window.webContents.print(choices, (done) => resolve(done));
      }),
  };
}

/** Whole or not at all. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.part`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new FaultError(fileFault(code, process.platform), code);
  }
}
