// The margin: the map of notes, tags and found words, its keys, the number's menu; and how the text is set.
import { expect, test } from '@playwright/test';
import { goToParagraph, openPracticeText, paragraph, rows, start, writeNote } from './reading.ts';
import type { Session } from './reading.ts';
import { seriousFindings } from './room.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
  await openPracticeText(session);
});
test.afterAll(() => session.app.close());

test('the map shows where notes lie, says so in words, and keys go from one to the next', async () => {
  const { page } = session;
  await goToParagraph(page, '2');
  await page.keyboard.press('1');
  await goToParagraph(page, '5');
  await page.keyboard.press('2');
  const map = page.getByRole('img', { name: 'Carte du texte : 2 paragraphes annotés' });
  await expect(map).toBeVisible();
  await rows(page).first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(paragraph(page, '2')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(paragraph(page, '5')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('Il n’y en a pas d’autre dans ce sens.')).toBeAttached();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(paragraph(page, '2')).toBeFocused();
  await page.keyboard.press('Control+F');
  await page.keyboard.type('personnes');
  await expect(page.getByRole('img', { name: /trouvé/u })).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.locator('.find-count')).toHaveText(/^2 sur/u);
  await page.keyboard.press('Escape');
  const box = await map.boundingBox();
  if (box === null) throw new Error('no map');
  await page.mouse.click(box.x + 2, box.y + 1);
  await expect(rows(page).first()).toBeInViewport();
});

test('a number is a button of 24 px or more, with everything in its menu', async () => {
  const { page } = session;
  const number = page.getByRole('button', { name: 'Paragraphe 3', exact: true }).first();
  const box = await number.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await number.click();
  for (const name of [
    /Se placer/u,
    /Écrire une note/u,
    /Étiqueter/u,
    /panier/u,
    /référence/u,
    /lien/u,
  ])
    await expect(page.getByRole('menuitem', { name }).first()).toBeVisible();
  await page.getByRole('menuitem', { name: /Se placer/u }).click();
  await expect(paragraph(page, '3')).toBeFocused();
});

test('entering a paragraph, one hears its number, its text, its notes and its tags', async () => {
  const { page } = session;
  await goToParagraph(page, '4');
  await writeNote(page, 'À entendre');
  await page.keyboard.press('Escape');
  const row = await goToParagraph(page, '4');
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Nom de l’étiquette' }).fill('Réseau');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
  await expect(row).toHaveRole('group');
  const text = (await row.locator('[data-text]').textContent()) ?? '';
  await expect(row).toHaveAccessibleName(`Paragraphe 4 ${text}`);
  await expect(row).toHaveAccessibleDescription(/une note.*étiquettes\s: Réseau/u);
  await expect(row).toMatchAriaSnapshot(`
    - group /Paragraphe 4/:
      - button "Paragraphe 4"
      - paragraph
      - list "Étiquettes":
        - listitem:
          - button "Réseau"
  `);
});

test('column and lines are set from the Appearance panel; French is set as French', async () => {
  const { page } = session;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: 'Présentation' }).click();
  const words = page.locator('[data-text]').nth(4);
  const measured = () =>
    words.evaluate((one) => {
      const { lineHeight, fontSize, hyphens } = getComputedStyle(one);
      const width = one.getBoundingClientRect().width / Number.parseFloat(fontSize);
      return {
        em: width,
        line: Number.parseFloat(lineHeight),
        hyphens,
        lang: (one as HTMLElement).lang,
      };
    });
  const before = await measured();
  expect(before.em).toBeGreaterThanOrEqual(34);
  expect(before).toMatchObject({ hyphens: 'auto', lang: 'fr' });
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('radiogroup', { name: 'Interligne' }).getByText('Large').click();
  await page
    .getByRole('radiogroup', { name: 'Largeur de la colonne' })
    .getByText('Très large')
    .click();
  await expect.poll(async () => (await measured()).line).toBeGreaterThan(before.line);
  await expect.poll(async () => (await measured()).em).toBeGreaterThan(before.em + 10);
  await page.keyboard.press('Escape');
  const spaced = await page
    .locator('[data-text]')
    .evaluateAll((all) =>
      all.filter((one) => / [;:!?»]|« /u.test(one.textContent ?? '')).map((one) => one.textContent),
    );
  expect(spaced).toEqual([]);
});
