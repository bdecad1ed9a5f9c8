// What the tests of reading share: a library with the guides, an open practice text, and its parts.
import type { ElectronApplication, Locator, Page } from 'playwright';
import { launchArchive, temporaryFolder } from './launch.ts';

export interface Session {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly library: string;
  readonly profile: string;
}

/** Starts the application on a new library, or on the one of an earlier session. */
export async function start(before?: Session): Promise<Session> {
  const library = before?.library ?? temporaryFolder('library');
  const profile = before?.profile ?? temporaryFolder('profile');
  const app = await launchArchive({ library, profile });
  const page = await app.firstWindow();
  await page.locator('#search-box').waitFor();
  // French, whatever the system speaks.
  await speak(page, 'Français');
  return { app, page, library, profile };
}

/** Switches the interface's language. */
export async function speak(page: Page, language: 'Français' | 'English'): Promise<void> {
  await page.getByRole('button', { name: language }).click();
}

/** Opens the practice text from the guides, which a new library gets by itself. */
export async function openPracticeText({ page }: Session): Promise<void> {
  await page
    .getByRole('button', { name: /^Guides/ })
    .first()
    .click();
  await page.getByText('projet (texte d’exercice fictif)').first().dblclick();
  await rows(page).first().waitFor();
}

/** The paragraphs of the open document. */
export function rows(page: Page): Locator {
  return page.locator('[data-row]');
}

/** The paragraph with an official number: the first one, for the annex counts anew. */
export function paragraph(page: Page, number: string): Locator {
  const name = `Paragraphe ${number}`;
  return rows(page)
    .filter({ has: page.getByRole('button', { name, exact: true }) })
    .first();
}

/** Puts the focus on a numbered paragraph through the keyboard: g, the number, Enter. */
export async function goToParagraph(page: Page, number: string): Promise<Locator> {
  const first = rows(page).first();
  if ((await page.locator('[data-row]:focus').count()) === 0) await first.focus();
  await page.keyboard.press('g');
  await page.getByRole('textbox', { name: 'Aller au paragraphe numéro…' }).fill(number);
  await page.keyboard.press('Enter');
  const row = page.locator('[data-row]:focus');
  await row.waitFor();
  return row;
}

/** The words that a highlight mark covers on the page, one text per stretch. */
export function marked(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (mark) => [...(CSS.highlights.get(mark) ?? [])].map((range) => (range as Range).toString()),
    name,
  );
}

/** The cards of the notes panel. */
export function cards(page: Page): Locator {
  return page.getByRole('list', { name: 'Notes dans l’ordre du texte' }).getByRole('listitem');
}

/** Writes a note on what is chosen and waits until it is shown as saved. */
export async function writeNote(page: Page, words: string): Promise<void> {
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Nouvelle note' }).fill(words);
  await page.locator('.save-state[data-state="saved"]').getByText('Enregistré').waitFor();
}

/** Selects words by dragging, from the start of one paragraph's text to the middle of another's. */
export async function select(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await from.locator('[data-text]').boundingBox();
  const end = await to.locator('[data-text]').boundingBox();
  if (start === null || end === null) throw new Error('a paragraph is not in view');
  await page.mouse.move(start.x + 1, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(end.x + 120, end.y + 8, { steps: 6 });
  await page.mouse.up();
}
