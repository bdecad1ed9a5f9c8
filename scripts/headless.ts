// One round of the real application without a display: what a person does on the first day, driven by
// Playwright, told step by step with times, and ended with a screenshot.
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { launchArchive, temporaryFolder } from '../e2e/launch.ts';

const results = process.env['GMG_RESULTS'] ?? temporaryFolder('headless');
const library = temporaryFolder('library');
const profile = temporaryFolder('profile');
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
  await page.waitForLoadState('domcontentloaded');
  return { app, page };
}

async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(results, `${name}.png`) });
}

console.log('One round of GMG Archive without a display:');
let { app, page } = await step('started with an empty library', open);
try {
  await step(`first screen “${await page.title()}”`, () => screenshot(page, '1-first-screen'));
  await step('quit', () => app.close());
  ({ app, page } = await step('started again', open));
  await step('the library is there again', () => screenshot(page, '2-reopened'));
} finally {
  await app.close();
}
console.log(
  `Screenshots: test-results/headless. In all ${((performance.now() - began) / 1000).toFixed(1)} s.`,
);
