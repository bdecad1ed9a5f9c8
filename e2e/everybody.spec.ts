// Every screen and panel under WCAG 2.2 A and AA: light, dark, high contrast, and with text at 200 %.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Page } from 'playwright';
import { goToParagraph, openPracticeText, rows, start, writeNote } from './reading.ts';
import type { Session } from './reading.ts';
import { importing } from './room.ts';
import { importByButton } from './room.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = ['light', 'dark', 'contrast', '200 %'] as const;

let session: Session;
let page: Page;

async function pdf(): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.TimesRoman);
  const words = 'Recalls that every harbour town keeps a light, and asks who pays for it.';
  for (const first of [1, 5]) {
    const sheet = made.addPage([595, 842]);
    for (let at = 0; at < 4; at += 1)
      sheet.drawText(`${String(first + at)}. ${words}`, {
        x: 60,
        y: 760 - at * 60,
        size: 12,
        font,
      });
  }
  return made.save();
}

test.setTimeout(180_000);

test.beforeAll(async () => {
  session = await start();
  ({ page } = session);
  await expect(importing(page)).toBeHidden({ timeout: 40_000 });
  await page.keyboard.press('Control+L');
  await importByButton(session, { 'harbour.pdf': await pdf() });
  await openPracticeText(session);
  await goToParagraph(page, '2');
  await page.keyboard.press('1');
  await goToParagraph(page, '3');
  await writeNote(page, 'Une *note* à relire');
  await page.keyboard.press('Escape');
  await goToParagraph(page, '4');
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Nom de l’étiquette' }).fill('Réseau');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await goToParagraph(page, '5');
  await page.keyboard.press('b');
  await goToParagraph(page, '6');
  await page.keyboard.press('s');
  await page.getByRole('textbox', { name: 'Ce que j’ai vérifié' }).fill('Vu');
  await page.keyboard.press('Escape');
});
test.afterAll(() => session.app.close());

/** Does an act by its name in the palette. */
async function act(words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Commande' }).fill(words);
  await expect(page.getByRole('option', { selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.palette')).toBeHidden();
}

async function read(number: string): Promise<void> {
  await page.keyboard.press('Control+L');
  await openPracticeText(session);
  await goToParagraph(page, number);
}

async function readPdf(): Promise<void> {
  await page.keyboard.press('Control+L');
  await page.getByRole('main').getByRole('row').filter({ hasText: 'harbour' }).first().dblclick();
  await rows(page).first().waitFor();
  await rows(page).first().focus();
}

/** How each screen or panel is reached, and what shows that it is there. */
const PLACES: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  ['start', () => act('aller a l accueil'), 'h1, h2'],
  ['library', () => page.keyboard.press('Control+L'), '[role="grid"]'],
  ['guides', () => act('aller aux guides'), '[role="grid"]'],
  ['bin', () => act('aller a la corbeille'), 'h1'],
  ['imports', () => act('aller aux derniers imports'), 'h1'],
  ['codebook', () => act('aller a la grille'), 'h1'],
  ['table of tags', () => act('tableau'), 'h1'],
  ['sheet', () => page.keyboard.press('Control+Shift+B'), 'h1'],
  [
    'follow-ups',
    () =>
      page
        .getByRole('button', { name: /^Suivis/u })
        .first()
        .click(),
    'h1',
  ],
  [
    'passages of a tag',
    () => page.locator('.rail').getByText('Réseau', { exact: true }).first().click(),
    'h1',
  ],
  ['search', () => page.locator('#search-box').fill('harbour'), '[data-hit]'],
  ['search without hits', () => page.locator('#search-box').fill('qzxvkwj'), 'main p'],
  ['reader with notes', () => read('3'), '.notes [data-note]'],
  [
    'filters and chosen notes',
    async () => {
      await page.getByRole('button', { name: /^Filtrer/u }).click();
      await page.getByRole('button', { name: 'Choisir plusieurs notes' }).click();
    },
    '.note-chosen',
  ],
  ['find bar', () => page.keyboard.press('Control+F'), '.find-bar'],
  [
    'extraction report',
    () =>
      page
        .getByRole('button', { name: /Rapport/u })
        .first()
        .click(),
    'h1',
  ],
  [
    'side by side',
    async () => (await readPdf(), page.keyboard.press('o')),
    '.original-view canvas',
  ],
  ['original alone', () => page.keyboard.press('Shift+O'), '.original-view canvas'],
  ['printed document', async () => (await read('3'), page.keyboard.press('Control+P')), 'main'],
];

/** What stands over the window, opened over the text. */
const PANELS: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  ['palette', () => page.keyboard.press('Control+Shift+P'), '.palette'],
  ['help', () => page.keyboard.press('F1'), '.shortcut-areas'],
  ['keys', () => act('changer les touches'), '.key-areas'],
  ['author', () => act('votre nom'), '[role="dialog"]'],
  ['exports', () => act('exporter des notes'), '[role="dialog"]'],
  ['appearance', () => page.getByRole('button', { name: 'Apparence' }).click(), '.appearance'],
  [
    'tag picker',
    async () => (await goToParagraph(page, '4'), page.keyboard.press('t')),
    '.tag-picker',
  ],
  [
    'menu of a number',
    () => page.getByRole('button', { name: 'Paragraphe 4', exact: true }).first().click(),
    '[role="menu"]',
  ],
];

async function look(name: (typeof LOOKS)[number]): Promise<void> {
  const zoom = name === '200 %' ? 2 : 1;
  await session.app.evaluate(({ BrowserWindow }, factor) => {
    for (const one of BrowserWindow.getAllWindows())
      if (one.isVisible()) one.webContents.setZoomFactor(factor);
  }, zoom);
  await page.evaluate(
    (theme) => {
      document.documentElement.dataset['theme'] = theme;
    },
    name === '200 %' ? 'light' : name,
  );
}

async function findings(place: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of LOOKS) {
    await look(name);
    // The legacy way needs no second window, which the application refuses to open.
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
    for (const { id, nodes } of violations)
      found.push(
        `${place}, ${name}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
  }
  await look('light');
  return found;
}

for (const [name, open, shows] of PLACES)
  test(name, async () => {
    await open();
    await expect(page.locator(shows).first()).toBeVisible();
    expect(await findings(name)).toEqual([]);
  });

for (const [name, open, shows] of PANELS)
  test(name, async () => {
    if ((await rows(page).count()) === 0) await read('3');
    await open();
    await expect(page.locator(shows).first()).toBeVisible();
    expect(await findings(name)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.locator('[role="dialog"], [role="menu"]')).toHaveCount(0);
  });
