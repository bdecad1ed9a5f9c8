// Components alone, in the application's own Chromium: their names, their keys, what they tell.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.app.close());

test('buttons have their words, answer to keys, and a disabled one to nothing', async () => {
  const { page, show, told } = stage;
  await show('buttons');
  await page.getByRole('button', { name: 'Importer' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Exporter' }).click({ force: true });
  await expect(told).toHaveText(['pressed', 'pressed']);
  const icon = page.getByRole('button', { name: 'Étiqueter' });
  await icon.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toHaveText(/Étiqueter\s+T/);
  await page.getByRole('button', { name: 'HCDH' }).click();
  await expect(page.getByRole('button', { name: 'HCDH' })).toHaveAttribute('aria-pressed', 'true');
});

test('a field is tied to its label, its hint and its error', async () => {
  const { page, show } = stage;
  await show('fields');
  const title = page.getByRole('textbox', { name: 'Titre' });
  await expect(title).toHaveAccessibleDescription(
    /Tel qu’il est imprimé\..*Un titre est nécessaire\./,
  );
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  await title.fill('Déclaration');
  await expect(title).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Un titre est nécessaire.')).toBeHidden();
});

test('a choice is made with arrows and Enter, and a switch with the space bar', async () => {
  const { page, show, told } = stage;
  await show('fields');
  await page.getByRole('button', { name: /Langue/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Français' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.getByRole('switch', { name: 'Lire les scans' }).focus();
  await page.keyboard.press('Space');
  await expect(told).toHaveText(['language en', 'switch true']);
});

test('a dialog holds the focus, Escape closes it, and the focus goes back', async () => {
  const { page, show, told } = stage;
  await show('dialog');
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(page.getByRole('dialog', { name: 'Renommer' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nom' })).toBeFocused();
  for (const _step of [1, 2, 3]) await page.keyboard.press('Tab');
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Ouvrir' })).toBeFocused();
  await expect(told).toHaveText(['closed']);
});

test('a menu is walked by keys past what is disabled; one at a place closes after its act', async () => {
  const { page, show, told } = stage;
  await show('menus');
  await page.getByRole('button', { name: 'Actes' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Ouvrir' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Mettre à la corbeille' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ici' }).click();
  const menu = page.getByRole('menu', { name: 'Actes ici' });
  const box = await menu.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(195);
  await page.getByRole('menuitem', { name: 'Ouvrir' }).click();
  await expect(menu).toBeHidden();
  await expect(told).toHaveText(['remove', 'open']);
});

test('tabs change with the arrows and show one panel', async () => {
  const { page, show, told } = stage;
  await show('tabs');
  await page.getByRole('tab', { name: 'Notes' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel')).toHaveText('Deux étiquettes.');
  await expect(told).toHaveText(['tags']);
});

test('progress has a value, a banner is told, an empty place has its act', async () => {
  const { page, show, told } = stage;
  await show('states');
  await expect(page.getByRole('progressbar', { name: 'Import' })).toHaveAttribute(
    'aria-valuenow',
    '3',
  );
  await expect(page.getByRole('status')).toContainText('pas lisible');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(told).toHaveText(['again']);
});

test('ten thousand rows: few are drawn, all are counted, and keys reach the last', async () => {
  const { page, show, told } = stage;
  await show('grid');
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '10001');
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await grid.getByRole('row').nth(1).focus();
  await page.keyboard.press('End');
  await expect(page.locator('[role=row]:focus')).toContainText('Note 09999');
  await page.keyboard.press('Home');
  await expect(page.locator('[role=row]:focus')).toContainText('Note 00000');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(told.last()).toHaveText('selected 3');
  await page.keyboard.press('Control+a');
  await expect(told.last()).toHaveText('selected 10000');
  await page.keyboard.press('Escape');
  await expect(told.last()).toHaveText('selected 0');
});

test('rows are found by typing, opened by a double click, ordered by a heading', async () => {
  const { page, show, told } = stage;
  await show('grid');
  await page.getByRole('grid').getByRole('row').nth(1).focus();
  await page.keyboard.type('note 07');
  await expect(page.locator('[role=row]:focus')).toContainText('Note 07000');
  await page.locator('[role=row]:focus').dblclick();
  await expect(told.last()).toHaveText('open document-7000');
  await page.getByRole('columnheader', { name: /Titre/ }).click();
  await expect(told.last()).toHaveText('title descending');
});

test('a note’s Markdown runs nothing, loads nothing and leads to paragraphs only', async () => {
  const { page, show, told } = stage;
  await show('markdown');
  const note = page.locator('.markdown');
  await expect(note.locator('strong').last()).toHaveText('gras');
  await expect(note.locator('script, img, iframe')).toHaveCount(0);
  await expect(note).toContainText('<script>');
  expect(
    await note.locator('[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
  ).toEqual([]);
  await note.getByText('paragraphe', { exact: true }).click();
  await expect(told).toHaveText(['abcdefghij234567']);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

for (const scene of ['buttons', 'fields', 'menus', 'tabs', 'states', 'grid', 'markdown']) {
  for (const theme of ['light', 'dark', 'sepia', 'contrast'] as const) {
    test(`no accessibility fault: ${scene}, ${theme}`, async () => {
      const { page, show } = stage;
      await show(scene, { theme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}
