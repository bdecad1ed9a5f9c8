// Every act of the palette by keyboard alone: each line is reached with the arrows, each by a name of its own.
import { expect, test } from '@playwright/test';
import { start } from './reading.ts';
import type { Session } from './reading.ts';

let session: Session;
test.beforeAll(async () => {
  session = await start();
});
test.afterAll(() => session.app.close());

/** Opens the palette and walks it with the arrows: each line's words. */
async function walk(): Promise<readonly string[]> {
  const { page } = session;
  await page.keyboard.press('Control+Shift+P');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  const count = await options.count();
  const lines: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const selected = page.getByRole('option', { selected: true });
    lines.push(
      await selected.evaluate(
        (one) => one.querySelector('span')?.firstChild?.textContent?.trim() ?? '',
      ),
    );
    await page.keyboard.press('ArrowDown');
    const next = options.nth((at + 1) % count);
    await expect(next).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.palette')).toBeHidden();
  return lines;
}

test('the arrows reach every line, and no two lines bear the same name', async () => {
  const names = await walk();
  expect(names.length).toBeGreaterThan(70);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
