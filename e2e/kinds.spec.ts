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
  // Day before month, whatever the system speaks.
  await page.getByRole('textbox', { name: 'Échéance' }).fill('31/1/2020');
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
  await page.getByRole('option', { name: 'tenu', exact: true }).click();
  await expect(page.getByText('Aucun suivi ne répond à ce choix.')).toBeVisible();
  await page.getByRole('button', { name: /Statut/ }).click();
  await page.getByRole('option', { name: 'À vérifier et en cours' }).click();
  await list.getByRole('option').click();
  await expect(page.getByRole('textbox', { name: 'Ce que j’ai vérifié' })).toHaveValue('Le décret');
});

test('m sets a bookmark beside the outline, Alt+M goes from one to the next, undo names it', async () => {
  const { page } = session;
  await page
    .getByRole('button', { name: /projet \(texte d’exercice/ })
    .first()
    .click();
  for (const number of ['4', '9']) {
    const row = await goToParagraph(page, number);
    await page.keyboard.press('m');
    await expect(row).toHaveAttribute('data-bookmarked', '');
  }
  await page.getByRole('tab', { name: 'Plan' }).click();
  const list = page.getByRole('region', { name: 'Signets' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('button', { name: /Paragraphe 4/ }).click();
  await expect(paragraph(page, '4')).toBeFocused();
  await page.keyboard.press('Alt+m');
  await expect(paragraph(page, '9')).toBeFocused();
  await page.keyboard.press('Alt+m');
  await expect(paragraph(page, '4')).toBeFocused();
  await page.keyboard.press('m');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+Z');
  const notice = page.getByRole('region', { name: 'Avis' });
  await expect(notice).toContainText(/Annulé\s: signet ôté/);
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await page.getByRole('button', { name: 'Signets' }).click();
  const all = page.getByRole('listbox', { name: 'Signets, par document' });
  await expect(all.getByRole('option')).toHaveCount(2);
  await all.getByRole('option').last().click();
  await expect(paragraph(page, '9')).toBeInViewport();
});

test('what is written in one visit is one step back, with its own name', async () => {
  const { page } = session;
  await goToParagraph(page, '6');
  await page.keyboard.press('x');
  const panel = page.getByRole('article', { name: 'Traduction de travail' });
  for (const words of ['A first pause.', 'A first pause, and a second.']) {
    await panel.getByRole('textbox').fill(words);
    await page.locator('.save-state[data-state="saved"]').getByText('Enregistré').waitFor();
  }
  await page.keyboard.press('Escape');
  await expect(paragraph(page, '6')).toContainText('and a second');
  await page.keyboard.press('Control+Z');
  const notice = page.getByRole('region', { name: 'Avis' });
  await expect(notice).toContainText('nouvelle traduction de travail');
  await expect(paragraph(page, '6')).not.toContainText('A first pause');
});
