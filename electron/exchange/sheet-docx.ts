/** A sheet as a Word document: real paragraphs and a table for two languages, to be edited further. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx';
import type { HighlightColour } from '../core/annotation.ts';
import type { ReferenceLanguage } from '../core/reference-numbers.ts';
import type { Sheet, SheetEntry, SheetText } from '../core/sheet.ts';
import { typeset } from '../core/typography.ts';
import { labelsOf } from './labels.ts';
import { noteLines } from './note-words.ts';

/** How each highlight looks without colour. */
const LINES: Readonly<Record<HighlightColour, (typeof UnderlineType)[keyof typeof UnderlineType]>> =
  {
    yellow: UnderlineType.SINGLE,
    green: UnderlineType.DASH,
    blue: UnderlineType.DOUBLE,
    rose: UnderlineType.WAVE,
    violet: UnderlineType.DOTTED,
  };

/** Twentieths of a point. */
const AFTER = 120;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  ...{ top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER },
  ...{ insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
};

export async function sheetDocx(sheet: Sheet, language: ReferenceLanguage): Promise<Uint8Array> {
  const title = sheet.title.trim();
  const lines = sheet.intro.trim() === '' ? [] : sheet.intro.trim().split('\n');
  const document = new Document({
    creator: 'GMG Archive',
    title: title === '' ? labelsOf(language).sheet : title,
    styles: {
      default: {
        document: {
          run: { font: 'Georgia', size: 22, language: { value: locale(language) } },
          paragraph: { spacing: { after: AFTER, line: 300 } },
        },
      },
    },
    sections: [
      {
        properties: {
          // A4, in twentieths of a point.
          page: { size: { width: 11_906, height: 16_838 }, margin: margins(1_134) },
        },
        children: [
          ...(title === ''
            ? []
            : [new Paragraph({ text: typeset(title, language), heading: HeadingLevel.TITLE })]),
          ...lines.map((line) => new Paragraph({ text: typeset(line, language) })),
          ...sheet.entries.flatMap((entry) => entryBlocks(entry, language)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function margins(all: number) {
  return { top: all, bottom: all, left: all, right: all };
}

function entryBlocks({ texts, notes }: SheetEntry, language: ReferenceLanguage) {
  const cells = texts.map(textBlocks);
  const [only] = cells;
  const body =
    cells.length === 1 && only !== undefined
      ? only
      : [
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            borders: NO_BORDERS,
            rows: [
              new TableRow({
                children: cells.map(
                  (children) =>
                    new TableCell({
                      children,
                      margins: margins(80),
                      width: { size: 100 / cells.length, type: WidthType.PERCENTAGE },
                    }),
                ),
              }),
            ],
          }),
        ];
  return [
    ...body,
    ...notes.flatMap(({ body: words, author }) => noteBlocks(words, author, language)),
  ];
}

function textBlocks({ number, text, language, reference, marks }: SheetText): Paragraph[] {
  const set = typeset(text, language);
  const rightToLeft = ['ar', 'he', 'fa', 'ur'].includes(language);
  const run = (words: string, colour?: HighlightColour): TextRun =>
    new TextRun({
      text: words,
      rightToLeft,
      language: { value: locale(language) },
      ...(colour === undefined ? {} : { underline: { type: LINES[colour] } }),
    });
  const runs: TextRun[] = number === '' ? [] : [new TextRun({ text: `${number} `, bold: true })];
  let at = 0;
  for (const { start, end, colour } of marks) {
    if (start > at) runs.push(run(set.slice(at, start)));
    runs.push(run(set.slice(start, end), colour));
    at = end;
  }
  runs.push(run(set.slice(at)));
  return [
    new Paragraph({ children: runs, bidirectional: rightToLeft, keepNext: true }),
    new Paragraph({
      alignment: AlignmentType.START,
      children: [new TextRun({ text: reference, size: 19, italics: true })],
      spacing: { after: AFTER * 2 },
    }),
  ];
}

/** Notes stand in, behind a line. */
function noteBlocks(body: string, author: string, language: ReferenceLanguage): Paragraph[] {
  const { note } = labelsOf(language);
  const lines = noteLines(body);
  const who = author === '' ? note : `${note}, ${author}`;
  return [...lines, who].map(
    (line, at) =>
      new Paragraph({
        indent: { left: 400 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '555555' } },
        spacing: { after: at === lines.length ? AFTER * 2 : 40 },
        children: [
          new TextRun(at === lines.length ? { text: line, size: 19, italics: true } : line),
        ],
      }),
  );
}

function locale(language: string): string {
  return language === 'fr' ? 'fr-FR' : language === 'en' ? 'en-GB' : language;
}
