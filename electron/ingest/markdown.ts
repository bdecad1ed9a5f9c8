/**
 * Markdown to pieces: front matter, headings, quotes, tables, and lists whose printed numbers are
 * kept as printed (Markdown itself would renumber them).
 */
import type { Nodes, PhrasingContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { KINDS, type DraftMetadata, type Kind } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import { readMarker } from '../core/number.ts';
import { decodeText } from './decode.ts';
import { primaryLanguage } from './language.ts';
import { liftMarks, markIn } from './marks.ts';
import type { Piece, Reading } from './piece.ts';

const DEEPEST = 60;

/** Reads a Markdown file. */
export function readMarkdown(bytes: Uint8Array): Reading {
  const source = decodeText(bytes)
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
  const { fields, body } = frontMatter(source);
  const nested = new RegExp(`^(?:[ \\t]*[>*+-][ \\t]?){${DEEPEST},}`, 'mu');
  const indented = new RegExp(`^[ \\t]{${DEEPEST * 4},}(?:[*+-]|\\d+[.)])[ \\t]`, 'mu');
  if (nested.test(body) || indented.test(body)) {
    throw new FaultError('limit-exceeded', 'depth');
  }
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const pieces: Piece[] = [];
  for (const child of tree.children) walk(child, body, 0, pieces);
  const stated = statedBy(fields);
  return {
    format: 'md',
    pieces: pieces.map(liftMarks),
    pages: null,
    stated,
    title: fields.get('title') ?? null,
    language: primaryLanguage(fields.get('language') ?? fields.get('lang')),
  };
}

/** `key: value` lines between two lines of dashes at the very start; quotes around values drop. */
function frontMatter(source: string): { fields: Map<string, string>; body: string } {
  const fields = new Map<string, string>();
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(source);
  if (match === null) return { fields, body: source };
  for (const line of (match[1] ?? '').split('\n')) {
    const field = /^([\p{L}][\p{L}\d_-]*)\s*:\s*(.+)$/u.exec(line);
    const value = field?.[2]?.trim().replace(/^(["'])(.*)\1$/u, '$2') ?? '';
    if (field?.[1] !== undefined && value !== '') fields.set(field[1].toLowerCase(), value);
  }
  return { fields, body: source.slice(match[0].length) };
}

/** Front matter speaks for the whole document: what it leaves out is not guessed. */
function statedBy(fields: ReadonlyMap<string, string>): Partial<DraftMetadata> {
  if (fields.size === 0) return {};
  const kind = fields.get('kind');
  return {
    kind: isKind(kind) ? kind : null,
    date: /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.exec(fields.get('date') ?? '')?.[0] ?? null,
    symbol: fields.get('symbol') ?? null,
    body: fields.get('body') ?? null,
  };
}

function isKind(kind: string | undefined): kind is Kind {
  return (KINDS as readonly string[]).includes(kind ?? '');
}

function walk(node: Nodes, source: string, depth: number, out: Piece[], marker?: string): void {
  switch (node.type) {
    case 'heading':
      out.push({ kind: 'heading', level: node.depth, text: inline(node.children) });
      return;
    case 'paragraph':
      paragraphs(inline(node.children), depth, out, marker);
      return;
    case 'code':
      out.push({ kind: 'paragraph', text: node.value });
      return;
    case 'blockquote': {
      const quoted: Piece[] = [];
      for (const child of node.children) walk(child, source, depth, quoted);
      out.push(
        ...quoted.map((piece): Piece =>
          piece.kind === 'paragraph' ? { ...piece, kind: 'quote' } : piece,
        ),
      );
      return;
    }
    case 'list':
      for (const item of node.children) {
        const printed = /^\S+/u.exec(source.slice(item.position?.start.offset ?? 0))?.[0] ?? '•';
        let first: string | undefined = node.ordered === true ? printed : '•';
        for (const child of item.children) {
          walk(child, source, child.type === 'list' ? depth + 1 : depth, out, first);
          if (child.type === 'paragraph') first = undefined;
        }
      }
      return;
    case 'table':
      tableRows(node, out);
      return;
    case 'footnoteDefinition': {
      const notes: Piece[] = [];
      for (const child of node.children) walk(child, source, depth, notes);
      out.push(
        ...notes.map((piece): Piece => ({
          kind: 'footnote',
          text: piece.text,
          marker: node.identifier,
          keys: [node.identifier],
        })),
      );
      return;
    }
    default:
      return;
  }
}

function tableRows(table: Table, out: Piece[]): void {
  for (const row of table.children) {
    const cells = row.children.map((cell) => inline(cell.children));
    out.push({ kind: 'table-row', text: cells.join(' | ') });
  }
}

/** Lines that begin with a sub-paragraph's letter are paragraphs, though Markdown joins them. */
function paragraphs(text: string, depth: number, out: Piece[], marker?: string): void {
  const parts: string[] = [];
  for (const line of text.split('\n')) {
    const mark = readMarker(line.trim());
    const anew = mark !== null && (mark.marker.kind === 'letter' || mark.marker.suffix !== '');
    if (parts.length === 0 || anew) parts.push(line);
    else parts.push(`${parts.pop() ?? ''} ${line}`);
  }
  parts.forEach((part, at) => {
    if (at > 0 || marker === undefined) {
      out.push({ kind: 'paragraph', text: part });
      return;
    }
    const listed = !/^\d/u.test(marker) || depth > 0;
    const mere = depth > 0 ? { mereList: true } : {};
    if (listed) out.push({ kind: 'list-item', level: depth, text: part, marker, ...mere });
    else out.push({ kind: 'paragraph', text: part, marker });
  });
}

function inline(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value;
      if (node.type === 'break') return '\n';
      if (node.type === 'footnoteReference')
        return markIn((node.label ?? node.identifier).slice(0, 12), node.identifier);
      if (node.type === 'html') return '';
      if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
      return 'children' in node ? inline(node.children) : '';
    })
    .join('');
}
