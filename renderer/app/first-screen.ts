/** Which screen a library opens with: the three doors while it holds nothing of the reader's, else its list. */
import { useEffect } from 'react';
import type { LibraryInfo } from '../../electron/contract/views.ts';
import { useArchive } from '../data/archive.ts';
import { resetView } from './view.ts';

let shownFor: string | null = null;

/** Shows a library's first screen, once for each library that is opened. */
export function showFirst(info: LibraryInfo): void {
  if (shownFor === info.libraryId) return;
  shownFor = info.libraryId;
  resetView({ name: info.documents > 0 ? 'library' : 'start' });
}

/** Follows the library that is open. */
export function useFirstScreen(): void {
  const { data: info } = useArchive('library.info', {});
  useEffect(() => {
    if (info !== undefined) showFirst(info);
  }, [info]);
}
