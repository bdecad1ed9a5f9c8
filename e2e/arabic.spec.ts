// An Arabic document from import to reading: right to left, letters in the order they are spoken, numbers found.
import { expect, test } from '@playwright/test';
import { importByButton, openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(() => room.app.close());

const TITLE = 'إعلان الميناء';
const FIRST = 'نؤكد أن لكل بحار الحق في الراحة على اليابسة كل مساء.';
const SECOND = 'نطلب تقريرا عن استقبال المهاجرين في الميناء (A/RES/90/1) خلال سنة 2025.';

test('an Arabic document is imported, read from right to left, and searched', async () => {
  const { page } = room;
  await importByButton(room, {
    'port.html': `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>${TITLE}</title><h1>${TITLE}</h1><p>1. ${FIRST}</p><p>2. ${SECOND}</p>`,
  });
  await page.keyboard.press('Control+L');
  const row = page.getByRole('main').getByRole('row').filter({ hasText: TITLE });
  await row.dblclick();
  const paragraphs = page.locator('[data-row]');
  await expect(paragraphs).toHaveCount(2);
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('dir', 'rtl');
  for (const [place, text] of [FIRST, SECOND].entries()) {
    const words = paragraphs.nth(place).locator('p').first();
    await expect(words).toHaveText(text);
    await expect(words).toHaveCSS('direction', 'rtl');
    await expect(words).toHaveAttribute('lang', 'ar');
  }
  // The first word stands at the right, the last of a line at the left.
  const sides = await paragraphs
    .first()
    .locator('p')
    .first()
    .evaluate((words) => {
      const letters = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      const leftOf = (from: number): number => {
        range.setStart(letters ?? words, from);
        range.setEnd(letters ?? words, from + 1);
        return range.getBoundingClientRect().left;
      };
      return { first: leftOf(0), later: leftOf(12) };
    });
  expect(sides.first).toBeGreaterThan(sides.later);
  expect(await seriousFindings(page)).toEqual([]);

  await page.keyboard.press('Control+K');
  await page.locator('#search-box').fill('المهاجرين');
  await expect(page.getByRole('main').getByRole('link').first()).toContainText('المهاجرين');
});
