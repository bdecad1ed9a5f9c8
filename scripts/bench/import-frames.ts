/**
 * A large import while the window is used: files a second through the window, its longest frame with
 * the library and with the import's own list in sight, and the most memory that archive, window and
 * parser held. The files are generated; `npm run bench -- import-frames 10000` says how many.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWithPort, PARSER_PAGE, pidOf, value, WINDOW_PAGE } from '../../e2e/doors.ts';
import type { Opened } from '../../e2e/doors.ts';
import { temporaryFolder } from '../../e2e/launch.ts';
import { generate } from './generate.ts';

const FILES = Number(process.argv[2] ?? 2_000);
/** Paragraphs of a file: about a page. */
const PARAGRAPHS = 8;
const IN_FOLDER = 100;
/** Milliseconds. */
const LONGEST_FRAME = 50;
const LOOK_EVERY = 250;
/** Megabytes. */
const PARSER_MEMORY = 600;

interface Watched {
  longest: number;
  over: number;
  count: number;
  /** Of the import. */
  done: number;
  running: boolean;
}

const folder = temporaryFolder('import-frames');
try {
  const files = join(folder, 'files');
  write(files, FILES);
  await measure(files);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(files: string): Promise<void> {
  const places = { library: join(folder, 'library'), profile: join(folder, 'profile') };
  const opened = await openWithPort(places);
  const { app, page } = opened;
  try {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, files);
    await page.keyboard.press('Control+L');
    await page.getByRole('main').getByRole('row').first().waitFor();
    await page.evaluate(() => window.gmg.shell('shell.importFolder', {}));
    await page.locator('.import-progress').waitFor();
    const began = performance.now();
    await watchFrames(opened);
    const library = await frames(opened, FILES / 2);
    // Changing the screen is an act of its own, not part of the import.
    await page.locator('.import-progress .link').click();
    await page.getByRole('list').last().waitFor();
    const imports = await frames(opened, FILES);
    const seconds = (performance.now() - began) / 1000;
    const parser = await pidOf(app, PARSER_PAGE);
    const listed = (await value<unknown[]>(page, 'documents.list')).length;
    console.log(`${FILES} files, ${listed} documents listed, in ${seconds.toFixed(1)} s:`);
    console.log(`${(FILES / seconds).toFixed(0)} files a second.`);
    for (const [name, seen] of Object.entries({ library, imports })) {
      console.log(
        `longest frame with the ${name} in sight: ${seen.longest.toFixed(0)} ms, ${seen.over} of ${seen.count} over ${LONGEST_FRAME} ms (aim: none; ${verdict(seen.longest <= LONGEST_FRAME)})`,
      );
    }
    const most = parser === null ? 0 : peakOf(parser);
    console.log(
      `most memory: parser ${most} MB (aim: under ${PARSER_MEMORY}; ${verdict(most < PARSER_MEMORY)}), archive ${peakOf(await archiveOf(opened))} MB, window ${peakOf(await pidOf(app, WINDOW_PAGE))} MB.`,
    );
  } finally {
    await app.close();
  }
}

/** What was seen from now on until so many files are done, or all. */
async function frames({ page }: Opened, until: number): Promise<Watched> {
  await page.waitForTimeout(LOOK_EVERY);
  await page.evaluate(() => {
    const seen = (globalThis as unknown as { watched: Watched }).watched;
    Object.assign(seen, { longest: 0, over: 0, count: 0 });
  });
  for (;;) {
    const seen = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
    if (!seen.running || seen.done >= until) return seen;
    await page.waitForTimeout(LOOK_EVERY);
  }
}

/** Counts every gap between two frames, and listens to the import's own events. */
async function watchFrames({ page }: Opened): Promise<void> {
  await page.evaluate((limit) => {
    const watched: Watched = { longest: 0, over: 0, count: 0, done: 0, running: true };
    Object.assign(globalThis, { watched });
    let last = performance.now();
    const look = (): void => {
      const now = performance.now();
      watched.longest = Math.max(watched.longest, now - last);
      watched.count += 1;
      if (now - last > limit) watched.over += 1;
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    window.held.ports.at(-1)?.addEventListener('message', ({ data }) => {
      const { event, state } = data as { event?: string; state?: Watched };
      if (event === 'import' && state !== undefined) {
        Object.assign(watched, { done: state.done, running: state.running });
      }
    });
  }, LONGEST_FRAME);
}

async function archiveOf({ app }: Opened): Promise<number | null> {
  const processes = await app.evaluate(({ app: own }) => own.getAppMetrics());
  return processes.find(({ name }) => name?.includes('Archive') === true)?.pid ?? null;
}

/** The most memory a process has ever held, in megabytes; 0 where the system does not tell. */
function peakOf(pid: number | null): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Math.round(Number(/^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** Small texts in folders of a hundred, a third each plain text, Markdown and HTML. */
function write(into: string, count: number): void {
  let made = 0;
  for (let seed = 1; made < count; seed += 1) {
    for (const { title, draft } of generate(4_000, seed)) {
      const texts = draft.blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text);
      for (let at = 0; at + PARAGRAPHS <= texts.length && made < count; at += PARAGRAPHS) {
        const inFolder = join(into, String(Math.floor(made / IN_FOLDER)).padStart(3, '0'));
        mkdirSync(inFolder, { recursive: true });
        const numbered = texts.slice(at, at + PARAGRAPHS).map((text, nth) => `${nth + 1}. ${text}`);
        const [name, content] = fileOf(`${title} ${made}`, numbered, made);
        writeFileSync(join(inFolder, name), content);
        made += 1;
      }
    }
  }
}

function fileOf(title: string, paragraphs: readonly string[], nth: number): [string, string] {
  const name = `text ${String(nth).padStart(5, '0')}`;
  if (nth % 3 === 0) return [`${name}.txt`, `${title}\n\n${paragraphs.join('\n\n')}\n`];
  if (nth % 3 === 1) return [`${name}.md`, `# ${title}\n\n${paragraphs.join('\n\n')}\n`];
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  const head = `<!doctype html><meta charset="utf-8"><title>${title}</title>`;
  return [`${name}.html`, `${head}<h1>${title}</h1>${body}`];
}

function verdict(reached: boolean): string {
  return reached ? 'reached' : 'missed';
}
