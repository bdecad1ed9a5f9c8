/** The codebook: the tree of tags on the left, on the right the card that says what the chosen one means. */
import { useMemo, useState } from 'react';
import { useSides } from '../app/sides.ts';
import { show } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Switch } from '../design/Field.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { SnapshotsDialog } from './SnapshotsDialog.tsx';
import { SupplyScheme } from './SupplyScheme.tsx';
import { TagCard } from './TagCard.tsx';
import { TagDialog } from './TagDialog.tsx';
import { TagTree } from './TagTree.tsx';
import { tagsById } from './tag-tree.ts';
import './codebook.css';

interface CodebookScreenProps {
  /** The tag whose card is open, or null. */
  readonly tagId: string | null;
}

export function CodebookScreen({ tagId }: CodebookScreenProps) {
  const t = useText('tags');
  const format = useFormats();
  // The tree in the rail has the dialog; where the rail is folded away, this page has it.
  const { leftRail } = useSides();
  const coding = useText('coding');
  const [keeping, setKeeping] = useState(false);
  const [withArchived, setWithArchived] = useState(false);
  const { data: tags } = useArchive('tags.list', {});
  const byId = useMemo(() => tagsById(tags ?? []), [tags]);
  if (tags === undefined) return <div className="screen" aria-busy="true" />;
  const tag = tagId === null ? undefined : byId.get(tagId);
  return (
    <div className="screen codebook">
      <header className="screen-head">
        <h1>{t('codebook.title')}</h1>
        <p className="screen-count">
          {t('codebook.count', { count: tags.length, shown: format.number(tags.length) })}
        </p>
        {tags.some(({ archived }) => archived) && (
          <Switch isSelected={withArchived} onChange={setWithArchived}>
            {t('codebook.withArchived')}
          </Switch>
        )}
        <div className="screen-acts">
          <Button onPress={() => setKeeping(true)}>{coding('snapshots.open')}</Button>
          <Button onPress={() => show({ name: 'matrix', compare: 'documents' })}>
            {t('codebook.matrix')}
          </Button>
        </div>
      </header>
      <div className="codebook-halves">
        <div className="codebook-tree">
          <TagTree inCodebook withArchived={withArchived} />
          <SupplyScheme tags={tags} />
        </div>
        {tag === undefined ? (
          <EmptyState title={t('codebook.pick.title')}>
            <p>{t('codebook.pick.text')}</p>
          </EmptyState>
        ) : (
          <TagCard key={tag.id} tag={tag} tags={byId} />
        )}
      </div>
      {keeping && <SnapshotsDialog onClose={() => setKeeping(false)} />}
      {!leftRail && <TagDialog />}
    </div>
  );
}
