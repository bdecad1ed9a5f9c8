/** Notes of other programs in a PDF: taken over once, on their words, and undone with the import. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { openTestArchive, parsersApart } from './fixtures/archive.ts';
import { madePdf } from './fixtures/pdf.ts';
import type { Archive } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-notes-'));
const parsers = parsersApart();
let archive: Archive;
let made = 0;
beforeEach(async () => {
  archive = await openTestArchive(join(folder, `library-${String((made += 1))}`), { parsers });
});
afterEach(() => archive.close());
afterAll(async () => {
  await parsers.close();
  rmSync(folder, { recursive: true, force: true });
});

const FIRST = 'Every seafarer has the right to rest in the harbour, wherever the ship was';
const SECOND = 'registered. Every seafarer has the right to be heard by the harbour master.';
const THIRD = 'The master keeps a list of those who ask for help, and shows it to nobody.';

/** The box of some words of a line, as other programs write it. Helvetica of 12 points. */
function quads(y: number, left: number, right: number): string {
  const box = [left, y + 10, right, y + 10, left, y - 3, right, y - 3].join(' ');
  return `/Rect [${left} ${y - 3} ${right} ${y + 10}] /QuadPoints [${box}]`;
}

const NOTES = [
  // The second "Every seafarer" of two: the first stands a line above.
  `/Subtype /Highlight ${quads(684, 124, 203)} /C [1 0.2 0.2] /T (Lina Moreau) /M (D:20240521101500+02'00')`,
  `/Subtype /Underline ${quads(640, 60, 260)} /C [0.2 0.8 0.2] /T (Lina Moreau) /Contents (Check this list.)`,
  '/Subtype /Text /Rect [20 636 40 656] /C [0 0 1] /Contents (Who may see it?)',
  '/Subtype /Link /Rect [60 600 90 612] /Contents (none of ours)',
  `/Subtype /Highlight ${quads(640, 60, 260)} /F 2 /C [1 1 0] /Contents (hidden)`,
];

function pdf(notes: readonly string[], producer = ''): string {
  const path = join(folder, `made-${String((made += 1))}.pdf`);
  const lines = [
    { x: 60, y: 780, text: 'Rules of the harbour', size: 20 },
    { x: 60, y: 700, text: FIRST },
    { x: 60, y: 684, text: SECOND },
    { x: 60, y: 640, text: THIRD },
    { x: 300, y: 30, text: producer },
  ];
  writeFileSync(path, madePdf([{ lines, notes }]));
  return path;
}

async function imported(path: string) {
  const { items } = await archive.call('imports.add', { paths: [path] }, 'host');
  const [item] = items;
  if (item?.documentId == null) throw new Error(JSON.stringify(item));
  return { ...item, documentId: item.documentId };
}

it('makes them private annotations on their words, with author, colour and date', async () => {
  const { documentId, fileNotes } = await imported(pdf(NOTES));
  expect(fileNotes).toBe(3);
  const notes = await archive.call('annotations.list', { documentId });
  const told = notes.map(({ kind, colour, body, fileAuthor, private: own, targets, state }) => ({
    ...{ kind, colour, body, fileAuthor, own, state },
    words: targets.map(({ exact }) => exact),
  }));
  const common = { own: true, state: 'exact' };
  expect(told).toContainEqual({
    ...common,
    ...{ kind: 'highlight', colour: 'rose', body: '', fileAuthor: 'Lina Moreau' },
    words: ['Every seafarer'],
  });
  expect(told).toContainEqual({
    ...common,
    ...{ kind: 'note', colour: 'green', body: 'Check this list.', fileAuthor: 'Lina Moreau' },
    words: [expect.stringMatching(/^The master keeps a list of those/)],
  });
  expect(told).toContainEqual({
    ...common,
    ...{ kind: 'note', colour: 'blue', body: 'Who may see it?', fileAuthor: '' },
    words: [THIRD],
  });
  const rose = notes.find(({ colour }) => colour === 'rose');
  expect(rose?.created).toBe(Date.UTC(2024, 4, 21, 8, 15));
  const { blocks } = await archive.call('documents.get', { id: documentId });
  const found = rose?.targets[0]?.anchor;
  const place = found?.state === 'exact' ? found.place : null;
  const text = blocks.find(({ id }) => id === place?.paragraphId)?.text ?? '';
  expect(place?.start).toBe(text.lastIndexOf('Every seafarer'));
});

it('takes them over once: not again, not from a copy, not from a new version', async () => {
  const path = pdf(NOTES);
  const { documentId } = await imported(path);
  expect((await imported(path)).fileNotes).toBe(0);
  const copy = await imported(pdf([...NOTES].reverse()));
  expect(copy).toMatchObject({ status: 'added', fileNotes: 0 });
  expect(await archive.call('annotations.list', { documentId })).toHaveLength(3);

  const more = `/Subtype /Text /Rect [20 690 40 710] /Contents (One more.)`;
  const lines = [FIRST, SECOND, 'This page was written anew in the autumn of the same year.'].map(
    (text, at) => ({ x: 60, y: 700 - at * 40, text }),
  );
  writeFileSync(path, madePdf([{ lines, notes: [...NOTES.slice(0, 1), more] }]));
  const version = await imported(path);
  expect(version.status).toBe('replaced');
  const moved = await archive.call('annotations.list', { documentId: version.documentId });
  expect(moved.filter(({ body }) => body === 'One more.')).toHaveLength(1);
  expect(moved.filter(({ colour }) => colour === 'rose')).toHaveLength(1);
});

it('goes with the import when that is undone, and comes back with it; or alone', async () => {
  const { documentId } = await imported(pdf(NOTES));
  await archive.call('history.undo', {});
  expect(await archive.call('annotations.orphans', {})).toEqual([]);
  expect((await archive.call('library.info', {})).documents).toBe(0);
  await archive.call('history.redo', {});
  const notes = await archive.call('annotations.list', { documentId });
  expect(notes.map(({ state }) => state)).toEqual(['exact', 'exact', 'exact']);
  await archive.call('annotations.delete', { ids: notes.map(({ id }) => id) });
  expect(await archive.call('annotations.list', { documentId })).toEqual([]);
  expect((await archive.call('library.check', {})).problems).toEqual([]);
});
