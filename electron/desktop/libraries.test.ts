import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOfFolder, kindOfFolder, libraryArgument, withNewest } from './libraries.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'libraries-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a folder that was named', () => {
  it('is free when it is empty or not there', () => {
    expect(kindOfFolder(folder)).toBe('free');
    expect(kindOfFolder(join(folder, 'new'))).toBe('free');
  });

  it('is a library by its database or, when that is lost, by its journal', async () => {
    await mkdir(join(folder, 'journal'));
    expect(kindOfFolder(folder)).toBe('library');
    await writeFile(join(folder, 'library.db'), '');
    expect(kindOfFolder(folder)).toBe('library');
  });

  it('is neither when it holds something else, or is a file', async () => {
    await writeFile(join(folder, 'notes.txt'), '');
    expect(kindOfFolder(folder)).toBe('other');
    expect(kindOfFolder(join(folder, 'notes.txt'))).toBe('other');
  });
});

describe('the library named on the command line', () => {
  it.each([
    [['electron', 'app', '--library', 'L'], resolve('/here', 'L')],
    [['electron', 'app', '--library=L'], resolve('/here', 'L')],
    [['electron', 'app', '--library=/far/L'], resolve('/far/L')],
    [['electron', 'app'], null],
    [['electron', 'app', '--library'], null],
    [['electron', 'app', '--library='], null],
  ])('%j is %s', (words, expected) => {
    expect(libraryArgument(words, '/here')).toBe(expected);
  });
});

it('the newest library comes first, once, and ten are kept', () => {
  const many = Array.from({ length: 10 }, (_, at) => `/l/${at}`);
  expect(withNewest(['/a', '/b'], '/b')).toEqual(['/b', '/a']);
  expect(withNewest(many, '/new')).toEqual(['/new', ...many.slice(0, 9)]);
});

it('a folder’s id tells no path', () => {
  expect(idOfFolder('/home/a/library')).toMatch(/^[0-9a-f]{16}$/);
  expect(idOfFolder('/home/a/library')).not.toBe(idOfFolder('/home/b/library'));
});
