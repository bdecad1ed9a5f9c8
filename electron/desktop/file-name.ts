/** A file's name from any words: what every system takes, and never a way out of the folder. */

/** Longest name, in characters, before its ending. */
const LONGEST = 80;

/** Names that Windows keeps to itself, with whatever ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/** The name without an ending; 'GMG Archive' where nothing is left of the words. */
export function fileNameFrom(words: string): string {
  const name = words
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, LONGEST)
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return name === '' || RESERVED.test(name) ? 'GMG Archive' : name;
}
