// The reading room as a person finds it: opened, the guides there, files chosen in the system's dialog;
// and the question whether a screen can be used by everybody.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { launchArchive, temporaryFolder } from './launch.ts';

export interface Room {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
}

/** A short text with numbered paragraphs, in French. */
export const FRENCH = `Déclaration de la vallée

1. Nous reconnaissons que les personnes en situation irrégulière ont des droits.

2. Nous veillerons à ce que les équipements de santé restent ouverts à chacun.

3. Nous demandons un rapport sur la réunification des familles.
`;

/** The same text in another file and format: a copy. */
export const FRENCH_COPY = `# ${FRENCH}`;

/** Another one, in English. */
export const ENGLISH = `Statement of the harbour

1. We recognise that every seafarer has a right to shore leave and rest.

2. We ask for a report on the reception of vulnerable migrants in the harbour.
`;

/** Opens the application in French and waits until the guides are in. */
export async function openRoom(profile = temporaryFolder('profile')): Promise<Room> {
  const app = await launchArchive({ profile });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Français' }).click();
  const rail = page.getByRole('navigation', { name: 'Bibliothèque et étiquettes' });
  await expect(rail.getByRole('button', { name: /^Guides\s*[1-9]/ })).toBeVisible({
    timeout: 40_000,
  });
  await expect(importing(page)).toBeHidden({ timeout: 40_000 });
  return { app, page, profile };
}

/** The import's progress in the status line. */
export function importing(page: Page): Locator {
  return page.getByRole('group', { name: /Progression de l’import|Import progress/ });
}

/** What the system's dialog answers from now on. */
export async function answerDialog(
  { app }: Room,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const folder = temporaryFolder('files');
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, paths);
}

/** Imports files by the button, and waits until the notice says that it is done. */
export async function importByButton(
  room: Room,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  await answerDialog(room, files);
  await room.page.getByRole('button', { name: 'Importer des fichiers…' }).first().click();
  await expect(room.page.getByRole('region', { name: 'Avis' })).toContainText('Import terminé', {
    timeout: 40_000,
  });
}

/** Serious and critical findings of axe on what is shown now. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // The legacy way needs no second window, which the application refuses to open.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
