/** The quiet line under the text: find, original page, size and face of the reading text. */
import { AArrowDown, AArrowUp } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import { Select } from '../design/Select.tsx';
import {
  interfaceLanguage,
  setPreferences,
  usePreferences,
  usePreferenceState,
} from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { useText } from '../i18n/index.ts';
import { resize, SIZES } from './text-size.ts';

interface ReadingBarProps {
  readonly hasOriginal: boolean;
  readonly original: boolean;
  readonly onOriginal: () => void;
  readonly onFind: () => void;
}

const FONTS = ['serif', 'sans', 'legible'] as const;

export function ReadingBar({ hasOriginal, original, onOriginal, onFind }: ReadingBarProps) {
  const t = useText('reader');
  const language = usePreferenceState(interfaceLanguage);
  const { textSize, readingFont } = usePreferences();
  return (
    <div className="reading-bar" role="toolbar" aria-label={t('bar.label')}>
      <Button variant="quiet" onPress={onFind}>
        {t('bar.find')}
        <kbd>{keysOf('find', language)}</kbd>
      </Button>
      {hasOriginal && (
        <Button variant="quiet" onPress={onOriginal} aria-pressed={original}>
          {t(original ? 'bar.hideOriginal' : 'bar.original')}
          <kbd>{keysOf('original', language)}</kbd>
        </Button>
      )}
      <span className="gap" />
      <Select
        label={t('bar.font')}
        hideLabel
        value={readingFont}
        choices={FONTS.map((id) => ({ id, label: t(`fonts.${id}`) }))}
        onChange={(id) => setPreferences({ readingFont: id })}
      />
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
