// Tagging: paragraphs, passages and documents by key, the tree, and all passages of a tag.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator } from 'playwright';
import { goToParagraph, openPracticeText, rows, start } from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

const picker = (): Locator => session.page.getByRole('combobox', { name: 'Nom de l’étiquette' });
const tree = (): Locator => session.page.getByRole('treegrid', { name: 'Étiquettes' });

test('t tags the paragraph with a tag made on the spot', async () => {
  const { page } = session;
  const row = await goToParagraph(page, '4');
  await page.keyboard.press('t');
  await picker().fill('Traite');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /Traite/ })).toHaveAttribute(
    'aria-checked',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
  await expect(row.getByRole('button', { name: 'Traite' })).toBeVisible();
});

test('the same tag is found without accents or case, and toggles', async () => {
  const { page } = session;
  const row = await goToParagraph(page, '8');
  await page.keyboard.press('t');
  await picker().fill('TRAÎ');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: 'Traite' })).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: 'Traite' })).toHaveCount(0);
});

test('a whole document is tagged from its title', async () => {
  const { page } = session;
  await page.getByRole('button', { name: 'Étiqueter le document' }).click();
  await picker().fill('Exercices');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(
    page.locator('.title-block').getByRole('button', { name: 'Exercices' }),
  ).toBeVisible();
});

test('the tree takes the Compact’s scheme and a tag below a tag', async () => {
  const { page } = session;
  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await page.getByRole('button', { name: 'Ajouter la grille du Pacte mondial' }).click();
  await expect(tree().getByRole('row', { name: /Pacte mondial/ })).toBeVisible();
  await tree()
    .getByRole('row', { name: /Traite/ })
    .focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Nouvelle étiquette en dessous' }).click();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Victimes');
  await page.getByRole('button', { name: 'Créer' }).click();
  await tree()
    .getByRole('row', { name: /Traite/ })
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(tree().getByRole('row', { name: /Victimes/ })).toBeVisible();
});

test('F2 renames; the new name stands everywhere', async () => {
  const { page } = session;
  await tree()
    .getByRole('row', { name: /Traite/ })
    .focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Nom' }).fill('Traite des personnes');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(rows(page).getByRole('button', { name: 'Traite des personnes' })).toHaveCount(1);
});

test('a tag’s page shows its passages and opens the paragraph', async () => {
  const { page } = session;
  await tree().getByText('Traite des personnes', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Traite des personnes');
  await expect(page.getByText(/^1 passage · 1 paragraphe · 1 document/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.getByRole('option', { name: /Condamne/ }).click();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row]:focus')).toContainText('la traite des personnes');
});

test('a deleted tag comes back with what it was on', async () => {
  const { page } = session;
  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await tree()
    .getByRole('row', { name: /Exercices/ })
    .focus();
  await page.keyboard.press('Delete');
  await expect(tree().getByRole('row', { name: /Exercices/ })).toHaveCount(0);
  await page.getByRole('region', { name: 'Avis' }).getByRole('button', { name: 'Annuler' }).click();
  await expect(
    page.locator('.title-block').getByRole('button', { name: 'Exercices' }),
  ).toBeVisible();
});

test('quit and reopen: the tags are on their places', async () => {
  await session.app.close();
  session = await start(session);
  await openPracticeText(session);
  const { page } = session;
  await expect(rows(page).getByRole('button', { name: 'Traite des personnes' })).toHaveCount(1);
});
