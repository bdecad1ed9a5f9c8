/** Words for the codes of the list, in the language of the interface. */
import { useMemo } from 'react';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import type { Words } from './rows.ts';

export function useWords(): Words {
  const t = useText('library');
  const format = useFormats();
  return useMemo(
    () => ({
      kind: (kind) => t(`kinds.${kind}`),
      language: (code) => format.language(code) || t('unknownLanguage'),
      compare: format.compare,
    }),
    [t, format],
  );
}
