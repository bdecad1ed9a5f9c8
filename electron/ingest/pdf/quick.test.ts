import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../index.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { readQuickly } from './quick.ts';

const engine = join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
const pdfium = (): Promise<Uint8Array> => Promise.resolve(readFileSync(engine));

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A PDF of one page with this content; PDFium and pdf.js find its objects by looking. */
function pdfWith(
  content: string,
  page = '',
  font = HELVETICA,
  more: readonly string[] = [],
): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R ${page}
        /Resources << /Font << /F 5 0 R >> >> >>`,
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    font,
    ...more,
  ];
  const body = objects.map((object, at) => `${String(at + 1)} 0 obj\n${object}\nendobj\n`);
  return new TextEncoder().encode(`%PDF-1.4\n${body.join('')}trailer << /Root 1 0 R >>\n`);
}

async function turnsOf(bytes: Uint8Array) {
  const read = await readQuickly(bytes, DEFAULT_LIMITS, pdfium);
  return read?.pages[0]?.turns.map((turn) => turn.map(({ text }) => text));
}

describe('a page read by PDFium', () => {
  it('gives what is set in one go as one piece, its words apart', async () => {
    const content =
      'BT /F 12 Tf 50 500 Td (Migrants) Tj ( have) Tj [(ri) -20 (ghts) -400 (too)] TJ ET';
    expect(await turnsOf(pdfWith(content))).toEqual([['Migrants haverights too'], [], [], []]);
  });

  it('parts columns and lines', async () => {
    const content = 'BT /F 12 Tf 50 500 Td (Left) Tj 150 0 Td (Right) Tj -150 -14 Td (Below) Tj ET';
    expect((await turnsOf(pdfWith(content)))?.[0]).toEqual(['Left', 'Right', 'Below']);
  });

  it('keeps turned text apart, upright', async () => {
    const content = 'BT /F 12 Tf 0 1 -1 0 50 100 Tm (Sideways) Tj ET';
    const read = await readQuickly(pdfWith(content), DEFAULT_LIMITS, pdfium);
    expect(read?.pages[0]?.turns[1]).toMatchObject([
      { text: 'Sideways', x: 100, y: 350, size: 12 },
    ]);
  });

  it('makes a turned page upright', async () => {
    const content = 'BT /F 12 Tf 0 1 -1 0 50 100 Tm (Upright) Tj ET';
    const read = await readQuickly(pdfWith(content, '/Rotate 90'), DEFAULT_LIMITS, pdfium);
    expect(read?.pages[0]).toMatchObject({ width: 600, height: 400 });
    expect(read?.pages[0]?.turns[0]).toMatchObject([{ text: 'Upright', x: 100, y: 350 }]);
  });

  it('has the words of its signatures and stamps, not those that fields hold as values', async () => {
    const written = (number: number, kind: string, words: string): readonly string[] => {
      const shown = `BT /F 12 Tf 2 5 Td (${words}) Tj ET`;
      const rect = `/Rect [50 ${String(number * 30)} 250 ${String(number * 30 + 20)}] /F 4`;
      return [
        `<< /Type /Annot ${kind} ${rect} /AP << /N ${String(number + 1)} 0 R >> >>`,
        `<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 5 0 R >> >>
          /Length ${String(shown.length)} >>\nstream\n${shown}\nendstream`,
      ];
    };
    const bytes = pdfWith(
      'BT /F 12 Tf 50 500 Td (Dear colleagues) Tj ET',
      '/Annots [6 0 R 8 0 R 10 0 R]',
      HELVETICA,
      [
        ...written(6, '/Subtype /Widget /FT /Sig', 'Signed'),
        ...written(8, '/Subtype /Stamp', 'Received'),
        ...written(10, '/Subtype /Widget /FT /Tx /V (Filled)', 'Filled'),
      ],
    );
    const read = await readQuickly(bytes, DEFAULT_LIMITS, pdfium);
    expect(read?.pages[0]?.turns[0]?.map(({ text }) => text)).toEqual([
      'Dear colleagues',
      'Signed',
      'Received',
    ]);
    expect([...(read?.annotated ?? [])]).toEqual([1]);
  });

  it('is left to pdf.js where letters are drawings', async () => {
    const font = '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0]';
    const rest = '/CharProcs << /a 4 0 R >> /Encoding << /Differences [97 /a] >>';
    const widths = '/FirstChar 97 /LastChar 97 /Widths [1] >>';
    const bytes = pdfWith('BT /F 12 Tf 50 500 Td (a) Tj ET', '', `${font} ${rest} ${widths}`);
    const read = await readQuickly(bytes, DEFAULT_LIMITS, pdfium);
    expect([...(read?.doubtful ?? [])]).toEqual([1]);
  });
});

describe('without PDFium’s engine', () => {
  it.each([
    ['is not there', () => Promise.reject(new Error('gone'))],
    ['is none', () => Promise.resolve(Uint8Array.of(1, 2, 3))],
  ])('a PDF is read all the same: it %s', async (_what, broken) => {
    const bytes = pdfWith('BT /F 12 Tf 50 500 Td (Migrants have rights.) Tj ET');
    const draft = await parseDocument(bytes, { name: 'a.pdf', pdfium: broken });
    expect(draft.blocks.map(({ text }) => text)).toEqual(['Migrants have rights.']);
  });
});
