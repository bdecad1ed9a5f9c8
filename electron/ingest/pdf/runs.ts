/**
 * PDFium's characters of one page to pieces of text: which characters were set in one go, and where
 * a space lies between them. Pages it does not trust itself with it refuses.
 */
import type { Glyphs } from './open.ts';
import { textFrom, type OpenFile } from './pdfium.ts';
import { uprightPlace } from './placing.ts';
import { tagsOf, type Tag } from './structure.ts';

/** A page that is open. Sizes in points, as the file has them: before the page is turned. */
export interface OpenPage {
  readonly file: OpenFile;
  readonly page: number;
  readonly text: number;
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise. */
  readonly turned: number;
  /** First free number of a block of the file's own structure. */
  readonly nextBlock: number;
}

/** How a stretch of text is set: the same for all characters of one text object. */
interface Setting {
  readonly font: string;
  readonly size: number;
  /** Direction of writing. */
  readonly along: number;
  readonly up: number;
  readonly mark: number;
}

interface Run extends Setting {
  text: string;
  readonly x: number;
  readonly y: number;
  /** Where its last character began and ends, along its direction. */
  last: number;
  end: number;
}

/** Gaps between two characters, in sizes of type: a space from, and a new piece above. */
const SPACE = 0.102;
const APART = 0.6;
/** How far a character may go back, or leave the line, within one piece. */
const BACK = 0.2;
const SHIFT = 0.25;

/** Right-to-left and other scripts whose order or shapes the other reader knows better. */
const OTHER_READER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
/** PDFium's sign for a hyphen at the end of a line. */
const HYPHEN = 2;
/** Characters without a meaning, of all, above which the other reader looks. */
const UNKNOWN = 0.02;

/** Pieces by their turn (0, 90, 180, 270 degrees), upright; null: the other reader should read this page. */
export function runsOf(page: OpenPage): Glyphs[][] | null {
  const { file, text } = page;
  const { calls, memory, scratch } = file;
  const runs: Run[] = [];
  const fonts = new Map<number, string>();
  const count = calls.FPDFText_CountChars(text);
  let object = 0;
  let setting: Setting | null = null;
  let run: Run | null = null;
  let spaced = false;
  let unknown = 0;
  let stacked = 0;
  for (let at = 0; at < count; at += 1) {
    const code = calls.FPDFText_GetUnicode(text, at);
    if (calls.FPDFText_IsGenerated(text, at) === 1) {
      spaced ||= code === 0x20;
      continue;
    }
    if (isSpace(code)) {
      spaced = true;
      continue;
    }
    if ((code < 0x20 && code !== HYPHEN) || code === 0xfffe || code === 0xffff) {
      unknown += 1;
      continue;
    }
    const letter = code === HYPHEN ? '-' : String.fromCodePoint(Math.min(code, 0x10ffff));
    if (code > 0x58f && OTHER_READER.test(letter)) return null;
    const owner = calls.FPDFText_GetTextObject(text, at);
    if (owner !== object || setting === null) {
      object = owner;
      setting = settingOf(file, text, at, owner, fonts);
      if (setting === null) return null;
    }
    calls.FPDFText_GetCharOrigin(text, at, scratch, scratch + 8);
    const x = memory.HEAPF64[scratch >> 3] ?? 0;
    const y = memory.HEAPF64[(scratch >> 3) + 1] ?? 0;
    calls.FPDFText_GetLooseCharBox(text, at, scratch);
    const box = scratch >> 2;
    const [left = x, top = y, right = x, bottom = y] = memory.HEAPF32.subarray(box, box + 4);
    const { along, up } = setting;
    const level = Math.abs(along) > Math.abs(up);
    const sideways = along > 0 ? right - x : x - left;
    const advance = level ? sideways : up > 0 ? top - y : y - bottom;
    const begin = x * along + y * up;
    const end = begin + Math.max(0, advance);
    let before = '';
    if (run !== null) {
      const same = sameSetting(run, setting);
      const off = (y - run.y) * along - (x - run.x) * up;
      const gap = begin - run.end;
      const { size } = setting;
      // A ligature comes as its letters, all in one place.
      const ligature = same && begin === run.last && off === 0;
      if (!ligature) {
        const onLine = Math.abs(off) <= size * SHIFT;
        if (!onLine && Math.abs(begin - run.last) < size * 0.1) stacked += 1;
        if (!same || !onLine || gap > size * APART || gap < -size * BACK) {
          runs.push(run);
          run = null;
          // A space of the file's own, however narrow, is one; wide ones are seen as gaps.
          if (spaced && onLine && gap < size * APART) before = ' ';
        } else if (spaced || gap > size * SPACE) run.text += ' ';
      }
    }
    spaced = false;
    if (run === null) run = { ...setting, text: before + letter, x, y, last: begin, end };
    else {
      run.text += letter;
      run.last = begin;
      run.end = end;
    }
  }
  if (run !== null) runs.push(run);
  const letters = runs.reduce((sum, { text: { length } }) => sum + length, 0);
  // Unknown letters, or letters one below the other: vertical writing.
  if (unknown > letters * UNKNOWN || stacked > letters * 0.3) return null;
  return placed(page, runs);
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000
  );
}

