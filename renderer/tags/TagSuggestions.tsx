/** On a tag's page: what its rule suggests over the library, counted, to take or to refuse one by one or all. */
import { useState } from 'react';
import type { TagView } from '../../electron/contract/views.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { openDocument } from '../app/view.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { typeset } from '../reader/typography.ts';
import { useSuggestionActs } from './use-suggestions.ts';

export function TagSuggestions({ tag }: { readonly tag: TagView }) {
  const t = useText('coding');
  const tags = useText('tags');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { mutate: recall } = useCommand('tags.recall');
  const { accept, dismiss } = useSuggestionActs();
  const [isOpen, setOpen] = useState(false);
  const ruled = tag.rule.trim() !== '' && !tag.archived;
  const { data } = useArchive('tags.suggestions', { tagId: tag.id }, { enabled: ruled });
  if (!ruled || data === undefined) return null;
  const { items, paragraphs, documents, dismissed } = data;
  if (paragraphs === 0 && dismissed === 0) return null;
  const counts = [
    t('units.paragraphs', { count: paragraphs, shown: format.number(paragraphs) }),
    t('units.documents', { count: documents, shown: format.number(documents) }),
  ].join(' · ');
  return (
    <section className="tag-suggestions" aria-label={t('suggestions.title')}>
      <div className="passage-acts">
        <span role="status">{t('suggestions.says', { counts })}</span>
        {paragraphs > 0 && (
          <Button variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {t(isOpen ? 'suggestions.hide' : 'suggestions.show')}
          </Button>
        )}
        {isOpen && items.length > 0 && (
          <>
            <Button variant="quiet" onPress={() => accept(items)}>
              {t('suggestions.acceptShown', {
                count: items.length,
                shown: format.number(items.length),
              })}
            </Button>
            <Button variant="quiet" onPress={() => dismiss(items)}>
              {t('suggestions.dismissShown', {
                count: items.length,
                shown: format.number(items.length),
              })}
            </Button>
          </>
        )}
        {dismissed > 0 && (
          <Button variant="quiet" onPress={() => recall({ id: tag.id })}>
            {t('suggestions.recall', { count: dismissed, shown: format.number(dismissed) })}
          </Button>
        )}
      </div>
      {isOpen && (
        <ul className="suggestion-list">
          {items.map((item) => (
            <li key={`${item.documentId} ${item.paragraphId}`}>
              <p className="tag-where">
                {item.documentTitle}
                {item.number !== null &&
                  ` · ${tags('paragraph', { number: formatNumber(item.number, language) })}`}
              </p>
              <p className="reading" lang={langOf(item.language)} dir={directionOf(item.language)}>
                {typeset(item.text, item.language)}
              </p>
              <div className="passage-preview-acts">
                <Button onPress={() => accept([item])}>{t('suggestions.take')}</Button>
                <Button variant="quiet" onPress={() => dismiss([item])}>
                  {t('suggestions.refuse')}
                </Button>
                <Button
                  variant="quiet"
                  onPress={() => openDocument(item.documentId, { paragraphId: item.paragraphId })}
                >
                  {t('passages.open')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
