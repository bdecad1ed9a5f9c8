/**
 * Rules of paths and file names, Windows' above all: pure text in, text out, so that every rule is
 * tested on any system. `platform` is Node's name for the system ('win32', 'darwin', 'linux').
 */

/** Windows' limit without the prefix, its closing NUL counted. */
const MAX_PATH = 260;

/** Names that mean devices in every folder of Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?$/iu;

/** Longest label of a file name, in code units. */
const LABEL_LENGTH = 255;

/** True where Windows takes the name for something else than the file of that name. */
export function isTroubleOnWindows(name: string): boolean {
  return DEVICE.test(name) || (/[. ]$/u.test(name) && name !== '.' && name !== '..');
}

/**
 * The path to hand to the system so that exactly this file is opened: on Windows, what is too long,
 * is named like a device, or ends in a dot or a space is prefixed, which turns these rules off.
 * @param path absolute.
 */
export function openable(path: string, platform: string): string {
  if (platform !== 'win32' || /^[\\/]{2}[?.][\\/]/u.test(path)) return path;
  const steps = path.split(/[\\/]+/u).filter((step) => step !== '');
  if (path.length < MAX_PATH && !steps.some(isTroubleOnWindows)) return path;
  // Behind the prefix nothing is resolved any more.
  const resolved: string[] = [];
  for (const step of steps) {
    if (step === '..') resolved.pop();
    else if (step !== '.') resolved.push(step);
  }
  if (/^[\\/]{2}/u.test(path)) return `\\\\?\\UNC\\${resolved.join('\\')}`;
  return /^[a-z]:$/iu.test(resolved[0] ?? '') ? `\\\\?\\${resolved.join('\\')}` : path;
}

/** One text for all the ways in which the system's users may write the same path. */
export function pathKey(path: string, platform: string): string {
  const composed = path.normalize('NFC');
  if (platform === 'darwin') return composed.toLowerCase();
  if (platform !== 'win32') return path;
  const plain = composed
    .replace(/^\\\\\?\\UNC\\/iu, '\\\\')
    .replace(/^\\\\\?\\/u, '')
    .replaceAll('/', '\\');
  return plain.toLowerCase();
}

/** True where `path` is the folder itself or lies below it. Both absolute. */
export function isWithin(folder: string, path: string, platform: string): boolean {
  const outer = pathKey(folder, platform).replace(/[\\/]+$/u, '');
  const inner = pathKey(path, platform);
  if (!inner.startsWith(outer)) return false;
  const next = inner.charAt(outer.length);
  return next === '' || next === '/' || (platform === 'win32' && next === '\\');
}

/**
 * A file's name as a label: no control or direction characters that could make it look like
 * another, composed accents, at most 255 code units with the ending kept.
 */
export function nameAsLabel(name: string): string {
  const shown = name
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC');
  if (shown.length <= LABEL_LENGTH) return shown;
  const ending = /\.[^.]{1,12}$/u.exec(shown)?.[0] ?? '';
  return `${shown.slice(0, LABEL_LENGTH - ending.length - 1)}…${ending}`;
}

/** True for what programs leave beside documents: Word's and LibreOffice's locks, macOS' shadows. */
export function isByproduct(name: string): boolean {
  return /^(?:~\$|\.~lock\.|\._)/u.test(name);
}
