import { describe, expect, it } from 'vitest';
import { fileNameFrom } from './file-name.ts';

describe('a file’s name', () => {
  it.each([
    ['Réunion du 12 : « accueil »', 'Réunion du 12 « accueil »'],
    ['../../etc/passwd', 'etc passwd'],
    ['A/RES/76/266', 'A RES 76 266'],
    ['C:\\Windows\\x', 'C Windows x'],
    ['  ...  ', 'GMG Archive'],
    ['', 'GMG Archive'],
    ['CON', 'GMG Archive'],
    ['nul.txt', 'GMG Archive'],
    ['fin.', 'fin'],
    ['a\u0000b\nc', 'a b c'],
  ])('%j becomes %j', (words, name) => expect(fileNameFrom(words)).toBe(name));

  it('is never longer than file systems take', () => {
    expect(fileNameFrom('é'.repeat(500)).length).toBeLessThanOrEqual(80);
  });
});
