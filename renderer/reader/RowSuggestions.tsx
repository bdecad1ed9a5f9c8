/** Tags that the reader's rules suggest for a paragraph: quiet words, each to take or to refuse. */
import { Check, X } from 'lucide-react';
import { useContext } from 'react';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive } from '../data/archive.ts';
import { useText } from '../i18n/index.ts';
import { tagName, tagsById } from '../tags/tag-tree.ts';
import { useSuggestionActs } from '../tags/use-suggestions.ts';
import type { Suggestion } from '../../electron/contract/tag-views.ts';
import { SuggestedContext } from './suggested.ts';

export function RowSuggestions({ paragraphId }: { readonly paragraphId: string }) {
  const items = useContext(SuggestedContext).get(paragraphId);
  return items === undefined ? null : <Words items={items} />;
}

function Words({ items }: { readonly items: readonly Suggestion[] }) {
  const t = useText('coding');
  const language = usePreferenceState(interfaceLanguage);
  const { data: tags = [] } = useArchive('tags.list', {});
  const { accept, dismiss } = useSuggestionActs();
  const byId = tagsById(tags);
  return (
    <span className="row-suggestions" role="list" aria-label={t('suggestions.row')}>
      {items.map((item) => {
        const tag = byId.get(item.tagId);
        if (tag === undefined) return null;
        const name = tagName(tag, language);
        return (
          <span role="listitem" key={tag.id} className="row-suggestion" data-colour={tag.colour}>
            <span className="row-suggested">{t('suggestions.maybe', { name })}</span>
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('suggestions.accept', { name })}
              title={t('suggestions.accept', { name })}
              onClick={() => accept([item])}
            >
              <Check aria-hidden="true" />
            </button>
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('suggestions.dismiss', { name })}
              title={t('suggestions.dismiss', { name })}
              onClick={() => dismiss([item])}
            >
              <X aria-hidden="true" />
            </button>
          </span>
        );
      })}
    </span>
  );
}
