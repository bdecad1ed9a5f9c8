import { describe, expect, it } from 'vitest';
import { fileFault, folderFault, isHeld, isPassing, isPlaceholder } from './fileFault.ts';

describe('what the system says of a file', () => {
  it.each([
    ['EBUSY', 'win32', 'file-locked'],
    ['EPERM', 'win32', 'file-locked'],
    ['EACCES', 'win32', 'file-locked'],
    ['EBUSY', 'linux', 'file-locked'],
    ['EACCES', 'linux', 'file-unreadable'],
    ['EPERM', 'darwin', 'file-unreadable'],
    ['ENOENT', 'win32', 'file-missing'],
    ['ELOOP', 'linux', 'link-loop'],
    ['ENAMETOOLONG', 'linux', 'name-unusable'],
    ['ENOSPC', 'win32', 'disk-full'],
    ['ENXIO', 'linux', 'file-special'],
    ['EIO', 'linux', 'file-unreadable'],
  ])('%s on %s is %s', (code, platform, fault) => {
    expect(fileFault(code, platform)).toBe(fault);
    expect(isHeld(code, platform)).toBe(fault === 'file-locked');
  });

  it('is another thing for a folder', () => {
    expect(['ENOENT', 'EACCES', 'EPERM', 'ELOOP'].map(folderFault)).toEqual([
      'folder-missing',
      'folder-unreadable',
      'folder-unreadable',
      'link-loop',
    ]);
  });

  it('passes by itself or stays', () => {
    expect(['file-locked', 'file-not-here', 'disk-full'].every(isPassing)).toBe(true);
    expect(['damaged', 'encrypted', 'file-empty'].some(isPassing)).toBe(false);
  });
});

describe('a placeholder of a file that is only online', () => {
  it('has a size and no blocks, where systems have placeholders', () => {
    const online = { size: 80_000, blocks: 0 };
    expect(['win32', 'darwin', 'linux'].map((system) => isPlaceholder(online, system))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is no small file that lies beside its name, and no empty one', () => {
    for (const size of [0, 700, 4_096]) {
      expect(isPlaceholder({ size, blocks: 0 }, 'win32')).toBe(false);
    }
    expect(isPlaceholder({ size: 80_000, blocks: 160 }, 'win32')).toBe(false);
  });
});
