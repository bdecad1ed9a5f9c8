/**
 * Messages as a tree of parts: headers decoded, bodies out of their transfer encoding. It knows
 * RFC 2045 to 2047 and 2231, and nothing of what a message is for.
 */
import { strFromU8 } from 'fflate';
import { FaultError } from '../core/fault.ts';
import { decodeText } from './decode.ts';
import { within, type Limits } from './limits.ts';

/** One part of a message; either `parts` or `body` has something in it. */
export interface Part {
  /** Decoded headers by name in lower case; of repeated ones the first. */
  readonly headers: ReadonlyMap<string, string>;
  /** Media type in lower case; 'text/plain' where none is given. */
  readonly type: string;
  /** Parameters of the content type, names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly attached: boolean;
  /** File name, or null. */
  readonly name: string | null;
  readonly parts: readonly Part[];
  readonly body: Uint8Array;
}

const DEEPEST = 20;

/** @throws FaultError `limit-exceeded`. */
export function readMessage(bytes: Uint8Array, limits: Limits): Part {
  let parts = 0;
  const read = (source: string, depth: number): Part => {
    parts += 1;
    within(limits, 'entries', parts);
    if (depth > DEEPEST) throw new FaultError('limit-exceeded', 'depth');
    const end = /\r?\n\r?\n|^\r?\n/u.exec(source);
    const head = end === null ? source : source.slice(0, end.index);
    const rest = end === null ? '' : source.slice(end.index + end[0].length);
    const headers = headersOf(head);
    const { value, parameters } = structured(headers.get('content-type') ?? 'text/plain');
    const disposition = structured(headers.get('content-disposition') ?? '');
    const boundary = parameters.get('boundary');
    const many = value.startsWith('multipart/') && boundary !== undefined && boundary !== '';
    return {
      headers: new Map([...headers].map(([name, raw]) => [name, decodedHeader(raw)])),
      type: value || 'text/plain',
      parameters,
      attached: disposition.value === 'attachment',
      name: nameOf(disposition.parameters.get('filename') ?? parameters.get('name')),
      parts: many ? cut(rest, boundary).map((one) => read(one, depth + 1)) : [],
      body: many ? new Uint8Array() : transferred(rest, headers.get('content-transfer-encoding')),
    };
  };
  return read(strFromU8(bytes, true).replace(/^(?:From |>From )[^\n]*\n/u, ''), 0);
}

/** Text of a part in the encoding it declares, or in the one its bytes show. */
export function textOf(part: Part): string {
  const declared = part.parameters.get('charset');
  if (declared === undefined || /^(?:utf-?8|us-ascii)$/iu.test(declared))
    return decodeText(part.body);
  return decodedAs(part.body, declared);
}

function decodedAs(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}

/** Headers as they stand, folded lines joined. */
function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** The parts between the lines of a boundary. */
function cut(source: string, boundary: string): string[] {
  const parts: string[] = [];
  let open: number | null = null;
  const line = `--${boundary}`;
  for (let at = source.indexOf(line); at >= 0; at = source.indexOf(line, at + line.length)) {
    if (at > 0 && source[at - 1] !== '\n') continue;
    const end = source.indexOf('\n', at);
    if (open !== null) parts.push(source.slice(open, at).replace(/\r?\n$/u, ''));
    const last = source.startsWith('--', at + line.length);
    open = last || end < 0 ? null : end + 1;
    if (last) break;
  }
  // A message cut short still has its last part.
  if (open !== null) parts.push(source.slice(open));
  return parts;
}

/** `value; name=content; name*0*=content`, names and value in lower case. */
function structured(header: string): {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
} {
  const value = (/^[^;]*/u.exec(header)?.[0] ?? '').trim().toLowerCase();
  const pieces = new Map<string, string>();
  for (const match of header.matchAll(
    /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/gu,
  )) {
    const content = match[2]?.replace(/\\(.)/gu, '$1') ?? match[3]?.trim() ?? '';
    pieces.set((match[1] ?? '').toLowerCase(), content);
  }
  const parameters = new Map<string, string>();
  for (const [name, content] of pieces) {
    const [, base = name, numbered] = /^(.*?)(?:\*(\d+))?\*?$/u.exec(name) ?? [];
    if (numbered !== undefined || base === name) {
      parameters.set(base, (parameters.get(base) ?? '') + content);
    } else parameters.set(base, content);
  }
  for (const name of pieces.keys()) {
    const base = name.replace(/\*.*$/u, '');
    const content = parameters.get(base) ?? '';
    if (name.endsWith('*')) parameters.set(base, extended(content));
  }
  return { value, parameters };
}

/** RFC 2231: charset'language'percent-encoded. */
function extended(value: string): string {
  const [, charset, escaped] = /^([^']*)'[^']*'(.*)$/u.exec(value) ?? [];
  if (charset === undefined || escaped === undefined) return value;
  return decodedAs(unescaped(escaped, '%'), charset || 'utf-8');
}

function nameOf(raw: string | undefined): string | null {
  const name = raw === undefined ? '' : decodedHeader(raw).trim();
  return name === '' ? null : name;
}

/** RFC 2047: `=?charset?B?…?=`; blanks between two encoded words are none. */
function decodedHeader(raw: string): string {
  const bare = /[\u0080-\u00ff]/u.test(raw) && !/[^\u0000-\u00ff]/u.test(raw);
  const text = bare ? decodeText(bytesOf(raw)) : raw;
  return text
    .replace(/(=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[BbQq]\?)/gu, '$1')
    .replace(
      /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?\s]*)\?=/gu,
      (_, charset: string, kind: string, content: string) =>
        decodedAs(
          kind.toUpperCase() === 'B'
            ? base64(content)
            : unescaped(content.replace(/_/gu, ' '), '='),
          charset,
        ),
    );
}

function transferred(body: string, encoding: string | undefined): Uint8Array {
  const kind = (encoding ?? '').trim().toLowerCase();
  if (kind === 'base64') return base64(body);
  if (kind === 'quoted-printable')
    return unescaped(body.replace(/[ \t]+(?=\r?\n)/gu, '').replace(/=\r?\n/gu, ''), '=');
  return bytesOf(body);
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Bytes of a text in which `mark` and two hexadecimal digits stand for a byte. */
function unescaped(text: string, mark: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digits = text[at] === mark ? text.slice(at + 1, at + 3) : '';
    const escaped = /^[\da-f]{2}$/iu.test(digits);
    bytes[length] = escaped ? Number.parseInt(digits, 16) : text.charCodeAt(at);
    length += 1;
    if (escaped) at += 2;
  }
  return bytes.subarray(0, length);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...LETTERS].map((letter, value) => [letter.charCodeAt(0), value]));

/** Bytes of base64; what is no letter of it is passed over. */
function base64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES.get(text.charCodeAt(at));
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 0xff;
    length += 1;
  }
  return bytes.subarray(0, length);
}
