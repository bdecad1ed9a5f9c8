import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../core/document.ts';
import { copyName, outside } from './outside.ts';

describe('the name of a copy', () => {
  it('ends as the recognised format does, whatever the file was called', () => {
    expect(copyName('report.exe', 'pdf')).toBe('report.pdf');
    expect(copyName('report.pdf.bat', 'html')).toBe('report pdf.html');
    expect(copyName('Déclaration (projet).DOCX', 'docx')).toBe('Déclaration (projet).docx');
  });

  it('never leads out of its folder, nor to a device', () => {
    expect(copyName('../../etc/passwd', 'txt')).toBe('etc passwd.txt');
    expect(copyName('C:\\Windows\\a:b.txt', 'txt')).toBe('C Windows a b.txt');
    expect(copyName('CON.txt', 'txt')).toBe('document.txt');
    expect(copyName('…', 'txt')).toBe('document.txt');
    expect(copyName('a'.repeat(300), 'txt')).toHaveLength(84);
  });

  it('is never that of a program, and there is none for an archive of files', () => {
    const endings = FORMATS.map((format) => copyName('a', format)?.split('.').at(-1));
    expect(endings.filter((ending) => ending === undefined)).toHaveLength(1);
    const programs = 'exe com bat cmd ps1 vbs js jar msi lnk sh app desktop scr hta'.split(' ');
    expect(endings.filter((ending) => programs.includes(ending ?? ''))).toEqual([]);
    expect(copyName('files.zip', 'zip')).toBeNull();
  });
});

describe('a copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  const copies = outside(folder);
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the same bytes, can only be read, and goes at the end', async () => {
    const original = join(folder, 'original');
    writeFileSync(original, 'bytes');
    const path = await copies.copy(original, 'ab'.repeat(32), 'text.txt');
    expect(readFileSync(path, 'utf8')).toBe('bytes');
    expect(statSync(path).mode & 0o222).toBe(0);
    expect(await copies.copy(original, 'ab'.repeat(32), 'text.txt')).toBe(path);
    await copies.clear();
    expect(existsSync(path)).toBe(false);
    expect(existsSync(original)).toBe(true);
  });
});
