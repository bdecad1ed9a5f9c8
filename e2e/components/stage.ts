// Puts one component alone on a page of the real Chromium, and hears what it told.
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { launchArchive } from '../launch.ts';

export interface Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Shows a scene of renderer/scenes. */
  readonly show: (
    scene: string,
    how?: {
      readonly language?: 'fr' | 'en';
      readonly theme?: 'light' | 'dark' | 'sepia' | 'contrast';
    },
  ) => Promise<void>;
  /** What the component told, in order. */
  readonly told: Locator;
}

export async function openStage(): Promise<Stage> {
  const app = await launchArchive({ application: join(import.meta.dirname, 'shell') });
  const page = await app.firstWindow();
  await page.getByText('No scene').waitFor();
  return {
    app,
    page,
    show: async (scene, { language = 'fr', theme = 'light' } = {}) => {
      await page.evaluate((hash) => {
        location.hash = hash;
        location.reload();
      }, `${scene}/${language}/${theme}`);
      await page.getByRole('heading', { name: scene, level: 1, exact: true }).waitFor();
    },
    told: page.getByRole('list', { name: 'told' }).getByRole('listitem'),
  };
}
