/** Follows imports from wherever the reader is: says when one has ended, and leaves the empty start for the list. */
import i18next from 'i18next';
import { useEffect, useRef } from 'react';
import { currentScreen, show, useView } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { notify } from '../design/toast.ts';
import { summaryOf } from './summary.ts';

export function useImportNotices(): void {
  const { data: state } = useArchive('imports.state', {});
  const wasRunning = useRef(false);
  useEffect(() => {
    if (state === undefined) return;
    const ended = wasRunning.current && !state.running;
    wasRunning.current = state.running;
    if (!ended) return;
    const screen = currentScreen(useView.getState());
    // The guides come by themselves: nobody asked, so nobody is told.
    const asked = state.items.some(({ name }) => !/^\d\d-[a-z-]+\.md$/.test(name));
    if (!asked || screen.name === 'imports') return;
    const t = i18next.getFixedT(null, 'imports');
    notify(t('finished', { summary: summaryOf(state) }), {
      label: t('report'),
      run: () => show({ name: 'imports' }),
    });
    if (screen.name === 'start') show({ name: 'library' });
  }, [state]);
}
