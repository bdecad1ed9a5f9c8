// A locked file as a person meets it: its line asks for the password, a wrong one is told, the right one
// brings the document in and shows its own pages; after a restart it is asked for again.
import { expect, test } from '@playwright/test';
import { madePdf } from '../electron/archive/fixtures/pdf.ts';
import { importByButton, openRoom, seriousFindings } from './room.ts';

const PASSWORD = 'Phare-2207';
const WORDS = 'Twelve seafarers were heard on the northern quay before the commission left.';

test('a locked file comes in by its password, and its pages are shown', async () => {
  test.setTimeout(120_000);
  const lines = [
    { x: 60, y: 780, text: 'Report of the harbour mission', size: 18 },
    { x: 60, y: 700, text: WORDS },
  ];
  const room = await openRoom();
  let { page } = room;
  const asked = (): ReturnType<typeof page.getByRole> =>
    page.getByRole('dialog', { name: 'Fichier protégé' });
  const fill = async (password: string): Promise<void> => {
    await asked()
      .getByLabel(/^Mot de passe/)
      .fill(password);
    await asked().getByRole('button', { name: 'Ouvrir' }).click();
  };
  await importByButton(room, { 'mission.pdf': madePdf([{ lines }], PASSWORD) });
  await page.getByRole('button', { name: 'Voir le détail' }).click();
  const line = page.getByRole('list', { name: 'Résultat par fichier' }).getByRole('listitem');
  await expect(line).toContainText('Ce fichier est protégé par un mot de passe.');
  await line.getByRole('button', { name: 'Saisir le mot de passe… mission.pdf' }).click();
  expect(await seriousFindings(page)).toEqual([]);
  await fill('phare');
  await expect(asked()).toContainText('Ce mot de passe n’ouvre pas ce fichier.');
  await page.keyboard.press('Escape');
  await expect(line).toContainText('Échec');
  await line.getByRole('button', { name: 'Saisir le mot de passe… mission.pdf' }).click();
  await fill(PASSWORD);
  await expect(line).toContainText('Ajouté');
  await line.getByRole('button', { name: /^Ouvrir/ }).click();
  await expect(page.getByRole('main')).toContainText(WORDS);
  await page.getByRole('button', { name: 'Page d’origine' }).click();
  await expect(page.getByText('sur 1', { exact: true })).toBeVisible();
  await room.app.close();

  const again = await openRoom(room.profile);
  page = again.page;
  try {
    await page.keyboard.press('Control+l');
    await page.getByText('Report of the harbour mission').first().dblclick();
    await expect(page.getByRole('main')).toContainText(WORDS);
    await page.getByRole('button', { name: 'Page d’origine' }).click();
    await expect(page.getByText('L’original est protégé par un mot de passe.')).toBeVisible();
    await page.getByRole('button', { name: 'Saisir le mot de passe… mission.pdf' }).click();
    await fill(PASSWORD);
    await expect(page.getByText('sur 1', { exact: true })).toBeVisible();
  } finally {
    await again.app.close();
  }
});
