// Passages of a tag: context, filters, counts, preview by keys; many tagged at once; the table of counts.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from 'playwright';
import { goToParagraph, openPracticeText, paragraph, rows, start } from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

const picker = (): Locator => session.page.getByRole('combobox', { name: 'Nom de l’étiquette' });
const counts = (): Locator => session.page.locator('.tag-page-counts');
const rail = (): Locator => session.page.getByRole('treegrid', { name: 'Étiquettes' });

async function violations(page: Page): Promise<unknown> {
  const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

async function create(name: string): Promise<void> {
  await picker().fill(name);
  await session.page.keyboard.press('Enter');
  await session.page.keyboard.press('Escape');
}

test('several paragraphs are marked with Shift and tagged in one act, undone in one', async () => {
  const { page } = session;
  await goToParagraph(page, '4');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('[data-row][data-picked]')).toHaveCount(3);
  await expect(page.getByRole('toolbar', { name: 'Paragraphes marqués' })).toContainText(
    '3 paragraphes marqués',
  );
  await page.keyboard.press('t');
  await create('Ensemble');
  await expect(rows(page).getByRole('button', { name: 'Ensemble' })).toHaveCount(3);
  await page.getByRole('region', { name: 'Avis' }).getByRole('button', { name: 'Annuler' }).click();
  await expect(rows(page).getByRole('button', { name: 'Ensemble' })).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(rows(page).getByRole('button', { name: 'Ensemble' })).toHaveCount(3);
  await paragraph(page, '4').focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-row][data-picked]')).toHaveCount(0);
});

test('one paragraph marked by its key carries a tag below another', async () => {
  const { page } = session;
  await goToParagraph(page, '8');
  await page.keyboard.press('v');
  await page.keyboard.press('t');
  await create('Dessous');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await rail().getByText('Dessous', { exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Renommer, colorer, déplacer' }).click();
  await page.getByRole('button', { name: /Sous/ }).click();
  await page.getByRole('option', { name: 'Ensemble' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await rail().getByText('Ensemble', { exact: true }).click();
  await expect(counts()).toHaveText(
    /^4 passages · 4 paragraphes · 1 document — étiquettes du dessous comprises$/,
  );
  await page.getByText('Avec les étiquettes en dessous').click();
  await expect(counts()).toHaveText(/^3 passages .* sans les étiquettes du dessous$/);
});

test('documents chosen in the list are tagged together', async () => {
  const { page } = session;
  await page.keyboard.press('Control+l');
  await page
    .getByRole('button', { name: /^Guides/ })
    .first()
    .click();
  const grid = page.getByRole('grid').first();
  await grid.getByRole('row').nth(1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Étiqueter les 2 documents choisis…' }).click();
  await create('Lectures');
  await rail().getByText('Lectures', { exact: true }).click();
  await expect(counts()).toHaveText(
    /^0 passages? · 0 paragraphes? · 2 documents \(dont 2 étiquetés en entier\)/,
  );
});

test('hits are marked and tagged together', async () => {
  const { page } = session;
  await page.keyboard.press('Control+k');
  await page.locator('#search-box').fill('migrants');
  const hits = page.locator('[data-hit]');
  await hits.first().waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(hits.first()).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('[data-hit][data-picked]')).toHaveCount(2);
  await page.keyboard.press('t');
  await create('Trouvés');
  await rail().getByText('Trouvés', { exact: true }).click();
  await expect(counts()).toHaveText(/^2 passages · 2 paragraphes/);
});

test('passages are gone through by keys, with context, filters and a preview', async () => {
  const { page } = session;
  await rail().getByText('Ensemble', { exact: true }).click();
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options).toHaveCount(4);
  await options.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toBeFocused();
  const preview = page.getByRole('complementary', { name: 'Aperçu' });
  await expect(preview.locator('mark')).toHaveText(
    (await options.nth(1).locator('mark').textContent()) ?? '',
  );
  await page.getByRole('button', { name: /Contexte/ }).click();
  await page.getByRole('option', { name: '± 1 paragraphe' }).click();
  await expect(options.nth(1).locator('.passage-beside')).toHaveCount(2);
  await options.first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Étiqueter les 2 choisis…' }).click();
  await create('À relire');
  await page.getByRole('button', { name: 'Exporter ces passages…' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 notes');
  await page.keyboard.press('Escape');
  expect(await violations(page)).toEqual([]);
  await options.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row]:focus')).toBeVisible();
});

test('the table of tags is walked by arrows and opens the passages of a cell', async () => {
  const { page } = session;
  await page.getByRole('button', { name: 'Grille de codes' }).click();
  await page.getByRole('button', { name: 'Tableau', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Étiquettes et documents' });
  await expect(grid.getByRole('rowheader', { name: 'Ensemble' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await grid.getByRole('rowheader', { name: 'Ensemble' }).focus();
  await page.keyboard.press(' ');
  await expect(grid.getByRole('rowheader', { name: 'Dessous' })).toBeVisible();
  const cell = grid
    .getByRole('row', { name: /Ensemble/ })
    .locator('[data-shade]:not([data-shade="0"])');
  await cell.first().focus();
  await page.keyboard.press('Enter');
  await expect(counts()).toHaveText(/^4 passages/);
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('button', { name: 'Étiquettes ensemble' }).click();
  const together = page.getByRole('grid', { name: 'Étiquettes ensemble' });
  await expect(together.getByRole('rowheader', { name: 'À relire' })).toBeVisible();
  const both = together.getByRole('row', { name: /À relire/ }).getByRole('gridcell', { name: '2' });
  await both.last().click();
  await expect(counts()).toHaveText(/^2 passages/);
});
