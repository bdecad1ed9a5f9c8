// Suggestions from rules, supplied schemes kept whole, states of the codebook compared and restored.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator } from 'playwright';
import { openPracticeText, rows, start } from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
  await session.page.getByRole('tab', { name: 'Bibliothèque' }).click();
});
test.afterAll(() => session.app.close());

const card = (name: string): Locator =>
  session.page.getByRole('region', { name: `Fiche de «\u202f${name}\u202f»` });
const inCodebook = (name: string): Locator =>
  session.page
    .getByRole('treegrid', { name: 'Grille de codes' })
    .getByText(name, { exact: true })
    .first();
const suggested = (): Locator => rows(session.page).locator('.row-suggestion');

async function violations(): Promise<unknown> {
  const found = await new AxeBuilder({ page: session.page }).setLegacyMode().analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

test('a rule written on the card suggests its tag in the text, and nothing is put unasked', async () => {
  const { page } = session;
  await page.getByRole('button', { name: 'Nouvelle étiquette' }).first().click();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Personnes');
  await page.getByRole('button', { name: 'Créer' }).click();
  await page.getByRole('button', { name: 'Grille de codes', exact: true }).click();
  await inCodebook('Personnes').click();
  const rule = card('Personnes').getByRole('textbox', { name: 'Règle (suggestions)' });
  await rule.fill('traite OR accueil\ninfractions');
  await rule.blur();
  await openPracticeText(session);
  await expect(suggested().first()).toBeVisible();
  await expect(rows(page).getByRole('button', { name: 'Personnes', exact: true })).toHaveCount(0);
  expect(await violations()).toEqual([]);
});

test('a suggestion is taken or refused by a key, and each can be undone', async () => {
  const { page } = session;
  const before = await suggested().count();
  await page.getByRole('button', { name: /^Suivante/ }).click();
  await expect(page.locator('[data-row]:focus')).toBeVisible();
  await page.keyboard.press('a');
  await expect(rows(page).getByRole('button', { name: 'Personnes', exact: true })).toHaveCount(1);
  await expect(suggested()).toHaveCount(before - 1);
  await page.keyboard.press('Control+z');
  await expect(suggested()).toHaveCount(before);
  await page
    .getByRole('button', { name: /^Écarter «/ })
    .first()
    .click();
  await expect(suggested()).toHaveCount(before - 1);
  await page.getByRole('button', { name: 'Tout écarter' }).click();
  await expect(suggested()).toHaveCount(0);
});

test('the tag’s page counts what is suggested, and what was refused comes again when asked', async () => {
  const { page } = session;
  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await page
    .getByRole('treegrid', { name: 'Étiquettes' })
    .getByText('Personnes', { exact: true })
    .click();
  const area = page.getByRole('region', { name: 'Suggestions de la règle' });
  await area.getByRole('button', { name: /^Reproposer/ }).click();
  await area.getByRole('button', { name: 'Montrer' }).click();
  await area.getByRole('button', { name: /^Poser sur/ }).click();
  await expect(page.locator('.tag-page-counts')).toContainText(/^[1-9]/);
});

test('a supplied scheme is labelled in both languages and goes away only as a whole', async () => {
  const { page } = session;
  await page.getByRole('button', { name: 'Ajouter la grille du Pacte mondial' }).first().click();
  await page.getByRole('button', { name: 'Grille de codes', exact: true }).click();
  const grid = page.getByRole('treegrid', { name: 'Grille de codes' });
  await grid
    .getByRole('row', { name: /Pacte mondial/ })
    .first()
    .focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(page.getByText('on archive la grille entière')).toBeVisible();
  await grid
    .getByRole('row', { name: /Pacte mondial/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Archiver toute la grille' }).click();
  await page.getByRole('button', { name: /^Remettre «/ }).click();
  await expect(grid.getByText(/Pacte mondial/).first()).toBeVisible();
});

test('a state of the codebook is kept, compared and restored, with one undo', async () => {
  const { page } = session;
  const states = page.getByRole('button', { name: 'États de la grille…' });
  await states.click();
  await page.getByRole('textbox', { name: /Garder l’état/ }).fill('Première version');
  await page.getByRole('button', { name: 'Garder', exact: true }).click();
  await expect(page.getByText('Rien n’a changé depuis.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  await inCodebook('Personnes').click();
  const name = card('Personnes').getByRole('textbox', { name: 'Nom', exact: true });
  await name.fill('Victimes');
  await name.blur();
  await expect(inCodebook('Victimes')).toBeVisible();
  await states.click();
  await page.getByRole('button', { name: /Première version/ }).click();
  await expect(page.getByRole('heading', { name: '1 renommée' })).toBeVisible();
  await page.getByRole('button', { name: 'Rétablir cet état' }).click();
  await expect(inCodebook('Personnes')).toBeVisible();
  await page.getByRole('region', { name: 'Avis' }).getByRole('button', { name: 'Annuler' }).click();
  await expect(inCodebook('Victimes')).toBeVisible();
});
