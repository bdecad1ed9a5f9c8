import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FaultError } from '../core/fault.ts';
import { looksLikeDocument, sniff } from './sniff.ts';

const bytes = (text: string): Uint8Array => strToU8(text, true);
const PNG = bytes('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR');
const zipOf = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])), { level: 0 });
const opened = (type: string): Uint8Array =>
  zipSync({ mimetype: strToU8(type), 'content.xml': strToU8('<x/>') }, { level: 0 });

function faultOf(given: Uint8Array, name: string): string {
  try {
    return sniff(given, name);
  } catch (error) {
    return error instanceof FaultError ? `${error.code} ${error.detail}` : String(error);
  }
}

describe('formats by content', () => {
  it.each([
    ['a PDF by any name', bytes('%PDF-1.7\n'), 'report.txt', 'pdf'],
    ['a Word file by any name', zipOf('[Content_Types].xml', 'word/document.xml'), 'x.zip', 'docx'],
    ['a page without an ending', bytes('<!DOCTYPE html><p>x'), 'page', 'html'],
    ['a page called .txt', bytes('<html><body>x'), 'page.txt', 'html'],
    ['text', bytes('Bonjour'), 'a.txt', 'txt'],
    ['UTF-16 text', bytes('B\u0000o\u0000n\u0000j\u0000o\u0000u\u0000r\u0000'), 'a.txt', 'txt'],
    ['Markdown', bytes('# A'), 'a.md', 'md'],
    ['passages', bytes('1\tfr\tx'), 'set.passages.tsv', 'passages'],
    ['a picture called .pdf', PNG, 'scan.pdf', 'png'],
    ['text called .pdf', bytes('nothing here'), 'a.pdf', 'type-lying txt'],
    ['a picture', PNG, 'scan.png', 'png'],
    ['OpenDocument text', opened('application/vnd.oasis.opendocument.text'), 'a.odt', 'odt'],
    ['slides', opened('application/vnd.oasis.opendocument.presentation'), 'a.zip', 'odp'],
    [
      'a spreadsheet',
      opened('application/vnd.oasis.opendocument.spreadsheet'),
      'a.ods',
      'type-sheet ods',
    ],
    ['EPUB', opened('application/epub+zip'), 'a.epub', 'epub'],
    ['slides', zipOf('ppt/presentation.xml'), 'a.pptx', 'pptx'],
    ['rich text', bytes('{\\rtf1 x}'), 'a.doc', 'rtf'],
    ['rich text after a blank line', bytes('\r\n{\\rtf1 x}'), 'a.rtf', 'rtf'],
    ['text called .doc', bytes('Bonjour'), 'a.doc', 'txt'],
    ['Word of 1990', bytes('\u00db\u00a5\u002d\u0000\u0000\u0000'), 'a.doc', 'type-old-word doc'],
    ['an archive of Word files', zipOf('texts/word/document.xml', 'b.docx'), 'a.zip', 'zip'],
    ['an archive called .docx', zipOf('a.txt'), 'a.docx', 'damaged docx'],
    ['a workbook', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'a.xlsx', 'type-sheet xlsx'],
    [
      'old Word',
      bytes(
        '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1W\u0000o\u0000r\u0000d\u0000D\u0000o\u0000c\u0000u\u0000m\u0000e\u0000n\u0000t\u0000',
      ),
      'a.doc',
      'type-old-word doc',
    ],
    ['a mail', bytes('From: a@b.org\r\nMIME-Version: 1.0\r\n\r\nx'), 'a.msg', 'eml'],
    [
      'a saved page',
      bytes(
        'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n a=b\r\n\r\n',
      ),
      'page',
      'mhtml',
    ],
    ['text that begins like a mail', bytes('From: the sea\nto the port we came.'), 'a.txt', 'txt'],
    [
      'a photo of a telephone',
      bytes('\u0000\u0000\u0000\u0018ftypheic'),
      'a.heic',
      'type-heic heic',
    ],
    ['unknown bytes', bytes('\u0001\u0002\u0000\u0003'), 'a.bin', 'type-unknown bin'],
    ['noise called .pdf', bytes('\u0001\u0002\u0000\u0003'), 'a.pdf', 'damaged pdf'],
    ['nothing', new Uint8Array(), 'a.pdf', 'file-empty '],
  ])('%s', (_, given, name, wanted) => {
    expect(faultOf(given, name)).toBe(wanted);
  });
});

describe('names worth trying in a folder', () => {
  it.each([
    'a.pdf',
    'B.DOCX',
    'c.htm',
    'd.md',
    'e.odt',
    'f.epub',
    'g.pptx',
    'h.jpg',
    'x.passages.tsv',
  ])('%s', (name) => {
    expect(looksLikeDocument(name)).toBe(true);
  });
  it.each(['a.json', 'b.tsv', '.hidden.pdf', '~$locked.docx', 'noending', 'c.js', 'Thumbs.db'])(
    'not %s',
    (name) => {
      expect(looksLikeDocument(name)).toBe(false);
    },
  );
});

it('reads texts of any script as text, wherever a sample of their bytes ends', () => {
  const russian = new TextEncoder().encode('Каждый мигрант имеет право на защиту. '.repeat(400));
  for (const shift of [0, 1, 2, 3]) {
    const shifted = new Uint8Array([...bytes('a'.repeat(shift)), ...russian]);
    expect(sniff(shifted, 'a.txt')).toBe('txt');
  }
  const wide = Uint8Array.from(
    [...'\uFEFFÉté'].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8, 0, 0]),
  );
  expect(sniff(wide, 'a.txt')).toBe('txt');
  expect(faultOf(new Uint8Array(9_000), 'a.txt')).toBe('type-unknown txt');
});
