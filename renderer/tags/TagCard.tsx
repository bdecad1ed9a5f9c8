/** The card of one tag: its labels and what it means, saved at every pause, and the acts on it. */
import { useState } from 'react';
import type { TagView } from '../../electron/contract/views.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { show } from '../app/view.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { askToErase } from '../erase/state.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { CardField } from './CardField.tsx';
import type { CardFieldName } from './CardField.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { openTagDialog } from './tag-state.ts';
import { tagName, tagPath } from './tag-tree.ts';
import { useTagActs } from './use-tag-acts.ts';

const LABELS: readonly CardFieldName[] = ['name', 'nameFr', 'nameEn'];
const MEANING: readonly CardFieldName[] = [
  'description',
  'include',
  'exclude',
  'example',
  'rule',
  'memo',
];

interface TagCardProps {
  readonly tag: TagView;
  readonly tags: ReadonlyMap<string, TagView>;
}

export function TagCard({ tag, tags }: TagCardProps) {
  const t = useText('tags');
  const erase = useText('erase');
  const coding = useText('coding');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { data: info } = useArchive('library.info', {});
  const { archive } = useTagActs();
  const { mutateAsync: copy } = useCommand('tags.copy');
  const [dialog, setDialog] = useState<'merge' | 'split' | null>(null);
  const close = (): void => setDialog(null);
  const above = tagPath(tags, tag.id, language).slice(0, -1);
  const isLocked = tag.scheme !== '';
  const isReadOnly = info?.readOnly !== null;
  const name = tagName(tag, language);
  const counts = [
    t('passages', { count: tag.passages, shown: format.number(tag.passages) }),
    ...(tag.documents === 0
      ? []
      : [t('documents', { count: tag.documents, shown: format.number(tag.documents) })]),
  ];
  const makeMine = (): void => {
    // What fails is told by the window's toasts.
    copy({ id: tag.id, name: t('codebook.copyName', { name }) }).then(
      (made) => show({ name: 'codebook', tagId: made.id }),
      () => undefined,
    );
  };
  const field = (one: CardFieldName) => (
    <CardField
      key={one}
      id={tag.id}
      field={one}
      value={tag[one]}
      isReadOnly={isReadOnly || (isLocked && one !== 'memo' && one !== 'rule')}
    />
  );
  return (
    <section className="codebook-card" aria-label={t('codebook.card', { name })}>
      {above.length > 0 && (
        <p className="tag-above">{t('codebook.under', { path: above.join(' › ') })}</p>
      )}
      <h2 className="tag-path" data-colour={tag.colour}>
        <span className="tag-dot" />
        {name}
      </h2>
      <p className="codebook-counts">{counts.join(' · ')}</p>
      {tag.archived && <p className="codebook-hint">{t('codebook.archivedHint')}</p>}
      {isLocked && <p className="codebook-hint">{t('codebook.locked')}</p>}
      <div className="codebook-acts">
        <Button onPress={() => show({ name: 'tag', id: tag.id })}>{t('codebook.see')}</Button>
        <Button isDisabled={isReadOnly} onPress={() => openTagDialog({ type: 'edit', id: tag.id })}>
          {t('codebook.edit')}
        </Button>
        {!isLocked && (
          <Button isDisabled={isReadOnly} onPress={() => setDialog('merge')}>
            {t('codebook.merge')}
          </Button>
        )}
        {isLocked && (
          <Button isDisabled={isReadOnly} onPress={() => makeMine()}>
            {t('codebook.copy')}
          </Button>
        )}
        <Button
          isDisabled={isReadOnly || tag.passages + tag.documents === 0}
          onPress={() => setDialog('split')}
        >
          {t('codebook.split')}
        </Button>
        {(!isLocked || tag.parentId === null) && (
          <Button isDisabled={isReadOnly} onPress={() => archive(tag, !tag.archived)}>
            {isLocked && !tag.archived
              ? coding('schemes.hide')
              : t(tag.archived ? 'codebook.unarchive' : 'codebook.archive')}
          </Button>
        )}
        <Button
          variant="danger"
          isDisabled={isReadOnly}
          onPress={() => askToErase({ type: 'tag', id: tag.id })}
        >
          {erase('menu')}
        </Button>
      </div>
      <div className="codebook-labels">{LABELS.map(field)}</div>
      <div className="codebook-meaning">{MEANING.map(field)}</div>
      {dialog === 'merge' && <MergeDialog tag={tag} tags={tags} onClose={close} />}
      {dialog === 'split' && <SplitDialog tag={tag} onClose={close} />}
    </section>
  );
}
