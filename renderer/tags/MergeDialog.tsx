/** Merging a tag into another: which one, and what will move where before it does. */
import { useState } from 'react';
import type { TagView } from '../../electron/contract/views.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { show } from '../app/view.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { Select } from '../design/Select.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { isArchived, tagName, tagPath } from './tag-tree.ts';

interface MergeDialogProps {
  readonly tag: TagView;
  readonly tags: ReadonlyMap<string, TagView>;
  readonly onClose: () => void;
}

export function MergeDialog({ tag, tags, onClose }: MergeDialogProps) {
  const t = useText('tags');
  const language = usePreferenceState(interfaceLanguage);
  const { mutateAsync: merge } = useCommand('tags.merge');
  const [into, setInto] = useState<string | null>(null);
  const name = tagName(tag, language);
  const others = [...tags.values()]
    .filter(({ id }) => !isBelow(tags, id, tag.id) && !isArchived(tags, id))
    .map(({ id }) => ({ id, label: tagPath(tags, id, language).join(' › ') }))
    .sort((a, b) => a.label.localeCompare(b.label, language, { numeric: true }));
  const other = into === null ? undefined : tags.get(into);
  const run = (): void => {
    if (other === undefined) return;
    const target = tagName(other, language);
    // What fails is told by the window's toasts.
    merge({ id: tag.id, into: other.id }).then(
      () => {
        onClose();
        show({ name: 'codebook', tagId: other.id });
        notify(t('merge.done', { name, into: target }), {
          label: t('undo'),
          run: () => attempt(() => stepHistory('undo')),
        });
      },
      () => undefined,
    );
  };
  return (
    <Dialog title={t('merge.title', { name })} isOpen onClose={onClose}>
      <div className="tag-form">
        <Select
          label={t('merge.into')}
          value={into}
          placeholder={t('merge.choose')}
          choices={others}
          onChange={setInto}
        />
        {other !== undefined && <Preview tag={tag} other={other} />}
        <DialogActions>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button variant="primary" isDisabled={other === undefined} onPress={run}>
            {t('merge.act')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

function Preview({ tag, other }: { readonly tag: TagView; readonly other: TagView }) {
  const t = useText('tags');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { data } = useArchive('tags.mergePreview', { id: tag.id, into: other.id });
  if (data === undefined) return null;
  const name = tagName(other, language);
  const passages = data.passages + data.passagesBoth;
  const documents = data.documents + data.documentsBoth;
  const lines = [
    passages > 0 &&
      [
        t('merge.passages', { count: passages, shown: format.number(passages), name }),
        ...(data.passagesBoth === 0
          ? []
          : [
              t('merge.passagesBoth', {
                count: data.passagesBoth,
                shown: format.number(data.passagesBoth),
              }),
            ]),
      ].join(', '),
    documents > 0 &&
      t('merge.documents', { count: documents, shown: format.number(documents), name }),
    data.children.length > 0 &&
      t('merge.children', {
        count: data.children.length,
        shown: format.number(data.children.length),
        name,
        list: data.children.join(', '),
      }),
  ].filter((line) => typeof line === 'string');
  return (
    <div className="merge-preview" role="status">
      {lines.length === 0 ? (
        <p>{t('merge.nothing')}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>{t('merge.goes', { name: tagName(tag, language) })}</p>
    </div>
  );
}

/** True for the tag itself and all below it. */
function isBelow(tags: ReadonlyMap<string, TagView>, id: string, top: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    if (at === top) return true;
    seen.add(at);
    at = tags.get(at)?.parentId ?? null;
  }
  return false;
}
