/** The search box: the largest thing in the top line. Down goes into the results, Escape empties it. */
import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { keysOf, shortcutOf } from '../app/shortcuts.ts';
import { currentScreen, useView } from '../app/view.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { focusFirstHit, openFirstHit } from './hit-focus.ts';
import { searchFor, type, useSearch } from './state.ts';

export function SearchBox() {
  const t = useText('search');
  const language = useLanguage();
  const typed = useSearch((state) => state.typed);
  const screen = useView(currentScreen);
  const query = screen.name === 'search' ? screen.query : null;
  useEffect(() => {
    // Back and forward bring an older search: the box shows it again.
    if (query !== null && query !== useSearch.getState().typed.trim()) {
      useSearch.setState({ typed: query });
    }
  }, [query]);

  const onKey = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event.nativeEvent, 'search');
    const shown = query !== null && query === typed.trim();
    if (shortcut === 'nextResult') {
      if (!shown) searchFor(typed.trim());
      focusFirstHit();
    } else if (shortcut === 'openResult') {
      if (shown) openFirstHit();
      else searchFor(typed.trim());
    } else return;
    event.preventDefault();
  };

  return (
    <SearchField
      className="search-box"
      aria-label={t('box.label')}
      value={typed}
      onChange={type}
      onClear={() => type('')}
      onKeyDown={onKey}
    >
      <Search aria-hidden="true" className="search-icon" />
      <Input id="search-box" className="search-input" placeholder={t('box.placeholder')} />
      {typed === '' ? (
        <kbd aria-hidden="true">{keysOf('search', language)}</kbd>
      ) : (
        <Button className="button icon quiet" aria-label={t('box.clear')}>
          <X aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  );
}
