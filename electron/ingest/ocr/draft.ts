/**
 * What recognition saw to a document draft: its lines become placed text, and from there on a scan
 * is read by the same rules as a PDF. Knows how confidence is counted and what is too faint to be text.
 */
import type { DocumentDraft, Format } from '../../core/document.ts';
import { FaultError } from '../../core/fault.ts';
import type { RecognisedLine, RecognisedPage, Recognition } from '../../core/recognition.ts';
import { assemble } from '../assemble.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { Glyphs, OpenedPdf, PdfPage } from '../pdf/open.ts';
import { readingOf } from '../pdf/reading.ts';

/** Below this a word is counted as doubtful. */
const DOUBTFUL = 60;

/** Lines below this are specks and rules that were taken for letters. */
const NOISE = 30;

/** Share of an em that a line is high, from ascenders to descenders. */
const HEIGHT_OF_EM = 0.93;

/** Longer side of a page in points: scans say nothing of their size, and most are A4. */
const LONG_SIDE = 842;

/** Gap in sizes of type that parts columns and cells. */
const WIDE = 1.8;

/** @throws FaultError `no-text` where no page shows any; `limit-exceeded`. */
export function draftOfRecognition(recognition: Recognition, format: Format): DocumentDraft {
  const kept = recognition.pages.map((page) => {
    const lines = page.lines.filter((line) => confidenceOf([line]) >= NOISE);
    return { ...page, lines: bulleted(lines, page.width) };
  });
  const lines = kept.flatMap((page) => page.lines);
  const pages = kept.map((page) => placed(page, usualHeight(lines)));
  const opened = { pages, title: null, language: null, unread: 0 };
  const draft = drafted(opened, format);
  const words = lines.flatMap((line) => line.words);
  return {
    ...draft,
    report: {
      ...draft.report,
      source: 'ocr',
      confidence: Math.round(confidenceOf(lines)),
      doubtfulWords: words.filter(({ confidence }) => confidence < DOUBTFUL).length,
    },
  };
}

/** Pages that were read and show no text are another thing than pages not read yet. */
function drafted(opened: OpenedPdf, format: Format): DocumentDraft {
  try {
    return assemble(readingOf(opened, format), DEFAULT_LIMITS);
  } catch (error) {
    if (error instanceof FaultError && error.code === 'no-text') {
      throw new FaultError('no-text', 'ocr');
    }
    throw error;
  }
}

/** What the round mark of a list is taken for. */
const BULLETS = new Set(['«', '+', '*', '°', '¢', '·', '»', '>', 'e', 'o', '®', '©', '=']);

/** Lines of a list begin with the same mark at the same place, whatever it was taken for. */
function bulleted(lines: readonly RecognisedLine[], width: number): RecognisedLine[] {
  const marked = lines.filter(({ words }) => words.length > 1 && BULLETS.has(words[0]?.text ?? ''));
  const isList = ({ box: [left] }: RecognisedLine): boolean =>
    marked.filter(({ box }) => Math.abs(box[0] - left) < width * 0.006).length > 1;
  return lines.map((line) => {
    const [first, ...rest] = line.words;
    if (first === undefined || !marked.includes(line) || !isList(line)) return line;
    return { ...line, words: [{ ...first, text: '•' }, ...rest] };
  });
}

/** Mean confidence, each word counted by its length; 0 where there are none. */
function confidenceOf(lines: readonly RecognisedLine[]): number {
  let sum = 0;
  let letters = 0;
  for (const { words } of lines) {
    for (const { text, confidence } of words) {
      sum += confidence * text.length;
      letters += text.length;
    }
  }
  return letters === 0 ? 0 : sum / letters;
}

/** Height of the line in the middle, by words: the type most of the text is set in. */
function usualHeight(lines: readonly RecognisedLine[]): number {
  const heights = lines.flatMap(({ height, words }) => words.map(() => height)).sort(byNumber);
  return heights[Math.floor(heights.length / 2)] ?? 1;
}

function byNumber(one: number, other: number): number {
  return one - other;
}

function placed({ number, width, height, lines }: RecognisedPage, usual: number): PdfPage {
  const scale = LONG_SIDE / Math.max(width, height, 1);
  const glyphs = lines.flatMap((line) => stretchesOf(line, height, scale, usual));
  return { number, width: width * scale, height: height * scale, turns: [glyphs] };
}

/** The line's words in one piece, or in several where wide gaps part them. */
function stretchesOf(
  line: RecognisedLine,
  pageHeight: number,
  scale: number,
  usual: number,
): Glyphs[] {
  // Measured heights waver with the letters a line happens to have: only clear differences count.
  const ratio = line.height / usual;
  const height = ratio > 0.82 && ratio < 1.22 ? usual : line.height;
  const size = height / HEIGHT_OF_EM;
  const stretches: RecognisedLine['words'][number][][] = [];
  for (const word of line.words) {
    const last = stretches.at(-1);
    const end = last?.at(-1)?.box[2] ?? 0;
    if (last === undefined || word.box[0] - end > WIDE * size) stretches.push([word]);
    else last.push(word);
  }
  return stretches.map((words) => {
    const left = words[0]?.box[0] ?? 0;
    const right = words.at(-1)?.box[2] ?? left;
    const text = words.map((word) => word.text).join(' ');
    return {
      text,
      x: left * scale,
      y: (pageHeight - line.baseline) * scale,
      width: (right - left) * scale,
      size: size * scale,
      font: '',
      rtl: /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text),
      tag: null,
    };
  });
}
