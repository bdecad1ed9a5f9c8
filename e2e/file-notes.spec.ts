// Notes that came in a PDF: told in the import's line, marked in the text, listed with their author, and
// taken away again at once.
import { expect, test } from '@playwright/test';
import { madePdf } from '../electron/archive/fixtures/pdf.ts';
import { importByButton, openRoom, seriousFindings } from './room.ts';

const WORDS = 'The master keeps a list of those who ask for help, and shows it to nobody.';

test('notes of other programs become notes here, and can be removed', async () => {
  test.setTimeout(90_000);
  const lines = [
    { x: 60, y: 780, text: 'Rules of the harbour', size: 20 },
    { x: 60, y: 700, text: 'Every seafarer has the right to rest in the harbour of the town.' },
    { x: 60, y: 640, text: WORDS },
  ];
  const notes = [
    '/Subtype /Highlight /Rect [60 637 480 650] /QuadPoints [60 650 480 650 60 637 480 637] ' +
      '/C [1 1 0] /T (Lina Moreau) /Contents (Check this list.)',
    '/Subtype /Text /Rect [20 696 40 716] /C [0 0 1] /Contents (Which town?)',
  ];
  const room = await openRoom();
  const { page } = room;
  try {
    await importByButton(room, { 'rules.pdf': madePdf([{ lines, notes }]) });
    await page.getByRole('button', { name: 'Voir le détail' }).click();
    const line = page.getByRole('list', { name: 'Résultat par fichier' }).getByRole('listitem');
    await expect(line).toContainText('2 notes du fichier reprises');
    expect(await seriousFindings(page)).toEqual([]);
    await line.getByRole('button', { name: /^Ouvrir/ }).click();
    await expect(page.getByRole('main')).toContainText(WORDS);
    const card = page.locator('[data-note]').filter({ hasText: 'Check this list.' });
    await expect(card).toContainText('du fichier · Lina Moreau');
    await expect(page.locator('[data-note]')).toHaveCount(2);

    await page.keyboard.press('Alt+ArrowLeft');
    await line.getByRole('button', { name: 'Retirer ces notes rules.pdf' }).click();
    await expect(page.getByRole('region', { name: 'Avis' })).toContainText(
      'Notes du fichier retirées',
    );
    await line.getByRole('button', { name: /^Ouvrir/ }).click();
    await expect(page.getByRole('main')).toContainText(WORDS);
    await expect(page.locator('[data-note]')).toHaveCount(0);
  } finally {
    await room.app.close();
  }
});
