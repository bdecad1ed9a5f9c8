/**
 * The body of a Word document to pieces: paragraphs with style and number, tables row by row, text
 * as accepted (insertions in, deletions out), footnote marks lifted.
 */
import { liftMarks, markIn, unmarked } from '../marks.ts';
import type { Piece } from '../piece.ts';
import { rowPieces } from '../rows.ts';
import { readXml } from '../xml.ts';
import type { Numbers } from './numbering.ts';
import type { Styles } from './styles.ts';

/** Parts of a document that hold no text of it, or the same text a second time. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'pict',
  'rPrChange',
  'pPrChange',
]);

interface Paragraph {
  text: string;
  style: string | null;
  numId: string | null;
  ilvl: number | null;
  outline: number | null;
}

interface Row {
  readonly cells: Piece[][];
}

/** What one part of the document holds. */
export interface Body {
  readonly pieces: readonly Piece[];
  /** Ids of the notes in the order of their marks, as 'footnote 2'. */
  readonly notes: readonly string[];
  /** Text of the first paragraph in Word's title style, or null. */
  readonly title: string | null;
}

/** Reads `document.xml`, or a header's or footer's part. */
export function readBody(source: string, styles: Styles, numbers: Numbers): Body {
  const pieces: Piece[] = [];
  const notes: string[] = [];
  const open: Paragraph[] = [];
  const rows: Row[] = [];
  let title: string | null = null;
  let skipped = 0;
  let inText = 0;
  let hidden = false;
  let inParagraphMark = 0;

  const push = (piece: Piece): void => {
    const cell = rows.at(-1)?.cells.at(-1);
    (cell ?? pieces).push(piece);
  };
  const finish = (paragraph: Paragraph): void => {
    const style = styles.byId.get(paragraph.style ?? '');
    const numId = paragraph.numId ?? style?.numId ?? null;
    const ilvl = paragraph.ilvl ?? style?.ilvl ?? 0;
    if (unmarked(paragraph.text).trim() === '') return;
    const marker = numId === null || numId === '0' ? null : numbers.next(numId, ilvl);
    if (style?.name === 'title') title ??= unmarked(paragraph.text).trim();
    push(
      pieceOf(
        paragraph,
        style?.name ?? '',
        paragraph.outline ?? style?.outline ?? null,
        marker,
        ilvl,
      ),
    );
  };

  readXml(source, {
    open(name, attributes) {
      if (skipped > 0 || SKIPPED.has(name)) {
        skipped += 1;
        return;
      }
      const value = attributes.get('val') ?? null;
      const paragraph = open.at(-1);
      if (name === 'p')
        open.push({ text: '', style: null, numId: null, ilvl: null, outline: null });
      else if (name === 'tr') rows.push({ cells: [] });
      else if (name === 'tc') rows.at(-1)?.cells.push([]);
      else if (name === 'pPr') inParagraphMark += 1;
      else if (name === 'r') hidden = false;
      else if (name === 't') inText += 1;
      else if (paragraph === undefined) return;
      else if (name === 'pStyle') paragraph.style = value;
      else if (name === 'numId') paragraph.numId = value;
      else if (name === 'ilvl') paragraph.ilvl = Number(value ?? '0');
      else if (name === 'outlineLvl') paragraph.outline = Number(value ?? '9') + 1;
      else if (name === 'vanish' && inParagraphMark === 0)
        hidden = !/^(?:0|false|off)$/u.test(value ?? '1');
      else if (hidden || inParagraphMark > 0) return;
      else if (name === 'tab') paragraph.text += '\t';
      else if (name === 'br' || name === 'cr') paragraph.text += '\n';
      else if (name === 'noBreakHyphen') paragraph.text += '-';
      else if (name === 'footnoteReference' || name === 'endnoteReference') {
        const key = `${name.replace('Reference', '')} ${attributes.get('id') ?? ''}`;
        notes.push(key);
        paragraph.text += markIn(String(notes.length), key);
      }
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (name === 't') inText -= 1;
      else if (name === 'pPr') inParagraphMark -= 1;
      else if (name === 'p') {
        const paragraph = open.pop();
        if (paragraph !== undefined) finish(paragraph);
      } else if (name === 'tr') {
        const row = rows.pop();
        if (row !== undefined) for (const piece of rowPieces(row.cells)) push(piece);
      }
    },
    text(text) {
      const paragraph = open.at(-1);
      if (skipped === 0 && inText > 0 && !hidden && paragraph !== undefined) paragraph.text += text;
    },
  });
  return { pieces: pieces.map(liftMarks), notes, title };
}

function pieceOf(
  { text }: Paragraph,
  style: string,
  outline: number | null,
  marker: string | null,
  ilvl: number,
): Piece {
  const heading = /^heading (\d)/u.exec(style);
  const level = heading === null ? outline : Number(heading[1]);
  if (level !== null && level <= 9) {
    const shown = marker === null || marker === '•' ? text : `${marker} ${text}`;
    return { kind: 'heading', level: Math.min(6, level), text: shown };
  }
  if (style === 'title') return { kind: 'heading', level: 1, text };
  if (/^toc(?: \d| heading)/u.test(style)) return { kind: 'furniture', text };
  if (/^footnote text|^endnote text/u.test(style)) return { kind: 'footnote', text };
  if (marker !== null) return { kind: 'list-item', level: ilvl, text, marker };
  return { kind: /quote$/u.test(style) ? 'quote' : 'paragraph', text };
}
