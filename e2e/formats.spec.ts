// An archive and a mail dropped in by a person: one line for each document inside, read by the sandboxed parser.
import { expect, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './launch.ts';
import { importByButton, openRoom } from './room.ts';
import type { Room } from './room.ts';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(() => room.app.close());

/** A small document of each format, by the name it has in the archive. */
function small(...folders: string[]): Record<string, Uint8Array> {
  const golden = join(root, 'electron', 'ingest', 'golden');
  return Object.fromEntries(
    folders.map((folder) => {
      const source = readdirSync(join(golden, folder)).find((name) => name.startsWith('source.'));
      const bytes = new Uint8Array(readFileSync(join(golden, folder, source ?? '')));
      return [`${folder}${(source ?? '').replace('source', '')}`, bytes];
    }),
  );
}

test('reads every document of an archive, and says how to convert an old one', async () => {
  const { page } = room;
  const old = new Uint8Array(600);
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const inside = {
    ...small('opendocument', 'slides', 'book', 'saved'),
    'lettre.doc': old,
  };
  await importByButton(room, { 'dossier.zip': zipSync(inside), ...small('mail') });
  await page.getByRole('button', { name: 'Voir le détail' }).click();
  const lines = page.getByRole('list', { name: 'Résultat par fichier' }).getByRole('listitem');
  await expect(lines).toHaveCount(6);
  await expect(lines.filter({ hasText: 'Ajouté' })).toHaveCount(5);
  const old97 = lines.filter({ hasText: 'dossier.zip › lettre.doc' });
  await expect(old97).toContainText('enregistrez-le en .docx');
  await lines
    .filter({ hasText: 'dossier.zip › slides.pptx' })
    .getByRole('button', { name: /^Ouvrir/ })
    .click();
  await expect(page.getByRole('main')).toContainText('Ask who has held a lantern before.');
});
