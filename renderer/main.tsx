/** The window's start: sentences, preferences, the archive's events, then the interface. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { showFirst } from './app/first-screen.ts';
import { startPreferences } from './app/preferences.ts';
import { shell } from './client.ts';
import { askAhead, followArchive, queryClient } from './data/archive.ts';
import { startLanguages } from './i18n/index.ts';
import './design/tokens.css';
import './design/type.css';
import './design/design.css';
import './app/app.css';
import './library/library.css';
import './imports/imports.css';
import './folders/folders.css';
import './search/search.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

/** Milliseconds an archive may take to answer before the window shows itself without its list. */
const PATIENCE = 300;

// What the first screen shows is asked for at once, and drawn once: with its list, where the archive is quick.
const info = shell('shell.info', {});
followArchive();
const first = Promise.all([
  askAhead('library.info', {}).then(showFirst),
  askAhead('documents.list', {}),
  askAhead('documents.list', { bin: true }),
  askAhead('imports.state', {}),
  askAhead('ocr.state', {}),
]).catch(() => undefined);
await startLanguages();
await startPreferences(await info);
await Promise.race([first, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
