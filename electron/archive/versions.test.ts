/** Notes that follow a text into its new version: kept, moved, orphaned, and all of it undone. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openTestArchive } from './fixtures/archive.ts';
import type { Archive } from './index.ts';

const made: string[] = [];
const open: Archive[] = [];
afterAll(async () => {
  await Promise.all(open.map((archive) => archive.close()));
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const DRAFT = `Statement of the harbour

1. Every seafarer has a right to shore leave and to rest before the next journey begins on a later day of the week.

2. The harbour office keeps a register of all vessels that arrive during the winter months.

3. Volunteers bring warm clothing to the quay on the first evening of every week.

4. A report on the reception of newly arrived families is presented to the council of the town each spring.
`;

/** A new paragraph before all, so that the first has another number; the third is gone. */
const FINAL = `Statement of the harbour

1. The council thanks everyone who made this statement possible through long evenings of work.

2. Every seafarer has a right to shore leave and to rest before the next journey begins on a later day of the week.

3. The harbour office keeps one register of all the vessels that arrive during winter months.

4. A report on the reception of newly arrived families is presented to the council of the town each spring.
`;

let archive: Archive;
let path: string;
let before: string;
let clock = Date.now() / 1000 - 100_000;

function write(content: string): void {
  writeFileSync(path, content);
  clock += 60;
  utimesSync(path, clock, clock);
}

async function importIt() {
  const { items } = await archive.call('imports.add', { paths: [path] }, 'host');
  const [item] = items;
  if (item === undefined) throw new Error('nothing was imported');
  return item;
}

async function note(words: string): Promise<void> {
  const { blocks } = await archive.call('documents.get', { id: before });
  const block = blocks.find(({ text }) => text.includes(words));
  if (block === undefined) throw new Error(`no paragraph with ${words}`);
  const start = block.text.indexOf(words);
  const places = [{ paragraphId: block.id, start, end: start + words.length }];
  const body = `on: ${words}`;
  await archive.call('annotations.create', { documentId: before, places, kind: 'note', body });
}

const notesOf = async (id: string) =>
  (await archive.call('annotations.list', { documentId: id })).map(({ body, state, targets }) => ({
    body,
    state,
    exact: targets.map(({ exact }) => exact),
  }));

beforeEach(async () => {
  const home = mkdtempSync(join(tmpdir(), 'versions-'));
  made.push(home);
  path = join(home, 'statement.txt');
  archive = await openTestArchive(join(home, 'library'));
  open.push(archive);
  write(DRAFT);
  before = (await importIt()).documentId ?? '';
  await note('families is presented to the council');
  await note('to rest before the next journey');
  await note('warm clothing to the quay on the first evening');
});

it('reports what was kept, moved and orphaned, and one undo brings everything back', async () => {
  const { id: tagId } = await archive.call('tags.create', { name: 'ports' });
  await archive.call('tags.apply', { tagId, on: { type: 'document', ids: [before] } });
  const notes = await notesOf(before);
  write(FINAL);
  const item = await importIt();
  expect(item).toMatchObject({
    status: 'replaced',
    previousDocumentId: before,
    version: { kept: 1, moved: 1, orphaned: 1 },
  });
  const after = item.documentId ?? '';
  const states = Object.fromEntries((await notesOf(after)).map(({ body, state }) => [body, state]));
  expect(states).toEqual({
    'on: families is presented to the council': 'exact',
    'on: to rest before the next journey': 'moved',
    'on: warm clothing to the quay on the first evening': 'orphaned',
  });
  expect(
    (await archive.call('annotations.orphans', {})).map(({ documentId }) => documentId),
  ).toEqual([after]);
  expect(await archive.call('documents.list', {})).toMatchObject([{ id: after, tags: [tagId] }]);
  const { hits } = await archive.call('search.query', { query: 'has:note families' });
  expect(hits.map(({ documentId }) => documentId)).toEqual([after]);

  // Something else was done since: the version is still taken back on its own.
  await archive.call('tags.create', { name: 'autre' });
  await archive.call('history.undo', { operation: item.version?.operationId ?? '' });
  expect(await archive.call('documents.list', {})).toMatchObject([{ id: before, tags: [tagId] }]);
  expect(await notesOf(before)).toEqual(notes);
  expect((await archive.call('tags.list', {})).map(({ name }) => name)).toContain('autre');
  expect(await archive.call('annotations.orphans', {})).toEqual([]);
  expect((await archive.call('search.query', { query: '"thanks everyone"' })).hits).toEqual([]);
  expect(await archive.call('library.check', {})).toMatchObject({ ok: true, problems: [] });

  await archive.call('history.redo', {});
  expect(await archive.call('documents.list', {})).toMatchObject([{ id: after }]);
  expect((await archive.call('search.query', { query: '"thanks everyone"' })).hits).toHaveLength(1);
  expect(await archive.call('library.check', {})).toMatchObject({ ok: true, problems: [] });
});

it('keeps a note on a whole paragraph whose neighbours changed', async () => {
  await note(
    'Every seafarer has a right to shore leave and to rest before the next journey begins',
  );
  write(DRAFT.replace('harbour office', 'office of the harbour').replace('Statement', 'Words'));
  const { version } = await importIt();
  expect(version).toMatchObject({ kept: 4, moved: 0, orphaned: 0 });
});

it('keeps what was set by hand, and takes the rest from the new file', async () => {
  const fields = { kind: 'briefing-note', title: 'Port' } as const;
  await archive.call('documents.edit', { ids: [before], fields });
  write(FINAL);
  await importIt();
  write(FINAL.replace('thanks everyone', 'greets everyone'));
  const third = await importIt();
  expect(third.status).toBe('replaced');
  expect(await archive.call('documents.list', {})).toMatchObject([
    { id: third.documentId, ...fields },
  ]);
  const versions = await archive.call('versions.list', { id: before });
  expect(versions.map(({ current }) => current)).toEqual([true, false, false]);
  expect((await archive.call('library.info', {})).documents).toBe(1);
});

it('is no new version where the old one lies in the bin, nor where nothing changed', async () => {
  expect((await importIt()).status).toBe('unchanged');
  await archive.call('documents.remove', { ids: [before] });
  write(FINAL);
  const item = await importIt();
  expect(item).toMatchObject({ status: 'added', previousDocumentId: null, version: null });
});

it('leaves the old version as it is when the new one cannot be read', async () => {
  write('');
  expect(await importIt()).toMatchObject({ status: 'failed', fault: { code: 'file-empty' } });
  expect(await archive.call('documents.list', {})).toMatchObject([{ id: before, notes: 3 }]);
  write(FINAL);
  expect(await importIt()).toMatchObject({ status: 'replaced', previousDocumentId: before });
});
