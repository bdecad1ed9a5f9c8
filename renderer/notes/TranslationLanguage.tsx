/** The language of a working translation: the interface's own, unless the reader chooses another. */
import type { Language } from '../../electron/core/document.ts';
import { Select } from '../design/Select.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';

/** Languages one may translate into: those of the United Nations, and Portuguese. */
const LANGUAGES = ['fr', 'en', 'es', 'ar', 'pt', 'ru', 'zh'] as const satisfies Language[];

interface TranslationLanguageProps {
  readonly value: string;
  readonly onChange: (language: string) => void;
}

export function TranslationLanguage({ value, onChange }: TranslationLanguageProps) {
  const t = useText('notes');
  const format = useFormats();
  const codes: readonly string[] = LANGUAGES;
  const shown = codes.includes(value) ? codes : [value, ...codes];
  return (
    <div className="translation-language">
      <span className="translation-mark">{t('translation.mark')}</span>
      <Select
        label={t('translation.language')}
        hideLabel
        value={value}
        choices={shown.map((id) => ({ id, label: format.language(id) }))}
        onChange={onChange}
      />
    </div>
  );
}
