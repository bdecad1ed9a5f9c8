// Erasing for good: a note, a tag and a document, from their menus; not a byte of them is left on the disk.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cards, goToParagraph, openPracticeText, speak, start, writeNote } from './reading.ts';
import type { Session } from './reading.ts';
import { seriousFindings } from './room.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

/** Files of the library in which a word stands, as UTF-8 or UTF-16. */
function holding(word: string): string[] {
  const forms = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  const names = readdirSync(session.library, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => {
    const path = join(session.library, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}

test('a note goes from its menu, with a warning that says what goes', async () => {
  const { page } = session;
  await goToParagraph(page, '9');
  await writeNote(page, 'Frobnicatif de passage.');
  await page.keyboard.press('Escape');
  const card = cards(page).filter({ hasText: 'Frobnicatif' });
  await card.getByRole('button', { name: 'Actions sur la note' }).click();
  await page.getByRole('menuitem', { name: 'Effacer définitivement…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Effacer définitivement' });
  await expect(dialog).toContainText('1 note, surlignage ou signet');
  await expect(dialog).toContainText('On ne pourra ni l’annuler');
  await expect(dialog.getByRole('button', { name: 'Garder' })).toBeFocused();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Garder' }).click();
  await expect(card).toBeVisible();
  expect(holding('Frobnicatif').length).toBeGreaterThan(0);

  await card.getByRole('button', { name: 'Actions sur la note' }).click();
  await page.getByRole('menuitem', { name: 'Effacer définitivement…' }).click();
  await dialog.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(page.getByRole('region', { name: 'Avis' })).toContainText('Effacé définitivement.');
  await expect(card).toHaveCount(0);
  expect(holding('Frobnicatif')).toEqual([]);
});

test('a tag goes from its card, a document from the palette', async () => {
  const { page } = session;
  await goToParagraph(page, '8');
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Nom de l’étiquette' }).fill('Quibblage');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await page.getByRole('button', { name: 'Grille de codes' }).click();
  await page
    .getByRole('treegrid', { name: 'Grille de codes' })
    .getByText('Quibblage', { exact: true })
    .click();
  await page.getByRole('button', { name: 'Effacer définitivement…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Effacer définitivement' });
  await expect(dialog).toContainText('1 passage étiqueté');
  await dialog.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(page.getByRole('button', { name: 'Quibblage' })).toHaveCount(0);
  await expect(dialog).toBeHidden();
  expect(holding('Quibblage')).toEqual([]);

  await openPracticeText(session);
  await speak(page, 'English');
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Command' }).fill('erase document');
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Erase for good' });
  await expect(asked).toContainText('1 document: its original');
  await asked.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Erased for good.');
  await expect(page.locator('[data-row]')).toHaveCount(0);
});
