// What a test needs to stand where an attacker would: the window's raw port beside the client's, files that
// arrive through the system's dialog, and the application's processes.
import { expect } from '@playwright/test';
import type { ElectronApplication, Page } from 'playwright';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { together } from '../electron/core/parts.ts';
import { launchArchive, temporaryFolder, type LaunchOptions } from './launch.ts';

export interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The application's data folder. */
  readonly profile: string;
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly fault: { readonly code: string; readonly detail: string };
    };

/** What the script below leaves in the page. */
interface Held {
  /** Every port the page was given, the newest last. */
  readonly ports: MessagePort[];
  /** How many of them were closed from the other side. */
  closed: number;
}

declare global {
  interface Window {
    readonly held: Held;
    readonly gmg: import('../electron/contract/wire.ts').Door<File>;
  }
}

/** Opens the application and holds on to every port that its window is given. */
export async function openWithPort(options: LaunchOptions = {}): Promise<Opened> {
  const profile = options.profile ?? temporaryFolder('profile');
  const app = await launchArchive({ ...options, profile });
  const page = await app.firstWindow();
  await page.addInitScript(() => {
    const held: Held = { ports: [], closed: 0 };
    Object.assign(window, { held });
    window.addEventListener('message', ({ data, ports: [port] }) => {
      if (data !== 'archive-port' || port === undefined) return;
      held.ports.push(port);
      port.addEventListener('close', () => (held.closed += 1));
    });
  });
  await page.reload();
  await page.waitForFunction(() => window.held.ports.length > 0);
  // A new library starts by importing the guides: a test's own import comes after.
  const guides = async (): Promise<number> =>
    (await value<{ guides: number }>(page, 'library.info')).guides;
  await expect.poll(guides, { timeout: 40_000 }).toBeGreaterThan(0);
  await endOfImport(page);
  return { app, page, profile };
}

/** Posts any message at all over the newest port; answers what comes back under `id`, a long list whole. */
export async function post(page: Page, message: unknown, id: number): Promise<Answer> {
  const { items, answer } = await page.evaluate(
    ([sent, wanted]) =>
      new Promise<{ items: unknown[]; answer: Answer }>((resolve, reject) => {
        const port = window.held.ports.at(-1);
        // A page that has just begun has none yet, and a port that gave way to another answers no more.
        if (port === undefined) throw new Error('the page has no port yet');
        setTimeout(() => reject(new Error('no answer')), 15_000);
        const items: unknown[] = [];
        port.addEventListener(
          'message',
          ({ data }: MessageEvent<Answer | { id: number; ok: 'part'; items: unknown[] }>) => {
            if (data.id !== wanted) return;
            if (data.ok === 'part') items.push(...data.items);
            else resolve({ items, answer: data });
          },
        );
        port.postMessage(sent);
      }),
    [message, id] as const,
  );
  return answer.ok ? { ...answer, value: together(items, answer.value) } : answer;
}

let calls = 1_000_000;

/** Makes one call of the archive as the window could. */
export function call(page: Page, name: string, input: unknown = {}): Promise<Answer> {
  const id = (calls += 1);
  return post(page, { id, call: name, input }, id);
}

/** The value of a call that must not fail. */
export async function value<T>(page: Page, name: string, input: unknown = {}): Promise<T> {
  const answer = await call(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.fault.code} ${answer.fault.detail}`);
  return answer.value as T;
}

export interface Imported {
  readonly name: string;
  readonly status: string;
  readonly documentId: string | null;
  readonly fault: { readonly code: string } | null;
}

interface Progress {
  readonly running: boolean;
  readonly items: readonly Imported[];
}

/** Starts importing files as if a person had chosen them in the system's dialog. */
export async function startImport(
  { app, page }: Opened,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const folder = temporaryFolder('files');
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, paths);
  const answer = await page.evaluate(() => window.gmg.shell('shell.importFiles', {}));
  expect(answer).toMatchObject({ ok: true, value: true });
}

/** Waits for the end of an import; answers the result of each file. */
export async function endOfImport(page: Page): Promise<readonly Imported[]> {
  await expect
    .poll(async () => (await value<Progress>(page, 'imports.state')).running, { timeout: 40_000 })
    .toBe(false);
  return (await value<Progress>(page, 'imports.state')).items;
}

/** Imports files and waits for the end. */
export async function importFiles(
  opened: Opened,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly Imported[]> {
  await startImport(opened, files);
  return endOfImport(opened.page);
}

/** Process id of the page with this address, or null while there is none. */
export function pidOf(app: ElectronApplication, address: string): Promise<number | null> {
  return app.evaluate(({ webContents }, wanted) => {
    const found = webContents.getAllWebContents().find((one) => one.getURL() === wanted);
    return found?.getOSProcessId() ?? null;
  }, address);
}

export const WINDOW_PAGE = 'app://archive/index.html';
export const PARSER_PAGE = 'app://parser/parser.html';

/** A text that becomes a few paragraphs. */
export const SOME_TEXT =
  'Rights of migrants\n\n' +
  '1. Every migrant has the right to the protection of the law, everywhere and at any time.\n\n' +
  '2. States cooperate in good faith so that families are not separated at borders.\n';
