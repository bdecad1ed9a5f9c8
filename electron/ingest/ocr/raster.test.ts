import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument, rgb } from 'pdf-lib';
import { expect, it } from 'vitest';
import { pageImage } from './index.ts';

const picture = readFileSync(
  join(import.meta.dirname, '..', '..', 'archive', 'fixtures', 'scans', 'note.png'),
);

/** A PDF whose pages show one picture each: as it is, turned by the page, and none at all. */
async function scanned(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const image = await pdf.embedPng(picture);
  pdf.addPage([420, 300]).drawImage(image, { x: 0, y: 0, width: 420, height: 300 });
  const turned = pdf.addPage([300, 420]);
  turned.setRotation(degrees(90));
  turned.drawImage(image, { x: 300, y: 0, width: 420, height: 300, rotate: degrees(90) });
  pdf.addPage([420, 300]).drawRectangle({ x: 9, y: 9, width: 90, height: 90, color: rgb(0, 0, 0) });
  return pdf.save();
}

/** Share of dark pixels in each cell of a grid of 12 by 8: what a page looks like from afar. */
function looks(width: number, height: number, bytes: Uint8Array): number[] {
  const grey = bytes.subarray(bytes.length - width * height);
  const dark = Array.from({ length: 96 }, () => 0);
  grey.forEach((value, at) => {
    const x = at % width;
    const cell = Math.floor((x * 12) / width) + 12 * Math.floor((((at - x) / width) * 8) / height);
    if (value < 128) dark[cell] = (dark[cell] ?? 0) + 1;
  });
  return dark.map((count) => count / ((width * height) / 96));
}

it('hands out pages upright, as dense as their pictures, and says which show none', async () => {
  const bytes = await scanned();
  const page = (number: number) => pageImage(bytes, { hash: 'scan', name: 'a.pdf', page: number });
  const first = await page(1);
  expect(first).toMatchObject({ pages: 3, width: 875, height: 625 });
  const second = await page(2);
  expect(second).toMatchObject({ width: 875, height: 625 });
  const one = looks(first.width, first.height, first.bytes);
  const other = looks(second.width, second.height, second.bytes);
  expect(Math.max(...one)).toBeGreaterThan(0.05);
  one.forEach((share, cell) => expect(Math.abs(share - (other[cell] ?? 0))).toBeLessThan(0.02));
  expect(await page(3)).toMatchObject({ width: 0, height: 0 });
  await expect(page(4)).rejects.toMatchObject({ code: 'not-found' });
});
