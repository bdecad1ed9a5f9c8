// Imports as a person sees them: a line per file, one clear sentence where something is to be done.
import { expect, test } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './launch.ts';
import { FRENCH, FRENCH_COPY, importByButton, openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(() => room.app.close());

/** The beginning of a PNG, whatever the file is called. */
const PICTURE = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82,
]);

test('tells the outcome of each file, and goes on after a bad one', async () => {
  const { page } = room;
  await importByButton(room, {
    'bon.txt': FRENCH,
    'vide.txt': '',
    'image.pdf': PICTURE,
    'copie.md': FRENCH_COPY,
  });
  await page.getByRole('button', { name: 'Voir le détail' }).click();
  const lines = page.getByRole('list', { name: 'Résultat par fichier' }).getByRole('listitem');
  await expect(lines).toHaveCount(4);
  const line = (name: string) => lines.filter({ has: page.getByRole('heading', { name }) });
  await expect(line('bon.txt')).toContainText('Ajouté');
  await expect(line('vide.txt')).toContainText('Ce fichier est vide.');
  await expect(line('image.pdf')).toContainText('Ce fichier est abîmé');
  await expect(lines.filter({ hasText: 'Même texte que' })).not.toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole('button', { name: /^À revoir/ }).click();
  await expect(lines).toHaveCount(2);
  await page.getByRole('button', { name: /^Tous \(/ }).click();
  await line('bon.txt')
    .getByRole('button', { name: /^Ouvrir/ })
    .click();
  await expect(page.getByRole('main')).toContainText('réunification des familles');
});

test('says so when a file is there already', async () => {
  const { page } = room;
  await page.keyboard.press('Control+l');
  await importByButton(room, { 'une-fois.txt': FRENCH });
  await page.getByRole('region', { name: 'Avis' }).getByRole('button', { name: 'Fermer' }).click();
  await importByButton(room, { 'encore.txt': FRENCH });
  const rail = page.getByRole('navigation', { name: 'Bibliothèque et étiquettes' });
  await rail.getByRole('button', { name: 'Derniers imports' }).click();
  await expect(page.getByText('Ce fichier est déjà dans la bibliothèque')).toBeVisible();
});

test('shows a quiet sheet while files hover, and takes it away', async () => {
  const { page } = room;
  const drag = (type: 'dragover' | 'dragleave') =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.txt'));
      window.dispatchEvent(new DragEvent(name, { dataTransfer, cancelable: true }));
    }, type);
  await drag('dragover');
  await expect(page.getByText('Déposez vos fichiers ou dossiers')).toBeVisible();
  await drag('dragleave');
  await expect(page.getByText('Déposez vos fichiers ou dossiers')).toBeHidden();
});

test('files and a folder dropped on the window are imported from where they lie', async () => {
  const { page } = room;
  const place = temporaryFolder('dropped');
  const folder = join(place, 'dossier');
  mkdirSync(folder);
  const file = join(place, 'déposé.txt');
  writeFileSync(file, 'Déposé. Un texte que l’on a fait glisser sur la fenêtre.\n');
  writeFileSync(
    join(folder, 'dedans.txt'),
    'Dedans. Un texte dans un dossier que l’on a fait glisser.\n',
  );
  // As the system's own dragging does it: the page gets files, main alone learns their paths.
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file, folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await page.keyboard.press('Control+l');
  const rows = page.getByRole('main').getByRole('row');
  await expect(rows.filter({ hasText: 'Déposé' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Dedans' })).toHaveCount(1);
});
