// Processes die, hang and grow; the library and the window stay. And the two hosts of the parser answer the same.
import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { nodeHost } from '../electron/archive/parsers/nodeHost.ts';
import {
  endOfImport,
  importFiles,
  openWithPort,
  PARSER_PAGE,
  pidOf,
  SOME_TEXT,
  startImport,
  value,
  WINDOW_PAGE,
} from './doors.ts';
import type { Opened } from './doors.ts';
import { root, temporaryFolder } from './launch.ts';

/** One profile for all: its library has its guides after the first test. */
const profile = temporaryFolder('profile');
let opened: Opened;
let files = 0;
test.beforeEach(async () => {
  opened = await openWithPort({ profile });
});
test.afterEach(() => opened.app.close());

/** A text no parser reads in a moment, different each time. */
const longText = (mark: string): string =>
  Array.from(
    { length: 60_000 },
    (_, at) => `${at + 1}. Paragraph ${at} of ${mark} speaks of rights.`,
  ).join('\n\n');

/** A text that the library does not hold yet. */
const newText = (): string => `${SOME_TEXT}\n3. This is text ${(files += 1)}.\n`;

/** Waits until a parser works; answers its process id. */
async function parserPid(): Promise<number> {
  await expect.poll(() => pidOf(opened.app, PARSER_PAGE), { intervals: [20] }).not.toBeNull();
  return (await pidOf(opened.app, PARSER_PAGE)) ?? 0;
}

async function expectAlive(name: string): Promise<void> {
  const items = await importFiles(opened, { [name]: newText() });
  expect(items).toMatchObject([{ name, status: 'added' }]);
  expect(await pidOf(opened.app, WINDOW_PAGE)).not.toBeNull();
}

test('a parser killed at work fails its file; the next file gets another parser', async () => {
  await importFiles(opened, { 'first.txt': newText() });
  const pid = await parserPid();
  process.kill(pid, 'SIGSTOP');
  await startImport(opened, { 'long.txt': longText('one') });
  process.kill(pid, 'SIGKILL');
  expect(await endOfImport(opened.page)).toMatchObject([
    { name: 'long.txt', status: 'failed', fault: { code: 'parser-crashed' } },
  ]);
  await expectAlive('next.txt');
  expect(await parserPid()).not.toBe(pid);
});

test('a parser that hangs is ended when the import is cancelled', async () => {
  await importFiles(opened, { 'first.txt': newText() });
  const pid = await parserPid();
  process.kill(pid, 'SIGSTOP');
  await startImport(opened, { 'stuck.txt': longText('two') });
  await value(opened.page, 'imports.cancel');
  await endOfImport(opened.page);
  await expectAlive('next.txt');
  expect(await parserPid()).not.toBe(pid);
});

test('a parser that grows beyond its limit is ended', async () => {
  await importFiles(opened, { 'first.txt': newText() });
  const pid = await parserPid();
  await opened.app.evaluate(({ webContents }, page) => {
    const parser = webContents.getAllWebContents().find((one) => one.getURL() === page);
    // Never answers: the page is gone before.
    void parser
      ?.executeJavaScript(
        'window.hoard = []; setInterval(() => window.hoard.push(new Uint8Array(30_000_000).fill(1)), 10); 0',
      )
      .catch(() => undefined);
  }, PARSER_PAGE);
  await expect.poll(() => pidOf(opened.app, PARSER_PAGE), { timeout: 20_000 }).not.toBe(pid);
  await expectAlive('next.txt');
});

test('an archive killed is started again, with everything that was acknowledged', async () => {
  await importFiles(opened, { 'first.txt': newText() });
  const { documents } = await value<{ documents: number }>(opened.page, 'library.info');
  const before = await opened.page.evaluate(() => window.held.ports.length);
  const pid = await opened.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'GMG Archive service')?.pid ?? 0,
  );
  expect(pid).toBeGreaterThan(0);
  process.kill(pid, 'SIGKILL');
  await opened.page.waitForFunction((old) => window.held.ports.length > old, before);
  expect(await opened.page.evaluate(() => window.held.closed)).toBeGreaterThan(0);
  expect(await value(opened.page, 'library.info')).toMatchObject({ documents });
  await expectAlive('next.txt');
});

