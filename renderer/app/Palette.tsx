/**
 * The palette: every act of the table by its name, found as one types, done with Enter. Names in the
 * other language are found too; what can't be done now stands last and says so.
 */
import i18next from 'i18next';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useArchive } from '../data/archive.ts';
import { Dialog } from '../design/Dialog.tsx';
import { useText } from '../i18n/index.ts';
import { attempt } from './acts.ts';
import { commandsFor } from './commands.ts';
import type { Command } from './commands.ts';
import { isLink, openLink } from './link.ts';
import { interfaceLanguage, usePreferences, usePreferenceState } from './preferences.ts';
import { canRun, runCommand, standing } from './run-command.ts';
import type { Stand } from './run-command.ts';
import { keysNow, printedKeys, SHORTCUTS } from './shortcuts.ts';
import { useView } from './view.ts';

export function Palette() {
  const t = useText('shortcuts');
  const isOpen = useView((state) => state.palette);
  const [stand, setStand] = useState<Stand | null>(null);
  // Focus moves as soon as the dialog is drawn: where the reader is, is read before.
  if (isOpen && stand === null) setStand(standing());
  if (!isOpen && stand !== null) setStand(null);
  return (
    <Dialog
      title={t('palette.title')}
      isOpen={isOpen}
      onClose={() => useView.setState({ palette: false })}
    >
      {stand !== null && <Commands stand={stand} />}
    </Dialog>
  );
}

function Commands({ stand }: { readonly stand: Stand }) {
  const t = useText('shortcuts');
  const app = useText('app');
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const language = usePreferenceState(interfaceLanguage);
  const { recentActs } = usePreferences();
  const { data: info } = useArchive('library.info', {});
  const view = useView();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const other = i18next.getFixedT(language === 'fr' ? 'en' : 'fr', 'shortcuts');
  const all = SHORTCUTS.filter((act) => act.id !== 'palette' && act.native !== true).map(
    (act): Command => ({
      act,
      name: t(`acts.${act.id}`),
      otherName: other(`acts.${act.id}`),
      possible: canRun(act, stand, { view, info }),
    }),
  );
  const found = commandsFor(all, typed, recentActs);
  const link = isLink(typed);
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, typed]);

  const run = (command: Command | undefined): void => {
    if (command?.possible !== true) return;
    useView.setState({ palette: false });
    runCommand(command.act, stand);
  };
  const follow = (): void => {
    useView.setState({ palette: false });
    attempt(() => openLink(typed));
  };
  const press = (event: KeyboardEvent): void => {
    const last = Math.max(found.length, 1);
    if (event.key === 'ArrowDown') setAt((chosen + 1) % last);
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + last) % last);
    else if (event.key === 'PageDown') setAt(Math.min(chosen + 8, found.length - 1));
    else if (event.key === 'PageUp') setAt(Math.max(chosen - 8, 0));
    else if (event.key === 'Enter' && link) follow();
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <input
        className="input"
        role="combobox"
        aria-label={t('palette.field')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={link ? `${id}-link` : chosen < 0 ? undefined : `${id}-${chosen}`}
        aria-autocomplete="list"
        autoFocus
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={t('palette.list')}>
        {link && (
          <li
            id={`${id}-link`}
            role="option"
            className="menu-item"
            aria-selected="true"
            data-focused="true"
            onClick={follow}
          >
            <span>{app('link.open')}</span>
          </li>
        )}
        {found.map((command, index) => (
          <Line
            key={command.act.id}
            id={`${id}-${index}`}
            command={command}
            language={language}
            isChosen={index === chosen}
            isRecent={recentActs.includes(command.act.id)}
            onRun={() => run(command)}
          />
        ))}
      </ul>
      {found.length === 0 && !link && <p role="status">{t('palette.none')}</p>}
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly command: Command;
  readonly language: string;
  readonly isChosen: boolean;
  readonly isRecent: boolean;
  readonly onRun: () => void;
}

function Line({ id, command, language, isChosen, isRecent, onRun }: LineProps) {
  const t = useText('shortcuts');
  const { act, name, possible } = command;
  const [keys] = keysNow(act);
  const remarks = !possible
    ? [t('palette.unavailable')]
    : [
        ...(act.area === 'everywhere' ? [] : [t(`areas.${act.area}`)]),
        ...(isRecent ? [t('palette.recent')] : []),
      ];
  return (
    <li
      id={id}
      role="option"
      className="menu-item"
      aria-selected={isChosen}
      aria-disabled={!possible}
      data-focused={isChosen ? 'true' : undefined}
      data-disabled={possible ? undefined : 'true'}
      onClick={onRun}
    >
      <span>
        {`${name} `}
        <span className="palette-area">{remarks.join(', ')}</span>
      </span>
      {keys !== undefined && <kbd>{printedKeys(keys, language)}</kbd>}
    </li>
  );
}
