// The codebook: what a tag means, merging with a preview, splitting, archiving, and one undo for each.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator } from 'playwright';
import { goToParagraph, openPracticeText, start } from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

const tree = (): Locator => session.page.getByRole('treegrid', { name: 'Grille de codes' });
const inTree = (name: string): Locator => tree().getByText(name, { exact: true });
const card = (name: string): Locator =>
  session.page.getByRole('region', { name: `Fiche de «\u202f${name}\u202f»` });

test('a card says what a tag means, and keeps it', async () => {
  const { page } = session;
  for (const [number, name] of [
    ['4', 'Traite'],
    ['8', 'Esclavage'],
  ] as const) {
    await goToParagraph(page, number);
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Nom de l’étiquette' }).fill(name);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  }
  await page.getByRole('tab', { name: 'Bibliothèque' }).click();
  await page.getByRole('button', { name: 'Grille de codes' }).click();
  await inTree('Traite').click();
  await card('Traite').getByRole('textbox', { name: 'En relève', exact: true }).fill('recrutement');
  await card('Traite').getByRole('textbox', { name: 'Libellé en anglais' }).fill('Trafficking');
  await inTree('Esclavage').click();
  await inTree('Traite').click();
  await expect(card('Traite').getByRole('textbox', { name: 'En relève', exact: true })).toHaveValue(
    'recrutement',
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('merging shows first what will move, and one undo brings it back', async () => {
  const { page } = session;
  await card('Traite').getByRole('button', { name: 'Fusionner…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Dans/ }).click();
  await page.getByRole('option', { name: 'Esclavage' }).click();
  await expect(page.getByText('1 passage portera «\u202fEsclavage\u202f»')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Fusionner', exact: true }).click();
  await expect(card('Esclavage').getByText('2 passages')).toBeVisible();
  await expect(inTree('Traite')).toHaveCount(0);
  await page.getByRole('region', { name: 'Avis' }).getByRole('button', { name: 'Annuler' }).click();
  await expect(inTree('Traite')).toBeVisible();
});

test('splitting moves the passages ticked to a new tag', async () => {
  const { page } = session;
  await inTree('Esclavage').click();
  await card('Esclavage').getByRole('button', { name: 'Scinder…' }).click();
  await page.getByRole('textbox', { name: 'Nom de la nouvelle étiquette' }).fill('Servitude');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('dialog').getByRole('button', { name: 'Scinder', exact: true }).click();
  await inTree('Servitude').click();
  await expect(card('Servitude').getByText('1 passage', { exact: true })).toBeVisible();
});

test('an archived tag stays where it is, and is not offered', async () => {
  const { page } = session;
  await card('Servitude').getByRole('button', { name: 'Archiver' }).click();
  await expect(inTree('Servitude')).toHaveCount(0);
  await page.getByText('Montrer les archivées').click();
  await expect(tree().getByRole('row', { name: /Servitude/ })).toBeVisible();
  await card('Servitude').getByRole('button', { name: 'Voir les passages' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Servitude');
});
