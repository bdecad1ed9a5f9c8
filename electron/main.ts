/**
 * Entry of the main process: puts the guards up, then connects window, archive and parser.
 */
import './desktop/offline.ts';
import { app, session } from 'electron';
import { join } from 'node:path';
import { application } from './desktop/application.ts';
import { filesAt } from './desktop/content.ts';
import { askToRestart } from './desktop/dialogs.ts';
import { closeNetwork, guardDefaultSession } from './desktop/guards.ts';
import { keepArchive } from './desktop/keeper.ts';
import { libraryArgument } from './desktop/libraries.ts';
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
closeNetwork();

async function start(): Promise<void> {
  await app.whenReady();
  guardDefaultSession();
  const data = app.getPath('userData');
  const memory = openMemory(join(data, 'preferences.json'));
  const window = createWindow(PLACES.preload, memory);
  const parser = createParserWindow({
    files: filesAt({ '/': PLACES.parser, '/pdfjs/': PLACES.pdfjs }),
    preload: PLACES.preload,
    originals: () => join(keeper.library, 'originals'),
    onGone: (code) => keeper.parserGone(code),
  });
  const keeper = keepArchive({
    window,
    parser,
    entry: PLACES.service,
    resources: PLACES.resources,
    binding: sqliteBinding(),
    languages: join(data, 'ocr-languages'),
    version: app.getVersion(),
    onSecondDeath: () =>
      askToRestart(window, wordsOf(languageOf(memory.now.preferences, app.getLocale()))),
  });
  serve(session.defaultSession, {
    host: 'archive',
    files: filesAt({ '/': PLACES.renderer, '/pdfjs/': PLACES.pdfjs }),
    original: (hash) => join(keeper.library, 'originals', hash),
  });
  const { show, change } = application(window, keeper, memory);

  app.on('second-instance', (_event, words, standingIn) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    void change(libraryArgument(words, standingIn));
  });
  const first = join(data, 'library');
  const asked = libraryArgument(process.argv, process.cwd()) ?? memory.now.library ?? first;
  const showing = show(asked);
  const shown = (await showing) || (asked !== first && (await show(first)));
  if (!shown) app.exit(1);
}

if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    console.error(error);
    app.exit(1);
  });
} else app.quit();
