/** The single line at the top: back and forward, the search box, language and appearance. */
import { ChevronLeft, ChevronRight, Contrast } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import { useLanguage, useText } from '../i18n/index.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { Appearance } from './Appearance.tsx';
import type { InterfaceLanguage } from './preferences.ts';
import { setPreferences } from './preferences.ts';
import { keysOf } from './shortcuts.ts';
import { travel, useView } from './view.ts';

const LANGUAGES: readonly InterfaceLanguage[] = ['fr', 'en'];

export function TopLine() {
  const t = useText('app');
  const language = useLanguage();
  const canGoBack = useView(({ current }) => current > 0);
  const canGoForward = useView(({ current, visited }) => current < visited.length - 1);
  return (
    <header className="top-line" data-pane="top" aria-label={t('regions.top')}>
      <div className="top-side">
        <IconButton
          label={t('back')}
          keys={keysOf('back', language)}
          isDisabled={!canGoBack}
          onPress={() => travel(-1)}
        >
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('forward')}
          keys={keysOf('forward', language)}
          isDisabled={!canGoForward}
          onPress={() => travel(1)}
        >
          <ChevronRight aria-hidden="true" />
        </IconButton>
      </div>
      <SearchBox />
      <div className="top-side end">
        <div className="languages" role="group" aria-label={t('language.label')}>
          {LANGUAGES.map((code) => (
            <Button
              key={code}
              variant="quiet"
              aria-pressed={language === code}
              aria-label={`${code.toUpperCase()}, ${t(`language.${code}`)}`}
              lang={code}
              onPress={() => setPreferences({ language: code })}
            >
              {code.toUpperCase()}
            </Button>
          ))}
        </div>
        <Appearance>
          <IconButton label={t('theme.label')}>
            <Contrast aria-hidden="true" />
          </IconButton>
        </Appearance>
      </div>
    </header>
  );
}
