// The original's own pages: beside the text or alone, in step with it, with the reader's marks on them; words
// selected on a page become notes on the text; the file itself opens outside, as a copy, once one agreed.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { readFileSync, statSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { importFiles, openWithPort, value, type Opened } from './doors.ts';

const PARAGRAPHS = 48;
const OPENING = 'Recalls the importance of cooperation between the harbour towns';

/** How the first paragraph of each page begins: lines that come again on each page are no text. */
const FIRST = [
  'Having met in the old customs house at the end of the quay',
  'Bearing in mind how long and dark the winters are',
  'Welcoming the pilots of the estuary and all their families',
  'Determined to keep the lights of every pier burning',
];

/** Paragraph 1 to 48, twelve a page; the others begin alike, as such texts do. */
function textOf(number: number): readonly [string, string] {
  const first = number % 12 === 1 ? FIRST[(number - 1) / 12] : undefined;
  return [
    `${String(number)}. ${first ?? OPENING}, and takes note`,
    `of the report that boat number ${String(number)} brought home in winter.`,
  ];
}

async function makePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let first = 1; first <= PARAGRAPHS; first += 12) {
    const page = pdf.addPage([595, 842]);
    for (let at = 0; at < 12; at += 1) {
      textOf(first + at).forEach((line, row) => {
        page.drawText(line, { x: 72, y: 760 - at * 56 - row * 16, size: 12, font });
      });
    }
  }
  return pdf.save();
}

test.describe.configure({ mode: 'serial' });

let opened: Opened;
let page: Page;
let id: string;

const row = (number: number): Locator =>
  page.locator('[data-row]').filter({ hasText: `boat number ${String(number)} brought` });
const pages = (): Locator => page.getByRole('region', { name: 'Pages de l’original' });
const mark = (kind: string): Locator => page.locator(`.page-mark[data-kind="${kind}"]`);

/** The words under a mark: those of the page's own text layer that lie within its box. */
async function wordsUnder(marks: Locator): Promise<string> {
  return marks.evaluateAll((boxes) =>
    boxes
      .flatMap((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const words = box.closest('.page')?.querySelectorAll('.textLayer span') ?? [];
        return [...words].filter((word) => {
          const at = word.getBoundingClientRect();
          const middle = (at.top + at.bottom) / 2;
          return middle > top && middle < bottom && at.left < right && at.right > left;
        });
      })
      .map((word) => word.textContent)
      .join(' '),
  );
}

test.beforeAll(async () => {
  opened = await openWithPort();
  page = opened.page;
  await importFiles(opened, { 'towns.pdf': Buffer.from(await makePdf()) });
  const listed = await value<readonly { id: string; originalName: string }[]>(
    page,
    'documents.list',
  );
  id = listed.find(({ originalName }) => originalName === 'towns.pdf')?.id ?? '';
  await page.getByRole('button', { name: 'Français' }).click();
  await page.getByRole('main').getByRole('row').nth(1).dblclick();
  await row(2).waitFor();
});

test.afterAll(() => opened.app.close());

test('opens beside the text, marks the paragraph in focus and follows it to its page', async () => {
  await row(3).press('o');
  await expect.poll(() => wordsUnder(mark('focus'))).toContain('boat number 3 brought');
  const field = page.getByRole('textbox', { name: 'Page sur 4' });
  await expect(async () => {
    await row(29).press('Shift');
    await row(30).press('Shift');
    await expect(field).toHaveValue('3', { timeout: 2_000 });
  }).toPass();
  await expect.poll(() => wordsUnder(mark('focus'))).toContain('boat number 30 brought');
});

test('draws a highlight on its very words, and on no look-alike', async () => {
  await page.keyboard.press('h');
  await expect.poll(() => wordsUnder(mark('words'))).toMatch(/^30\..*boat number 30 brought/u);
  expect(await wordsUnder(mark('words'))).not.toMatch(/boat number (?:29|31) /u);
  await expect(mark('bar')).not.toHaveCount(0);
});

test('a paragraph clicked on the page is the one in focus', async () => {
  await page.locator('.textLayer span', { hasText: 'boat number 32 brought' }).click();
  await expect(row(32)).toHaveAttribute('data-current', '');
  await expect.poll(() => wordsUnder(mark('focus'))).toContain('boat number 32 brought');
});

test('scrolls with the text, either way', async () => {
  await row(2).press('Shift');
  await expect(page.getByRole('textbox', { name: 'Page sur 4' })).toHaveValue('1');
  await pages().hover();
  await page.mouse.wheel(0, 20_000);
  await expect(page.getByRole('textbox', { name: 'Page sur 4' })).toHaveValue('4');
  await expect(row(2)).not.toBeInViewport();
});

