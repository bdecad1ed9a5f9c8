// Scans as a person finds them: there without a text, read when asked, marked as recognised.
import { expect, test } from '@playwright/test';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { root, temporaryFolder } from './launch.ts';
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

    // What was read need not be looked at any more.
    await expect(page.getByRole('button', { name: 'À revoir (0)' })).toBeVisible();

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

test('a language added from a file is listed, chosen for one document, and taken away', async () => {
  test.setTimeout(120_000);
  const room = await openRoom();
  const { app, page } = room;
  const folder = temporaryFolder('languages');
  const data = join(root, 'node_modules', '@tesseract.js-data', 'fra', '4.0.0_best_int');
  copyFileSync(join(data, 'fra.traineddata.gz'), join(folder, 'bre.traineddata.gz'));
  writeFileSync(join(folder, 'ara.traineddata'), 'nothing of the kind');
  const choose = (name: string): Promise<void> =>
    app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      },
      join(folder, name),
    );
  try {
    await importByButton(room, { 'photo.png': picture });
    await page.getByRole('button', { name: 'Voir le détail' }).click();
    await page.getByRole('button', { name: 'Langues de reconnaissance…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Langues de reconnaissance' });
    const languages = dialog.getByRole('listitem');
    await expect(languages).toHaveCount(2);
    const add = dialog.getByRole('button', { name: 'Ajouter une langue de reconnaissance…' });
    await choose('ara.traineddata');
    await add.click();
    await expect(page.getByText('Ce fichier ne contient pas de données de langue')).toBeVisible();
    await choose('bre.traineddata.gz');
    await add.click();
    await expect(languages.filter({ hasText: 'breton' })).toContainText('ajoutée');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Fermer' }).click();

    const list = page.getByRole('list', { name: 'Résultat par fichier' });
    await list.getByRole('button', { name: /^Choisir la langue de lecture/ }).click();
    await page.getByRole('menuitem', { name: 'breton' }).click();
    await expect(list.getByTestId('ocr-mark')).toBeVisible({ timeout: 60_000 });

    await page.getByRole('button', { name: 'Langues de reconnaissance…' }).click();
    await dialog.getByRole('button', { name: /^Retirer/ }).click();
    await expect(languages).toHaveCount(2);
  } finally {
    await room.app.close();
  }
});
