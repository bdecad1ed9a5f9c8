/**
 * The content of an OpenDocument text or presentation to pieces: paragraphs with style and number,
 * tables row by row, notes set apart, changes as accepted. It knows the elements both have.
 */
import { liftMarks, markIn, unmarked } from '../marks.ts';
import type { Piece } from '../piece.ts';
import { readXml } from '../xml.ts';
import { rowPieces } from '../rows.ts';
import { OdfLists } from './lists.ts';
import type { OdfStyles } from './styles.ts';

/** Parts that hold no text of the document, or text that was deleted. */
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'ruby-text',
  'hidden-text',
  'forms',
  'scripts',
  'event-listeners',
  'covered-table-cell',
  'sequence-decls',
  'variable-decls',
  'user-field-decls',
  'object',
  'binary-data',
  'automatic-styles',
]);

/** Generated lists: of contents, of figures, of words. */
const INDEXES =
  /^(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index)$/u;

/** A piece and where it stands. */
export interface Placed {
  readonly piece: Piece;
  /** One-based slide; 0 in a text. */
  readonly slide: number;
  /** What the frame around it is for ('title', 'notes', 'footer' …), or null. */
  readonly place: string | null;
}

/** What a part holds, in reading order; notes come apart. */
export interface OdfBody {
  readonly placed: readonly Placed[];
  readonly notes: readonly Piece[];
  /** Text of the first paragraph in the title style, or null. */
  readonly title: string | null;
}

interface Paragraph {
  text: string;
  readonly style: string | null;
  readonly heading: number | null;
}

/** @throws FaultError `damaged`. */
export function readOdfBody(source: string, styles: OdfStyles): OdfBody {
  const placed: Placed[] = [];
  const notes: Piece[] = [];
  const open: Paragraph[] = [];
  const rows: Piece[][][] = [];
  const spans: boolean[] = [];
  const frames: (string | null)[] = [];
  const lists: OdfLists[] = [new OdfLists(styles)];
  let title: string | null = null;
  let skipped = 0;
  let indexes = 0;
  let slide = 0;
  let inNotes = 0;
  let note: { mark: string; text: string } | null = null;
  let inMark = false;

  const push = (piece: Piece): void => {
    const cell = rows.at(-1)?.at(-1);
    if (cell !== undefined) cell.push(piece);
    else {
      const place = inNotes > 0 ? 'notes' : (frames.findLast((one) => one !== null) ?? null);
      placed.push({ piece, slide, place });
    }
  };
  const finish = ({ text, style: name, heading }: Paragraph): void => {
    if (unmarked(text).trim() === '') return;
    if (note !== null) {
      note.text += `${text} `;
      return;
    }
    const style = styles.of('paragraph', name);
    const item = lists.at(-1)?.next() ?? null;
    const level = heading ?? style.outline;
    if (style.names.includes('Title')) title ??= unmarked(text).trim();
    if (indexes > 0 || style.names.some((one) => /^(?:Header|Footer)\b/u.test(one)))
      push({ kind: 'furniture', text });
    else if (style.names.includes('Title')) push({ kind: 'heading', level: 1, text });
    else if (level !== null && level > 0) {
      const number = item?.marker ?? (heading === null ? '' : (lists.at(-1)?.heading(level) ?? ''));
      const shown = number === '' || number === '•' ? text : `${number} ${text}`;
      push({ kind: 'heading', level: Math.min(6, level), text: shown });
    } else if (item !== null)
      push({ kind: 'list-item', level: item.depth, text, marker: item.marker });
    else {
      const quoted = style.names.some((one) => /^(?:Quotations?|Quote|Block_20_Text)$/u.test(one));
      push({ kind: quoted ? 'quote' : 'paragraph', text });
    }
  };

  readXml(source, {
    open(name, attributes, full) {
      if (skipped > 0 || SKIPPED.has(name) || full.startsWith('svg:')) {
        skipped += 1;
        return;
      }
      const style = attributes.get('style-name') ?? null;
      const paragraph = open.at(-1);
      if (name === 'p') open.push({ text: '', style, heading: null });
      else if (name === 'h') {
        const level = Number.parseInt(attributes.get('outline-level') ?? '1', 10);
        open.push({ text: '', style, heading: Number.isFinite(level) ? level : 1 });
      } else if (name === 'list') lists.at(-1)?.openList(attributes);
      else if (name === 'list-item') lists.at(-1)?.openItem(attributes);
      else if (name === 'table-row') rows.push([]);
      else if (name === 'table-cell') {
        rows.at(-1)?.push([]);
        lists.push(new OdfLists(styles));
      } else if (INDEXES.test(name)) indexes += 1;
      else if (attributes.has('draw:name') && name === 'page') slide += 1;
      else if (name === 'notes') inNotes += 1;
      else if (name === 'frame' || name === 'custom-shape')
        frames.push(attributes.get('presentation:class') ?? null);
      else if (name === 'note') note = { mark: '', text: '' };
      else if (name === 'note-citation') inMark = true;
      else if (name === 'span') spans.push(styles.of('text', style).hidden);
      else if (paragraph === undefined) return;
      else if (name === 's') {
        const count = Number.parseInt(attributes.get('c') ?? '1', 10);
        paragraph.text += ' '.repeat(Math.max(0, Math.min(count || 1, 100)));
      } else if (name === 'tab') paragraph.text += '\t';
      else if (name === 'line-break') paragraph.text += '\n';
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (name === 'p' || name === 'h') {
        const paragraph = open.pop();
        if (paragraph !== undefined) finish(paragraph);
      } else if (name === 'list') lists.at(-1)?.closeList();
      else if (name === 'list-item') lists.at(-1)?.closeItem();
      else if (name === 'table-cell') lists.pop();
      else if (name === 'table-row') {
        for (const piece of rowPieces(rows.pop() ?? [])) push(piece);
      } else if (INDEXES.test(name)) indexes -= 1;
      else if (name === 'notes') inNotes -= 1;
      else if (name === 'frame' || name === 'custom-shape') frames.pop();
      else if (name === 'note-citation') inMark = false;
      else if (name === 'span') spans.pop();
      else if (name === 'note' && note !== null) {
        const mark = note.mark.trim();
        const key = `note ${notes.length}`;
        notes.push({ kind: 'footnote', text: note.text, marker: mark, keys: [key] });
        const caller = open.at(-1);
        if (caller !== undefined && mark !== '') caller.text += markIn(mark, key);
        note = null;
      }
    },
    text(text) {
      if (skipped > 0 || spans.includes(true)) return;
      const paragraph = open.at(-1);
      if (inMark && note !== null) note.mark += text;
      else if (paragraph !== undefined) paragraph.text += text;
    },
  });
  return {
    placed: placed.map((one) => ({ ...one, piece: liftMarks(one.piece) })),
    notes,
    title,
  };
}
