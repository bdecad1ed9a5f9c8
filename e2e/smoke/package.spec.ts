// The packaged application: it starts, its fuses are set, and it holds what it must and nothing else.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { launchArchive, root } from '../launch.ts';
import { importByButton, openRoom } from '../room.ts';

const smoke = process.env['GMG_PACKAGED'] ?? '';
const release = process.env['GMG_RELEASE'] ?? '';

/** Where the package keeps what is not Electron. */
const resourcesOf = (program: string): string =>
  process.platform === 'darwin'
    ? join(dirname(program), '..', 'Resources')
    : join(dirname(program), 'resources');

test('the packaged application starts and shows a window', async () => {
  const app = await launchArchive();
  try {
    const page = await app.firstWindow();
    await expect(page).toHaveTitle(/GMG Archive/);
    expect(await app.evaluate((electron) => electron.app.isPackaged)).toBe(true);
  } finally {
    await app.close();
  }
});

test('the packaged application reads a picture, and its words are found', async () => {
  test.setTimeout(180_000);
  const room = await openRoom();
  const { page } = room;
  try {
    const scans = join(root, 'electron', 'archive', 'fixtures', 'scans');
    await importByButton(room, { 'photo.png': readFileSync(join(scans, 'note.png')) });
    await page.getByRole('button', { name: 'Voir le détail' }).click();
    const lines = page.getByRole('list', { name: 'Résultat par fichier' }).getByRole('listitem');
    await lines.getByRole('button', { name: /^Lire par reconnaissance/ }).click();
    await expect(lines.getByTestId('ocr-mark')).toBeVisible({ timeout: 120_000 });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('onze voyageurs');
    const hits = page.getByRole('list', { name: 'Passages trouvés' }).getByRole('link');
    await expect(hits.first()).toContainText('onze voyageurs ont été accueillis');
  } finally {
    await room.app.close();
  }
});

test('the release has every fuse set, and the package tested here differs in one', async () => {
  const wanted: [FuseV1Options, FuseState][] = [
    [FuseV1Options.RunAsNode, FuseState.DISABLE],
    [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
    [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
    [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
  ];
  const released = await getCurrentFuseWire(release);
  const tested = await getCurrentFuseWire(smoke);
  for (const [fuse, state] of wanted) {
    expect(released[fuse], FuseV1Options[fuse]).toBe(state);
    const differs = fuse === FuseV1Options.EnableNodeCliInspectArguments;
    expect(tested[fuse], FuseV1Options[fuse]).toBe(differs ? FuseState.ENABLE : state);
  }
});

test('both packages hold the same application, and the release no binding of ours', () => {
  const hash = (program: string): string =>
    createHash('sha256')
      .update(readFileSync(join(resourcesOf(program), 'app.asar')))
      .digest('hex');
  expect(hash(release)).toBe(hash(smoke));
  expect(existsSync(join(resourcesOf(release), 'sqlite.node'))).toBe(false);
});

test('the package holds what was built and better-sqlite3, no sources and no tools', () => {
  const names = listPackage(join(resourcesOf(release), 'app.asar'), { isPack: false }).map((name) =>
    name.replaceAll('\\', '/').replace(/^\//, ''),
  );
  const places = new Set(names.map((name) => name.split('/').slice(0, 2).join('/')));
  const modules = [...places].filter((place) => place.startsWith('node_modules/'));
  expect(modules).toEqual(['node_modules/better-sqlite3']);
  const tops = new Set(names.map((name) => name.split('/')[0]));
  expect([...tops].sort()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
  expect(names.filter((name) => /\.tsx?$/.test(name))).toEqual([]);
  expect(names).toContain('out/electron/main.cjs');
});
