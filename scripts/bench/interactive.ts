/**
 * Interactive: from spawn until the library's list is painted and a first search has answered, with
 * 10,000 paragraphs; beside its floor, the same Electron with an empty page, in turns in the same
 * run. Both are unpackaged and started through Playwright, whose own time is in both.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchArchive, root, temporaryFolder } from '../../e2e/launch.ts';
import { run } from '../processes.ts';
import { generate } from './generate.ts';

const PARAGRAPHS = Number(process.argv[2] ?? 10_000);
const ROUNDS = 9;
const AIM = 1.8;
/** What the floor's program has of the real one: the window and its sandbox, and nothing in it. */
const EMPTY_SHELL = `const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');
app.enableSandbox();
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280, height: 800, show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'empty.html'));
});
app.on('window-all-closed', () => app.quit());
`;

interface Times {
  /** Milliseconds from spawn. */
  readonly window: number;
  readonly painted: number;
  readonly answered: number;
}

const folder = temporaryFolder('interactive');
try {
  const { word, library } = await makeLibrary();
  const shell = makeShell();
  const profile = join(folder, 'profile');
  const emptyProfile = join(folder, 'profile-empty');
  // First starts make profiles and fill the disk's cache: they are nobody's usual start.
  await startApplication(library, profile, word);
  await startEmpty(shell, emptyProfile);
  const application: Times[] = [];
  const floor: Times[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await startEmpty(shell, emptyProfile));
    application.push(await startApplication(library, profile, word));
  }
  report(application, floor);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A library with that many paragraphs, imported by the command line, and a word found in it. */
async function makeLibrary(): Promise<{ word: string; library: string }> {
  const files = join(folder, 'files');
  const library = join(folder, 'library');
  mkdirSync(files);
  let word = '';
  for (const { documentId, title, draft } of generate(PARAGRAPHS)) {
    const lines = draft.blocks.map(({ kind, text, number }) =>
      kind === 'heading' ? `<h2>${text}</h2>` : `<p>${number ?? ''}. ${text}</p>`,
    );
    const head = `<!doctype html><html lang="${draft.language}"><meta charset="utf-8">`;
    const html = `${head}<title>${title}</title><h1>${title}</h1>\n${lines.join('\n')}\n`;
    writeFileSync(join(files, `${documentId}.html`), html);
    const words = draft.blocks[1]?.text.match(/\p{L}{7,}/gu) ?? [];
    if (word === '') word = words[0] ?? '';
  }
  const program = join(root, 'out', 'electron', 'cli.js');
  const words = ['--no-warnings', program, 'import', files, '--library', library, '--jobs', '2'];
  const { code, output, ms } = await run(process.execPath, words, { collect: true });
  if (code !== 0) throw new Error(`The library could not be made: ${output.slice(-2_000)}`);
  console.log(`${PARAGRAPHS} paragraphs imported in ${(ms / 1000).toFixed(1)} s.`);
  return { word, library };
}

function makeShell(): string {
  const shell = join(folder, 'shell');
  mkdirSync(shell);
  writeFileSync(join(shell, 'package.json'), '{ "name": "empty", "main": "main.cjs" }');
  writeFileSync(join(shell, 'main.cjs'), EMPTY_SHELL);
  const page = '<!doctype html><meta charset="utf-8"><title>Empty</title><h1>Empty</h1>';
  writeFileSync(join(shell, 'empty.html'), page);
  return shell;
}

async function startApplication(library: string, profile: string, word: string): Promise<Times> {
  const spawned = performance.now();
  const app = await launchArchive({ library, profile });
  try {
    const page = await app.firstWindow();
    const window = performance.now() - spawned;
    await page.getByRole('main').getByRole('row').nth(1).waitFor();
    await nextFrame(page);
    const painted = performance.now() - spawned;
    await page.keyboard.press('Control+K');
    await page.locator('#search-box').fill(word);
    await page.getByRole('list').getByRole('link').first().waitFor();
    await nextFrame(page);
    return { window, painted, answered: performance.now() - spawned };
  } finally {
    await app.close();
  }
}

async function startEmpty(shell: string, profile: string): Promise<Times> {
  const spawned = performance.now();
  const app = await launchArchive({ profile, application: shell });
  try {
    const page = await app.firstWindow();
    const window = performance.now() - spawned;
    await page.getByRole('heading').waitFor();
    await nextFrame(page);
    const painted = performance.now() - spawned;
    return { window, painted, answered: painted };
  } finally {
    await app.close();
  }
}

/** Resolves when what is in the page now has been painted. */
function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

function report(application: readonly Times[], floor: readonly Times[]): void {
  const rows = [
    ['', 'window', 'painted', 'interactive'],
    ['empty shell', ...columns(floor)],
    ['GMG Archive', ...columns(application)],
  ];
  for (const row of rows) console.log(row.map((cell) => cell.padStart(12)).join('  '));
  const ratio = median(application, 'answered') / median(floor, 'answered');
  const verdict = ratio <= AIM ? 'reached' : 'missed';
  console.log(`Medians of ${ROUNDS} rounds in turns, in milliseconds from spawn.`);
  console.log(`interactive ÷ floor = ${ratio.toFixed(2)} (aim: at most ${AIM}; ${verdict})`);
}

function columns(times: readonly Times[]): string[] {
  return (['window', 'painted', 'answered'] as const).map((key) => median(times, key).toFixed(0));
}

function median(times: readonly Times[], key: keyof Times): number {
  const sorted = times.map((time) => time[key]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
