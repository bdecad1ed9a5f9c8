/** The quiet line at the foot: long work, what is saved, how much there is, which library. */
import { useIsMutating } from '@tanstack/react-query';
import { ChevronsUpDown, Keyboard, PanelLeft, PanelRight, Pause, Play, X } from 'lucide-react';
import { useArchive, useCommand } from '../data/archive.ts';
import { IconButton } from '../design/Button.tsx';
import { Progress } from '../design/Progress.tsx';
import { OcrProgress } from '../ocr/OcrProgress.tsx';
import { useFormats } from '../i18n/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { LibraryMenu } from './LibraryMenu.tsx';
import { keysOf } from './shortcuts.ts';
import { toggleSide, useSides } from './sides.ts';
import { show, useView } from './view.ts';

export function StatusLine() {
  const t = useText('app');
  const language = useLanguage();
  const format = useFormats();
  const sides = useSides();
  const { data: info } = useArchive('library.info', {});
  return (
    <footer className="status-line" data-pane="status" aria-label={t('regions.status')}>
      <IconButton
        label={t(sides.leftRail ? 'rail.hide' : 'rail.show')}
        keys={keysOf('leftRail', language)}
        onPress={() => toggleSide('leftRail')}
      >
        <PanelLeft aria-hidden="true" />
      </IconButton>
      <ImportProgress />
      <OcrProgress />
      <span className="status-gap" />
      {info?.deriving === true && <span role="status">{t('status.deriving')}</span>}
      <SavedState />
      {info !== undefined && (
        <>
          <span className="tabular">
            {t('status.documents', {
              count: info.documents,
              shown: format.number(info.documents),
            })}
          </span>
          <LibraryMenu info={info}>
            {info.name}
            <ChevronsUpDown aria-hidden="true" />
          </LibraryMenu>
        </>
      )}
      <IconButton
        label={t('help.open')}
        keys={keysOf('help', language)}
        onPress={() => useView.setState({ help: true })}
      >
        <Keyboard aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t(sides.rightPanel ? 'panel.hide' : 'panel.show')}
        keys={keysOf('rightPanel', language)}
        onPress={() => toggleSide('rightPanel')}
      >
        <PanelRight aria-hidden="true" />
      </IconButton>
    </footer>
  );
}

/** Whether everything asked for has been acknowledged by the archive. */
function SavedState() {
  const t = useText('app');
  const { data: info } = useArchive('library.info', {});
  const changing = useIsMutating() > 0;
  const state =
    info?.readOnly != null
      ? 'readOnly'
      : changing
        ? 'saving'
        : info?.journalPending === true
          ? 'pending'
          : 'saved';
  return <span data-testid="saved-state">{t(`status.${state}`)}</span>;
}

function ImportProgress() {
  const t = useText('app');
  const format = useFormats();
  const { data: state } = useArchive('imports.state', {});
  const pause = useCommand('imports.pause');
  const cancel = useCommand('imports.cancel');
  if (state === undefined || !state.running) return null;
  const counts = { done: format.number(state.done), total: format.number(state.total) };
  return (
    <div className="import-progress" role="group" aria-label={t('status.importProgress')}>
      <button type="button" className="link tabular" onClick={() => show({ name: 'imports' })}>
        {t(state.paused ? 'status.importPaused' : 'status.import', counts)}
      </button>
      <Progress label={t('status.importProgress')} done={state.done} total={state.total} />
      <IconButton
        label={t(state.paused ? 'status.resume' : 'status.pause')}
        onPress={() => pause.mutate({ paused: !state.paused })}
      >
        {state.paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
      </IconButton>
      <IconButton label={t('status.cancel')} onPress={() => cancel.mutate({})}>
        <X aria-hidden="true" />
      </IconButton>
      <span className="status-file" title={state.current}>
        {state.current}
      </span>
    </div>
  );
}
