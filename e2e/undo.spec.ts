// Undo and redo: named, across everything, and after a restart.
import { expect, test } from '@playwright/test';
import {
  cards,
  goToParagraph,
  marked,
  openPracticeText,
  rows,
  start,
  writeNote,
} from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

test('three acts are taken back one by one, each with its name, and done again after a restart', async () => {
  const { page } = session;
  const row = await goToParagraph(page, '8');
  await page.keyboard.press('h');
  await expect.poll(async () => (await marked(page, 'gmg-yellow')).length).toBe(1);
  await goToParagraph(page, '9');
  await writeNote(page, 'À vérifier.');
  await page.keyboard.press('Escape');
  await goToParagraph(page, '10');
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Nom de l’étiquette' }).fill('Réseau');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /Réseau/ })).toHaveAttribute(
    'aria-checked',
    'true',
  );
  await page.keyboard.press('Escape');

  const notice = page.getByRole('region', { name: 'Avis' });
  await page.keyboard.press('Control+Z');
  await expect(notice).toContainText(/Annulé\s: étiquetage/);
  await expect(page.getByRole('button', { name: 'Réseau', exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(cards(page).filter({ hasText: 'À vérifier.' })).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => marked(page, 'gmg-yellow')).toEqual([]);
  await expect(row).not.toHaveAttribute('data-bar', 'yellow');

  await session.app.close();
  session = await start(session);
  await openPracticeText(session);
  const again = session.page;
  await goToParagraph(again, '8');
  await again.keyboard.press('Control+Y');
  await expect.poll(async () => (await marked(again, 'gmg-yellow')).length).toBe(1);
  await again.keyboard.press('Control+Shift+Z');
  await expect(cards(again).filter({ hasText: 'À vérifier.' })).toHaveCount(1);
  await again.keyboard.press('Control+Y');
  await expect(rows(again).getByRole('button', { name: 'Réseau', exact: true })).toBeVisible();
});

test('the pauses of one editing visit are one step', async () => {
  const { page } = session;
  await cards(page).filter({ hasText: 'À vérifier.' }).focus();
  await page.keyboard.press('Enter');
  const editor = page.getByRole('textbox', { name: 'Texte de la note' });
  const saved = page.locator('.save-state[data-state="saved"]').getByText('Enregistré');
  for (const words of ['À vérifier demain.', 'À vérifier demain, à dix heures.']) {
    await editor.fill(words);
    await saved.waitFor();
  }
  await page.keyboard.press('Escape');
  await goToParagraph(page, '8');
  await page.keyboard.press('Control+Z');
  await expect(cards(page).filter({ hasText: 'À vérifier.' })).toHaveCount(1);
  await expect(cards(page).filter({ hasText: 'demain' })).toHaveCount(0);
});
