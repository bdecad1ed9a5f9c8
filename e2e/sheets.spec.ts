// Several sheets: named, chosen, copied, deleted and back; colours with meanings; an export of private passages.
import { expect, test } from '@playwright/test';
import { goToParagraph, marked, openPracticeText, speak, start } from './reading.ts';
import type { Session } from './reading.ts';
import { seriousFindings } from './room.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

test('a second sheet is made, used and deleted, and one undo brings it back', async () => {
  const { page } = session;
  const title = page.getByRole('textbox', { name: 'Titre de la fiche' });
  const sheets = page.getByRole('button', { name: 'Fiches', exact: true });
  await goToParagraph(page, '2');
  await page.keyboard.press('b');
  await page.keyboard.press('Control+Shift+B');
  await title.fill('Mardi');
  await sheets.click();
  await page.getByRole('menuitem', { name: 'Dupliquer cette fiche…' }).click();
  const name = page.getByRole('textbox', { name: 'Nom de la fiche' });
  await expect(name).toHaveValue('Mardi (copie)');
  await name.fill('Mercredi');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(title).toHaveValue('Mercredi');
  await page.getByRole('button', { name: /Fiche en cours/ }).click();
  await page.getByRole('option', { name: /Mardi/ }).click();
  await expect(title).toHaveValue('Mardi');
  expect(await seriousFindings(page)).toEqual([]);
  await sheets.click();
  await page.getByRole('menuitem', { name: 'Supprimer cette fiche' }).click();
  await expect(title).toHaveValue('Mercredi');
  await page.getByRole('region', { name: 'Avis' }).getByRole('button', { name: 'Annuler' }).click();
  await expect(title).toHaveValue('Mardi');
});

test('a colour gets a meaning, which menus and notes tell', async () => {
  const { page } = session;
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Commande' }).fill('couleurs noms sens');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Couleurs de surlignage' });
  const meaning = dialog
    .getByRole('group', { name: 'jaune' })
    .getByRole('textbox', { name: 'Sens' });
  await meaning.fill('à citer');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await page
    .getByRole('button', { name: /projet \(texte d’exercice/ })
    .first()
    .click();
  const row = await goToParagraph(page, '5');
  await page.keyboard.press('1');
  await expect.poll(async () => (await marked(page, 'gmg-yellow')).length).toBe(1);
  await expect(page.locator('.note').filter({ hasText: 'jaune (à citer)' })).toHaveCount(1);
  await row.locator('.number').click();
  await expect(
    page.getByRole('menuitem', { name: /Surligner en jaune \(à citer\)/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
});

test('an export of nothing but private passages says so and takes them along on one click', async () => {
  const { page } = session;
  await goToParagraph(page, '7');
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Nom de l’étiquette' }).fill('Accueil');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await speak(page, 'English');
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Command' }).fill('export notes');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('are private: without them nothing goes out');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Include them' }).click();
  await expect(dialog).not.toContainText('nothing goes out');
  await expect(dialog.getByRole('button', { name: 'Save…' })).toBeEnabled();
});
