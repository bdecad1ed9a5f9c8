/** The codebook as it was kept on some days: keep it now, compare a day with now, go back to it. */
import { useState } from 'react';
import type { SnapshotChanges, SnapshotTag } from '../../electron/contract/tag-views.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { dismissAll, notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';

export function SnapshotsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('coding');
  const format = useFormats();
  const { data: snapshots = [] } = useArchive('snapshots.list', {});
  const { mutateAsync: create } = useCommand('snapshots.create');
  const { mutateAsync: restore } = useCommand('snapshots.restore');
  const { mutateAsync: remove } = useCommand('snapshots.delete');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const snapshot = snapshots.find(({ id }) => id === chosen) ?? null;
  const undo = { label: t('many.undo'), run: () => attempt(() => stepHistory('undo')) };
  // What fails is told by the window's toasts.
  const keep = (): void => {
    create({ name: name.trim() }).then(
      ({ id }) => {
        setName('');
        setChosen(id);
      },
      () => undefined,
    );
  };
  const told = (act: Promise<unknown>, sentence: string): void => {
    act.then(
      () => {
        onClose();
        dismissAll();
        notify(sentence, undo);
      },
      () => undefined,
    );
  };
  return (
    <Dialog title={t('snapshots.title')} isOpen onClose={onClose} wide>
      <form
        className="snapshot-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') keep();
        }}
      >
        <TextField
          label={t('snapshots.name')}
          value={name}
          onChange={setName}
          maxLength={500}
          placeholder={t('snapshots.example')}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {t('snapshots.keep')}
        </Button>
      </form>
      {snapshots.length === 0 ? (
        <p className="hint">{t('snapshots.none')}</p>
      ) : (
        <ul className="snapshot-list" aria-label={t('snapshots.list')}>
          {snapshots.map(({ id, name: own, at, tags }) => (
            <li key={id}>
              <button
                type="button"
                className="snapshot-line"
                aria-pressed={id === chosen}
                onClick={() => setChosen(id === chosen ? null : id)}
              >
                <span className="snapshot-name">{own}</span>
                <span className="tag-above">
                  {format.moment(at)} ·{' '}
                  {t('snapshots.tags', { count: tags, shown: format.number(tags) })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {snapshot !== null && <Compared key={snapshot.id} id={snapshot.id} />}
      <DialogActions>
        {snapshot !== null && (
          <>
            <Button
              variant="quiet"
              onPress={() =>
                told(remove({ id: snapshot.id }), t('snapshots.deleted', { name: snapshot.name }))
              }
            >
              {t('snapshots.delete')}
            </Button>
            <Button
              onPress={() =>
                told(restore({ id: snapshot.id }), t('snapshots.restored', { name: snapshot.name }))
              }
            >
              {t('snapshots.restore')}
            </Button>
          </>
        )}
        <Button variant="primary" onPress={onClose}>
          {t('snapshots.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What differs between a day and now, in words. */
function Compared({ id }: { readonly id: string }) {
  const t = useText('coding');
  const language = usePreferenceState(interfaceLanguage);
  const { data } = useArchive('snapshots.compare', { id });
  if (data === undefined) return null;
  const named = ({ path }: SnapshotTag): string => path[language].join(' › ');
  const lines: readonly (readonly [keyof SnapshotChanges, readonly string[]])[] = [
    ['added', data.added.map(named)],
    ['removed', data.removed.map(named)],
    ['renamed', data.renamed.map(({ from, to }) => `${named(from)} → ${to.path[language].at(-1)}`)],
    ['moved', data.moved.map(({ from, to }) => `${named(from)} → ${named(to)}`)],
    ['changed', data.changed.map(named)],
  ];
  const differing = lines.filter(([, tags]) => tags.length > 0);
  return (
    <section className="snapshot-changes" aria-label={t('snapshots.changes')}>
      {differing.length === 0 && <p>{t('snapshots.same')}</p>}
      {differing.map(([kind, tags]) => (
        <div key={kind}>
          <h2>{t(`snapshots.${kind}`, { count: tags.length })}</h2>
          <ul>
            {tags.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      ))}
      {differing.length > 0 && <p className="hint">{t('snapshots.hint')}</p>}
    </section>
  );
}
