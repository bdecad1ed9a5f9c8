// The application starts and shows itself.
import { expect, test } from '@playwright/test';
import { launchArchive } from './launch.ts';

test('a window with a title appears', async () => {
  const app = await launchArchive();
  try {
    const page = await app.firstWindow();
    await expect(page).toHaveTitle(/GMG Archive/);
  } finally {
    await app.close();
  }
});
