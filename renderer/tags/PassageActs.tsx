/** What can be done with the passages shown, or with those chosen: tag, pick for the sheet, export. */
import { useState } from 'react';
import type { TaggedPassage, TagView } from '../../electron/contract/views.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { openExport } from '../exports/state.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { addToBasket } from '../sheet/add.ts';
import { targetOfPassages, paragraphsOfPassages } from './passage-target.ts';
import { TagPicker } from './TagPicker.tsx';
import type { ManyTarget } from './tag-target.ts';
import { tagName } from './tag-tree.ts';

interface PassageActsProps {
  readonly tag: TagView;
  readonly children: boolean;
  readonly passages: readonly TaggedPassage[];
  /** True: several were chosen; false: all that are shown. */
  readonly isChoice: boolean;
  /** True: they are all that carries the tag. */
  readonly isAll: boolean;
}

export function PassageActs({ tag, children, passages, isChoice, isAll }: PassageActsProps) {
  const t = useText('coding');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { data: info } = useArchive('library.info', {});
  const [tagging, setTagging] = useState<{ target: ManyTarget; beside: Element } | null>(null);
  const count = passages.length;
  const shown = format.number(count);
  const paragraphs = paragraphsOfPassages(passages);
  const only = {
    annotations: passages.flatMap(({ annotationId }) => annotationId ?? []),
    documents: passages.flatMap(({ annotationId, documentId }) =>
      annotationId === null ? documentId : [],
    ),
  };
  return (
    <div className="passage-acts" role="group" aria-label={t('passages.acts')}>
      {isChoice && <span role="status">{t('passages.chosen', { shown })}</span>}
      <Button
        variant="quiet"
        isDisabled={info?.readOnly !== null}
        onPress={({ target }) => setTagging({ target: targetOfPassages(passages), beside: target })}
      >
        {isChoice ? t('passages.tagChosen', { shown }) : t('passages.tagAll', { count, shown })}
      </Button>
      {paragraphs.length > 0 && (
        <Button variant="quiet" onPress={() => addToBasket(paragraphs)}>
          {t('passages.basket')}
        </Button>
      )}
      <Button
        variant="quiet"
        onPress={() =>
          openExport(
            { type: 'tag', id: tag.id, children, ...(isAll ? {} : { only }) },
            tagName(tag, language),
          )
        }
      >
        {t('passages.export')}
      </Button>
      {tagging !== null && <TagPicker {...tagging} onClose={() => setTagging(null)} />}
    </div>
  );
}
