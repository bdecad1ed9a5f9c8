/** An OpenDocument text to a reading: which parts of the package are read, and the page's frame. */
import { canonicalText } from '../../core/canonical.ts';
import { FaultError } from '../../core/fault.ts';
import { unzipped, xmlText } from '../archive.ts';
import type { Limits } from '../limits.ts';
import type { Piece, Reading } from '../piece.ts';
import { readXml } from '../xml.ts';
import { readOdfBody, type OdfBody } from './body.ts';
import { OdfStyles } from './styles.ts';

/** @throws FaultError `damaged`, `encrypted`, `limit-exceeded`. */
export function readOdt(bytes: Uint8Array, limits: Limits): Reading {
  const { body, language, around } = openOdf(bytes, limits);
  const main = body.placed.map(({ piece }) => piece);
  return {
    format: 'odt',
    pieces: [...around, ...main, ...body.notes],
    title: body.title,
    language,
    pages: null,
    stated: {},
    plain: true,
  };
}

/** An OpenDocument package, read. */
export interface OpenDocument {
  readonly body: OdfBody;
  readonly language: string | null;
  /** Headers and footers of all pages, as furniture. */
  readonly around: readonly Piece[];
}

/** Opens a package of OpenDocument, text or presentation. @throws FaultError as `readOdt`. */
export function openOdf(bytes: Uint8Array, limits: Limits): OpenDocument {
  const parts = unzipped(bytes, limits, (name) =>
    /^(?:content|styles|META-INF\/manifest)\.xml$/u.test(name),
  );
  const text = (name: string): string => {
    const part = parts.get(name);
    return part === undefined ? '' : xmlText(part);
  };
  if (/<[\w:]*encryption-data\b/u.test(text('META-INF/manifest.xml')))
    throw new FaultError('encrypted', 'opendocument');
  const content = text('content.xml');
  if (content === '') throw new FaultError('damaged', 'opendocument: no content');
  const styles = new OdfStyles();
  styles.read(text('styles.xml'));
  styles.read(content);
  const body = readOdfBody(content, styles);
  return { body, language: styles.language, around: aroundOf(text('styles.xml')) };
}

/** Text of headers and footers stands in the master pages, among the styles. */
function aroundOf(source: string): Piece[] {
  const found = new Map<string, Piece>();
  let depth = 0;
  let inside = 0;
  let part = '';
  if (source === '') return [];
  readXml(source, {
    open(name) {
      if (/^(?:header|footer)(?:-left|-first)?$/u.test(name)) depth += 1;
      else if (depth > 0 && (name === 'p' || name === 'h')) inside += 1;
      else if (depth > 0 && (name === 'tab' || name === 's')) part += ' ';
    },
    close(name) {
      if (/^(?:header|footer)(?:-left|-first)?$/u.test(name)) depth -= 1;
      else if (depth > 0 && (name === 'p' || name === 'h')) {
        inside -= 1;
        if (part.trim() !== '')
          found.set(canonicalText(part), { kind: 'furniture', text: part.trim() });
        part = '';
      }
    },
    text(text) {
      if (depth > 0 && inside > 0) part += text;
    },
  });
  return [...found.values()];
}
