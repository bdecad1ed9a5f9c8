/** How a field's values read, and how they are written in a query: codes have names, ids have titles. */
import { useMemo } from 'react';
import type { QueryField } from '../../electron/core/query.ts';
import { KINDS } from '../../electron/core/document.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive } from '../data/archive.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { tagName } from '../tags/tag-tree.ts';

export interface FacetWords {
  /** A value of the counts, or one typed, as it is shown; '' where it means nothing here. */
  of(field: QueryField, value: string): string;
  /** A value of the counts as it is written in a query. */
  written(field: QueryField, value: string): string;
}

export function useFacetWords(): FacetWords {
  const t = useText('library');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { data: documents } = useArchive('documents.list', {});
  const { data: tags } = useArchive('tags.list', {});
  return useMemo(() => {
    const titles = new Map((documents ?? []).map(({ id, title }) => [id, title]));
    const names = new Map(
      (tags ?? []).map((tag) => [tag.id, { name: tag.name, shown: tagName(tag, language) }]),
    );
    return {
      of(field, value) {
        switch (field) {
          case 'kind': {
            const kind = KINDS.find((one) => one === value);
            return kind === undefined ? value : t(`kinds.${kind}`);
          }
          case 'lang':
            return format.language(value) || t('unknownLanguage');
          case 'tag':
            return names.get(value)?.shown ?? value;
          case 'in':
            return titles.get(value) ?? value;
          default:
            return value;
        }
      },
      written: (field, value) => (field === 'tag' ? (names.get(value)?.name ?? value) : value),
    };
  }, [t, format, language, documents, tags]);
}
