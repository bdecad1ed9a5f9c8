/**
 * Keeps one archive open: which library it is, what happens when its process dies, and how one
 * library gives way to another. The window only ever gets ports.
 */
import { MessageChannelMain } from 'electron';
import type { BrowserWindow } from 'electron';
import { ARCHIVE_PORT } from '../contract/channels.ts';
import type { ServiceArguments } from '../contract/control.ts';
import { startArchive } from './archive-process.ts';
import type { ArchiveProcess } from './archive-process.ts';
import type { ParserWindow } from './parsers.ts';

export interface KeeperOptions {
  /** The window; null while it is being made: a library may be opened meanwhile. */
  readonly window: () => BrowserWindow | null;
  readonly entry: string;
  readonly resources: string;
  readonly binding: string | null;
  /** Folder for language data that the reader adds. */
  readonly languages: string;
  /** The product's own version. */
  readonly version: string;
  readonly parser: ParserWindow;
  /** The archive died twice in a short time: true to start it once more. */
  readonly onSecondDeath: () => Promise<boolean>;
}

export interface Keeper {
  /** Folder of the library that is open or being opened. */
  readonly library: string;
  /**
   * Opens a library, once the one before is closed; rejects with a FaultError when it can't be. A
   * page that asked for its port already gets it now.
   */
  open(library: string, create: boolean): Promise<void>;
  /** Gives the window, whose page has just begun, its port. */
  attach(): void;
  call(call: string, input: unknown): Promise<unknown>;
  parserGone(code: 'parser-crashed' | 'parser-memory'): void;
  /** Closes the library open now; a page that begins from now on waits for the next. */
  close(): Promise<void>;
}

/** Two deaths within this many milliseconds are one too many. */
const SHORT_TIME = 10 * 60_000;

export function keepArchive(options: KeeperOptions): Keeper {
  let archive: ArchiveProcess | null = null;
  let library = '';
  let lastDeath = -Infinity;
  let pageReady = false;

  function start(create: boolean): ArchiveProcess {
    const { entry, resources, binding, languages, version, parser } = options;
    const words: ServiceArguments = { library, create, resources, binding, languages, version };
    const started = startArchive({
      entry,
      parser,
      arguments: words,
      onDeath: () => {
        if (archive === started) void revive();
      },
    });
    archive = started;
    return started;
  }

  async function revive(): Promise<void> {
    options.parser.kill();
    const again = Date.now() - lastDeath < SHORT_TIME;
    lastDeath = Date.now();
    if (options.window()?.isDestroyed() !== false) return;
    if (again && !(await options.onSecondDeath())) return;
    start(false);
    if (pageReady) attach();
  }

  function attach(): void {
    pageReady = true;
    const window = options.window();
    if (archive === null || window === null || window.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    window.webContents.postMessage(ARCHIVE_PORT, null, [port1]);
    archive.attach(port2);
  }

  async function close(): Promise<void> {
    const closing = archive;
    archive = null;
    pageReady = false;
    await closing?.close();
  }

  return {
    get library() {
      return library;
    },
    async open(folder, create) {
      if (archive !== null) await close();
      library = folder;
      const started = start(create);
      if (pageReady) attach();
      try {
        await started.ready;
      } catch (error) {
        archive = null;
        throw error;
      }
    },
    attach,
    call: (call, input) => archive?.call(call, input) ?? Promise.reject(new Error('closed')),
    parserGone: (code) => archive?.parserGone(code),
    close,
  };
}
