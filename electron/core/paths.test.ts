import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTroubleOnWindows, isWithin, nameAsLabel, openable, pathKey } from './paths.ts';

const deep = win32.join('C:\\', ...Array.from({ length: 12 }, () => 'dossier-de-travail-commun'));

describe('a path to open on Windows', () => {
  it('stays as it is while no rule is in its way', () => {
    for (const path of ['C:\\Textes\\résolution.pdf', '\\\\serveur\\partage\\a.docx', 'D:\\']) {
      expect(openable(path, 'win32')).toBe(path);
    }
    expect(openable('/home/awa/NUL', 'linux')).toBe('/home/awa/NUL');
  });

  it('is prefixed beyond 260 characters, on drives and on servers', () => {
    const long = win32.join(deep, 'a.pdf');
    expect(long.length).toBeGreaterThan(260);
    expect(openable(long, 'win32')).toBe(`\\\\?\\${long}`);
    const share = long.replace('C:', '\\\\serveur\\partage');
    expect(openable(share, 'win32')).toBe(`\\\\?\\UNC\\${share.slice(2)}`);
    // What is prefixed is what Node itself would hand over.
    expect(openable(long, 'win32')).toBe(win32.toNamespacedPath(long));
    expect(openable(`\\\\?\\${long}`, 'win32')).toBe(`\\\\?\\${long}`);
  });

  it('is prefixed where a name is a device or ends in a dot or space', () => {
    for (const name of ['NUL', 'con.txt', 'COM1.pdf', 'lpt³', 'rapport.', 'note ', 'aux .md']) {
      const path = win32.join('C:\\Textes', name);
      expect([name, openable(path, 'win32')]).toEqual([name, `\\\\?\\${path}`]);
    }
    for (const name of ['console.txt', 'nulle.pdf', 'COM10.txt', 'a.con', '.notes']) {
      expect([name, isTroubleOnWindows(name)]).toEqual([name, false]);
    }
  });

  it('is resolved before it is prefixed', () => {
    expect(openable('C:/Textes/x/../CON/./a.txt', 'win32')).toBe('\\\\?\\C:\\Textes\\CON\\a.txt');
  });
});

describe('the same path', () => {
  it('is known in every spelling the system takes for the same', () => {
    const one = pathKey('C:\\Textes\\Été.PDF', 'win32');
    expect(pathKey('c:/textes/e\u0301te\u0301.pdf', 'win32')).toBe(one);
    expect(pathKey('\\\\?\\C:\\Textes\\Été.pdf', 'win32')).toBe(one);
    expect(pathKey('\\\\?\\UNC\\S\\p\\a', 'win32')).toBe(pathKey('\\\\s\\P\\A', 'win32'));
    expect(pathKey('/A.txt', 'linux')).not.toBe(pathKey('/a.txt', 'linux'));
    expect(pathKey('/A.txt', 'darwin')).toBe(pathKey('/a.txt', 'darwin'));
  });

  it('lies within a folder by whole names', () => {
    expect(isWithin('C:\\Textes', 'c:\\textes\\a\\b.pdf', 'win32')).toBe(true);
    expect(isWithin('C:\\Textes\\', 'C:\\Textes', 'win32')).toBe(true);
    expect(isWithin('C:\\Textes', 'C:\\Textes 2\\b.pdf', 'win32')).toBe(false);
    expect(isWithin('/a/b', '/a/b/c', 'linux')).toBe(true);
    expect(isWithin('/a/b', '/a/bc', 'linux')).toBe(false);
    expect(isWithin('/', '/a', 'linux')).toBe(true);
  });
});

describe('a name as a label', () => {
  it('hides no direction marks, controls or halves of characters', () => {
    expect(nameAsLabel('rap\u202Efdp.exe')).toBe('rapfdp.exe');
    expect(nameAsLabel('a\u0000\nb.txt')).toBe('ab.txt');
    expect(nameAsLabel('e\u0301.txt')).toBe('é.txt');
    expect(nameAsLabel('x\uD800.txt')).toBe('x\uFFFD.txt');
  });

  it('is cut in the middle and keeps its ending', () => {
    const label = nameAsLabel(`${'a'.repeat(400)}.pdf`);
    expect(label).toHaveLength(255);
    expect(label.endsWith('….pdf')).toBe(true);
  });
});
