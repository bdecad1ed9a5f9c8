/**
 * An EPUB to a reading: the package says which chapters there are and in which order; each is a
 * page for the HTML reader. Covers and the table of contents are left out.
 */
import { canonicalText } from '../core/canonical.ts';
import { FaultError } from '../core/fault.ts';
import { unzipped, xmlText } from './archive.ts';
import { decodeText } from './decode.ts';
import { readHtml } from './html/index.ts';
import { primaryLanguage } from './language.ts';
import type { Limits } from './limits.ts';
import type { Piece, Reading } from './piece.ts';
import { readXml } from './xml.ts';

const WANTED = /\.(?:xml|opf|xhtml|html|htm)$/iu;
/** Media types that hold no text; chapters come under several names. */
const NO_CHAPTER = /^(?:image|font|audio|video)\/|css|script|ncx|smil|pdf/u;

interface Package {
  title: string;
  language: string;
  /** Media type, address and properties of each item, by its id. */
  readonly items: Map<string, { href: string; type: string; properties: string }>;
  readonly spine: string[];
  /** Addresses that the guide calls a cover or a table of contents. */
  readonly around: Set<string>;
}

/** @throws FaultError `damaged`, `encrypted`, `limit-exceeded`. */
export function readEpub(bytes: Uint8Array, limits: Limits): Reading {
  const parts = unzipped(bytes, limits, (name) => WANTED.test(name));
  const place = rootfileOf(parts);
  const main = parts.get(place);
  if (main === undefined) throw new FaultError('damaged', 'epub: no package');
  const book = packageOf(xmlText(main));
  const byName = new Map([...parts].map(([name, part]) => [name.toLowerCase(), part]));
  const locked = lockedOf(parts.get('META-INF/encryption.xml'));
  const pieces: Piece[] = [];
  for (const id of book.spine) {
    const item = book.items.get(id);
    if (item === undefined || NO_CHAPTER.test(item.type)) continue;
    const cover = /cover/iu.test(id) || /(?:^|\/)cover[^/]*$/iu.test(item.href);
    if (/\bnav\b/u.test(item.properties) || book.around.has(item.href)) continue;
    const address = resolved(place, item.href);
    if (locked.has(address)) throw new FaultError('encrypted', 'epub');
    const page = parts.get(address) ?? byName.get(address.toLowerCase());
    if (page === undefined) continue;
    const source = closed(decodeText(page));
    const chapter = readHtml(new TextEncoder().encode(source), true).pieces.map((piece) =>
      addressed(piece, address),
    );
    if (isContents(source)) {
      for (const { text } of chapter) pieces.push({ kind: 'furniture', text });
      continue;
    }
    // A cover is a picture with a few words; a chapter of that name has paragraphs.
    if (!cover || chapter.some(({ text }) => text.length > 300)) {
      for (const piece of chapter) pieces.push(piece);
    }
  }
  return {
    format: 'epub',
    pieces,
    title: canonicalText(book.title) || null,
    language: primaryLanguage(book.language.trim()),
    pages: null,
    stated: {},
  };
}

function rootfileOf(parts: ReadonlyMap<string, Uint8Array>): string {
  const container = parts.get('META-INF/container.xml');
  let place: string | null = null;
  if (container !== undefined) {
    readXml(xmlText(container), {
      open(name, attributes) {
        if (name === 'rootfile') place ??= attributes.get('full-path') ?? null;
      },
      close: () => undefined,
      text: () => undefined,
    });
  }
  return place ?? [...parts.keys()].find((name) => name.endsWith('.opf')) ?? '';
}

function packageOf(source: string): Package {
  const book: Package = {
    title: '',
    language: '',
    items: new Map(),
    spine: [],
    around: new Set(),
  };
  let field: 'title' | 'language' | null = null;
  readXml(source, {
    open(name, attributes) {
      field =
        (name === 'title' && book.title === '') || (name === 'language' && book.language === '')
          ? name
          : null;
      if (name === 'item') {
        book.items.set(attributes.get('id') ?? '', {
          href: attributes.get('href') ?? '',
          type: attributes.get('media-type') ?? '',
          properties: attributes.get('properties') ?? '',
        });
      } else if (name === 'itemref') book.spine.push(attributes.get('idref') ?? '');
      else if (name === 'reference' && /^(?:cover|toc)$/u.test(attributes.get('type') ?? '')) {
        // An address with a mark lies in the midst of a chapter, which stays.
        const href = attributes.get('href') ?? '';
        if (!href.includes('#')) book.around.add(href);
      }
    },
    close() {
      field = null;
    },
    text(text) {
      if (field !== null) book[field] += text;
    },
  });
  return book;
}

/** Addresses of what is encrypted; scrambled fonts are harmless. */
function lockedOf(source: Uint8Array | undefined): ReadonlySet<string> {
  const locked = new Set<string>();
  if (source === undefined) return locked;
  readXml(xmlText(source), {
    open(name, attributes) {
      if (name === 'CipherReference') locked.add(resolved('', attributes.get('URI') ?? ''));
    },
    close: () => undefined,
    text: () => undefined,
  });
  return locked;
}

/** Name of the entry that an address in the package means. */
function resolved(from: string, href: string): string {
  let bare = href.replace(/[?#].*$/u, '');
  try {
    bare = decodeURIComponent(bare);
  } catch {
    // An address that is not well formed is taken as it stands.
  }
  const path = from.split('/').slice(0, -1);
  for (const step of bare.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** A chapter's marks and their notes under their addresses in the package: notes may lie apart. */
function addressed(piece: Piece, address: string): Piece {
  if (piece.calls === undefined && piece.keys === undefined) return piece;
  return {
    ...piece,
    ...(piece.keys === undefined ? {} : { keys: piece.keys.map((key) => `${address}#${key}`) }),
    ...(piece.calls === undefined
      ? {}
      : {
          calls: piece.calls.map((call) => {
            if (call.key === undefined) return call;
            const fragment = call.key.slice(call.key.lastIndexOf('#'));
            const place = call.key.startsWith('#') ? address : resolved(address, call.key);
            return { ...call, key: place + fragment };
          }),
        }),
  };
}

const VOID =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|path|rect|circle|line|use|image|polygon|ellipse)$/iu;

/** XHTML closes empty elements in themselves, which HTML would take for open ones. */
function closed(page: string): string {
  return page
    .replace(/<\/br\s*>/giu, '')
    .replace(
      /<([A-Za-z][\w:-]*)((?:\s[^<>]*?)?)\/>/gu,
      (whole, name: string, attributes: string) =>
        VOID.test(name) ? whole : `<${name}${attributes}></${name}>`,
    );
}

/** A chapter of hardly anything but links into the book is a table of its contents. */
function isContents(page: string): boolean {
  const body = page.slice(Math.max(0, page.search(/<body\b/iu)));
  let [links, linked, letters, inLink, inHeading] = [0, 0, 0, 0, 0];
  for (const [token, end, tag = ''] of body.matchAll(/<(\/?)([a-z][a-z\d]*)[^<>]*>|[^<]+/giu)) {
    const step = end === '/' ? -1 : 1;
    if (/^h\d$/iu.test(tag)) inHeading = Math.max(0, inHeading + step);
    else if (tag.toLowerCase() === 'a' && (step < 0 || /\shref\s*=/iu.test(token))) {
      inLink = Math.max(0, inLink + step);
      if (step > 0) links += 1;
    } else if (tag === '' && inHeading === 0) {
      const count = token.replace(/\s+/gu, '').length;
      letters += count;
      if (inLink > 0) linked += count;
    }
  }
  return links > 1 && linked >= letters * 0.8;
}
