// Working translations and follow-ups: written by key, shown under the text and in the list, found by searching.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { cards, goToParagraph, openPracticeText, paragraph, start } from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

test('x writes a translation: it stands under its paragraph, in its language, and is found', async () => {
  const { page } = session;
  const row = await goToParagraph(page, '2');
  await page.keyboard.press('x');
  const panel = page.getByRole('article', { name: 'Traduction de travail' });
  await panel.getByRole('button', { name: /Langue de la traduction/ }).click();
  await page.getByRole('option', { name: 'anglais' }).click();
  await panel.getByRole('textbox').fill('Lighthouses for everyone.');
  await page.locator('.save-state').getByText('Enregistré').waitFor();
  await page.keyboard.press('Escape');
  const words = row.locator('.translation-words');
  await expect(words).toHaveText('Lighthouses for everyone.');
  await expect(words).toHaveAttribute('lang', 'en');
  await expect(words).toHaveAttribute('dir', 'ltr');
  await expect(row).toContainText('Traduction de travail, non officielle');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('lighthouse');
  const hit = page.locator('.hit').filter({ hasText: 'Traduction de travail' });
  await expect(hit).toHaveCount(1);
  await hit.click();
  await expect(paragraph(page, '2')).toBeInViewport();
});

test('s opens a follow-up with its status, due date and findings; the list shows it as overdue', async () => {
  const { page } = session;
  await goToParagraph(page, '3');
  await page.keyboard.press('s');
  await page.getByRole('textbox', { name: 'Ce que j’ai vérifié' }).fill('Le décret');
  await page.getByRole('textbox', { name: 'Ce que j’ai trouvé' }).fill('Rien encore');
  await page.getByLabel('Échéance').fill('2020-01-31');
  await page.getByRole('textbox', { name: 'Ce que j’ai trouvé' }).focus();
  await page.keyboard.press('Escape');
  const card = cards(page).filter({ hasText: 'Le décret' });
  await expect(card).toContainText('échéance le 31 janvier 2020');
  await expect(card).toContainText('En retard');

  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await page.getByRole('button', { name: 'Suivis' }).click();
  const list = page.getByRole('listbox', { name: 'Suivis de la bibliothèque' });
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list).toContainText('Rien encore');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.getByRole('button', { name: /Statut/ }).click();
  await page.getByRole('option', { name: 'fait' }).click();
  await expect(page.getByText('Aucun suivi ne répond à ce choix.')).toBeVisible();
  await page.getByRole('button', { name: /Statut/ }).click();
  await page.getByRole('option', { name: 'À faire et en cours' }).click();
  await list.getByRole('option').click();
  await expect(page.getByRole('textbox', { name: 'Ce que j’ai vérifié' })).toHaveValue('Le décret');
});
