// A followed folder as a person meets it: chosen once, its files come in by themselves, a changed file is a
// new version with its notes, and one press brings the old one back.
import { expect, test } from '@playwright/test';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './launch.ts';
import { goToParagraph, writeNote } from './reading.ts';
import { FRENCH, importing, openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
const folder = temporaryFolder('followed');
const SLOW = { timeout: 40_000 };

test.beforeAll(async () => {
  writeFileSync(join(folder, 'vallee.txt'), FRENCH);
  room = await openRoom();
});
test.afterAll(() => room.app.close());

test('follows a folder, and keeps the notes of a file that changes', async () => {
  const { app, page } = room;
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  const rail = page.getByRole('navigation', { name: 'Bibliothèque et étiquettes' });
  await rail.getByRole('button', { name: 'Derniers imports' }).click();
  await page.getByRole('button', { name: 'Suivre un dossier…' }).click();
  const followed = page.getByRole('list', { name: 'Dossiers suivis' }).getByRole('listitem');
  await expect(followed).toContainText('1 fichier dans la bibliothèque', SLOW);
  await expect(importing(page)).toBeHidden(SLOW);
  expect(await seriousFindings(page)).toEqual([]);

  await rail.getByRole('button', { name: /^Tous les documents/ }).click();
  await page.getByRole('row', { name: /Déclaration de la vallée/ }).dblclick();
  await goToParagraph(page, '2');
  await writeNote(page, 'À suivre.');

  writeFileSync(join(folder, 'vallee.txt'), FRENCH.replace('un rapport', 'deux rapports'));
  const past = Date.now() / 1000 - 60;
  utimesSync(join(folder, 'vallee.txt'), past, past);
  const notices = page.getByRole('region', { name: 'Avis' });
  await expect(notices).toContainText('1 note reprise', SLOW);
  await expect(page.getByText('Ceci est une ancienne version.')).toBeVisible();
  await page.getByRole('button', { name: 'Ouvrir la version actuelle' }).click();
  await expect(page.getByRole('main')).toContainText('deux rapports');
  await page.getByText('2 versions').click();
  await expect(page.getByRole('list', { name: 'Versions de ce texte' })).toContainText(
    'version actuelle',
  );
  expect(await seriousFindings(page)).toEqual([]);

  await rail.getByRole('tab', { name: 'Bibliothèque' }).click();
  await rail.getByRole('button', { name: 'Derniers imports' }).click();
  await page.getByRole('button', { name: /^Annuler la nouvelle version/ }).click();
  await expect(notices).toContainText('L’ancienne version est de retour');
  await page.getByRole('button', { name: /^Ne plus suivre/ }).click();
  await expect(page.getByText('Un dossier suivi est regardé')).toBeVisible();
});
