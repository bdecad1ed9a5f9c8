/**
 * The application as a person meets it: one window over one library, what its menu and its page can
 * ask of the system, how it changes library and how it ends without losing a word.
 */
import { app, clipboard, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { basename, dirname, join } from 'node:path';
import { MENU_ACT } from '../contract/channels.ts';
import type { CallOutput } from '../contract/calls.ts';
import type { ShellCalls, StartFacts } from '../contract/shell.ts';
import type { Handlers } from '../contract/table.ts';
import { FaultError, toFault } from '../core/fault.ts';
import * as dialogs from './dialogs.ts';
import type { Keeper } from './keeper.ts';
import { idOfFolder, kindOfFolder, withNewest } from './libraries.ts';
import { waitingLink } from './links.ts';
import type { Memory } from './memory.ts';
import { setMenu } from './menu.ts';
import { copyName, outside } from './outside.ts';
import { WINDOW_PAGE } from './protocol.ts';
import { savingCalls } from './saving.ts';
import { callShell, serveShell } from './shell.ts';
import { followTheme } from './window.ts';
import { languageOf, wordsOf } from './words.ts';
import type { Words } from './words.ts';

/** Milliseconds the window has to save what is being typed. */
const FLUSHING = 2_000;

export interface Application {
  /** Opens a library and shows it; tells the person when it can't be, and then resolves to false. */
  show(library: string): Promise<boolean>;
  /** Shows another library; goes back to the present one when that fails. */
  change(library: string | null): Promise<boolean>;
  /** Brings a `gmg://` link to the window, at once or when it has a library; null does nothing. */
  follow(link: string | null): void;
}

/** Milliseconds in which the archive refuses an import that it can't do. */
const REFUSING = 200;

/** Milliseconds within which a second crash of the page is not answered by loading it again. */
const CRASHING = 10_000;

/** What the window's page is drawn by from its first moment. */
export function startFacts(memory: Memory): StartFacts {
  const systemLanguage = app.getPreferredSystemLanguages()[0] ?? '';
  return { systemLanguage, preferences: memory.now.preferences };
}

export function application(window: BrowserWindow, keeper: Keeper, memory: Memory): Application {
  const contents = window.webContents;
  let flushed: (() => void) | null = null;
  let quitting: Promise<void> | null = null;
  let crashed = -Infinity;
  const copies = outside(app.getPath('temp'));
  let mayOpenOutside = false;
  const link = waitingLink(() => contents.send(MENU_ACT, 'link'));

  const words = (): Words =>
    wordsOf(languageOf(memory.now.preferences, app.getPreferredSystemLanguages()[0] ?? ''));

  function flush(): Promise<void> {
    if (contents.isDestroyed() || contents.isCrashed() || contents.isLoading()) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, FLUSHING);
      flushed = () => {
        clearTimeout(limit);
        resolve();
      };
      contents.send(MENU_ACT, 'flush');
    });
  }

  async function show(library: string): Promise<boolean> {
    const kind = kindOfFolder(library);
    if (kind === 'other') {
      await dialogs.tell(window, words().notALibrary, words().notALibraryDetail);
      return false;
    }
    if (contents.getURL() !== '') {
      await flush();
      await keeper.close();
    }
    const loading = contents.loadURL(WINDOW_PAGE);
    try {
      await keeper.open(library, kind === 'free');
    } catch (error) {
      await dialogs.tellNotOpened(window, words(), library, toFault(error).code);
      return false;
    } finally {
      await loading.catch(() => undefined);
    }
    const recent = withNewest(memory.now.recent, library);
    memory.change({ library, recent });
    refreshMenu();
    return true;
  }

  async function change(library: string | null): Promise<boolean> {
    if (library === null) return false;
    const before = keeper.library;
    if (library === before) return true;
    if (await show(library)) return true;
    if (keeper.library !== before) await show(before);
    return false;
  }

  async function importPaths(paths: readonly string[]): Promise<boolean> {
    if (paths.length === 0) return false;
    const run = keeper.call('imports.add', { paths, jobs: 2 });
    // The call ends with the run, which the window follows by itself: only a refusal is waited for.
    await Promise.race([run, new Promise((resolve) => setTimeout(resolve, REFUSING))]);
    run.catch(() => undefined);
    return true;
  }

  /** Gives a copy of an original to the system's program for it; asks once while the window is open. */
  async function openOriginal(id: string): Promise<boolean> {
    const answer = await keeper.call('documents.get', { id });
    const { summary, originalHash } = answer as CallOutput<'documents.get'>;
    const name = copyName(summary.originalName, summary.format);
    if (name === null || !/^[0-9a-f]{64}$/.test(originalHash))
      throw new FaultError('not-found', id);
    mayOpenOutside ||= await dialogs.askToOpenOutside(window, words());
    if (!mayOpenOutside) return false;
    const path = join(keeper.library, 'originals', originalHash);
    const failed = await shell.openPath(await copies.copy(path, originalHash, name));
    if (failed !== '') await dialogs.tell(window, words().noProgram, words().noProgramDetail);
    return failed === '';
  }

  const handlers: Handlers<ShellCalls> = {
    'shell.info': () => ({
      version: app.getVersion(),
      ...startFacts(memory),
      recent: memory.now.recent.map((path) => ({
        id: idOfFolder(path),
        name: basename(path),
        path,
      })),
    }),
    'shell.preferences': (fields) => {
      const defined = Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined),
      );
      const preferences = { ...memory.now.preferences, ...defined };
      memory.change({ preferences });
      followTheme(window, preferences.theme);
      refreshMenu();
      return preferences;
    },
    'shell.importFiles': async () => importPaths(await dialogs.askForFiles(window, words())),
    'shell.importFolder': async () => {
      const folder = await dialogs.askForFolder(window, words().importFolder);
      return importPaths(folder === null ? [] : [folder]);
    },
    'shell.watchFolder': async () => {
      const path = await dialogs.askForFolder(window, words().watchFolder);
      if (path === null) return false;
      await keeper.call('folders.add', { path });
      return true;
    },
    'shell.addOcrLanguage': async () => {
      const path = await dialogs.askForLanguageData(window, words());
      if (path === null) return false;
      await keeper.call('ocr.addLanguage', { path });
      return true;
    },
    'shell.newLibrary': async () => {
      const beside = dirname(keeper.library);
      const library = await dialogs.askForNewLibrary(window, words(), beside);
      if (library !== null && kindOfFolder(library) !== 'free') {
        await dialogs.tell(window, words().folderTaken, words().folderTakenDetail);
        return false;
      }
      return change(library);
    },
    'shell.openLibrary': async () =>
      change(await dialogs.askForFolder(window, words().openLibrary)),
    'shell.openRecent': ({ id }) => {
      const library = memory.now.recent.find((folder) => idOfFolder(folder) === id);
      if (library === undefined) throw new FaultError('not-found');
      if (kindOfFolder(library) === 'library') return change(library);
      memory.change({ recent: memory.now.recent.filter((folder) => folder !== library) });
      refreshMenu();
      return dialogs.tellNotOpened(window, words(), library, 'library-missing').then(() => false);
    },
    'shell.showLibraryFolder': async () => {
      await shell.openPath(keeper.library);
      return null;
    },
    ...savingCalls(window, keeper, words),
    'shell.openOriginal': ({ id }) => openOriginal(id),
    'shell.link': () => link.take(),
    'shell.copy': ({ text }) => {
      clipboard.writeText(text);
      return null;
    },
    'shell.fullScreen': () => {
      window.setFullScreen(!window.isFullScreen());
      return null;
    },
    'shell.flushed': () => {
      flushed?.();
      return null;
    },
  };

  function refreshMenu(): void {
    setMenu(words(), memory.now.recent, {
      shell: (call) => void callShell(handlers, call, {}).catch(() => undefined),
      openRecent: (id) =>
        void callShell(handlers, 'shell.openRecent', { id }).catch(() => undefined),
      act: (act) => contents.send(MENU_ACT, act),
    });
  }

  async function end(): Promise<void> {
    await flush();
    await keeper.close();
    await memory.written();
    await copies.clear();
    app.exit(0);
  }
  const quit = (): Promise<void> => (quitting ??= end());

  serveShell(
    contents,
    handlers,
    async (paths) => ((await importPaths(paths)) ? paths.length : 0),
    () => keeper.attach(),
  );
  contents.on('render-process-gone', () => {
    const again = Date.now() - crashed < CRASHING;
    crashed = Date.now();
    if (quitting === null && !again) contents.reload();
  });
  window.on('close', (event) => {
    event.preventDefault();
    void quit();
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    void quit();
  });
  refreshMenu();
  return { show, change, follow: link.keep };
}
