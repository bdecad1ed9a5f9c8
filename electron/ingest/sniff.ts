/**
 * Which format some bytes are, judged by the bytes; the name only decides between kinds of text
 * and tells a lie. It knows the signatures, also of formats that cannot be read.
 */
import { strFromU8 } from 'fflate';
import type { Format } from '../core/document.ts';
import { FaultError, type FaultCode } from '../core/fault.ts';
import { directoryOf } from './archive.ts';
import { beginningOf, decodeText } from './decode.ts';
import { DEFAULT_LIMITS } from './limits.ts';

/** Extensions read now, and what each promises. */
const READ: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mhtml: 'mhtml',
  mht: 'mhtml',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  odt: 'odt',
  ott: 'odt',
  rtf: 'rtf',
  epub: 'epub',
  pptx: 'pptx',
  ppsx: 'pptx',
  pptm: 'pptx',
  odp: 'odp',
  eml: 'eml',
  zip: 'zip',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  tif: 'tiff',
  tiff: 'tiff',
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
};
/** Documents that people have and that fail with a sentence of their own. */
const KNOWN = new Set([
  'doc',
  'ods',
  'ppt',
  'pps',
  'xls',
  'xlsx',
  'msg',
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
 * @throws FaultError `file-empty`; `type-unsupported`, or the code of a format with a sentence of
 *   its own, with the format in `detail`;
 *   `type-lying` with what the bytes really are, where the name promises something else that
 *   could have been read; `type-unknown`.
 */
export function sniff(bytes: Uint8Array, name: string): Format {
  if (bytes.length === 0) throw new FaultError('file-empty');
  const promised = promisedBy(name);
  const found = binaryFormat(bytes);
  if (found === 'zip' && promised !== null && OWN_BYTES.has(promised) && promised !== 'zip') {
    throw new FaultError('damaged', promised);
  }
  if (found !== null && OWN_BYTES.has(found)) return found as Format;
  if (found !== null) {
    // Old and new formats of one program are often confused in names: that is no lie.
    const code = UNREAD[found] ?? (promised === null ? 'type-unsupported' : 'type-lying');
    throw new FaultError(code, found);
  }
  if (!looksLikeText(bytes)) {
    if (promised !== null && OWN_BYTES.has(promised)) throw new FaultError('damaged', promised);
    // Word before 1997 had no signature that is still known: there the name is all there is.
    const extension = extensionOf(name);
    throw new FaultError(UNREAD[extension] ?? 'type-unknown', extension);
  }
  return textFormat(bytes, name, promised);
}

/** Formats that are read and that their own bytes give away. */
const OWN_BYTES: ReadonlySet<string> = new Set<Format>([
  'pdf',
  'docx',
  'odt',
  'rtf',
  'epub',
  'pptx',
  'odp',
  'zip',
  'jpeg',
  'png',
  'tiff',
]);

/** Formats that nobody can read here, with a sentence of their own: what to save instead. */
const UNREAD: Readonly<Record<string, FaultCode>> = {
  doc: 'type-old-word',
  ppt: 'type-old-slides',
  xls: 'type-sheet',
  xlsx: 'type-sheet',
  ods: 'type-sheet',
  msg: 'type-outlook',
  heic: 'type-heic',
  opendocument: 'type-unsupported',
  pages: 'type-unsupported',
};

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
    return zipFormat(bytes);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return compoundFormat(bytes);
  for (const [format, signature] of SIGNATURES) {
    if (signature.every((byte, at) => bytes[at] === byte)) return format;
  }
  if (head.slice(4, 8) === 'ftyp')
    return /heic|heix|heim|hevc|mif1|msf1|avif/u.test(head.slice(8, 24)) ? 'heic' : 'video';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  return null;
}

/** A zip tells by its entry `mimetype`, else by the names in its directory. */
function zipFormat(bytes: Uint8Array): string {
  const { names, content } = directoryOf(bytes, DEFAULT_LIMITS, 'mimetype');
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  const declared = content === undefined ? '' : strFromU8(content, true).trim();
  if (declared === 'application/epub+zip') return 'epub';
  const kind = /^application\/vnd\.oasis\.opendocument\.([a-z]+)/u.exec(declared)?.[1];
  if (kind !== undefined && has('content.xml')) {
    if (kind === 'text') return 'odt';
    if (kind === 'presentation') return 'odp';
    return kind === 'spreadsheet' ? 'ods' : 'opendocument';
  }
  if (has('word/document') || has('word/styles')) return 'docx';
  if (has('ppt/presentation') || has('ppt/slides')) return 'pptx';
  if (has('xl/workbook')) return 'xlsx';
  if (has('Index/Document.iwa')) return 'pages';
  if (has('META-INF/container.xml')) return 'epub';
  if (has('content.xml') && has('META-INF/manifest.xml') && declared === '') return 'odt';
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

/** Control characters of plain texts: ends of lines and pages, tabs, marks of old terminals. */
const BLANKS = new Set([9, 10, 11, 12, 13, 26, 27, 0x85]);

/** Text has hardly any control characters, and fewer zeros still (outside UTF-16). */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = decodeText(beginningOf(bytes, 8192));
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 0) odd += 3;
    const blank = BLANKS.has(code);
    if ((code < 32 && !blank) || code === 0xfffd || (code >= 0x7f && code < 0xa0 && !blank))
      odd += 1;
  }
  return odd <= sample.length * 0.02;
}

function textFormat(bytes: Uint8Array, name: string, promised: Format | null): Format {
  const head = decodeText(beginningOf(bytes, 65_536))
    .replace(/^\uFEFF/u, '')
    .trimStart();
  if (promised !== 'txt' && promised !== 'md' && isMessage(head)) {
    const saved = /^content-type:\s*multipart\/related|^snapshot-content-location:/imu;
    return promised !== 'eml' && saved.test(headerOf(head)) ? 'mhtml' : 'eml';
  }
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (promised === 'passages') return 'passages';
  const page =
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/iu.test(head);
  if (page && promised !== 'md') return 'html';
  if (promised === 'html') return 'html';
  if (promised === 'md') return 'md';
  if (promised !== null && OWN_BYTES.has(promised)) throw new FaultError('type-lying', 'txt');
  if (promised === 'txt' || promised === 'eml' || promised === 'mhtml') return 'txt';
  const extension = extensionOf(name);
  if (extension === 'doc' && !head.startsWith('<')) return 'txt';
  if (/^<\?xml/u.test(head) || KNOWN.has(extension))
    throw new FaultError('type-unsupported', extension || 'xml');
  if (extension === '' || !/^(?:json|csv|tsv|xml|js|ts|css|log|ya?ml)$/u.test(extension))
    return 'txt';
  throw new FaultError('type-unsupported', extension);
}

/** Header lines of a message, the blank line after them left out. */
function headerOf(head: string): string {
  return head.split(/\r?\n\r?\n/u, 1)[0] ?? '';
}

/** A message starts with header lines, two of which every message has. */
function isMessage(head: string): boolean {
  const lines = headerOf(head.replace(/^From [^\n]*\n/u, '')).split(/\r?\n(?![ \t])/u);
  if (lines.length < 2 || !lines.every((line) => /^[!-9;-~]{1,80}:/u.test(line))) return false;
  const known = new Set(
    lines.flatMap(
      (line) =>
        /^(from|to|subject|date|message-id|received|return-path|mime-version|content-type|delivered-to):/iu
          .exec(line)?.[1]
          ?.toLowerCase() ?? [],
    ),
  );
  return known.size >= 2;
}
