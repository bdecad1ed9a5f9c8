/**
 * One component alone on a page, for tests: the address names the scene (`#dialog`), what the
 * component told is written beneath it. No part of the application imports this.
 */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguages } from '../i18n/index.ts';
import { Spoken } from '../i18n/Spoken.tsx';
import { scenes } from './scenes.tsx';
import '../design/tokens.css';
import '../design/type.css';
import '../design/design.css';
import '../library/library.css';
import '../notes/notes.css';

const [name = '', language = 'fr', theme = 'light'] = location.hash.slice(1).split('/');
const spoken = language === 'en' ? 'en' : 'fr';
document.documentElement.lang = spoken;
document.documentElement.dataset['theme'] = theme;
startLanguages(spoken);

function Stage() {
  const [told, setTold] = useState<readonly string[]>([]);
  const Scene = scenes[name];
  if (Scene === undefined) return <p>No scene {name}.</p>;
  return (
    <Spoken>
      <main>
        <h1>{name}</h1>
        <Scene tell={(words) => setTold((before) => [...before, words])} />
        <ol aria-label="told">
          {told.map((words, place) => (
            <li key={place}>{words}</li>
          ))}
        </ol>
      </main>
    </Spoken>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(<Stage />);
