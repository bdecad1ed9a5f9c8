/**
 * The binary sources of the golden folders, as programs: what they make must read like what is kept.
 * `UPDATE_GOLDEN=1` writes them anew where they are missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './index.ts';

const golden = join(import.meta.dirname, 'golden');

interface Pen {
  readonly page: PDFPage;
  readonly font: PDFFont;
}

function write({ page, font }: Pen, text: string, x: number, y: number, size = 10): void {
  page.drawText(text, { x, y, size, font });
}

/** Lines set 12 points apart; returns the place of the next line. */
function block(pen: Pen, x: number, y: number, lines: readonly string[], indent = 0): number {
  lines.forEach((line, at) => write(pen, line, at === 0 ? x + indent : x, y - at * 12));
  return y - lines.length * 12 - 6;
}

async function blank(): Promise<{ document: PDFDocument; font: PDFFont }> {
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  return { document, font: await document.embedFont(StandardFonts.TimesRoman) };
}

/** Two pages like a resolution: masthead, running head, footnotes, a paragraph over the page's end. */
async function resolution(): Promise<Uint8Array> {
  const { document, font } = await blank();
  const one = { page: document.addPage([612, 792]), font };
  write(one, 'United Nations', 120, 740, 14);
  write(one, 'A/RES/99/1', 480, 740);
  write(one, 'General Assembly', 120, 710, 20);
  write(one, 'Distr.: General', 400, 710);
  write(one, '3 March 2045', 400, 698);
  write(one, 'Ninety-ninth session', 60, 650);
  write(one, 'Agenda item 7', 60, 638);
  write(one, 'Resolution adopted by the General Assembly on 1 March 2045', 120, 600, 14);
  write(one, '99/1. Quays and lanterns on the great river', 120, 560, 12);
  let y = block(one, 120, 530, ['The General Assembly,'], 24);
  y = block(
    one,
    120,
    y,
    [
      'Recalling the Charter of the Quays and the work of every city along the great river that keeps',
      'its lanterns lit through the winter,',
    ],
    24,
  );
  write(one, '1', 253.5, y + 18 + 4, 6);
  y = block(
    one,
    120,
    y,
    [
      '1.    Welcomes the report of the Office of Passages on the quays and lanterns of the river and its',
      'many tributaries;',
    ],
    24,
  );
  y = block(one, 120, y, ['2.    Invites the cities of the river:'], 24);
  y = block(one, 120, y, ['(a)    To keep a quay open;'], 24);
  y = block(one, 120, y, ['(b)    To light it:'], 24);
  y = block(one, 120, y, ['(i)    In winter;'], 48);
  y = block(one, 120, y, ['(ii)    In summer;'], 48);
  block(
    one,
    120,
    y,
    [
      '3.    Requests the Office to send to the next session an account of the work of the quays, of inter-',
      'mediate ports and of all the lighthouses that were built since the last flood and which remain',
    ],
    24,
  );
  write(one, '____________', 100, 110, 8);
  write(one, '1', 117, 101, 5);
  write(one, 'See EX/99/4, annex.', 123, 98, 8);
  write(one, '45-01234 (E)', 65, 44);
  const two = { page: document.addPage([612, 792]), font };
  write(two, 'A/RES/99/1', 480, 750);
  y = block(two, 120, 700, ['in the service of the cities, together with its proposals.']);
  block(two, 120, y, ['4.    Decides to come back to the matter at its next session.'], 24);
  write(two, '2/2', 65, 44);
  write(two, '45-01234', 500, 44);
  return document.save();
}

const PROSE =
  'The river rises early and the harbour wakes before it. Boats leave while the lanterns are still lit, and the first to cross are those who came the farthest. Nobody asks for names on this shore, and the register holds only the month and the port. In the evening the quay is swept and the water is let in again. ';

/** Two columns under a title over both, paragraphs by indent, with page numbers. */
async function columns(): Promise<Uint8Array> {
  const { document, font } = await blank();
  const lines: { text: string; indent: number }[] = [];
  for (let paragraph = 1; paragraph <= 9; paragraph += 1) {
    const words = `On day ${paragraph}, as on every other. ${PROSE}`.trim().split(' ');
    let first = true;
    while (words.length > 0) {
      const indent = first ? 14 : 0;
      let text = words.shift() ?? '';
      while (
        words.length > 0 &&
        font.widthOfTextAtSize(`${text} ${words[0] ?? ''}`, 10) < 230 - indent
      )
        text += ` ${words.shift() ?? ''}`;
      lines.push({ text, indent });
      first = false;
    }
  }
  for (let number = 1; lines.length > 0; number += 1) {
    const pen = { page: document.addPage([595, 842]), font };
    if (number === 1) write(pen, 'A day on the river', 200, 780, 20);
    for (const x of [50, 310]) {
      lines
        .splice(0, 22)
        .forEach(({ text, indent }, at) => write(pen, text, x + indent, 730 - at * 12));
    }
    write(pen, `${number}`, 295, 40);
  }
  return document.save();
}

/** A Word document with automatic numbers, sub-paragraphs, a table, a note and an annex. */
async function word(): Promise<Uint8Array> {
  const numbered = (text: string, level = 0, reference = 'paragraphs'): Paragraph =>
    new Paragraph({ text, numbering: { reference, level } });
  const row = (...cells: string[]): TableRow =>
    new TableRow({
      children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
    });
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
    { level: 1, format: LevelFormat.LOWER_LETTER, text: '(%2)', alignment: AlignmentType.START },
    { level: 2, format: LevelFormat.LOWER_ROMAN, text: '(%3)', alignment: AlignmentType.START },
  ];
  const document = new Document({
    numbering: {
      config: [
        { reference: 'paragraphs', levels },
        { reference: 'annex', levels },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('Held in the harbour office.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Rules of the quays', heading: HeadingLevel.TITLE }),
          new Paragraph('The Assembly of the Shores, having met at the harbour office,'),
          new Paragraph({ text: 'General rules', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            numbering: { reference: 'paragraphs', level: 0 },
            children: [
              new TextRun('Every boat may land at the north quay'),
              new FootnoteReferenceRun(1),
              new TextRun(' by day or night.'),
            ],
          }),
          numbered('The keeper of the quay shall:'),
          numbered('Light the lantern;', 1),
          numbered('Sweep the stones:', 1),
          numbered('In the morning;', 2),
          numbered('In the evening;', 2),
          numbered('Answer every call.', 1),
          numbered('Nothing in these rules asks anybody for a name.'),
          new Table({ rows: [row('Quay', 'Boats'), row('North', '12')] }),
          new Paragraph({ text: 'Annex', heading: HeadingLevel.HEADING_1 }),
          numbered('The lantern burns oil of the river fish.', 0, 'annex'),
          numbered('The broom is made of reeds.', 0, 'annex'),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('sources of golden drafts', () => {
  it.each([
    ['resolution', 'source.pdf', resolution],
    ['columns', 'source.pdf', columns],
    ['word', 'source.docx', word],
  ])('%s', async (folder, name, make) => {
    const kept = join(golden, folder, name);
    const made = await make();
    if (process.env['UPDATE_GOLDEN'] === '1' && !existsSync(kept)) writeFileSync(kept, made);
    const wanted = await parseDocument(new Uint8Array(readFileSync(kept)), { name });
    expect(await parseDocument(made, { name })).toEqual(wanted);
  });
});
