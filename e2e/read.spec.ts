// Reading: paragraphs by key, outline, find, references, the place kept, and what a screen reader hears.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { goToParagraph, openPracticeText, paragraph, rows, speak, start } from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

const clipboard = (): Promise<string> =>
  session.app.evaluate(({ clipboard: board }) => board.readText());

test('the page holds every paragraph as text, with its number in the margin', async () => {
  const { page } = session;
  await expect(page.getByText('Texte explicatif, non officiel : ne pas citer')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Accueil des personnes');
  expect(await rows(page).count()).toBeGreaterThan(30);
  const number = paragraph(page, '1').getByRole('button', { name: 'Paragraphe 1' });
  const box = await number.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await expect(paragraph(page, '1').locator('p')).toHaveAttribute('lang', 'fr');
});

test('arrows and letters move from paragraph to paragraph', async () => {
  const { page } = session;
  const first = await goToParagraph(page, '1');
  await expect(first).toContainText('incombe en premier lieu');
  await page.keyboard.press('j');
  await expect(page.locator('[data-row]:focus')).toContainText('Invite');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-row]:focus')).toContainText('Tenir ouvert');
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
});

test('a sub-paragraph says its number, its text and what was added to it', async () => {
  const { page } = session;
  const row = await goToParagraph(page, '2 c)');
  await expect(row).toHaveAccessibleName(/^Paragraphe 2 c\) Ne refuser à personne/);
  await expect(row.locator('.marker')).toHaveText('c)');
});

test('r copies the reference in the language of the interface, l a link', async () => {
  const { page } = session;
  await goToParagraph(page, '2 c)');
  await page.keyboard.press('r');
  await expect.poll(clipboard).toBe('EX/L.1, par. 2 c)');
  await page.keyboard.press('l');
  await expect.poll(clipboard).toMatch(/^gmg:\/\/p\/[a-z2-7]{16}$/);
});

test('the outline leads to a heading, and shows where one is', async () => {
  const { page } = session;
  const outline = page.getByRole('treegrid', { name: 'Plan du document' });
  await outline.getByText('III. Suivi').click();
  await expect(page.getByRole('heading', { name: 'III. Suivi' })).toBeInViewport();
  await goToParagraph(page, '5');
  await expect(outline.getByRole('row', { name: /II\. Échange/ })).toContainText('vous êtes ici');
});

test('Ctrl+F counts, and goes from hit to hit', async () => {
  const { page } = session;
  await page.keyboard.press('Control+F');
  await page.getByRole('textbox', { name: 'Rechercher dans ce document' }).fill('crues');
  const count = page.getByRole('search').last().getByRole('status');
  await expect(count).toHaveText(/^1 sur \d+ résultats$/);
  await page.keyboard.press('Enter');
  await expect(count).toHaveText(/^2 sur/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Rechercher dans ce document' })).toBeHidden();
});

test('text grows and shrinks by key, and stays so', async () => {
  const { page } = session;
  const size = (): Promise<string> =>
    paragraph(page, '1')
      .first()
      .locator('p')
      .evaluate((text) => getComputedStyle(text).fontSize);
  const before = await size();
  await page.keyboard.press('Control+=');
  await expect.poll(size).not.toBe(before);
  await page.keyboard.press('Control+-');
  await expect.poll(size).toBe(before);
});

test('every paragraph in the page is its canonical text, space for space', async () => {
  const { page } = session;
  const texts = await page
    .locator('[data-text]')
    .evaluateAll((found) => found.map((text) => [text.childNodes.length, text.textContent]));
  for (const [nodes, text] of texts) {
    expect(nodes).toBe(1);
    expect(String(text)).not.toMatch(/ {2}|^ | $|\n/);
  }
});

for (const language of ['Français', 'English'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`no serious accessibility fault on the page, ${language}, ${theme}`, async () => {
      const { page } = session;
      await speak(page, language);
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

test('quit and reopen: the place in the document is kept', async () => {
  const { page } = session;
  await speak(page, 'Français');
  const row = await goToParagraph(page, '9');
  const text = await row.locator('[data-text]').innerText();
  // The place is kept once scrolling has paused.
  await page.waitForTimeout(1_200);
  const at = (await row.boundingBox())?.y ?? 0;
  await session.app.close();
  session = await start(session);
  await openPracticeText(session);
  const again = rows(session.page).filter({ hasText: text.slice(0, 40) });
  await expect(again).toBeInViewport();
  const away = async (): Promise<number> =>
    Math.abs(((await again.boundingBox())?.y ?? Infinity) - at);
  await expect.poll(away).toBeLessThan(10);
});
