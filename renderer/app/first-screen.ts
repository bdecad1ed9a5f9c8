/** Which screen a library opens with: the three doors while it holds nothing of the reader's, else its list. */
import { useEffect, useRef } from 'react';
import { useArchive } from '../data/archive.ts';
import { resetView } from './view.ts';

export function useFirstScreen(): void {
  const { data: info } = useArchive('library.info', {});
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    if (info === undefined || shownFor.current === info.libraryId) return;
    shownFor.current = info.libraryId;
    resetView({ name: info.documents > 0 ? 'library' : 'start' });
  }, [info]);
}
