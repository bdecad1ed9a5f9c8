// The whole window without a mouse: regions, sides, tabs, help, undo; letters stay letters while typing.
import { expect, test } from '@playwright/test';
import { FRENCH, importByButton, openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
  await importByButton(room, { 'vallee.txt': FRENCH });
});
test.afterAll(() => room.app.close());

/** The region of the window that has the focus. */
const region = () =>
  room.page.evaluate(() =>
    document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'),
  );

test('F6 goes round the regions of the window and back', async () => {
  const { page } = room;
  await page.keyboard.press('Control+k');
  const round: (string | null | undefined)[] = [];
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('F6');
    round.push(await region());
  }
  expect(round).toEqual(['rail', 'page', 'status', 'top']);
  await page.keyboard.press('Shift+F6');
  expect(await region()).toBe('status');
});

test('each side folds away by its key, and stays so after a restart', async () => {
  let { page } = room;
  const rail = () => page.getByRole('navigation', { name: 'Bibliothèque et étiquettes' });
  await page.keyboard.press('Control+b');
  await expect(rail()).toBeHidden();
  await room.app.close();
  room = await openRoomAgain();
  ({ page } = room);
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeVisible();
  await expect(rail()).toBeHidden();
  await page.keyboard.press('Control+b');
  await expect(rail()).toBeVisible();
});

async function openRoomAgain(): Promise<Room> {
  const { launchArchive } = await import('./launch.ts');
  const app = await launchArchive({ profile: room.profile });
  return { app, page: await app.firstWindow(), profile: room.profile };
}

test('F1 shows every shortcut, and closes again', async () => {
  const { page } = room;
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await expect(help).toContainText('Ctrl+K');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('a document is opened, left and closed by keys alone', async () => {
  const { page } = room;
  await page.keyboard.press('Control+l');
  await page.getByRole('grid', { name: 'Documents' }).getByRole('row').nth(1).focus();
  await page.keyboard.press('Enter');
  const tabs = page.getByRole('navigation', { name: 'Documents ouverts' });
  await expect(tabs).toBeVisible();
  await expect(page.getByRole('main')).toContainText('équipements de santé');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Control+w');
  await expect(tabs).toBeHidden();
});

test('letters typed into a field are letters', async () => {
  const { page } = room;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hnqtjk');
  await expect(
    page.getByRole('searchbox', { name: 'Rechercher dans la bibliothèque' }),
  ).toHaveValue('hnqtjk');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('what has the focus is framed two pixels wide', async () => {
  const { page } = room;
  await page.keyboard.press('Control+l');
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  const width = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return style.outlineStyle === 'none' ? '0px' : style.outlineWidth;
  });
  expect(width).toBe('2px');
});
