/**
 * Where the text of a rich text file is set down: paragraphs with their style and marker, cells and
 * rows, and what interrupts a paragraph (a note, a text box) without ending it.
 */
import { liftMarks, markIn, unmarked } from '../marks.ts';
import type { Piece } from '../piece.ts';
import { rowPieces } from '../rows.ts';
import type { RtfStyle, RtfTables } from './tables.ts';

/** What a stretch of text is: the body, a note at the foot, or the page's frame. */
export type Stretch = 'body' | 'note' | 'around' | 'box';

interface Paragraph {
  text: string;
  marker: string;
  style: number;
  outline: number | null;
  level: number;
  inTable: boolean;
}

const fresh = (): Paragraph => ({
  text: '',
  marker: '',
  style: 0,
  outline: null,
  level: 0,
  inTable: false,
});

/** Collects the pieces of one file. */
export class Paper {
  readonly pieces: Piece[] = [];
  readonly notes: Piece[] = [];
  title: string | null = null;
  readonly #tables: RtfTables;
  readonly #interrupted: { paragraph: Paragraph; stretch: Stretch; note: string }[] = [];
  readonly #around = new Set<string>();
  #paragraph = fresh();
  #stretch: Stretch = 'body';
  #note = '';
  #cell: Piece[] = [];
  #cells: Piece[][] = [];

  constructor(tables: RtfTables) {
    this.#tables = tables;
  }

  text(text: string): void {
    this.#paragraph.text += text;
  }

  marker(text: string): void {
    this.#paragraph.marker += text;
  }

  /** `\pard`: properties as at the start; text written already stays. */
  reset(): void {
    const { text, marker } = this.#paragraph;
    this.#paragraph = { ...fresh(), text, marker };
  }

  set(change: Partial<Omit<Paragraph, 'text' | 'marker'>>): void {
    Object.assign(this.#paragraph, change);
  }

  endParagraph(): void {
    const done = this.#paragraph;
    this.#paragraph = { ...done, text: '', marker: '' };
    if (unmarked(done.text).trim() === '') return;
    if (this.#stretch === 'note') this.#note += `${done.text} `;
    else if (this.#stretch === 'around') this.#frame(done.text);
    else {
      const piece = this.#pieceOf(done);
      if (done.inTable) this.#cell.push(piece);
      else {
        this.endRow();
        this.pieces.push(liftMarks(piece));
      }
    }
  }

  endCell(): void {
    this.set({ inTable: true });
    this.endParagraph();
    this.#cells.push(this.#cell);
    this.#cell = [];
  }

  endRow(): void {
    if (this.#cell.length > 0) this.#cells.push(this.#cell);
    for (const piece of rowPieces(this.#cells)) this.pieces.push(liftMarks(piece));
    this.#cell = [];
    this.#cells = [];
  }

  /** Something else begins in the midst of a paragraph. */
  interrupt(stretch: Stretch): void {
    this.#interrupted.push({
      paragraph: this.#paragraph,
      stretch: this.#stretch,
      note: this.#note,
    });
    this.#paragraph = fresh();
    this.#stretch = stretch;
    this.#note = '';
  }

  /** It ends, and the paragraph goes on. */
  resume(): void {
    this.endParagraph();
    let call = '';
    if (this.#stretch === 'note' && this.#note.trim() !== '') {
      const marker = String(this.notes.length + 1);
      call = markIn(marker, `note ${marker}`);
      this.notes.push({ kind: 'footnote', text: this.#note, marker, keys: [`note ${marker}`] });
    }
    const before = this.#interrupted.pop();
    if (before === undefined) return;
    this.#paragraph = { ...before.paragraph, text: before.paragraph.text + call };
    this.#stretch = before.stretch;
    this.#note = before.note;
  }

  #frame(text: string): void {
    const shown = text.replace(/\s+/gu, ' ').trim();
    if (this.#around.has(shown)) return;
    this.#around.add(shown);
    this.pieces.push({ kind: 'furniture', text: shown });
  }

  #pieceOf({ text, marker: printed, style: number, outline, level }: Paragraph): Piece {
    const style: RtfStyle | undefined = this.#tables.style(number);
    const name = style?.name ?? '';
    const marker = markerOf(printed);
    const heading = /^heading (\d)/u.exec(name);
    const depth = outline ?? style?.outline ?? (heading === null ? null : Number(heading[1]));
    if (name === 'title') {
      this.title ??= unmarked(text).trim();
      return { kind: 'heading', level: 1, text };
    }
    if (depth !== null) {
      const shown = marker === null || marker === '•' ? text : `${marker} ${text}`;
      return { kind: 'heading', level: Math.min(6, depth), text: shown };
    }
    if (/^toc(?: \d| heading)/u.test(name)) return { kind: 'furniture', text };
    if (marker !== null) return { kind: 'list-item', level, text, marker };
    return { kind: /quote$|^quotations$/u.test(name) ? 'quote' : 'paragraph', text };
  }
}

/** Bullets come as letters of picture fonts; which shape they have does not matter. */
function markerOf(printed: string): string | null {
  const marker = printed.trim();
  if (marker === '') return null;
  return /[\p{L}\p{N}]/u.test(marker) && marker !== 'o' ? marker : '•';
}
