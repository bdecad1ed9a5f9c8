// A text copied somewhere becomes a document: with its headings, by a key or by the button.
import { expect, test } from '@playwright/test';
import { openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(() => room.app.close());

const COPIED = {
  text: 'Avis aux équipages\n\nLe vieux phare reste allumé toute la nuit.',
  html: '<h2>Avis aux équipages</h2><p>Le vieux phare reste allumé toute la nuit.</p>',
};

test('a copied page comes in with its headings, and one step takes it back', async () => {
  const { page } = room;
  await page.keyboard.press('Control+l');
  await page.evaluate(({ text, html }) => {
    const copy = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', text);
      event.clipboardData?.setData('text/html', html);
      event.preventDefault();
    };
    document.addEventListener('copy', copy, { once: true });
    document.execCommand('copy');
  }, COPIED);
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: 'Ajouter un texte copié' });
  await expect(dialog.getByLabel('Texte')).toHaveValue(/Le vieux phare/);
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel('Titre').fill('Note du phare');
  await dialog.getByRole('button', { name: 'Ajouter' }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Avis aux équipages' })).toBeVisible();
  await expect(main).toContainText('Le vieux phare reste allumé toute la nuit.');
  await page.keyboard.press('Control+l');
  const row = page.getByRole('row', { name: /Note du phare/ });
  await expect(row).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row).toBeHidden();
});

test('words typed or pasted into the dialog come in, with a title found in them', async () => {
  const { page } = room;
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Coller un texte…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Ajouter un texte copié' });
  await expect(dialog.getByRole('button', { name: 'Ajouter' })).toBeDisabled();
  await dialog.getByLabel('Texte').fill('1. Le passeur attend.\n\n2. La rive est proche.');
  await dialog.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByRole('main')).toContainText('La rive est proche.');
});
