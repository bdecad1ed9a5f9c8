/** Which screen a library opens with: the three doors while it holds nothing of the reader's, else its list. */
import { useEffect, useLayoutEffect } from 'react';
import type { LibraryInfo } from '../../electron/contract/views.ts';
import { useArchive } from '../data/archive.ts';
import { takeLink } from './link.ts';
import { resetView } from './view.ts';

let shownFor: string | null = null;

/** Shows a library's first screen, once for each library that is opened. */
function showFirst(info: LibraryInfo): void {
  if (shownFor === info.libraryId) return;
  const isFirst = shownFor === null;
  shownFor = info.libraryId;
  // A window begins with the list.
  if (isFirst && info.documents > 0) return;
  resetView({ name: info.documents > 0 ? 'library' : 'start' });
}

/** Follows the library that is open. */
export function useFirstScreen(): void {
  const { data: info } = useArchive('library.info', {});
  useLayoutEffect(() => {
    if (info !== undefined) showFirst(info);
  }, [info]);
  // What the application was started with comes after the first screen.
  useEffect(() => takeLink(false), []);
}
