/** The reader's own translations under a paragraph, in their language and marked as unofficial. */
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import type { RowTranslation } from './row-facts.ts';
import { directionOf, langOf } from './language.ts';
import { typeset } from './typography.ts';

export function Translations({ shown }: { readonly shown: readonly RowTranslation[] }) {
  const t = useText('reader');
  const format = useFormats();
  return shown.map(({ id, language, body }) => (
    <div key={id} className="translation">
      <button
        type="button"
        tabIndex={-1}
        className="translation-mark"
        data-translation={id}
        title={t('paragraph.translationEdit')}
      >
        {t('paragraph.translation')} · {format.language(language)}
      </button>
      <div className="translation-words" lang={langOf(language)} dir={directionOf(language)}>
        {typeset(body, language)}
      </div>
    </div>
  ));
}
