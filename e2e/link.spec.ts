// gmg:// links: opened by a second start of the program, pasted, written in a note; and links that lead nowhere.
import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { root } from './launch.ts';
import { cards, marked, openPracticeText, rows, start, writeNote } from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
/** Ids of the practice text's first paragraphs. */
let ids: readonly string[] = [];
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
  ids = await rows(session.page).evaluateAll((all) =>
    all.map((row) => (row as HTMLElement).dataset['row'] ?? ''),
  );
});
test.afterAll(() => session.app.close());

const link = (from: number, to = from): string =>
  `gmg://p/${ids[from] ?? ''}${to === from ? '' : `-${ids[to] ?? ''}`}`;

const row = (at: number) => session.page.locator(`[data-row="${ids[at] ?? ''}"]`);
const notices = () => session.page.getByRole('region', { name: 'Avis' });

/** Leaves the document, for the link to come back to. */
const leave = () => session.page.keyboard.press('Control+L');

/** Starts the program again with a link, as the system does when one is clicked. */
async function clickOutside(url: string): Promise<void> {
  const program = await session.app.evaluate(() => process.execPath);
  const words = [
    ...(process.env['GMG_PACKAGED'] === undefined ? [root] : []),
    `--user-data-dir=${session.profile}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    url,
  ];
  const second = spawn(program, words, { stdio: 'ignore' });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
}

test('a link clicked in another program opens its paragraph in the window that is there', async () => {
  await leave();
  await expect(rows(session.page)).toHaveCount(0);
  await clickOutside(link(4));
  await expect(row(4)).toBeFocused();
});

test('a link to a range marks all its paragraphs', async () => {
  await leave();
  await clickOutside(link(5, 7));
  await expect(row(5)).toBeFocused();
  await expect.poll(async () => (await marked(session.page, 'gmg-hit')).length).toBe(3);
});

test('a link to what is not here, and one that is none, are said in a sentence', async () => {
  await clickOutside('gmg://p/abcdefghij234567');
  await expect(notices()).toContainText('n’est pas dans cette bibliothèque');
  await clickOutside('gmg://q/abc');
  await expect(notices()).toContainText('n’est pas un lien vers un paragraphe');
});

test('a link pasted into the search box or the palette opens, and so does one in a note', async () => {
  const { page } = session;
  await leave();
  await page.locator('#search-box').fill(link(6));
  await expect(row(6)).toBeFocused();
  await expect(page.locator('#search-box')).toHaveValue('');
  await leave();
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Commande' }).fill(link(3));
  await expect(page.getByRole('option', { selected: true })).toHaveText('Ouvrir le lien');
  await page.keyboard.press('Enter');
  await expect(row(3)).toBeFocused();
  await writeNote(page, `Voir [plus loin](${link(8)}).`);
  await page.keyboard.press('Escape');
  await cards(page).getByRole('button', { name: 'plus loin' }).click();
  await expect(row(8)).toBeFocused();
});

test('a link given at the start is opened once the library is', async () => {
  const { library, profile } = session;
  await session.app.close();
  const { launchArchive } = await import('./launch.ts');
  const app = await launchArchive({ library, profile, args: [link(7)] });
  const page = await app.firstWindow();
  session = { app, page, library, profile };
  await expect(row(7)).toBeFocused();
});
