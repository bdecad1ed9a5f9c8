// Searching as a person does: as one types, by keyboard, to the very words.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './launch.ts';
import { ENGLISH, FRENCH, FRENCH_COPY, importByButton, openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
  await importByButton(room, {
    'vallee.txt': FRENCH,
    'harbour.txt': ENGLISH,
    'copie.md': FRENCH_COPY,
  });
});
test.afterAll(() => room.app.close());

const box = () => room.page.getByRole('searchbox', { name: 'Rechercher dans la bibliothèque' });
const hits = () => room.page.getByRole('list', { name: 'Passages trouvés' }).getByRole('link');

async function type(words: string): Promise<void> {
  await room.page.keyboard.press('Control+k');
  await expect(box()).toBeFocused();
  await room.page.keyboard.type(words);
}

test('finds accented words from plain letters, once for a document and its copies', async () => {
  await type('situation irreguliere');
  await expect(hits().first()).toContainText('personnes en situation irrégulière');
  await expect(hits().first().locator('mark').filter({ hasText: 'irrégulière' })).toBeVisible();
  await expect(
    hits().filter({ hasText: 'personnes en situation irrégulière ont des droits' }),
  ).toHaveCount(1);
  expect(await seriousFindings(room.page)).toEqual([]);
});

test('goes into the results by the arrows and opens the paragraph by Enter', async () => {
  const { page } = room;
  await type('rapport');
  await expect(hits().first()).toContainText('rapport');
  await page.keyboard.press('ArrowDown');
  await expect(hits().first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(box()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Documents ouverts' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('réunification des familles');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(hits().first()).toBeVisible();
  await expect(box()).toHaveValue('rapport');
});

test('offers a way on when nothing is found', async () => {
  const { page } = room;
  await type('zqxzqx');
  await expect(page.getByText('Aucun passage pour « zqxzqx »')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chercher dans les guides' })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});

test('is narrowed by what the passages have in common, and widened again', async () => {
  const { page } = room;
  await type('rapport OR report');
  await expect(hits()).toHaveCount(2);
  const narrow = page.getByRole('button', { name: 'Affiner', exact: true });
  if ((await narrow.getAttribute('aria-expanded')) === 'false') await narrow.click();
  const facets = page.getByRole('complementary', { name: 'Affiner la recherche' });
  await facets.getByRole('button', { name: 'anglais 1', exact: true }).click();
  await expect(hits()).toHaveCount(1);
  await expect(hits()).toContainText('report on the reception');
  await expect(box()).toHaveValue('rapport OR report lang:en');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /Retirer Langue.*anglais/ }).click();
  await expect(hits()).toHaveCount(2);
});

test('finds titles too, and tells them from passages', async () => {
  const { page } = room;
  await type('harbour');
  const also = page.getByRole('button', { name: /Aussi trouvé/ });
  await also.click();
  await expect(page.getByRole('listitem').filter({ hasText: /^Titre/ })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});

test('remembers what led somewhere, and explains itself before one types', async () => {
  const { page } = room;
  await type('rapport');
  await expect(hits().first()).toContainText('rapport');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Documents ouverts' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(box()).toHaveValue('');
  await expect(page.getByRole('heading', { name: 'Ce que la recherche comprend' })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('main').getByRole('button', { name: 'rapport', exact: true }).click();
  await expect(hits().first()).toContainText('rapport');
});

test('finds passages like the paragraph one reads, and gives what it found to a spreadsheet', async () => {
  const { page, app } = room;
  await page.keyboard.press('Control+L');
  await importByButton(room, { 'suite.txt': 'Les équipements de santé manquent encore.' });
  await type('restent ouverts');
  await expect(hits().first()).toContainText('restent ouverts');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row]:focus')).toBeVisible();
  await page.keyboard.press('y');
  await expect(box()).toHaveValue(/équipements santé/);
  await expect(hits()).toHaveCount(2);
  const path = join(temporaryFolder('hits'), 'passages.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Exporter (CSV)' }).click();
  await expect(page.getByText('Passages enregistrés')).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('"Référence";"Document";"Date"');
});
