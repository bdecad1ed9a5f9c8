/**
 * From what the system says of a file to a fault a person understands: which errors pass by
 * themselves, which mean that Word holds the file, and which file is a mere placeholder.
 */
import type { FaultCode } from './fault.ts';

/** Waits before each further try at a file that is held for a moment, in milliseconds. */
export const RETRY_AFTER: readonly number[] = [60, 180, 540];

/** Larger than what a file system keeps beside the name itself, with no blocks of its own. */
const INLINE_BYTES = 4_096;

/** Errors that virus scanners and open programs cause, and that often pass. */
const HELD_ON_WINDOWS = ['EPERM', 'EBUSY', 'EACCES'];

/** True for errors worth another try. `code`: the system's, such as 'EBUSY'. */
export function isHeld(code: string, platform: string): boolean {
  return code === 'EBUSY' || (platform === 'win32' && HELD_ON_WINDOWS.includes(code));
}

/** The fault of a file that could not be read. */
export function fileFault(code: string, platform: string): FaultCode {
  if (isHeld(code, platform)) return 'file-locked';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'file-missing';
    case 'ELOOP':
      return 'link-loop';
    case 'ENAMETOOLONG':
      return 'name-unusable';
    case 'ENXIO':
    case 'ENODEV':
    case 'EISDIR':
      return 'file-special';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    default:
      return 'file-unreadable';
  }
}

/** The fault of a folder that could not be listed. */
export function folderFault(code: string): FaultCode {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folder-missing';
  if (code === 'ELOOP') return 'link-loop';
  return code === 'ENAMETOOLONG' ? 'name-unusable' : 'folder-unreadable';
}

/**
 * True for a file whose content is only online: it has a size and no blocks on the disk. Told for
 * Windows and macOS, whose cloud folders work so; elsewhere network disks count no blocks at all.
 */
export function isPlaceholder(
  { size, blocks }: { readonly size: number; readonly blocks: number },
  platform: string,
): boolean {
  return (platform === 'win32' || platform === 'darwin') && blocks === 0 && size > INLINE_BYTES;
}

/** Faults that say nothing of the file itself: it is tried again at the next look. */
export function isPassing(code: string): boolean {
  return PASSING.includes(code);
}

const PASSING: readonly string[] = [
  'file-locked',
  'file-not-here',
  'file-changed',
  'file-missing',
  'file-unreadable',
  'folder-missing',
  'folder-unreadable',
  'disk-full',
  'cancelled',
  'parser-crashed',
  'library-read-only',
  'internal',
] satisfies readonly FaultCode[];
