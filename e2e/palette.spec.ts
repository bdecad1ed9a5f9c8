// The palette of acts and the keys one can change: by keyboard alone, in both languages.
import { expect, test } from '@playwright/test';
import { cards, goToParagraph, marked, openPracticeText, rows, speak, start } from './reading.ts';
import type { Session } from './reading.ts';
import { seriousFindings } from './room.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
});
test.afterAll(() => session.app.close());

/** Opens the palette, types, and does the first act found. */
async function command(words: string, name: string): Promise<void> {
  const { page } = session;
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: /^(?:Commande|Command)$/u }).fill(words);
  await expect(page.getByRole('option', { selected: true })).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.palette')).toBeHidden();
}

test('every act has its line, with its key, and what cannot be done now says so', async () => {
  const { page } = session;
  await page.keyboard.press('Control+Shift+P');
  const list = page.getByRole('listbox', { name: 'Commandes' });
  await expect(list.getByRole('option').first()).toBeVisible();
  expect(await list.getByRole('option').count()).toBeGreaterThan(60);
  await expect(list.getByRole('option', { name: /^Rechercher\s+Ctrl\+K/u })).toBeVisible();
  const note = list.getByRole('option', { name: /^Écrire une note/u });
  await expect(note).toHaveAttribute('aria-disabled', 'true');
  await expect(note).toContainText('pas possible ici');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('an act is found without accents, in either language, and the last ones come first', async () => {
  const { page } = session;
  await command('derniers imports', 'Aller aux derniers imports');
  await command('go to the guides', 'Aller aux guides');
  await command('interface anglais', 'Interface en anglais');
  await command('appearance sepia', 'Appearance: sepia');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('option').nth(0)).toContainText('Appearance: sepia');
  await expect(page.getByRole('option').nth(1)).toContainText('Interface in English');
  await page.keyboard.press('Escape');
  await speak(page, 'Français');
});

test('acts of the text work on the paragraph that had the focus, or on the words selected', async () => {
  const { page } = session;
  await openPracticeText(session);
  await goToParagraph(page, '3');
  await command('surligner vert', 'Surligner en vert');
  await expect.poll(() => marked(page, 'gmg-green')).toHaveLength(1);
  const row = page.locator('[data-row]:focus');
  await expect(row).toBeVisible();
  await command('ecrire une note', 'Écrire une note');
  await page.getByRole('textbox').last().fill('Par la palette');
  await page.locator('.save-state[data-state="saved"]').getByText('Enregistré').waitFor();
  await expect(cards(page).first()).toContainText('Par la palette');
  await rows(page).first().focus();
  await page.evaluate(() => {
    const words = document.querySelector('[data-row]:focus [data-text]')?.firstChild;
    if (words) getSelection()?.setBaseAndExtent(words, 0, words, 5);
  });
  await command('surligner bleu', 'Surligner en bleu');
  await expect.poll(async () => (await marked(page, 'gmg-blue')).join('').length).toBe(5);
});

test('the column is made wider, and the theme of high contrast serves every reader', async () => {
  const { page } = session;
  const width = async () => (await page.locator('.sheet.reading').boundingBox())?.width ?? 0;
  await page.setViewportSize({ width: 1920, height: 1080 });
  const before = await width();
  await command('colonne large', 'Colonne de lecture\u202f: large');
  await expect.poll(width).toBeGreaterThan(before);
  await command('contraste', 'Apparence\u202f: contraste élevé');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  expect(await seriousFindings(page)).toEqual([]);
});

test('a key is changed, clashes are told, and the help shows keys as they are', async () => {
  const { page } = session;
  await command('changer les touches', 'Changer les touches');
  const field = page.getByRole('textbox', { name: /^Touche de « Écrire une note »$/u });
  await field.fill('t');
  await expect(page.getByRole('dialog')).toContainText('est déjà la touche de « Étiqueter »');
  await field.fill('z');
  await expect(field).toHaveValue('z');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  const line = page.getByRole('dialog').locator('dl > div', { hasText: 'Écrire une note' });
  await expect(line).toContainText('Z');
  await page.keyboard.press('Escape');
  await goToParagraph(page, '4');
  await page.keyboard.press('n');
  await page.keyboard.press('z');
  await expect(page.getByRole('textbox', { name: 'Nouvelle note' })).toBeFocused();
  await page.keyboard.press('Escape');
});

test('single keys are switched off as a whole, and stay so after a restart', async () => {
  await command('changer les touches', 'Changer les touches');
  await session.page.getByRole('switch').focus();
  await session.page.keyboard.press('Space');
  await expect(session.page.getByRole('dialog')).toContainText('désactivées');
  await session.page.keyboard.press('Escape');
  await session.app.close();
  session = await start(session);
  const { page } = session;
  await openPracticeText(session);
  await rows(page).first().focus();
  await page.keyboard.press('h');
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox', { name: 'Aller au paragraphe numéro…' })).toBeHidden();
  await command('aller paragraphe numero', 'Aller à un paragraphe par son numéro');
  await expect(page.getByRole('textbox', { name: 'Aller au paragraphe numéro…' })).toBeFocused();
});
