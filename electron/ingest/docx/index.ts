/** A Word document to a reading: which parts of the package are read, and where notes belong. */
import { canonicalText } from '../../core/canonical.ts';
import { FaultError } from '../../core/fault.ts';
import { unzipped, xmlText } from '../archive.ts';
import { primaryLanguage } from '../language.ts';
import type { Limits } from '../limits.ts';
import type { Piece, Reading } from '../piece.ts';
import { readXml } from '../xml.ts';
import { readBody } from './body.ts';
import { Numbers } from './numbering.ts';
import { readStyles } from './styles.ts';

const READ =
  /^(?:_rels\/\.rels|docProps\/core\.xml|word\/(?:document\d?|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml)$/u;

/** @throws FaultError `damaged`, `encrypted`, `limit-exceeded`. */
export function readDocx(bytes: Uint8Array, limits: Limits): Reading {
  const parts = unzipped(bytes, limits, (name) => READ.test(name));
  const text = (name: string): string => {
    const part = parts.get(name);
    return part === undefined ? '' : xmlText(part);
  };
  const main = mainPart(text('_rels/.rels')) ?? 'word/document.xml';
  const source = text(main) || text('word/document.xml');
  if (source === '') throw new FaultError('damaged', 'docx: no document');
  const styles = readStyles(text('word/styles.xml'));
  const numbers = new Numbers(text('word/numbering.xml'));
  const { pieces, notes, title } = readBody(source, styles, numbers);
  const around = [...parts.keys()]
    .filter((name) => /\/(?:header|footer)\d*\.xml$/u.test(name))
    .sort()
    .flatMap((name) => readBody(text(name), styles, new Numbers('')).pieces)
    .map((piece): Piece => ({ kind: 'furniture', text: piece.text }));
  const found = new Map([
    ...notesOf(text('word/footnotes.xml'), 'footnote'),
    ...notesOf(text('word/endnotes.xml'), 'endnote'),
  ]);
  const noted = notes.map((key, at): Piece => ({
    kind: 'footnote',
    text: found.get(key) ?? '',
    marker: String(at + 1),
    keys: [key],
  }));
  return {
    format: 'docx',
    pieces: [...unique(around), ...pieces, ...noted.filter(({ text: note }) => note !== '')],
    title: title ?? statedTitle(text('docProps/core.xml'), pieces),
    language: primaryLanguage(styles.language),
    pages: null,
    stated: {},
    plain: true,
  };
}

/** First page, odd and even pages often carry the same header. */
function unique(pieces: readonly Piece[]): Piece[] {
  return [...new Map(pieces.map((piece) => [canonicalText(piece.text), piece])).values()];
}

/** The package says which part is the document. */
function mainPart(source: string): string | null {
  let target: string | null = null;
  if (source === '') return null;
  readXml(source, {
    open(_name, attributes) {
      if (attributes.get('Type')?.endsWith('/officeDocument') === true)
        target = attributes.get('Target') ?? null;
    },
    close: () => undefined,
    text: () => undefined,
  });
  return (target as string | null)?.replace(/^\//u, '') ?? null;
}

function notesOf(source: string, kind: 'footnote' | 'endnote'): Map<string, string> {
  const notes = new Map<string, string>();
  if (source === '') return notes;
  let id: string | null = null;
  let inText = false;
  readXml(source, {
    open(name, attributes) {
      if (name === kind)
        id = attributes.get('type') === undefined ? (attributes.get('id') ?? null) : null;
      if (name === 't') inText = true;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'p' && id !== null)
        notes.set(`${kind} ${id}`, `${notes.get(`${kind} ${id}`) ?? ''} `);
      if (name === kind) id = null;
    },
    text(text) {
      if (inText && id !== null)
        notes.set(`${kind} ${id}`, (notes.get(`${kind} ${id}`) ?? '') + text);
    },
  });
  return notes;
}

/** The title in the file's properties counts only where the text shows it. */
function statedTitle(source: string, pieces: readonly Piece[]): string | null {
  let title = '';
  let inTitle = false;
  if (source === '') return null;
  readXml(source, {
    open(name) {
      inTitle = name === 'title';
    },
    close() {
      inTitle = false;
    },
    text(text) {
      if (inTitle) title += text;
    },
  });
  const said = canonicalText(title);
  return said.length > 8 && pieces.slice(0, 8).some(({ text }) => canonicalText(text) === said)
    ? said
    : null;
}
