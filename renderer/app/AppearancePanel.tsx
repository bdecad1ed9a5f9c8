/** How the window and its reading text look: theme, size, font, column and line spacing, changed at once. */
import { AArrowDown, AArrowUp } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { IconButton } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { interfaceLanguage, setPreferences, usePreferences } from './preferences.ts';
import { usePreferenceState } from './preferences.ts';
import { keysOf } from './shortcuts.ts';
import { resize, SIZES } from './text-size.ts';

const THEMES = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;
const FONTS = ['serif', 'sans', 'legible'] as const;
const WIDTHS = ['narrow', 'medium', 'wide'] as const;
const LEADINGS = ['tight', 'normal', 'loose'] as const;

export function AppearancePanel() {
  const t = useText('app');
  const reader = useText('reader');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { theme, textSize, readingFont, readingWidth, readingLeading } = usePreferences();
  return (
    <>
      <Choice
        label={t('theme.title')}
        value={theme}
        ids={THEMES}
        name={(id) => t(`theme.${id}`)}
        onChange={(id) => setPreferences({ theme: id })}
      />
      <h2>{t('appearance.label')}</h2>
      <div className="appearance-row" role="group" aria-label={t('appearance.size')}>
        <span aria-hidden="true">{t('appearance.size')}</span>
        <span className="appearance-size">
          <IconButton
            label={reader('bar.smaller')}
            keys={keysOf('smaller', language)}
            isDisabled={textSize <= SIZES[0]}
            onPress={() => resize(-1)}
          >
            <AArrowDown aria-hidden="true" />
          </IconButton>
          <span className="tabular" role="status">
            {format.number(textSize)}
          </span>
          <IconButton
            label={reader('bar.larger')}
            keys={keysOf('larger', language)}
            isDisabled={textSize >= (SIZES.at(-1) ?? 40)}
            onPress={() => resize(1)}
          >
            <AArrowUp aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      <Choice
        label={t('appearance.font')}
        value={readingFont}
        ids={FONTS}
        name={(id) => reader(`fonts.${id}`)}
        onChange={(id) => setPreferences({ readingFont: id })}
      />
      <Choice
        label={t('appearance.width')}
        value={readingWidth}
        ids={WIDTHS}
        name={(id) => t(`appearance.widths.${id}`)}
        onChange={(id) => setPreferences({ readingWidth: id })}
      />
      <Choice
        label={t('appearance.leading')}
        value={readingLeading}
        ids={LEADINGS}
        name={(id) => t(`appearance.leadings.${id}`)}
        onChange={(id) => setPreferences({ readingLeading: id })}
      />
    </>
  );
}

interface ChoiceProps<K extends string> {
  readonly label: string;
  readonly value: K;
  readonly ids: readonly K[];
  readonly name: (id: K) => string;
  readonly onChange: (id: K) => void;
}

function Choice<K extends string>({ label, value, ids, name, onChange }: ChoiceProps<K>) {
  return (
    <RadioGroup
      className="appearance-row"
      orientation="horizontal"
      value={value}
      onChange={(id) => onChange(id as K)}
    >
      <Label>{label}</Label>
      <span className="segments">
        {ids.map((id) => (
          <Radio key={id} value={id} className="segment">
            {name(id)}
          </Radio>
        ))}
      </span>
    </RadioGroup>
  );
}