test('a window’s page that crashes is loaded again', async () => {
  const pid = await pidOf(opened.app, WINDOW_PAGE);
  await opened.app.evaluate(({ webContents }, page) => {
    webContents
      .getAllWebContents()
      .find((one) => one.getURL() === page)
      ?.forcefullyCrashRenderer();
  }, WINDOW_PAGE);
  await expect.poll(() => pidOf(opened.app, WINDOW_PAGE)).not.toBe(pid);
  await expect
    .poll(() =>
      opened.app.evaluate(
        ({ webContents }, page) =>
          webContents
            .getAllWebContents()
            .find((one) => one.getURL() === page)
            ?.executeJavaScript(
              "gmg.shell('shell.info', {}).then(({ ok }) => ok)",
            ) as Promise<boolean>,
        WINDOW_PAGE,
      ),
    )
    .toBe(true);
});

/** One original of each format, made here. */
async function originals(): Promise<Readonly<Record<string, Uint8Array | string>>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const number of [1, 2]) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`Declaration on the rights of migrants ${number}`, {
      x: 70,
      y: 770,
      size: 16,
      font,
    });
    for (let line = 0; line < 6; line += 1) {
      const text = `${number * 10 + line}. States shall protect every migrant, at any time and in any place.`;
      page.drawText(text, { x: 70, y: 720 - line * 40, size: 11, font });
    }
  }
  const docx = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Guidance', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('1. Les migrants ont des droits, et les États les protègent.'),
          new Paragraph('2. Nul n’est renvoyé vers un lieu où il serait en danger.'),
        ],
      },
    ],
  });
  return {
    'text.txt': SOME_TEXT,
    'notes.md': '# Notes\n\n## Rights\n\nEvery *migrant* has rights.\n\n- to work\n- to rest\n',
    'page.html':
      '<!doctype html><html lang="fr"><title>Déclaration</title><main><h1>Déclaration</h1>' +
      '<p>1. Les migrants en situation irrégulière ont des droits.</p><p>2. L’équipement compte.</p></main>',
    'declaration.pdf': await pdf.save(),
    'guidance.docx': new Uint8Array(await Packer.toBuffer(docx)),
  };
}

test('the parser answers the same in the window and under Node, byte for byte', async () => {
  const folder = temporaryFolder('originals');
  const node = nodeHost({
    entry: join(root, 'out', 'electron', 'parser.node.js'),
    readable: [join(root, 'out')],
  });
  for (const [name, content] of Object.entries(await originals())) {
    const bytes = Buffer.from(content);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const underNode = await node
      .parse({ hash, path, name, timeoutMs: 30_000 }, new AbortController().signal)
      .catch((error: { code: string }) => ({ fault: error.code }));

    // Importing lets the parser's window fetch this original; then it is asked once more, by a port of ours.
    await importFiles(opened, { [name]: content });
    const answer = await opened.app.evaluate(
      ({ webContents, MessageChannelMain }, [page, task]) =>
        new Promise<{ draft?: unknown; fault?: { code: string } }>((resolve) => {
          const { port1, port2 } = new MessageChannelMain();
          port2.on('message', ({ data }) => resolve(data as { draft?: unknown }));
          port2.start();
          webContents
            .getAllWebContents()
            .find((one) => one.getURL() === page)
            ?.postMessage('archive-port', null, [port1]);
          port2.postMessage(task);
        }),
      [PARSER_PAGE, { id: 1, hash, name }] as const,
    );
    const inWindow = answer.draft ?? { fault: answer.fault?.code };
    expect(JSON.stringify(inWindow), name).toBe(JSON.stringify(underNode));
  }
  await node.close();
});
