// Who calls, what, and with which input is checked at both doors out of the window: main's and the archive's.
import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, openWithPort, post, value, WINDOW_PAGE } from './doors.ts';
import type { Opened } from './doors.ts';
import { root } from './launch.ts';

let opened: Opened;
test.beforeAll(async () => {
  opened = await openWithPort();
});
test.afterAll(() => opened.app.close());

const refused = { ok: false, fault: { code: 'bad-input' } };

test('main refuses calls it does not know and input that does not fit', async () => {
  const answers = await opened.page.evaluate(() =>
    Promise.all([
      window.gmg.shell('shell.run', {}),
      window.gmg.shell('constructor', {}),
      window.gmg.shell('__proto__', {}),
      window.gmg.shell(['shell.info'] as unknown as string, {}),
      window.gmg.shell('shell.info', null),
      window.gmg.shell('shell.info', { path: '/' }),
      window.gmg.shell('shell.copy', { text: 7 }),
      window.gmg.shell('shell.openRecent', { id: '../library' + 'x'.repeat(100) }),
      window.gmg.shell('shell.preferences', { theme: 'neon' }),
      window.gmg.shell('shell.preferences', { library: '/etc' }),
    ]),
  );
  for (const answer of answers) expect(answer).toMatchObject(refused);
});

test('main answers the page of its window and nobody else', async () => {
  const strangers = await opened.app.evaluate(
    async ({ BrowserWindow }, [preload, address]) => {
      const asked = "gmg.shell('shell.info', {}).then(() => 'answered', () => 'refused')";
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await window.loadURL(address);
      const other = (await window.webContents.executeJavaScript(asked)) as string;
      window.destroy();
      const page = BrowserWindow.getAllWindows().find(
        ({ webContents }) => webContents.getURL() === address,
      );
      const own = (await page?.webContents.executeJavaScript(asked)) as string;
      return { other, own };
    },
    [join(root, 'out', 'electron', 'preload.cjs'), WINDOW_PAGE] as const,
  );
  expect(strangers).toEqual({ other: 'refused', own: 'answered' });
});

test('a frame inside the window has no door', async () => {
  const doors = await opened.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const found = frame.contentWindow !== null && 'gmg' in frame.contentWindow;
    frame.remove();
    return found;
  });
  expect(doors).toBe(false);
});

test('a file made up by the page has no path to give', async () => {
  const taken = await opened.page.evaluate(() =>
    window.gmg.drop([new File(['text'], '/etc/hosts'), new File(['text'], 'text.txt')]),
  );
  expect(taken).toBe(0);
});

test('the archive refuses the calls that only a host may make', async () => {
  expect(await call(opened.page, 'imports.add', { paths: ['/etc/hosts'] })).toMatchObject(refused);
  expect(await value(opened.page, 'library.info')).toMatchObject({ documents: 0 });
});

test('the archive refuses unknown calls and input that does not fit', async () => {
  const long = 'x'.repeat(3_000);
  for (const [name, input] of [
    ['library.open', {}],
    ['toString', {}],
    ['__proto__', {}],
    ['library.info', { path: '/' }],
    ['library.info', null],
    ['documents.get', { id: '../../etc/hosts' }],
    ['documents.remove', { ids: [] }],
    ['search.query', { query: long }],
    ['search.query', { query: 'x', limit: 1e9 }],
    ['tags.create', { name: 'x', colour: 'url(app://x)' }],
  ] as const) {
    expect(await call(opened.page, name, input), name).toMatchObject(refused);
  }
});

test('the archive refuses messages of another shape, and goes on', async () => {
  for (const message of [
    'library.info',
    null,
    7,
    [],
    {},
    { id: 'x', call: 'library.info', input: {} },
    { id: -5.5, call: 'library.info', input: {} },
    { id: 1, call: 7, input: {} },
    { id: 1, call: 'library.info', input: {}, from: 'host' },
    { id: 1, type: 'call', call: 'imports.add', input: { paths: ['/etc/hosts'] } },
    { type: 'close' },
  ]) {
    const id =
      typeof message === 'object' && message !== null && 'id' in message
        ? Number.isNaN(Number(message.id))
          ? -1
          : Number(message.id)
        : -1;
    expect(await post(opened.page, message, id)).toMatchObject(refused);
  }
  expect(await value(opened.page, 'library.info')).toMatchObject({ documents: 0 });
});

test('no switch of development is in what was built', () => {
  for (const name of ['main.cjs', 'preload.cjs', 'service.cjs']) {
    const path = join(root, 'out', 'electron', name);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8'), name).not.toMatch(/DEV_SERVER|localhost|127\.0\.0\.1/);
  }
});
