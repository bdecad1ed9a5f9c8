// Taking notes out of the window: what goes, what stays, a file where the person wanted it, and back again.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './launch.ts';
import { cards, goToParagraph, openPracticeText, rows, start, writeNote } from './reading.ts';
import type { Session } from './reading.ts';

const folder = temporaryFolder('exports');
let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

/** Answers the system's next save dialogs with a file of our folder. */
async function saveAs(name: string): Promise<string> {
  const path = join(folder, name);
  await session.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  return path;
}

const dialog = () => session.page.getByRole('dialog', { name: 'Exporter les notes' });

test('private notes stay behind until asked for', async () => {
  const { page } = session;
  await rows(page).first().focus();
  await goToParagraph(page, '4');
  await writeNote(page, 'Villes à associer ; à vérifier');
  await page.keyboard.press('Escape');
  await goToParagraph(page, '5');
  await page.keyboard.press('h');
  await expect(cards(page)).toHaveCount(2);

  await page.getByRole('button', { name: 'Exporter les notes…' }).click();
  await expect(dialog().getByRole('status')).toContainText('2 notes, dont 2 privées laissées');
  await expect(dialog().getByRole('button', { name: 'Enregistrer…' })).toBeDisabled();
  const { violations } = await new AxeBuilder({ page })
    .include('[role="dialog"]')
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog().getByText('Avec les notes privées').click();
  await expect(dialog().getByRole('status')).toContainText('2 notes, dont 2 privées emportées');
});

test('a CSV opens right in a French Excel', async () => {
  const { page } = session;
  const path = await saveAs('notes.csv');
  await dialog()
    .getByRole('button', { name: /Format/ })
    .click();
  await page.getByRole('option', { name: /^CSV/ }).click();
  await dialog().getByRole('button', { name: 'Enregistrer…' }).click();
  await expect(dialog()).toHaveCount(0);
  const csv = readFileSync(path, 'utf8');
  expect(csv.startsWith('\uFEFF"Document";"Cote";')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(4);
  expect(csv).toContain('"EX/L.1, par. 4"');
  expect(csv).toContain('"Villes à associer ; à vérifier"');
});

test('W3C annotations leave, and come back after the notes were deleted', async () => {
  const { page, app } = session;
  const path = await saveAs('notes.jsonld');
  await page.getByRole('button', { name: 'Exporter les notes…' }).click();
  await dialog().getByText('Avec les notes privées').click();
  await dialog()
    .getByRole('button', { name: /Format/ })
    .click();
  await page.getByRole('option', { name: /W3C/ }).click();
  await dialog().getByRole('button', { name: 'Enregistrer…' }).click();
  await expect.poll(() => existsSync(path)).toBe(true);
  for (const left of [1, 0]) {
    await cards(page).first().focus();
    await page.keyboard.press('Delete');
    await expect(cards(page)).toHaveCount(left);
  }
  await app.evaluate(({ dialog: asked }, filePath) => {
    asked.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await page.locator('.library-name').click();
  await page.getByRole('menuitem', { name: 'Recevoir des annotations…' }).click();
  await expect(cards(page)).toHaveCount(2);
  await expect(page.getByText('2 annotations ajoutées')).toBeVisible();
  await expect(cards(page).filter({ hasText: 'Villes à associer' })).toHaveCount(1);
});
