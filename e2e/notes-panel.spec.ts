// The notes panel: filters behind one button, search, order, and acts on several notes that one step takes back.
import { expect, test } from '@playwright/test';
import { cards, goToParagraph, openPracticeText, start, writeNote } from './reading.ts';
import type { Session } from './reading.ts';
import { seriousFindings } from './room.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
  const { page } = session;
  for (const number of ['3', '4', '5']) {
    await goToParagraph(page, number);
    await writeNote(page, `Note du paragraphe ${number}${number === '4' ? ', à vérifier' : ''}`);
    await page.keyboard.press('Escape');
  }
  await goToParagraph(page, '2');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(4);
});
test.afterAll(() => session.app.close());

const button = (name: string | RegExp) => session.page.getByRole('button', { name });

test('notes are searched, narrowed and told how many are left', async () => {
  const { page } = session;
  await button(/^Filtrer/u).click();
  await page.getByRole('searchbox', { name: 'Chercher dans les notes' }).fill('a verifier');
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByText('1 note sur 4')).toBeVisible();
  await expect(button('Filtrer 1 critère')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await button('Tout montrer').click();
  await button(/Genre de note/u).click();
  await page.getByRole('option', { name: 'surlignage' }).click();
  await expect(cards(page)).toHaveCount(1);
  await button('Tout montrer').click();
  await button(/^Ordre du texte/u).click();
  await page.getByRole('option', { name: 'Plus récentes' }).click();
  const byTime = page.getByRole('list', { name: 'Notes, les plus récentes d’abord' });
  await expect(byTime.locator('[data-note]').nth(1)).toContainText('Note du paragraphe 5');
  await button(/^Plus récentes/u).click();
  await page.getByRole('option', { name: 'Ordre du texte' }).click();
  await button(/^Filtrer/u).click();
});

test('several notes are chosen with the keyboard, shared and deleted, each in one step', async () => {
  const { page } = session;
  await cards(page).nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 notes choisies')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await button('Agir sur les notes choisies').click();
  await page.getByRole('menuitem', { name: 'Rendre partageable' }).click();
  await expect(cards(page).getByRole('button', { name: 'Partageable' })).toHaveCount(2);
  await button('Toutes').click();
  await expect(page.getByText('4 notes choisies')).toBeVisible();
  await button('Agir sur les notes choisies').click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(cards(page)).toHaveCount(0);
  await page
    .getByRole('region', { name: 'Avis' })
    .getByRole('button', { name: 'Annuler' })
    .first()
    .click();
  await expect(cards(page)).toHaveCount(4);
  await expect(cards(page).getByRole('button', { name: 'Partageable' })).toHaveCount(2);
});
