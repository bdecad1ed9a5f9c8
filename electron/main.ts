/**
 * Entry of the main process: puts the guards up, then connects window, archive and parser.
 */
import './desktop/offline.ts';
import { app, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import { application, startFacts } from './desktop/application.ts';
import { filesAt } from './desktop/content.ts';
import { askToRestart } from './desktop/dialogs.ts';
import { closeNetwork, guardDefaultSession } from './desktop/guards.ts';
import { keepArchive } from './desktop/keeper.ts';
import { libraryArgument } from './desktop/libraries.ts';
import { linkArgument } from './desktop/links.ts';
import { openMemory } from './desktop/memory.ts';
import { createParserWindow } from './desktop/parsers.ts';
import { PLACES, sqliteBinding } from './desktop/places.ts';
import { registerScheme, serve } from './desktop/protocol.ts';
import { createWindow } from './desktop/window.ts';
import { languageOf, wordsOf } from './desktop/words.ts';

const profile = app.commandLine.getSwitchValue('user-data-dir');
if (profile !== '') app.setPath('userData', profile);
app.enableSandbox();
registerScheme();
// A young heap of this many megabytes from the start: drawing the first screen fills smaller ones over and over.
app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=8');
closeNetwork();

// macOS brings a link by an event, which may come before anything else stands.
let early: string | null = null;
app.on('open-url', (event, url) => {
  event.preventDefault();
  early = linkArgument([url]);
});

async function start(): Promise<void> {
  await app.whenReady();
  guardDefaultSession();
  const data = app.getPath('userData');
  const memory = openMemory(join(data, 'preferences.json'));
  let window: BrowserWindow | null = null;
  const parser = createParserWindow({
    files: filesAt({ '/': PLACES.parser, '/pdfjs/': PLACES.pdfjs }),
    preload: PLACES.preload,
    originals: () => join(keeper.library, 'originals'),
    onGone: (code) => keeper.parserGone(code),
  });
  const keeper = keepArchive({
    window: () => window,
    parser,
    entry: PLACES.service,
    resources: PLACES.resources,
    binding: sqliteBinding(),
    languages: join(data, 'ocr-languages'),
    version: app.getVersion(),
    onSecondDeath: async () => {
      const words = wordsOf(languageOf(memory.now.preferences, app.getLocale()));
      return window !== null && askToRestart(window, words);
    },
  });
  serve(session.defaultSession, {
    host: 'archive',
    files: filesAt({ '/': PLACES.renderer, '/pdfjs/': PLACES.pdfjs }),
    original: (hash) => join(keeper.library, 'originals', hash),
    start: () => startFacts(memory),
  });
  const first = join(data, 'library');
  const asked = libraryArgument(process.argv, process.cwd()) ?? memory.now.library ?? first;
  const made = createWindow(PLACES.preload, memory);
  window = made;
  const { show, change, follow } = application(made, keeper, memory);
  follow(early ?? linkArgument(process.argv));
  app.removeAllListeners('open-url');
  app.on('open-url', (event, url) => {
    event.preventDefault();
    follow(linkArgument([url]));
  });

  app.on('second-instance', (_event, words, standingIn) => {
    if (made.isMinimized()) made.restore();
    made.focus();
    // The window is told in the library that was asked for with the link.
    void change(libraryArgument(words, standingIn)).finally(() => follow(linkArgument(words)));
  });
  const shown = (await show(asked)) || (asked !== first && (await show(first)));
  if (!shown) app.exit(1);
  // On Linux the package's own desktop entry says so.
  else if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('gmg');
}

if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    console.error(error);
    app.exit(1);
  });
} else app.quit();
