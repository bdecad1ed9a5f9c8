// Scans as a person finds them: there without a text, read when asked, marked as recognised.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { root } from './launch.ts';
import { importByButton, openRoom, seriousFindings } from './room.ts';

const picture = readFileSync(join(root, 'electron', 'archive', 'fixtures', 'scans', 'note.png'));

/** A PDF of two pages that are pictures of paper. */
async function scannedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const image = await pdf.embedPng(picture);
  for (let page = 0; page < 2; page += 1) {
    pdf.addPage([420, 300]).drawImage(image, { x: 0, y: 0, width: 420, height: 300 });
  }
  return pdf.save();
}

test('a scan and a photo are offered to be read, and become texts that say so', async () => {
  test.setTimeout(120_000);
  const room = await openRoom();
  const { page } = room;
  try {
    await importByButton(room, { 'photo.png': picture, 'registre.pdf': await scannedPdf() });
    await page.getByRole('button', { name: 'Voir le détail' }).click();
    const lines = page.getByRole('list', { name: 'Résultat par fichier' }).getByRole('listitem');
    await expect(lines.filter({ hasText: 'Image sans texte' })).toHaveCount(2);
    expect(await seriousFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Lire 2 images par reconnaissance (OCR)' }).click();
    const progress = page.getByRole('group', { name: 'Reconnaissance des textes en cours' });
    await expect(progress).toBeVisible();
    await expect(progress).toBeHidden({ timeout: 90_000 });
    await expect(lines.filter({ hasText: 'Image sans texte' })).toHaveCount(0);

    await lines
      .filter({ has: page.getByRole('heading', { name: 'registre.pdf' }) })
      .getByRole('button', { name: /^Ouvrir/ })
      .click();
    const main = page.getByRole('main');
    await expect(main).toContainText('onze voyageurs ont été accueillis sur le quai nord');
    await expect(page.getByTestId('ocr-mark')).toHaveText(/^OCR, \d{2,3}\u202f%$/);
  } finally {
    await room.app.close();
  }
});
