/**
 * What main asks and tells a person in the system's own dialogs. Answers are paths, which stay in
 * main.
 */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { basename, join } from 'node:path';
import type { FaultCode } from '../core/fault.ts';
import type { Words } from './words.ts';

const DOCUMENT_ENDINGS =
  'pdf html htm xhtml mhtml mht docx docm dotx odt ott rtf epub pptx ppsx pptm odp eml txt text md markdown tsv zip jpg jpeg png tif tiff'.split(
    ' ',
  );

/** Paths of the files chosen; empty when cancelled. */
export async function askForFiles(window: BrowserWindow, words: Words): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.importFiles,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.documents, extensions: DOCUMENT_ENDINGS },
      { name: words.allFiles, extensions: ['*'] },
    ],
  });
  return filePaths;
}

/** Path of the file of language data chosen; null when cancelled. */
export async function askForLanguageData(
  window: BrowserWindow,
  words: Words,
): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.addLanguage,
    properties: ['openFile'],
    filters: [
      // Systems know a file's last ending only: packed data end in 'gz'.
      { name: words.languageData, extensions: ['traineddata', 'gz'] },
      { name: words.allFiles, extensions: ['*'] },
    ],
  });
  return filePaths[0] ?? null;
}

/** Path of the folder chosen; null when cancelled. */
export async function askForFolder(window: BrowserWindow, title: string): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openDirectory'],
  });
  return filePaths[0] ?? null;
}

/** Path for a new library's folder; null when cancelled. */
export async function askForNewLibrary(
  window: BrowserWindow,
  words: Words,
  folder: string,
): Promise<string | null> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    title: words.newLibrary,
    buttonLabel: words.create,
    defaultPath: join(folder, words.firstLibrary),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Says why something can't be done, and waits until it was read. */
export async function tell(window: BrowserWindow, message: string, detail: string): Promise<void> {
  await dialog.showMessageBox(window, { type: 'warning', message, detail });
}

/** Says why a library could not be opened. */
export async function tellNotOpened(
  window: BrowserWindow,
  words: Words,
  library: string,
  code: FaultCode,
): Promise<void> {
  const reasons: Partial<Record<FaultCode, string>> = {
    'library-missing': words.libraryMissing,
    'library-damaged': words.libraryDamaged,
    'library-newer': words.libraryNewer,
  };
  const reason = reasons[code] ?? `${words.openingFailed} (${code})`;
  await tell(window, words.cannotOpen, `${basename(library)}\n${reason}`);
}

/** The archive stopped again: true to start it once more, false to quit. */
export function askToRestart(window: BrowserWindow, words: Words): Promise<boolean> {
  return isAgreed(window, 'error', words.archiveStopped, words.archiveStoppedDetail, [
    words.tryAgain,
    words.quit,
  ]);
}

/** Whether an original may be opened in another program. */
export function askToOpenOutside(window: BrowserWindow, words: Words): Promise<boolean> {
  return isAgreed(window, 'question', words.openOutside, words.openOutsideDetail, [
    words.openCopy,
    words.cancel,
  ]);
}

/** True when the first of the two buttons is chosen; Escape means the second. */
async function isAgreed(
  window: BrowserWindow,
  type: 'error' | 'question',
  message: string,
  detail: string,
  buttons: [agree: string, refuse: string],
): Promise<boolean> {
  const box = { type, message, detail, buttons, defaultId: 0, cancelId: 1 };
  return (await dialog.showMessageBox(window, box)).response === 0;
}
