// The list of documents: sorted, filtered, described, taken out and brought back.
import { expect, test } from '@playwright/test';
import { ENGLISH, FRENCH, FRENCH_COPY, importByButton, openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
  await importByButton(room, {
    'vallee.txt': FRENCH,
    'harbour.txt': ENGLISH,
    'copie.md': FRENCH_COPY,
  });
});
test.afterAll(() => room.app.close());

const rows = () => room.page.getByRole('grid', { name: 'Documents' }).getByRole('row');
const row = (name: string | RegExp) => rows().filter({ hasText: name });

test('shows the reader’s documents, leaves the guides out, and has no serious finding', async () => {
  await expect(rows()).toHaveCount(4);
  await expect(row('Statement of the harbour')).toContainText('anglais');
  expect(await seriousFindings(room.page)).toEqual([]);
  await room.page.getByText('Afficher les guides').click();
  await expect(room.page.getByRole('status').filter({ hasText: /2\d documents/ })).toBeVisible();
  await room.page.getByText('Afficher les guides').click();
  await expect(rows()).toHaveCount(4);
});

test('names the copies of a text', async () => {
  await expect(row('Même texte que')).toHaveCount(2);
});

test('is narrowed by words and by language, and says so', async () => {
  const { page } = room;
  const filter = page.getByRole('searchbox', { name: 'Filtrer la liste' });
  await filter.fill('HARBOUR');
  await expect(rows()).toHaveCount(2);
  await filter.fill('nothing like this');
  await expect(page.getByText('Aucun document ne correspond à ces filtres')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Effacer les filtres' }).last().click();
  await page.getByRole('button', { name: /Langue/ }).click();
  await page.getByRole('option', { name: 'anglais' }).click();
  await expect(rows()).toHaveCount(2);
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await expect(rows()).toHaveCount(4);
});

test('is sorted by the column that is pressed', async () => {
  const { page } = room;
  const titles = () => page.locator('.row-title').allInnerTexts();
  const before = await titles();
  await page.getByRole('columnheader', { name: 'Titre' }).click();
  await expect.poll(titles).toEqual([...before].reverse());
  await page.getByRole('columnheader', { name: 'Titre' }).click();
  await expect.poll(titles).toEqual(before);
});

test('edits one document by F2: a wrong date is refused with a sentence', async () => {
  const { page } = room;
  await row('Statement of the harbour').click();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Fiche du document' });
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2018-13');
  await expect(dialog.getByText('Écrivez la date ainsi')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2018-12');
  await dialog.getByRole('textbox', { name: 'Organisme' }).fill('IOM');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toBeHidden();
  await expect(row('Statement of the harbour')).toContainText('décembre 2018');
});

test('edits many at once, and only what was changed', async () => {
  const { page } = room;
  await row('Statement of the harbour').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Fiche de 3 documents' });
  await dialog.getByRole('textbox', { name: 'Cote' }).fill('EX/1');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(row('EX/1')).toHaveCount(3);
  await expect(row('Statement of the harbour')).toContainText('décembre 2018');
  await page.keyboard.press('Control+z');
  await expect(row('EX/1')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Avis' })).toContainText('Annulé :');
});

test('takes a document out by Delete, brings it back by the notice, then from the bin', async () => {
  const { page } = room;
  await row('Statement of the harbour').click();
  await page.keyboard.press('Delete');
  await expect(row('Statement of the harbour')).toHaveCount(0);
  const notices = page.getByRole('region', { name: 'Avis' });
  await notices.getByRole('button', { name: 'Annuler' }).click();
  await expect(row('Statement of the harbour')).toHaveCount(1);

  await row('Statement of the harbour').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Mettre à la corbeille/ }).click();
  await expect(row('Statement of the harbour')).toHaveCount(0);
  const rail = page.getByRole('navigation', { name: 'Bibliothèque et étiquettes' });
  await rail.getByRole('button', { name: /^Corbeille/ }).click();
  await row('Statement of the harbour').click();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Restaurer' }).click();
  await expect(page.getByText('La corbeille est vide')).toBeVisible();
  await rail.getByRole('button', { name: /^Tous les documents/ }).click();
  await expect(row('Statement of the harbour')).toHaveCount(1);
});
