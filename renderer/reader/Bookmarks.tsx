/** The bookmarks of the document being read, above its outline: go to one, or take it away. */
import { Bookmark, X } from 'lucide-react';
import { useMemo } from 'react';
import type { Block } from '../../electron/core/document.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { IconButton } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
import { bookmarksOf } from './bookmarks.ts';
import { directionOf, langOf } from './language.ts';
import { goTo } from './reading.ts';
import { typeset } from './typography.ts';

/** First words shown of a paragraph, in code units. */
const SHOWN = 60;

interface BookmarksProps {
  readonly documentId: string;
  readonly blocks: readonly Block[];
}

export function Bookmarks({ documentId, blocks }: BookmarksProps) {
  const t = useText('reader');
  const language = usePreferenceState(interfaceLanguage);
  const { data: annotations = [] } = useArchive('annotations.list', { documentId });
  const { data: info } = useArchive('library.info', {});
  const { mutate: remove } = useCommand('annotations.delete');
  const marked = useMemo(() => bookmarksOf(blocks, annotations), [blocks, annotations]);
  if (marked.length === 0) return null;
  return (
    <section className="bookmarks" aria-labelledby="bookmarks-title">
      <h2 id="bookmarks-title">{t('bookmarks.title')}</h2>
      <ul>
        {marked.map(({ id, block }) => {
          const number =
            block.number === null
              ? ''
              : t('paragraph.numbered', { number: formatNumber(block.number, language) });
          return (
            <li key={id}>
              <button type="button" onClick={() => goTo(documentId, block.id)}>
                <Bookmark aria-hidden="true" />
                <span>
                  {number !== '' && <strong>{number} </strong>}
                  <span lang={langOf(block.language)} dir={directionOf(block.language)}>
                    {opening(typeset(block.text, block.language))}
                  </span>
                </span>
              </button>
              {info?.readOnly === null && (
                <IconButton label={t('bookmarks.remove')} onPress={() => remove({ ids: [id] })}>
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function opening(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1).trimEnd()}…`;
}
