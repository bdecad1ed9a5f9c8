/**
 * The drawing of one PowerPoint slide to pieces: placeholders, bullets and automatic numbers, rows
 * of tables. It knows DrawingML's text, nothing of the package around it.
 */
import { ordinalLetter, romanNumeral } from '../../core/number.ts';
import type { Piece } from '../piece.ts';
import { rowPieces } from '../rows.ts';
import { readXml } from '../xml.ts';

const SKIPPED = new Set(['Fallback', 'extLst', 'oleObj', 'embeddedFontLst']);

/** A piece and the placeholder it stands in ('title', 'body', 'ftr' …), or null. */
export interface Placed {
  readonly piece: Piece;
  readonly place: string | null;
}

interface Paragraph {
  text: string;
  level: number;
  /** 'bullet', an automatic scheme such as 'arabicPeriod', 'none', or null where nothing is said. */
  mark: string | null;
  bullet: string;
  start: number;
}

/** Placeholders whose paragraphs are bullets unless they say otherwise. */
const LISTED = new Set(['body', 'obj', '']);

/** @throws FaultError `damaged`. */
export function readShapes(source: string): readonly Placed[] {
  const placed: Placed[] = [];
  const rows: Piece[][][] = [];
  const numbers: number[] = [];
  let place: string | null = null;
  let paragraph: Paragraph | null = null;
  let skipped = 0;
  let inText = false;
  let inShape = 0;

  const finish = (done: Paragraph): void => {
    const text = done.text;
    if (text.trim() === '') return;
    const marker = rows.length === 0 ? markerOf(done, place, numbers) : null;
    const piece: Piece =
      marker === null
        ? { kind: 'paragraph', text }
        : { kind: 'list-item', level: done.level, text, marker, mereList: true };
    const cell = rows.at(-1)?.at(-1);
    if (cell === undefined) placed.push({ piece, place });
    else cell.push(piece);
  };

  readXml(source, {
    open(name, attributes) {
      if (skipped > 0 || SKIPPED.has(name)) {
        skipped += 1;
        return;
      }
      if (name === 'sp' || name === 'graphicFrame' || name === 'pt') {
        inShape += 1;
        place = null;
        numbers.length = 0;
      } else if (name === 'ph') place = attributes.get('type') ?? '';
      else if (name === 'tr') rows.push([]);
      else if (name === 'tc') rows.at(-1)?.push([]);
      else if (name === 'p') paragraph = { text: '', level: 0, mark: null, bullet: '•', start: 1 };
      else if (paragraph === null) return;
      else if (name === 'pPr') paragraph.level = levelOf(attributes.get('lvl'));
      else if (name === 'buNone') paragraph.mark = 'none';
      else if (name === 'buChar' || name === 'buBlip') {
        paragraph.mark = 'bullet';
        const shown = attributes.get('char') ?? '•';
        paragraph.bullet = /^[^\p{Co}\p{L}\p{N}\s]/u.test(shown) ? shown : '•';
      } else if (name === 'buAutoNum') {
        paragraph.mark = attributes.get('type') ?? 'arabicPeriod';
        paragraph.start = Number.parseInt(attributes.get('startAt') ?? '1', 10) || 1;
      } else if (name === 't') inText = true;
      else if (name === 'br') paragraph.text += '\n';
      else if (name === 'tab') paragraph.text += '\t';
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      if (name === 't') inText = false;
      else if (name === 'p') {
        if (paragraph !== null) finish(paragraph);
        paragraph = null;
      } else if (name === 'tr') {
        for (const piece of rowPieces(rows.pop() ?? [])) {
          const cell = rows.at(-1)?.at(-1);
          if (cell === undefined) placed.push({ piece, place });
          else cell.push(piece);
        }
      } else if (name === 'sp' || name === 'graphicFrame' || name === 'pt') inShape -= 1;
    },
    text(text) {
      if (skipped === 0 && inText && paragraph !== null && inShape > 0) paragraph.text += text;
    },
  });
  return placed;
}

function levelOf(value: string | undefined): number {
  const level = Number.parseInt(value ?? '0', 10);
  return Number.isFinite(level) ? Math.max(0, Math.min(level, 8)) : 0;
}

function markerOf(
  { mark, bullet, level, start }: Paragraph,
  place: string | null,
  numbers: number[],
): string | null {
  numbers.length = Math.min(numbers.length, level + 1);
  if (mark === 'none') return null;
  if (mark === null) return place !== null && LISTED.has(place) ? '•' : null;
  if (mark === 'bullet') return bullet;
  const value = numbers[level] === undefined ? start : numbers[level] + 1;
  numbers[level] = value;
  return numbered(value, mark);
}

/** A number in a scheme such as 'arabicPeriod', 'alphaLcParenBoth', 'romanUcPeriod'. */
function numbered(value: number, scheme: string): string {
  const small = value >= 1 && value <= 399;
  let shown = String(value);
  if (small && scheme.startsWith('alpha')) shown = ordinalLetter(value);
  else if (small && scheme.startsWith('roman')) shown = romanNumeral(value);
  if (/^(?:alpha|roman)Uc/u.test(scheme)) shown = shown.toUpperCase();
  if (scheme.endsWith('ParenBoth')) return `(${shown})`;
  if (scheme.endsWith('ParenR')) return `${shown})`;
  return scheme.endsWith('Plain') ? shown : `${shown}.`;
}
