/** Recognition in the status line: which page of how many, pause and stop; and a word when it has ended. */
import i18next from 'i18next';
import { Pause, Play, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OcrState } from '../../electron/contract/views.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { IconButton } from '../design/Button.tsx';
import { Progress } from '../design/Progress.tsx';
import { notify } from '../design/toast.ts';
import { formats, useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';

export function OcrProgress() {
  const t = useText('ocr');
  const format = useFormats();
  const { data: state } = useArchive('ocr.state', {});
  const pause = useCommand('ocr.pause');
  const cancel = useCommand('ocr.cancel');
  useEndNotice(state);
  if (state === undefined || !state.running) return null;
  const { current, paused, done, total } = state;
  const shown = (value: number): string => format.number(value);
  const started = current !== null && current.page > 0;
  const words = paused
    ? t('paused')
    : started
      ? t('page', { page: shown(current.page), pages: shown(current.pages) })
      : t('preparing');
  return (
    <div className="import-progress" role="group" aria-label={t('progress')}>
      <span className="tabular">{words}</span>
      <Progress
        label={t('progress')}
        done={started ? current.page - 1 : 0}
        total={started ? current.pages : 1}
      />
      <IconButton
        label={t(paused ? 'resume' : 'pause')}
        onPress={() => pause.mutate({ paused: !paused })}
      >
        {paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
      </IconButton>
      <IconButton label={t('cancel')} onPress={() => cancel.mutate({})}>
        <X aria-hidden="true" />
      </IconButton>
      {total > 1 && (
        <span className="tabular">
          {t('documents', { at: shown(Math.min(done + 1, total)), total: shown(total) })}
        </span>
      )}
      <span className="status-file" title={current?.title}>
        {current?.title}
      </span>
    </div>
  );
}

/** Says how many were read, once, when the last of them is. */
function useEndNotice(state: OcrState | undefined): void {
  const wasRunning = useRef(false);
  useEffect(() => {
    if (state === undefined) return;
    const ended = wasRunning.current && !state.running;
    wasRunning.current = state.running;
    if (!ended) return;
    const t = i18next.getFixedT(null, 'ocr');
    const { number } = formats(i18next.language);
    const failed = state.failed.length;
    const read = state.done - failed;
    if (read > 0) notify(t('done', { count: read, shown: number(read) }));
    if (failed > 0) notify(t('failed', { count: failed, shown: number(failed) }));
  }, [state]);
}
