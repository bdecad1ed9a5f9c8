/** The window's start: sentences, preferences, the archive's events, then the interface. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
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

// What the first screen will ask is asked at once: nothing waits for what it does not need.
const info = shell('shell.info', {});
followArchive();
askAhead('library.info', {});
askAhead('documents.list', {});
await startLanguages();
await startPreferences(await info);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
