/** Beside the list: the passage in focus with the paragraphs around it, its tags and its note. */
import { useEffect, useRef } from 'react';
import type { TaggedPassage, TagView } from '../../electron/contract/views.ts';
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
import { addToBasket } from '../sheet/add.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { paragraphsOfPassages } from './passage-target.ts';
import { PassageWords } from './PassageWords.tsx';
import { tagPath } from './tag-tree.ts';

/** CSS pixels kept above the passage, for what stands before it. */
const ROOM = 120;

interface PassagePreviewProps {
  /** Undefined: none is in focus. */
  readonly passage: TaggedPassage | undefined;
  readonly tags: ReadonlyMap<string, TagView>;
  readonly onOpen: () => void;
}

export function PassagePreview({ passage, tags, onOpen }: PassagePreviewProps) {
  const t = useText('coding');
  const words = useText('tags');
  const language = usePreferenceState(interfaceLanguage);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const mark = box.current?.querySelector('mark');
    if (box.current === null || mark == null) return;
    const above = mark.getBoundingClientRect().top - box.current.getBoundingClientRect().top;
    box.current.scrollTop += above - ROOM;
  }, [passage]);
  if (passage === undefined) {
    return (
      <aside className="passage-preview" aria-label={t('passages.preview')}>
        <p className="hint">{t('passages.previewEmpty')}</p>
      </aside>
    );
  }
  const { documentTitle, stretches, annotationId, body } = passage;
  const paragraphs = paragraphsOfPassages([passage]);
  return (
    <aside ref={box} className="passage-preview" aria-label={t('passages.preview')} tabIndex={0}>
      <p className="passage-title">{documentTitle}</p>
      {stretches[0] !== undefined && stretches[0].section.length > 0 && (
        <p className="tag-where">{stretches[0].section.join(' › ')}</p>
      )}
      {stretches.some(({ paragraphId }) => paragraphId === null) && (
        <p className="hint">{t('passages.lost')}</p>
      )}
      {annotationId === null ? (
        <p className="tag-whole">{words('whole')}</p>
      ) : (
        <p className="passage-shown">
          <PassageWords passage={passage} context="3" />
        </p>
      )}
      {body !== '' && <p className="tag-note">{body}</p>}
      <ul className="passage-tags">
        {passage.tags.map((id) => (
          <li key={id} className="tag-path" data-colour={tags.get(id)?.colour}>
            <span className="tag-dot" />
            {tagPath(tags, id, language).join(' › ')}
          </li>
        ))}
      </ul>
      <div className="passage-preview-acts">
        <Button onPress={onOpen}>{t('passages.open')}</Button>
        {paragraphs.length > 0 && (
          <Button variant="quiet" onPress={() => addToBasket(paragraphs)}>
            {t('passages.basket')}
          </Button>
        )}
      </div>
    </aside>
  );
}
