/**
 * The hidden window that reads hostile files for the archive: sandboxed, without Node, in a session
 * of its own that serves one original at a time. Main watches its memory and ends it.
 */
import { BrowserWindow, MessageChannelMain, app, session } from 'electron';
import type { MessagePortMain, Session } from 'electron';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { ARCHIVE_PORT } from '../contract/channels.ts';
import type { FileAt } from './content.ts';
import { PARSER_POLICY } from './policy.ts';
import { PARSER_PAGE, serve } from './protocol.ts';
import { CLOSED } from './window.ts';

export interface ParserWindow {
  /**
   * Lets the parser fetch this one original, and no other any more. Resolves to a port when a
   * parser had to be started, to null when the one at hand goes on.
   */
  open(hash: string, memoryBytes: number): Promise<MessagePortMain | null>;
  kill(): void;
}

export interface ParserWindowOptions {
  readonly files: FileAt;
  readonly preload: string;
  /** Folder of the originals of the library open now. */
  readonly originals: () => string;
  readonly onGone: (code: 'parser-crashed' | 'parser-memory') => void;
}

/** How often the parser's memory is looked at, in milliseconds. */
const WATCH_EVERY = 200;
const KILOBYTE = 1024;

/** Whoever reads and writes in the window comes first. */
function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that refuses shares the time as it likes.
  }
}

/** One parser at most; it and its session start with the first original. */
export function createParserWindow(options: ParserWindowOptions): ParserWindow {
  let allowed: string | null = null;
  let limit = Infinity;
  /** Memory of the parser as last looked at, in bytes. */
  let held = 0;
  let window: BrowserWindow | null = null;
  let own: Session | null = null;

  /** The session is made with the first parser: no start of the application waits for it. */
  function ownSession(): Session {
    if (own !== null) return own;
    own = session.fromPartition('parser', { cache: false });
    serve(own, {
      host: 'parser',
      files: options.files,
      policy: PARSER_POLICY,
      original: (hash) => (hash === allowed ? join(options.originals(), hash) : null),
    });
    return own;
  }

  function end(code: 'parser-crashed' | 'parser-memory' | null): void {
    const ending = window;
    window = null;
    allowed = null;
    if (ending === null) return;
    clearInterval(watch);
    if (!ending.isDestroyed()) {
      ending.webContents.forcefullyCrashRenderer();
      ending.destroy();
    }
    if (code !== null) options.onGone(code);
  }

  let watch: NodeJS.Timeout | undefined;
  function watchMemory(watched: BrowserWindow): void {
    watch = setInterval(() => {
      const pid = watched.webContents.getOSProcessId();
      const metric = app.getAppMetrics().find((process) => process.pid === pid);
      held = (metric?.memory.workingSetSize ?? 0) * KILOBYTE;
      if (held > limit) end('parser-memory');
    }, WATCH_EVERY);
  }

  async function start(): Promise<MessagePortMain> {
    const started = new BrowserWindow({
      show: false,
      focusable: false,
      skipTaskbar: true,
      webPreferences: {
        ...CLOSED,
        session: ownSession(),
        preload: options.preload,
        devTools: false,
        images: false,
        webgl: false,
        backgroundThrottling: false,
      },
    });
    window = started;
    started.webContents.on('render-process-gone', () => {
      if (window === started) end('parser-crashed');
    });
    await started.loadURL(PARSER_PAGE);
    yieldToOthers(started.webContents.getOSProcessId());
    held = 0;
    watchMemory(started);
    const { port1, port2 } = new MessageChannelMain();
    started.webContents.postMessage(ARCHIVE_PORT, null, [port1]);
    return port2;
  }

  return {
    async open(hash, memoryBytes) {
      limit = memoryBytes;
      // What is never given back is no fault of the next file.
      if (held > limit / 2) end(null);
      const port = window === null ? await start() : null;
      allowed = hash;
      return port;
    },
    kill: () => end(null),
  };
}
