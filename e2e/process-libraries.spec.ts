// What main does around the window: which library is open, what is remembered, and one application at a time.
import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { openWithPort, value } from './doors.ts';
import type { Opened } from './doors.ts';
import { root, temporaryFolder } from './launch.ts';

const profile = temporaryFolder('profile');
let opened: Opened;
test.beforeEach(async () => {
  opened = await openWithPort({ profile });
});
test.afterEach(() => opened.app.close());

const shell = (call: string, input: unknown = {}): ReturnType<Window['gmg']['shell']> =>
  opened.page.evaluate(([name, given]) => window.gmg.shell(name, given), [call, input] as const);

/** Answers the next dialogs: a folder for choosing and for naming; messages are kept and closed. */
async function answerDialogs(path: string): Promise<void> {
  await opened.app.evaluate(({ dialog }, chosen) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
      told.push(message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as unknown as typeof dialog.showMessageBox;
  }, path);
}

const told = (): Promise<string[]> =>
  opened.app.evaluate(() => (globalThis as unknown as { told: string[] }).told);

/** Folder of the library that the window is connected to. */
const library = async (): Promise<string> =>
  (await value<{ path: string }>(opened.page, 'library.info')).path;

/** Makes a call that may load the page again, and so takes its own answer away. */
const leave = (call: string, input: unknown = {}): Promise<unknown> =>
  shell(call, input).catch(() => null);

/** Waits until the page is connected to this library. */
const expectLibrary = (folder: string): Promise<void> =>
  expect.poll(() => library().catch(() => ''), { timeout: 30_000 }).toBe(folder);

test('a new library is made, opened and remembered; the former one is one call away', async () => {
  const before = await library();
  const folder = join(temporaryFolder('new'), 'Été');
  await answerDialogs(folder);
  await leave('shell.newLibrary');
  await expectLibrary(folder);
  const info = await shell('shell.info');
  const { recent } = (info as { value: { recent: { id: string; path: string }[] } }).value;
  expect(recent.map(({ path }) => path).slice(0, 2)).toEqual([folder, before]);
  await leave('shell.openRecent', { id: recent[1]?.id });
  await expectLibrary(before);
});

test('a folder with other things in it is no library, and is left alone', async () => {
  const before = await library();
  const folder = temporaryFolder('other');
  writeFileSync(join(folder, 'letter.txt'), 'text');
  await answerDialogs(folder);
  expect(await shell('shell.openLibrary')).toMatchObject({ ok: true, value: false });
  expect(await shell('shell.newLibrary')).toMatchObject({ ok: true, value: false });
  expect(await told()).toHaveLength(2);
  expect(readdirSync(folder)).toEqual(['letter.txt']);
  expect(await library()).toBe(before);
});

test('a library that cannot be opened is said so, and the present one stays', async () => {
  const before = await library();
  const folder = temporaryFolder('broken');
  mkdirSync(join(folder, 'library.db'));
  await answerDialogs(folder);
  await leave('shell.openLibrary');
  await expect.poll(told).toHaveLength(1);
  await expectLibrary(before);
});

test('preferences and the window’s place are there after a restart; a broken file is none', async () => {
  const bounds = { x: 40, y: 50, width: 900, height: 620 };
  await shell('shell.preferences', { theme: 'dark', language: 'en' });
  // The system resizes when it likes.
  await opened.app.evaluate(
    ({ BrowserWindow }, to) =>
      new Promise<void>((resolve) => {
        const window = BrowserWindow.getAllWindows().find((one) => one.isVisible());
        window?.once('resize', () => resolve());
        window?.setBounds(to);
      }),
    bounds,
  );
  await opened.app.close();
  const file = join(profile, 'preferences.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    preferences: { theme: 'dark', language: 'en' },
    bounds: { width: bounds.width, height: bounds.height },
  });

  opened = await openWithPort({ profile });
  expect(await shell('shell.info')).toMatchObject({
    value: { preferences: { theme: 'dark', language: 'en' } },
  });
  const menu = await opened.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(menu).toContain('&File');
  await opened.app.close();

  writeFileSync(file, '{"preferences":');
  opened = await openWithPort({ profile });
  expect(await shell('shell.info')).toMatchObject({
    value: { preferences: { theme: 'system', language: null } },
  });
});

test('a second start hands over to the first and ends', async () => {
  const program = await opened.app.evaluate(() => process.execPath);
  const words = [
    ...(process.env['GMG_PACKAGED'] === undefined ? [root] : []),
    `--user-data-dir=${profile}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const second = spawn(program, words, { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  expect(await value(opened.page, 'library.info')).toMatchObject({ readOnly: null });
});