test('words selected on the page become a note on the text', async () => {
  const field = page.getByRole('textbox', { name: 'Page sur 4' });
  await field.fill('2');
  await field.press('Enter');
  const line = page.locator('.textLayer span', { hasText: 'boat number 16 brought' });
  await line.waitFor();
  await line.dblclick({ position: { x: 60, y: 5 } });
  const bar = page.getByRole('toolbar', { name: 'Passage sélectionné' });
  const chosen = await page.evaluate(() => getSelection()?.toString().trim() ?? '');
  await bar.getByRole('button', { name: 'Surligner en vert' }).click();
  await expect(bar).toBeHidden();
  const notes = await value<
    readonly { colour: string; targets: readonly { exact: string; number: string }[] }[]
  >(page, 'annotations.list', { documentId: id });
  const green = notes.filter(({ colour }) => colour === 'green');
  expect(green.map(({ targets }) => targets)).toEqual([
    [expect.objectContaining({ exact: chosen, number: '16' })],
  ]);
  await expect
    .poll(() => wordsUnder(page.locator('.page-mark[data-colour="green"]')))
    .toContain('boat number 16');
});

test('pages alone: the keyboard does everything, and finding shows its hits on them', async () => {
  await row(14).press('Shift');
  await page.keyboard.press('O');
  await expect(page.locator('.scroller')).toBeHidden();
  await expect(pages()).toBeFocused();
  await page.keyboard.press('j');
  await expect.poll(() => wordsUnder(mark('focus'))).toContain('boat number 15 brought');
  await page.keyboard.press('p');
  await expect(page.getByRole('textbox', { name: 'Page sur 4' })).toBeFocused();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Page sur 4' })).toHaveValue('4');
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Page entière' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('d');
  await expect(page.locator('.textLayer[data-main-rotation="90"]').first()).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('"boat number 27"');
  await expect.poll(() => wordsUnder(mark('hit'))).toContain('boat number 27');
  await page.keyboard.press('Escape');
});

test('place, size and turn are kept with the document', async () => {
  const kept = (): Promise<unknown> =>
    value<{ originalPlace: unknown }>(page, 'documents.get', { id }).then(
      ({ originalPlace }) => originalPlace,
    );
  await expect.poll(kept).toMatchObject({ zoom: 'page-fit', rotation: 90, layout: 'page' });
  const field = page.getByRole('textbox', { name: 'Page sur 4' });
  const before = await field.inputValue();
  await page.reload();
  await page.getByRole('main').getByRole('row').nth(1).dblclick();
  await expect(page.locator('.textLayer[data-main-rotation="90"]').first()).toBeVisible();
  await expect(field).toHaveValue(before);
});

test('can be used by everybody', async () => {
  for (const layout of ['Page d’origine', 'Côte à côte']) {
    await page.getByRole('button', { name: layout }).click();
    await expect(mark('focus')).not.toHaveCount(0);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([]);
  }
});

test('the file itself opens outside, as a copy that can only be read, once one agreed', async () => {
  await opened.app.evaluate(({ dialog, shell }) => {
    const asked = { answer: 1, questions: 0, paths: [] as string[] };
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = () => {
      asked.questions += 1;
      return Promise.resolve({ response: asked.answer, checkboxChecked: false });
    };
    shell.openPath = (path) => {
      asked.paths.push(path);
      return Promise.resolve('');
    };
  });
  const ask = (): Promise<unknown> =>
    page.evaluate((document) => window.gmg.shell('shell.openOriginal', { id: document }), id);
  const asked = (): Promise<{ questions: number; paths: string[] }> =>
    opened.app.evaluate(() => (globalThis as unknown as { asked: never }).asked);

  expect(await ask()).toEqual({ ok: true, value: false });
  expect(await asked()).toMatchObject({ questions: 1, paths: [] });
  await opened.app.evaluate(() => {
    (globalThis as unknown as { asked: { answer: number } }).asked.answer = 0;
  });
  await page.getByRole('button', { name: 'Autres actions sur la page' }).click();
  await page.getByRole('menuitem', { name: 'Ouvrir l’original…' }).click();
  await expect.poll(async () => (await asked()).paths.length).toBe(1);
  expect(await ask()).toEqual({ ok: true, value: true });
  const { questions, paths } = await asked();
  expect(questions).toBe(2);
  expect(paths[0]).toMatch(/gmg-archive-[^/\\]+[/\\][0-9a-f]{16}[/\\]towns\.pdf$/u);
  expect(paths[1]).toBe(paths[0]);
  expect(statSync(paths[0] ?? '').mode & 0o222).toBe(0);
  expect(
    readFileSync(paths[0] ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  // A path is no document, whoever asks for it.
  const path = await page.evaluate(() =>
    window.gmg.shell('shell.openOriginal', { id: '/etc/hosts' } as never),
  );
  expect(path).toMatchObject({ ok: false, fault: { code: 'bad-input' } });
});
