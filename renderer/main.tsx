/** The window's start: sentences, preferences, the archive's events, then the interface. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { firstAnswered } from './app/panels.tsx';
import { startPreferences } from './app/preferences.ts';
import { startFacts } from './app/start-facts.ts';
import { askTogether, followArchive, queryClient } from './data/archive.ts';
import { Spoken } from './i18n/Spoken.tsx';
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

// What the first screen shows is asked for at once.
followArchive();
void askTogether([
  ['library.info', {}],
  ['documents.list', {}],
  ['documents.list', { bin: true }],
  ['imports.state', {}],
  ['ocr.state', {}],
]).then(firstAnswered);
startPreferences(startFacts());

// Drawn while this script runs: what a script compiles while it runs is kept, compiled, for the next start.
const reactRoot = createRoot(root);
flushSync(() =>
  reactRoot.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Spoken>
          <App />
        </Spoken>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
