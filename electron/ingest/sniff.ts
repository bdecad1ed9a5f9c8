/**
 * Which format some bytes are, judged by the bytes; the name only decides between kinds of text
 * and tells a lie. It knows the signatures, also of formats that cannot be read yet.
 */
import { strFromU8 } from 'fflate';
import type { Format } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import { decodeText } from './decode.ts';

/** Extensions read now, and what each promises. */
const READ: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
};
/** Documents that people have and that fail with a sentence of their own. */
const KNOWN = new Set([
  'doc',
  'docm',
  'dotx',
  'rtf',
  'odt',
  'odp',
  'ods',
  'epub',
  'ppt',
  'pps',
  'pptx',
  'ppsx',
  'xls',
  'xlsx',
  'mhtml',
  'mht',
  'eml',
  'msg',
  'zip',
  'jpg',
  'jpeg',
  'png',
  'tif',
  'tiff',
  'heic',
  'pages',
  'djvu',
  'ps',
  'wpd',
  'wps',
]);

/** True for a name that a walk through a folder should try: all others are skipped in silence. */
export function looksLikeDocument(name: string): boolean {
  const base = name.replace(/^.*[/\\]/u, '');
  if (base.startsWith('.') || base.startsWith('~$')) return false;
  if (/\.passages\.tsv$/iu.test(base)) return true;
  const extension = extensionOf(base);
  return Object.hasOwn(READ, extension) || KNOWN.has(extension);
}

/**
 * Format of an original.
 * @throws FaultError `file-empty`; `type-unsupported` with the known format in `detail`;
 *   `type-lying` with what the bytes really are, where the name promises something else that
 *   could have been read; `type-unknown`.
 */
export function sniff(bytes: Uint8Array, name: string): Format {
  if (bytes.length === 0) throw new FaultError('file-empty');
  const promised = promisedBy(name);
  const found = binaryFormat(bytes);
  if (found === 'pdf' || found === 'docx') return found;
  if (found !== null) {
    const lies = promised !== null && found !== 'zip';
    throw new FaultError(lies ? 'type-lying' : 'type-unsupported', found);
  }
  if (!looksLikeText(bytes)) {
    if (promised === 'pdf' || promised === 'docx') throw new FaultError('damaged', promised);
    throw new FaultError('type-unknown', extensionOf(name));
  }
  return textFormat(bytes, name, promised);
}

function promisedBy(name: string): Format | null {
  if (/\.passages\.tsv$/iu.test(name)) return 'passages';
  return READ[extensionOf(name)] ?? null;
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['djvu', [0x41, 0x54, 0x26, 0x54]],
  ['postscript', [0x25, 0x21, 0x50, 0x53]],
  ['mp3', [0x49, 0x44, 0x33]],
];

/** Format that the first bytes give away, or null where they may be text. */
function binaryFormat(bytes: Uint8Array): string | null {
  const head = strFromU8(bytes.subarray(0, 1024), true);
  const pdf = head.indexOf('%PDF-');
  if (pdf >= 0 && (pdf < 8 || !/<html|<!doctype/iu.test(head.slice(0, pdf)))) return 'pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006'))
    return zipFormat(bytes, head);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return compoundFormat(bytes);
  for (const [format, signature] of SIGNATURES) {
    if (signature.every((byte, at) => bytes[at] === byte)) return format;
  }
  if (head.slice(4, 8) === 'ftyp')
    return /heic|heix|mif1/u.test(head.slice(8, 24)) ? 'heic' : 'video';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  return null;
}

/** A zip tells by its first entry (`mimetype`) or by the names in its directory, at the end. */
function zipFormat(bytes: Uint8Array, head: string): string {
  const declared =
    /mimetypeapplication\/(epub\+zip|vnd\.oasis\.opendocument\.(text|presentation|spreadsheet|graphics))/u.exec(
      head,
    );
  if (declared !== null) {
    if (declared[2] === undefined) return 'epub';
    return (
      { text: 'odt', presentation: 'odp', spreadsheet: 'ods', graphics: 'odg' }[declared[2]] ??
      'opendocument'
    );
  }
  const tail = head + strFromU8(bytes.subarray(Math.max(0, bytes.length - 262_144)), true);
  if (tail.includes('word/document') || tail.includes('word/styles')) return 'docx';
  if (tail.includes('ppt/presentation') || tail.includes('ppt/slides')) return 'pptx';
  if (tail.includes('xl/workbook')) return 'xlsx';
  if (tail.includes('META-INF/container.xml')) return 'epub';
  return 'zip';
}

/** Microsoft's older container: Word, PowerPoint, Excel, or an encrypted document of today. */
function compoundFormat(bytes: Uint8Array): string {
  const sample = strFromU8(bytes.subarray(0, 4_000_000), true);
  const has = (stream: string): boolean => sample.includes(stream.split('').join('\u0000'));
  if (has('EncryptedPackage')) throw new FaultError('encrypted', 'office');
  if (has('WordDocument')) return 'doc';
  if (has('PowerPoint Document')) return 'ppt';
  if (has('Workbook')) return 'xls';
  return has('__substg1.0') ? 'msg' : 'doc';
}

/** Text has no zero bytes (outside UTF-16) and hardly any control characters. */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = decodeText(bytes.subarray(0, 8192));
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 0) return false;
    const blank =
      code === 9 || code === 10 || code === 12 || code === 13 || code === 26 || code === 27;
    if ((code < 32 && !blank) || code === 0xfffd || (code >= 0x7f && code < 0xa0)) odd += 1;
  }
  return odd <= sample.length * 0.02;
}

function textFormat(bytes: Uint8Array, name: string, promised: Format | null): Format {
  const head = decodeText(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/u, '')
    .trimStart();
  if (/^(?:from |return-path:|received:|mime-version:|delivered-to:)/iu.test(head)) {
    const saved = /multipart\/related|snapshot-content-location/iu.test(head);
    if (promised !== 'txt' && promised !== 'md')
      throw new FaultError('type-unsupported', saved ? 'mhtml' : 'eml');
  }
  if (promised === 'passages') return 'passages';
  const page =
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/iu.test(head);
  if (page && promised !== 'md') return 'html';
  if (promised === 'html') return 'html';
  if (promised === 'md') return 'md';
  if (promised === 'pdf' || promised === 'docx') throw new FaultError('type-lying', 'txt');
  if (promised === 'txt') return 'txt';
  const extension = extensionOf(name);
  if (/^<\?xml/u.test(head) || KNOWN.has(extension))
    throw new FaultError('type-unsupported', extension || 'xml');
  if (extension === '' || !/^(?:json|csv|tsv|xml|js|ts|css|log|ya?ml)$/u.test(extension))
    return 'txt';
  throw new FaultError('type-unsupported', extension);
}
