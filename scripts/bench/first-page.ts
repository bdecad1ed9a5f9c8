/**
 * First page: from the key that asks for the original of a 500-page PDF until its first page stands
 * on its canvas; beside pdf.js' own viewer in the same Electron, from the opening of its page until
 * the same page stands there. In turns in the same run, each in a new process.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Page } from 'playwright';
import { launchArchive, root, temporaryFolder } from '../../e2e/launch.ts';
import { run } from '../processes.ts';

const PAGES = 500;
const ROUNDS = 7;
const AIM = 1.2;
/** A page is there when pdf.js shows its canvas: it hides one that is still empty. */
const SHOWN = '.page[data-page-number="1"] canvas:not([hidden])';

/** pdf.js' viewer as its package offers it, with nothing around it. */
const VIEWER_SHELL = `const { app, BrowserWindow, protocol } = require('electron');
const { createReadStream } = require('node:fs');
const { join } = require('node:path');
protocol.registerSchemesAsPrivileged([{ scheme: 'peer', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } }]);
app.enableSandbox();
const types = { html: 'text/html', mjs: 'text/javascript', css: 'text/css', pdf: 'application/pdf' };
void app.whenReady().then(() => {
  protocol.registerStreamProtocol('peer', ({ url }, give) => {
    const path = decodeURIComponent(new URL(url).pathname);
    const place = path.startsWith('/pdfjs/') ? join(process.env.GMG_PEER_PDFJS, path.slice(7)) : join(__dirname, path);
    give({ statusCode: 200, headers: { 'Content-Type': types[path.split('.').pop()] || 'application/octet-stream' }, data: createReadStream(place) });
  });
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, contextIsolation: true } });
  void window.loadURL('peer://viewer/empty.html');
});
app.on('window-all-closed', () => app.quit());
`;
const VIEWER_PAGE = `<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="/pdfjs/legacy/web/pdf_viewer.css">
<style>#container { position: absolute; inset: 0; overflow: auto; }</style>
<div id="container"><div id="viewer" class="pdfViewer"></div></div>
<script type="module">
import * as pdfjs from '/pdfjs/legacy/build/pdf.mjs';
globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFLinkService, PDFViewer } = await import('/pdfjs/legacy/web/pdf_viewer.mjs');
pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/legacy/build/pdf.worker.min.mjs';
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const viewer = new PDFViewer({ container: document.getElementById('container'), eventBus, linkService });
linkService.setViewer(viewer);
eventBus.on('pagesinit', () => { viewer.currentScaleValue = 'page-width'; });
const pdf = await pdfjs.getDocument({ url: '/long.pdf', standardFontDataUrl: '/pdfjs/standard_fonts/' }).promise;
viewer.setDocument(pdf);
linkService.setDocument(pdf, null);
</script>`;

const folder = temporaryFolder('first-page');
try {
  const bytes = await longPdf();
  const files = join(folder, 'files');
  const library = join(folder, 'library');
  mkdirSync(files);
  writeFileSync(join(files, 'long.pdf'), bytes);
  const program = join(root, 'out', 'electron', 'cli.js');
  const words = ['--no-warnings', program, 'import', files, '--library', library];
  const { code, output } = await run(process.execPath, words, { collect: true });
  if (code !== 0) throw new Error(`The library could not be made: ${output.slice(-2_000)}`);
  const shell = makeShell(bytes);
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const peer = await openPeer(shell);
    const own = await openOurs(library);
    // The first of each makes a profile and fills caches.
    if (round > 0) {
      peers.push(peer);
      ours.push(own);
    }
  }
  const ratio = median(ours) / median(peers);
  console.log(
    `pdf.js' own viewer: ${median(peers).toFixed(0)} ms; GMG Archive: ${median(ours).toFixed(0)} ms.`,
  );
  console.log(
    `Medians of ${ROUNDS} rounds in turns, ${PAGES} pages, until the first page's canvas is shown.`,
  );
  const verdict = ratio <= AIM ? 'reached' : 'missed';
  console.log(
    `first page ÷ pdf.js' viewer = ${ratio.toFixed(2)} (aim: at most ${AIM}; ${verdict})`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function longPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= PAGES; number += 1) {
    const page = pdf.addPage([595, 842]);
    for (let line = 0; line < 40; line += 1) {
      const text = `Page ${number}, line ${line + 1}: boats, piers and lights of the harbour, counted twice.`;
      page.drawText(text, { x: 60, y: 780 - line * 18, size: 11, font });
    }
  }
  return pdf.save();
}

function makeShell(bytes: Uint8Array): string {
  const shell = join(folder, 'viewer');
  mkdirSync(shell);
  writeFileSync(join(shell, 'package.json'), '{ "name": "viewer", "main": "main.cjs" }');
  writeFileSync(join(shell, 'main.cjs'), VIEWER_SHELL);
  writeFileSync(join(shell, 'empty.html'), '<!doctype html><title>Empty</title><h1>Empty</h1>');
  writeFileSync(join(shell, 'viewer.html'), VIEWER_PAGE);
  writeFileSync(join(shell, 'long.pdf'), bytes);
  return shell;
}

/** Milliseconds from asking for the viewer's page. */
async function openPeer(shell: string): Promise<number> {
  const app = await launchArchive({
    application: shell,
    profile: join(folder, 'profile-viewer'),
    env: { GMG_PEER_PDFJS: join(root, 'node_modules', 'pdfjs-dist') },
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading').waitFor();
    await page.evaluate(() => location.assign('/viewer.html')).catch(() => undefined);
    await page.waitForURL(/viewer\.html$/);
    // Counted from the navigation's own beginning.
    return await page.evaluate(whenShown, SHOWN);
  } finally {
    await app.close();
  }
}

/** Milliseconds from the key that shows the pages alone. */
async function openOurs(library: string): Promise<number> {
  const app = await launchArchive({ library, profile: join(folder, 'profile') });
  try {
    const page = await app.firstWindow();
    await page.getByRole('main').getByRole('row').nth(1).waitFor();
    await page.getByRole('main').getByRole('row').nth(1).dblclick();
    await page.locator('[data-row]').first().waitFor();
    await settled(page);
    await page.locator('[data-row]').first().focus();
    const shown = page.evaluate((selector) => {
      return new Promise<number>((resolve) => {
        addEventListener(
          'keydown',
          () => {
            const pressed = performance.now();
            const look = (): void => {
              if (document.querySelector(selector) === null) requestAnimationFrame(look);
              else resolve(performance.now() - pressed);
            };
            requestAnimationFrame(look);
          },
          { once: true, capture: true },
        );
      });
    }, SHOWN);
    await page.keyboard.press('Shift+O');
    const milliseconds = await shown;
    // The next start shows what was shown last.
    await page.keyboard.press('Shift+O');
    await page.locator('[data-row]').first().waitFor();
    return milliseconds;
  } finally {
    await app.close();
  }
}

/** In the page: milliseconds from the page's own start until it matches. */
function whenShown(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(selector) === null) requestAnimationFrame(look);
      else resolve(performance.now());
    };
    look();
  });
}

/** Until the document's opening has left the window idle. */
function settled(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((done) => requestIdleCallback(() => done(), { timeout: 3_000 })),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
