/** The dialog before something is erased for good: what goes, from where, and that nothing brings it back. */
import { useState } from 'react';
import type { ErasePreview, ErasureDone } from '../../electron/contract/erase-views.ts';
import { toFault } from '../../electron/core/fault.ts';
import { flush } from '../app/flush.ts';
import { currentScreen, forgetDocuments, show, useView } from '../app/view.ts';
import { call } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { dismissAll, notify, notifyFault } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { useReading } from '../reader/reading.ts';
import { useErasing } from './state.ts';
import type { Erasable } from './state.ts';

const close = (): void => useErasing.setState({ asked: null });

export function EraseDialog() {
  const t = useText('erase');
  const asked = useErasing((state) => state.asked);
  const [running, setRunning] = useState(false);
  return (
    <Dialog
      title={t('title')}
      isOpen={asked !== null}
      onClose={() => {
        if (!running) close();
      }}
    >
      {asked !== null && <Warning what={asked} running={running} onRunning={setRunning} />}
    </Dialog>
  );
}

interface WarningProps {
  readonly what: Erasable;
  readonly running: boolean;
  readonly onRunning: (running: boolean) => void;
}

function Warning({ what, running, onRunning }: WarningProps) {
  const t = useText('erase');
  const format = useFormats();
  const { data: preview, isError } = useArchive('erase.preview', { what });
  const told = useTold();
  const run = (): void => {
    onRunning(true);
    erase(what)
      .then((done) => notify(told(done)))
      .catch((error: unknown) => notifyFault(toFault(error)))
      .finally(() => {
        onRunning(false);
        close();
      });
  };
  return (
    <div className="form">
      {preview !== undefined && (
        <>
          <p>{t('goes')}</p>
          <ul className="erase-list tabular">
            {linesOf(preview).map(({ key, count }) => (
              <li key={key}>{t(key, { count, shown: format.number(count) })}</li>
            ))}
          </ul>
          <p>
            {t('everywhere')}{' '}
            {preview.backups > 0 &&
              t('backups', { count: preview.backups, shown: format.number(preview.backups) })}
          </p>
          <p className="erase-final">{t('final')}</p>
          <p className="hint">{t(what.type === 'documents' ? 'outsideFiles' : 'outside')}</p>
        </>
      )}
      {isError && <p>{t('gone')}</p>}
      <p role="status" className="unseen">
        {running ? t('running') : ''}
      </p>
      <DialogActions>
        <Button autoFocus isDisabled={running} onPress={close}>
          {t('cancel')}
        </Button>
        <Button
          variant="danger"
          isDisabled={running || preview === undefined || isError}
          onPress={run}
        >
          {running ? t('running') : t('act')}
        </Button>
      </DialogActions>
    </div>
  );
}

/** Saves what is being typed, erases, and leaves the places where it was shown. */
async function erase(what: Erasable): Promise<ErasureDone> {
  await flush();
  useReading.setState({ editing: null });
  const done = await call('erase.forGood', { what });
  // What they offer to take back may be what is gone.
  dismissAll();
  if (what.type === 'documents') forgetDocuments(what.ids);
  if (what.type === 'tag') {
    const screen = currentScreen(useView.getState());
    if (screen.name === 'tag') show({ name: 'library' });
    if (screen.name === 'codebook') show({ name: 'codebook', tagId: null });
  }
  return done;
}

/** What was done, in one notice. */
function useTold(): (done: ErasureDone) => string {
  const t = useText('erase');
  const format = useFormats();
  return (done) => {
    const copies = done.backupsRewritten + done.asideRewritten;
    const removed = done.backupsRemoved + done.asideRemoved;
    return [
      t('done'),
      ...(copies > 0 ? [t('rewritten', { count: copies, shown: format.number(copies) })] : []),
      ...(removed > 0 ? [t('removed', { count: removed, shown: format.number(removed) })] : []),
      ...(done.unfinished ? [t('unfinished')] : []),
    ].join(' ');
  };
}

type LineKey = 'documents' | 'notes' | 'taggings' | 'tags' | 'withdrawn' | 'picked';

function linesOf(preview: ErasePreview): readonly { key: LineKey; count: number }[] {
  const keys = ['documents', 'tags', 'notes', 'taggings', 'withdrawn', 'picked'] as const;
  return keys.map((key) => ({ key, count: preview[key] })).filter(({ count }) => count > 0);
}
