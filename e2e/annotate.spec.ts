// Annotating: by key and by selection, notes saved at each pause, all of it there after quitting and after a kill.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import {
  cards,
  goToParagraph,
  marked,
  openPracticeText,
  paragraph,
  select,
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

test('h highlights the paragraph in focus, a digit in another colour, h again takes it away', async () => {
  const { page } = session;
  const row = await goToParagraph(page, '3');
  const text = await row.locator('[data-text]').evaluate((element) => element.textContent);
  await page.keyboard.press('h');
  await expect.poll(() => marked(page, 'gmg-yellow')).toEqual([text]);
  await page.keyboard.press('2');
  await expect.poll(() => marked(page, 'gmg-green')).toEqual([text]);
  expect(await marked(page, 'gmg-yellow')).toEqual([]);
  await expect(row).toHaveAccessibleDescription(/un passage surligné/);
  await page.keyboard.press('2');
  await expect.poll(() => marked(page, 'gmg-green')).toEqual([]);
});

test('words selected across paragraphs are one annotation with a stretch in each', async () => {
  const { page } = session;
  const from = await goToParagraph(page, '8');
  await select(page, from, paragraph(page, '9'));
  await page.getByRole('toolbar', { name: 'Passage sélectionné' }).waitFor();
  await page.keyboard.press('1');
  await expect.poll(async () => (await marked(page, 'gmg-yellow')).length).toBe(2);
  const [first = '', second = ''] = await marked(page, 'gmg-yellow');
  const eight = await from.locator('[data-text]').evaluate((element) => element.textContent ?? '');
  const nine = await paragraph(page, '9')
    .locator('[data-text]')
    .evaluate((element) => element.textContent ?? '');
  expect(first).toBe(eight);
  expect(second.length).toBeGreaterThan(3);
  expect(nine.startsWith(second)).toBe(true);
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page).first()).toHaveAccessibleName(/par\. 8 et 9/);
});

test('n opens a note on the paragraph, saves at the pause, and Escape goes back to the text', async () => {
  const { page } = session;
  const row = await goToParagraph(page, '1');
  await writeNote(page, 'Première **remarque**.');
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
  await expect(cards(page).first().locator('strong')).toHaveText('remarque');
  await expect(row).toHaveAccessibleDescription(/une note/);
});

test('a note is edited in place; its HTML stays words', async () => {
  const { page } = session;
  await cards(page).first().focus();
  await page.keyboard.press('Enter');
  const editor = page.getByRole('textbox', { name: 'Texte de la note' });
  await editor.fill('Seconde remarque <img src=x onerror=alert(1)>');
  await page.locator('.save-state').getByText('Enregistré').waitFor();
  await page.keyboard.press('Escape');
  await expect(cards(page).first()).toContainText('<img src=x onerror=alert(1)>');
  await expect(cards(page).first().locator('img')).toHaveCount(0);
});

test('the passage is shown from the card, and the card from the passage', async () => {
  const { page } = session;
  await cards(page).last().getByRole('button').first().click();
  await expect(paragraph(page, '8')).toBeInViewport();
  const text = paragraph(page, '8').locator('[data-text]');
  await text.click({ position: { x: 30, y: 10 } });
  await expect(cards(page).last()).toHaveAttribute('data-active', '');
});

test('deleting is taken back from the notice', async () => {
  const { page } = session;
  const before = await cards(page).count();
  await cards(page).last().focus();
  await page.keyboard.press('Delete');
  await expect(cards(page)).toHaveCount(before - 1);
  await page.getByRole('region', { name: 'Avis' }).getByRole('button', { name: 'Annuler' }).click();
  await expect(cards(page)).toHaveCount(before);
});

test('no serious accessibility fault with notes and an editor open', async () => {
  const { page } = session;
  await goToParagraph(page, '4');
  await writeNote(page, 'Note ouverte.');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.keyboard.press('Escape');
});

test('quit in the middle of a word, reopen: every word is there', async () => {
  const { page } = session;
  const before = await cards(page).count();
  await goToParagraph(page, '5');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Nouvelle note' }).fill('Pas encore en pause');
  await session.app.close();
  session = await start(session);
  await openPracticeText(session);
  await expect(cards(session.page)).toHaveCount(before + 1);
  await expect(cards(session.page).filter({ hasText: 'Pas encore en pause' })).toHaveCount(1);
});

test('killed right after a note is shown as saved, it is there', async () => {
  const { page } = session;
  await goToParagraph(page, '6');
  await writeNote(page, 'Écrite juste avant la panne.');
  const gone = new Promise((resolve) => session.app.process().once('exit', resolve));
  session.app.process().kill('SIGKILL');
  await gone;
  session = await start(session);
  await openPracticeText(session);
  await expect(cards(session.page).filter({ hasText: 'juste avant la panne' })).toHaveCount(1);
});
