/**
 * Reading: opening a document of 1,000 paragraphs with 2,000 notes, beside the same length without
 * any, each in a new start and in turns; then the longest frame while scrolling through it and while
 * typing a note in it.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { importFiles, openWithPort, value } from '../../e2e/doors.ts';
import { launchArchive, temporaryFolder } from '../../e2e/launch.ts';

const PARAGRAPHS = 1_000;
const NOTES = 2_000;
const ROUNDS = 7;
const AIM = 1.5;
/** Milliseconds. */
const LONGEST_FRAME = 50;

const folder = temporaryFolder('reading');
try {
  const library = join(folder, 'library');
  await annotate(library);
  const times = { noted: [] as number[], plain: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of ['plain', 'noted'] as const) {
      const time = await opening(library, name);
      // The first of each fills caches.
      if (round > 0) times[name].push(time);
    }
  }
  const ratio = median(times.noted) / median(times.plain);
  console.log(
    `${NOTES} notes: ${median(times.noted).toFixed(0)} ms; none: ${median(times.plain).toFixed(0)} ms.`,
  );
  console.log(`Medians of ${ROUNDS} starts each, in turns, ${PARAGRAPHS} paragraphs.`);
  console.log(
    `with notes ÷ without = ${ratio.toFixed(2)} (aim: at most ${AIM}; ${verdict(ratio <= AIM)})`,
  );
  const frames = await longestFrames(library);
  for (const [name, longest] of Object.entries(frames)) {
    console.log(
      `longest frame while ${name}: ${longest.toFixed(0)} ms (aim: at most ${LONGEST_FRAME}; ${verdict(longest <= LONGEST_FRAME)})`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function textOf(name: string): string {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_one, at) => {
    const heading = at % 50 === 0 ? `<h2>Part ${at / 50 + 1}</h2>` : '';
    return `${heading}<p>${at + 1}. In ${name} number ${at + 1} the harbour towns tell how many boats came home, who met them at the pier, and what was written down that evening.</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Text ${name}</title><h1>Text ${name}</h1>${paragraphs.join('\n')}`;
}

/** Makes the library with both texts, and the notes on one. */
async function annotate(library: string): Promise<void> {
  const opened = await openWithPort({ library, profile: join(folder, 'profile') });
  await importFiles(opened, { 'noted.html': textOf('noted'), 'plain.html': textOf('plain') });
  const { app, page: window } = opened;
  const listed = await value<{ id: string; title: string }[]>(window, 'documents.list');
  const documentId = listed.find(({ title }) => title === 'Text noted')?.id;
  const { blocks } = await value<{ blocks: { id: string; kind: string; text: string }[] }>(
    window,
    'documents.get',
    { id: documentId },
  );
  const paragraphs = blocks.filter(({ text }) => text.includes('harbour towns'));
  for (let at = 0; at < NOTES; at += 1) {
    const { id: paragraphId = '', text = '' } = paragraphs[at % paragraphs.length] ?? {};
    const start = text.indexOf(at < paragraphs.length ? 'harbour' : 'pier');
    const places = [{ paragraphId, start, end: start + 4 }];
    const body = `Note ${at + 1}: to be *checked* against the register.`;
    await value(window, 'annotations.create', {
      documentId,
      places,
      kind: 'note',
      colour: 'yellow',
      body,
    });
  }
  await app.close();
}

async function open(window: Page, name: string): Promise<void> {
  const row = window
    .getByRole('main')
    .getByRole('row')
    .filter({ hasText: `Text ${name}` });
  await row.waitFor();
  await row.dblclick();
}

/** Milliseconds from the double click until the text has been painted. */
async function opening(library: string, name: string): Promise<number> {
  const app = await launchArchive({ library, profile: join(folder, 'profile') });
  try {
    const window = await app.firstWindow();
    await window.getByRole('main').getByRole('row').nth(1).waitFor();
    const painted = window.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const clicked = (): void => {
            const from = performance.now();
            const look = (): void => {
              if (document.querySelector('[data-row]') === null) requestAnimationFrame(look);
              else requestAnimationFrame(() => resolve(performance.now() - from));
            };
            look();
          };
          addEventListener('dblclick', clicked, { once: true, capture: true });
        }),
    );
    await open(window, name);
    return await painted;
  } finally {
    await app.close();
  }
}

async function longestFrames(library: string): Promise<Record<string, number>> {
  const app = await launchArchive({ library, profile: join(folder, 'profile') });
  try {
    const window = await app.firstWindow();
    await open(window, 'noted');
    await window.locator('[data-row]').first().waitFor();
    await window.waitForTimeout(2_000);
    await window.locator('[data-row]').nth(3).hover();
    const scrolling = await watched(window, async () => {
      for (let step = 0; step < 60; step += 1) {
        await window.mouse.wheel(0, 240);
        await window.waitForTimeout(30);
      }
    });
    await window.locator('[data-row]').nth(40).focus();
    await window.keyboard.press('n');
    await window.getByRole('textbox').last().waitFor();
    await window.waitForTimeout(1_000);
    const typing = await watched(window, () =>
      window.keyboard.type('What the pilots said about lights and piers. '.repeat(3), {
        delay: 30,
      }),
    );
    return { scrolling, typing };
  } finally {
    await app.close();
  }
}

/** The longest gap between two frames, in milliseconds, while something is done. */
async function watched(window: Page, act: () => Promise<void>): Promise<number> {
  await window.evaluate(() => {
    const state = { longest: 0, last: performance.now() };
    Object.assign(globalThis, { frames: state });
    const look = (): void => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await act();
  return window.evaluate(
    () => (globalThis as unknown as { frames: { longest: number } }).frames.longest,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function verdict(reached: boolean): string {
  return reached ? 'reached' : 'missed';
}
