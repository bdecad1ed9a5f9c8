// The first screen: three doors, the guides, both languages, each appearance, the name asked lightly.
import { expect, test } from '@playwright/test';
import { openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(() => room.app.close());

test('has three doors, the guides in the reader’s language and the sentence about encryption', async () => {
  const main = room.page.getByRole('main');
  for (const door of ['J’ai des fichiers', 'Je n’ai encore rien', 'Ouvrir une bibliothèque']) {
    await expect(main.getByRole('heading', { name: door })).toBeVisible();
  }
  await expect(main.getByText('Cette bibliothèque n’est pas chiffrée')).toBeVisible();
  await expect(main.getByRole('listitem').first()).toHaveText('Commencer en cinq minutes');
});

test('has no serious accessibility finding in any appearance', async () => {
  const { page } = room;
  for (const theme of ['Clair', 'Sépia', 'Sombre']) {
    await page.getByRole('button', { name: 'Apparence' }).click();
    await page.getByRole('dialog').getByText(theme, { exact: true }).click();
    expect(await seriousFindings(page), theme).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await seriousFindings(page), theme).toEqual([]);
  }
  await page.getByRole('button', { name: 'Apparence' }).click();
  await page.getByRole('dialog').getByText('Clair', { exact: true }).click();
  await page.keyboard.press('Escape');
});

test('changes its language at once, guides included, and tells screen readers', async () => {
  const { page } = room;
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'I have files' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem').first()).toHaveText(
    'Start in five minutes',
  );
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('opens a guide, with the banner that it must not be cited', async () => {
  const { page } = room;
  await page.getByRole('button', { name: 'Commencer en cinq minutes' }).first().click();
  const tabs = page.getByRole('navigation', { name: 'Documents ouverts' });
  await expect(
    tabs.getByRole('button', { name: 'Commencer en cinq minutes', exact: true }),
  ).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Control+l');
  await expect(page.getByText('Texte explicatif, non officiel : ne pas citer')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Bibliothèque et étiquettes' })
    .getByRole('button', { name: 'Accueil' })
    .click();
});

test('asks the author’s name once, and keeps it', async () => {
  const { page } = room;
  const field = page.getByRole('textbox', { name: 'Sous quel nom signer vos notes ?' });
  await field.fill('A. Lectrice');
  await field.press('Enter');
  await expect(field).toBeHidden();
  await page.getByRole('button', { name: /^Bibliothèque « / }).click();
  await page.getByRole('menuitem', { name: 'Votre nom sur les notes…' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom ou initiales' })).toHaveValue('A. Lectrice');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});
