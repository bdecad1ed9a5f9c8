// One round of the real application without a display: what a person does on the first day, driven by
// Playwright through the keyboard, told step by step with times, and ended with a screenshot.
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { launchArchive, temporaryFolder } from '../e2e/launch.ts';

const results = process.env['GMG_RESULTS'] ?? temporaryFolder('headless');
const library = temporaryFolder('library');
const profile = temporaryFolder('profile');
const query = 'saison des crues';
const note = 'À relire avant la prochaine réunion.';
const tag = 'Accueil';
const began = performance.now();

/** Does one step, says what was done and how long it took. */
async function step<T>(what: string, act: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await act();
  console.log(`  ${what}: ${((performance.now() - started) / 1000).toFixed(2)} s`);
  return result;
}

async function open(): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await launchArchive({ library, profile });
  const page = await app.firstWindow();
  await page.getByRole('main').getByRole('heading').first().waitFor();
  return { app, page };
}

const screenshot = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: join(results, `${name}.png`) });

/** Types the words into the search box and waits for passages. */
async function search(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press('Control+K');
  await page.getByRole('searchbox').fill(words);
  const hits = page.getByRole('list').getByRole('link');
  await hits.filter({ hasText: /crues/ }).first().waitFor();
  return hits;
}

/** Enter opens the first passage found; its paragraph then has the focus. */
async function openFirst(page: Page): Promise<Locator> {
  await page.keyboard.press('Enter');
  const paragraph = page.locator('[data-row]:focus');
  await paragraph.filter({ hasText: query }).waitFor();
  return paragraph;
}

async function annotate(page: Page): Promise<void> {
  await page.keyboard.press('n');
  const editor = page.getByRole('textbox', { name: /Nouvelle note|New note/ });
  await editor.fill(note);
  await page
    .getByRole('status')
    .getByText(/^(Enregistré|Saved)$/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
}

/** The tag as it stands under the paragraph. */
function tagOnPassage(page: Page): Locator {
  const paragraph = page.locator('[data-row]').filter({ hasText: query });
  return paragraph.getByRole('button', { name: tag, exact: true });
}

async function tagParagraph(page: Page): Promise<void> {
  await page.locator('[data-row]:focus').waitFor();
  await page.keyboard.press('t');
  const field = page.getByRole('combobox', { name: /étiquette|tag/i });
  await field.fill(tag);
  await field.press('Enter');
  await page.getByRole('option', { checked: true }).filter({ hasText: tag }).waitFor();
  await page.keyboard.press('Escape');
  await tagOnPassage(page).waitFor();
}

console.log('One round of GMG Archive without a display:');
let { app, page } = await step('started with an empty library', open);
try {
  await step('imported the guides', async () => {
    await page.getByRole('button', { name: /texte d’exercice|practice text/ }).isEnabled();
    await page.getByRole('group', { name: /import/i }).waitFor({ state: 'hidden' });
  });
  await screenshot(page, '1-first-screen');
  const found = await step(`searched “${query}”`, () => search(page, query));
  const first = (await found.first().innerText()).replaceAll(/\s+/g, ' ');
  console.log(`    first of ${await found.count()}: ${first}`);
  await screenshot(page, '2-search');
  await step('opened the first passage', () => openFirst(page));
  await step('wrote a note on its paragraph', () => annotate(page));
  await step(`tagged it “${tag}”`, () => tagParagraph(page));
  await screenshot(page, '3-note-and-tag');
  await step('quit', () => app.close());

  ({ app, page } = await step('started again', open));
  await step('found the same passage', async () => {
    await search(page, query);
    await openFirst(page);
  });
  await step('note and tag are there', async () => {
    await page.getByRole('listitem').getByText(note).waitFor();
    await tagOnPassage(page).waitFor();
  });
  await screenshot(page, '4-found-again');
} catch (error) {
  await screenshot(page, 'failed').catch(() => undefined);
  throw error;
} finally {
  await app.close();
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`Everything was there. Screenshots: test-results/headless. In all ${seconds} s.`);