/** Recognised scans change their size from word to word; small capitals and raised marks are no such thing. */
function sameSetting(one: Setting, other: Setting): boolean {
  return (
    one.font === other.font &&
    one.mark === other.mark &&
    Math.min(one.size, other.size) > Math.max(one.size, other.size) * 0.82 &&
    Math.abs(one.along - other.along) < 0.01 &&
    Math.abs(one.up - other.up) < 0.01
  );
}

/** How a text object is set; null where its letters are drawings, whose size means nothing. */
function settingOf(
  file: OpenFile,
  text: number,
  at: number,
  object: number,
  fonts: Map<number, string>,
): Setting | null {
  const { calls, memory, scratch } = file;
  const pointer = object === 0 ? 0 : calls.FPDFTextObj_GetFont(object);
  const font = fonts.get(pointer) ?? fontName(file, pointer);
  fonts.set(pointer, font);
  if (font === '') return null;
  calls.FPDFText_GetMatrix(text, at, scratch);
  const [a = 1, b = 0, c = 0, d = 1] = memory.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 4);
  const length = Math.hypot(a, b) || 1;
  return {
    font,
    size: Math.abs(calls.FPDFText_GetFontSize(text, at)) * (Math.hypot(c, d) || 1),
    along: a / length,
    up: b / length,
    mark: calls.FPDFPageObj_GetMarkedContentID(object),
  };
}

function fontName({ calls, memory, scratch }: OpenFile, font: number): string {
  if (font === 0) return '';
  const bytes = calls.FPDFFont_GetBaseFontName(font, scratch, 256);
  return bytes < 2 || bytes > 256 ? '' : memory.UTF8ToString(scratch);
}

function placed(page: OpenPage, runs: readonly Run[]): Glyphs[][] {
  const { left, bottom, width, height, turned } = page;
  const tags = runs.some(({ mark }) => mark >= 0) ? tagsOfPage(page) : new Map<string, Tag>();
  const turns: Glyphs[][] = [[], [], [], []];
  for (const { text, font, size, along, up, mark, x, y, end } of runs) {
    const angle = (Math.round(Math.atan2(up, along) / (Math.PI / 2)) * 90 - turned + 720) % 360;
    turns[angle / 90]?.push({
      text,
      ...uprightPlace(x - left, y - bottom, turned, angle, width, height),
      width: end - (x * along + y * up),
      size,
      font,
      rtl: false,
      tag: tags.get(String(mark)) ?? null,
    });
  }
  return turns;
}

/** A node of the structure, as the other reader gives it. */
interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Depth below which a structure is not followed. */
const DEEP = 64;

function tagsOfPage({ file, page, nextBlock }: OpenPage): Map<string, Tag> {
  const { calls } = file;
  const tree = calls.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return new Map();
  const nodeOf = (element: number, depth: number): Node => {
    const role = textFrom(file, (at, room) => calls.FPDF_StructElement_GetType(element, at, room));
    const children: Node[] = [];
    const count = depth > DEEP ? 0 : calls.FPDF_StructElement_CountChildren(element);
    for (let at = 0; at < count; at += 1) {
      const child = calls.FPDF_StructElement_GetChildAtIndex(element, at);
      if (child !== 0) children.push(nodeOf(child, depth + 1));
      else {
        const id = calls.FPDF_StructElement_GetChildMarkedContentID(element, at);
        if (id >= 0) children.push({ type: 'content', id: String(id) });
      }
    }
    return { role, children };
  };
  const children: Node[] = [];
  const count = calls.FPDF_StructTree_CountChildren(tree);
  for (let at = 0; at < count; at += 1) {
    const child = calls.FPDF_StructTree_GetChildAtIndex(tree, at);
    if (child !== 0) children.push(nodeOf(child, 0));
  }
  calls.FPDF_StructTree_Close(tree);
  return tagsOf({ children }, nextBlock);
}
