/** A file's name from any words: what every system takes, and never a way out of the folder. */

import { isTroubleOnWindows } from '../core/paths.ts';

/** Longest name, in characters, before its ending: paths on Windows are short. */
export const LONGEST_NAME = 80;

/** The name without an ending; 'GMG Archive' where nothing is left of the words. */
export function fileNameFrom(words: string): string {
  const name = words
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return name === '' || isTroubleOnWindows(name) ? 'GMG Archive' : name;
}
