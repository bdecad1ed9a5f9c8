// The extraction report, and putting right by hand what was read wrongly, with the keyboard alone.
import { expect, test } from '@playwright/test';
import { marked } from './reading.ts';
import { importByButton, openRoom, seriousFindings } from './room.ts';
import type { Room } from './room.ts';

const PAGE = `<!doctype html><html lang="fr"><head><title>Déclaration de la vallée</title></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/c">Nous écrire</a></li></ul></nav>
<main><h1>Déclaration de la vallée</h1><h2>Ce que nous voyons</h2>
<p>1. Nous reconnaissons que les personnes en situation irrégulière ont des droits, et que nul ne peut les leur retirer.</p>
<p>2. Nous veillerons à ce que les équipements de santé restent ouverts. Les médecins de la vallée tiennent une permanence le mardi.</p>
<p>4. Nous demandons un rapport sur la réunification des familles avant la fin de l’année prochaine.</p>
</main></body></html>`;

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
  await importByButton(room, { 'vallee.html': PAGE });
  await room.page.getByRole('button', { name: 'Voir le détail' }).click();
  await room.page.getByRole('button', { name: 'Ouvrir vallee.html' }).click();
});
test.afterAll(() => room.app.close());

const row = (words: string) => room.page.locator('[data-row]').filter({ hasText: words });

/** Opens a paragraph's menu by its number, then the menu of corrections, and takes one. */
async function correct(words: string, act: string): Promise<void> {
  const { page } = room;
  await row(words).locator('[data-number]').click();
  const menu = page.getByRole('menuitem', { name: 'Corriger…' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: act }).focus();
  await page.keyboard.press('Enter');
}

test('a paragraph is cut where the words say, its highlight on both halves, and whole again by undo', async () => {
  const { page } = room;
  await expect(page.locator('[data-row]')).toHaveCount(3);
  await row('équipements').focus();
  await page.keyboard.press('h');
  await expect.poll(async () => (await marked(page, 'gmg-yellow')).length).toBe(1);
  await correct('équipements', 'Couper ici…');
  const slider = page.getByRole('slider');
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute('aria-valuetext', /Les médecins de la vallée/);
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /\smédecins de la vallée/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row]')).toHaveCount(4);
  await expect(row('Les médecins')).toBeFocused();
  await expect
    .poll(() => marked(page, 'gmg-yellow'))
    .toEqual([
      expect.stringMatching(/restent ouverts\.$/),
      expect.stringMatching(/^Les médecins .* mardi\.$/),
    ]);

  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('region', { name: 'Avis' })).toContainText('correction du texte');
  await expect(page.locator('[data-row]')).toHaveCount(3);
  await expect.poll(async () => (await marked(page, 'gmg-yellow')).length).toBe(1);
});

test('a wrong number is put right, and the report misses it no longer', async () => {
  const { page } = room;
  await page.getByRole('button', { name: 'Rapport d’extraction' }).click();
  const gaps = page.locator('.report-facts > div').filter({ hasText: 'Numéros qui manquent' });
  await expect(gaps).toContainText('3');
  await page.getByRole('button', { name: 'Ouvrir le document' }).click();

  await correct('réunification', 'Changer le numéro…');
  await page.getByRole('textbox', { name: 'Numéro officiel' }).fill('3.');
  await page.keyboard.press('Enter');
  await expect(row('réunification').getByRole('button', { name: 'Paragraphe 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Rapport d’extraction' }).click();
  await expect(gaps).toContainText('Aucun');
});

test('clutter is set aside and taken back, from the report, in both languages', async () => {
  const { page } = room;
  const aside = page.getByRole('region', { name: 'Écarté du texte' });
  await page.getByRole('button', { name: 'Ouvrir le document' }).click();
  await correct('irrégulière', 'Écarter (scorie)');
  await expect(row('irrégulière')).toHaveCount(0);
  await page.getByRole('button', { name: 'Rapport d’extraction' }).click();
  await expect(aside).toContainText('irrégulière');
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'English' }).click();
  const back = page.getByRole('button', { name: /^Take back into the text, Nous reconnaissons/ });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(back).toHaveCount(0);
  const corrections = page.getByRole('region', { name: 'Your corrections' });
  await expect(corrections.getByRole('listitem')).toHaveCount(1);
  await expect(corrections).toContainText('Number changed: 3');
  await page.getByRole('button', { name: 'Open the document' }).click();
  await expect(row('irrégulière')).toHaveCount(1);
});
