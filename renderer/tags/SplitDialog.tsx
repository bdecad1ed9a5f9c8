/** Splitting a tag: which of its uses go to a new tag beside it. */
import { useState } from 'react';
import type { TagView } from '../../electron/contract/views.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { keyOf } from './passage-view.ts';
import { tagName } from './tag-tree.ts';

interface SplitDialogProps {
  readonly tag: TagView;
  readonly onClose: () => void;
}

export function SplitDialog({ tag, onClose }: SplitDialogProps) {
  const t = useText('tags');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { mutateAsync: split } = useCommand('tags.split');
  const { data = [] } = useArchive('tags.passages', { id: tag.id, children: false });
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const uses = new Map(data.map((passage) => [keyOf(passage), passage]));
  const picked = [...uses].filter(([id]) => chosen.has(id));
  const toggle = (id: string): void =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const run = (): void => {
    const ids = (whole: boolean): string[] =>
      picked.flatMap(([id, { annotationId }]) => ((annotationId === null) === whole ? [id] : []));
    const trimmed = name.trim();
    // What fails is told by the window's toasts.
    split({ id: tag.id, name: trimmed, annotations: ids(false), documents: ids(true) }).then(
      () => {
        onClose();
        notify(t('split.done', { name: trimmed }), {
          label: t('undo'),
          run: () => attempt(() => stepHistory('undo')),
        });
      },
      () => undefined,
    );
  };
  return (
    <Dialog
      title={t('split.title', { name: tagName(tag, language) })}
      isOpen
      onClose={onClose}
      wide
    >
      <div className="tag-form">
        <TextField
          label={t('split.name')}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={500}
          hint={t('split.hint')}
        />
        <fieldset className="split-uses">
          <legend className="label">{t('split.which')}</legend>
          {[...uses].map(([id, passage]) => (
            <label key={id} className="split-use">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span>
                <span className="tag-where">
                  {[
                    passage.documentTitle,
                    ...passage.stretches.flatMap(({ number }) =>
                      number === null
                        ? []
                        : t('paragraph', { number: formatNumber(number, language) }),
                    ),
                  ].join(' · ')}
                </span>
                <span className="split-words">
                  {passage.annotationId === null
                    ? t('whole')
                    : passage.stretches.map(({ exact }) => exact).join(' ')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <p role="status">
          {t('split.chosen', { count: picked.length, shown: format.number(picked.length) })}
        </p>
        <DialogActions>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={name.trim() === '' || picked.length === 0}
            onPress={run}
          >
            {t('split.act')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
