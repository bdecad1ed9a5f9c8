// From a question to paper: hits into the basket by key, ordered on the sheet, in two languages, as a PDF.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { temporaryFolder } from './launch.ts';
import { goToParagraph, openPracticeText, speak, start, writeNote } from './reading.ts';
import type { Session } from './reading.ts';

const folder = temporaryFolder('sheets');
let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

const entries = (): Locator =>
  session.page
    .getByRole('list', { name: /Paragraphes de la fiche|Paragraphs of the sheet/ })
    .locator('> li');
/** First words of the paragraphs on the sheet, in their order. */
const order = async (): Promise<string[]> =>
  (await entries().locator('.sheet-words').allInnerTexts()).map((text) =>
    text.split(' ').slice(0, 3).join(' '),
  );

test('b in the text and on a hit fills the basket; the sheet shows it', async () => {
  const { page } = session;
  await goToParagraph(page, '9');
  await page.keyboard.press('b');
  await expect(page.getByText('Ajouté au panier (1 paragraphe)')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByText('Déjà dans le panier')).toBeVisible();
  await page.getByRole('searchbox').fill('"engagements mesurables"');
  await page.locator('[data-hit="0"]').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-hit="0"]')).toBeFocused();
  await page.keyboard.press('b');
  await expect(page.getByText('Ajouté au panier (2 paragraphes)')).toBeVisible();
  await page.keyboard.press('Control+Shift+B');
  await expect(entries()).toHaveCount(2);
  await expect(entries().first()).toContainText('EX/L.1, par. 9');
});

test('keys order and remove, undo brings back, and it is there after a restart', async () => {
  const { page } = session;
  const before = await order();
  await entries().first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(before.toReversed());
  await expect(entries().nth(1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(entries()).toHaveCount(1);
  await page.keyboard.press('Control+Z');
  await expect.poll(order).toEqual(before.toReversed());
  await page.getByRole('textbox', { name: 'Titre de la fiche' }).fill('Réunion de dix heures');
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
  await session.app.close();
  session = await start(session);
  await session.page.keyboard.press('Control+Shift+B');
  await expect.poll(order).toEqual(before.toReversed());
  await expect(session.page.getByRole('textbox', { name: 'Titre de la fiche' })).toHaveValue(
    'Réunion de dix heures',
  );
});

test('both languages stand side by side, and everybody can use the page', async () => {
  const { page } = session;
  await page.getByRole('button', { name: /Langue des textes/ }).click();
  await page.getByRole('option', { name: 'Français et anglais' }).click();
  await expect(entries().first()).toContainText('para.');
  await speak(page, 'English');
  await expect(page.getByRole('heading', { name: 'Sheet' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await speak(page, 'Français');
});

test('the sheet becomes a PDF, a Word file and a text to paste', async () => {
  const { page, app } = session;
  const saved = async (name: string): Promise<string> => {
    const path = join(folder, name);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    return path;
  };
  const pdf = await saved('fiche.pdf');
  await page.getByRole('button', { name: 'PDF…' }).click();
  await expect.poll(() => existsSync(pdf), { timeout: 30_000 }).toBe(true);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const docx = await saved('fiche.docx');
  await page.getByRole('button', { name: 'Plus' }).click();
  await page.getByRole('menuitem', { name: 'Word…' }).click();
  await expect.poll(() => existsSync(docx), { timeout: 30_000 }).toBe(true);
  await page.getByRole('button', { name: 'Copier le texte' }).click();
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('Réunion de dix heures');
  expect(await copied()).toContain('(EX/L.1, par. 9)');
});

test('a whole document prints with its notes, private ones only when asked', async () => {
  const { page, app } = session;
  await openPracticeText(session);
  await goToParagraph(page, '4');
  await writeNote(page, 'Villes à associer');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+P');
  const paper = page.getByRole('article', { name: 'Document comme il s’imprimera' });
  await expect(paper).toContainText('villes portuaires');
  await expect(paper).not.toContainText('Villes à associer');
  await expect(page.getByText('1 note privée laissée')).toBeVisible();
  await page.getByText('Imprimer aussi les notes privées').click();
  await expect(paper).toContainText('Villes à associer');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const path = join(folder, 'document.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'PDF…' }).click();
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
});
