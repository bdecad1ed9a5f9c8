/** The quiet line under the text: find, what is shown, and how the reading text looks. */
import { AArrowDown, AArrowUp, ExternalLink, Type } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import { interfaceLanguage, usePreferences, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { resize, SIZES } from '../app/text-size.ts';
import { Appearance } from '../app/Appearance.tsx';
import { useText } from '../i18n/index.ts';

import type { Layout } from './use-layout.ts';

interface ReadingBarProps {
  /** What is shown, or null where the original has no pages to show. */
  readonly layout: Layout | null;
  readonly onLayout: (layout: Layout) => void;
  readonly onOutside: () => void;
  readonly onFind: () => void;
}

const LAYOUTS = [
  ['text', null],
  ['beside', 'original'],
  ['page', 'originalAlone'],
] as const;

export function ReadingBar({ layout, onLayout, onOutside, onFind }: ReadingBarProps) {
  const t = useText('reader');
  const language = usePreferenceState(interfaceLanguage);
  const { textSize } = usePreferences();
  return (
    <div className="reading-bar" role="toolbar" aria-label={t('bar.label')}>
      <Button variant="quiet" onPress={onFind}>
        {t('bar.find')}
        <kbd>{keysOf('find', language)}</kbd>
      </Button>
      {layout === null ? (
        <Button variant="quiet" onPress={onOutside}>
          <ExternalLink aria-hidden="true" />
          {t('bar.outside')}
        </Button>
      ) : (
        <span className="layouts" role="group" aria-label={t('bar.layout')}>
          {LAYOUTS.map(([id, keys]) => (
            <Button
              key={id}
              variant="quiet"
              className={`layout-${id}`}
              aria-pressed={layout === id}
              onPress={() => onLayout(id)}
            >
              {t(`bar.layouts.${id}`)}
              {keys !== null && <kbd>{keysOf(keys, language)}</kbd>}
            </Button>
          ))}
        </span>
      )}
      <span className="gap" />
      <Appearance>
        <Button variant="quiet" className="bar-appearance" aria-label={t('bar.appearance')}>
          <Type aria-hidden="true" />
          <span>{t('bar.appearance')}</span>
        </Button>
      </Appearance>
      <IconButton
        label={t('bar.smaller')}
        keys={keysOf('smaller', language)}
        isDisabled={textSize <= SIZES[0]}
        onPress={() => resize(-1)}
      >
        <AArrowDown aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('bar.larger')}
        keys={keysOf('larger', language)}
        isDisabled={textSize >= (SIZES.at(-1) ?? 40)}
        onPress={() => resize(1)}
      >
        <AArrowUp aria-hidden="true" />
      </IconButton>
    </div>
  );
}
