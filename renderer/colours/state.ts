/** Whether the dialog of colours is open, and what each colour is called, for whoever shows one. */
import { useCallback } from 'react';
import { create } from 'zustand';
import type { HighlightColour } from '../../electron/core/annotation.ts';
import { colourWords } from '../../electron/core/colour.ts';
import { useArchive } from '../data/archive.ts';
import { useText } from '../i18n/index.ts';

export const useColoursDialog = create<{ readonly open: boolean }>(() => ({ open: false }));

/** 'jaune (à citer)': a colour's name and what it stands for, as the reader gave them. */
export function useColourWords(): (colour: HighlightColour) => string {
  const t = useText('reader');
  const { data } = useArchive('colours.list', {});
  return useCallback(
    (colour) =>
      colourWords(
        data?.find((one) => one.colour === colour),
        t(`colours.${colour}`),
      ),
    [data, t],
  );
}
