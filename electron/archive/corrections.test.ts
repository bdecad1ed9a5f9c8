/**
 * Corrections through the whole archive: they survive a newer extractor and a lost corpus, they are
 * caught up with after a crash, and notes made on a copy stand on the corrected text too.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestArchive, parsersHere } from './fixtures/archive.ts';
import type { Archive } from './index.ts';
import type { ParserHost } from './parsers/host.ts';

const TEXT = `Carnet du port

Le quai nord ferme à la tombée de la nuit, sauf les jours de marché.

Les passeurs tiennent un registre. Les passagers le signent au départ et à l’arrivée.

La barque de secours reste amarrée près du phare pendant toute la saison des pluies.
`;

let dir: string;
let archive: Archive;
let documentId: string;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'corrections-'));
  archive = await openTestArchive(join(dir, 'library'));
  documentId = await imported('carnet.txt', TEXT);
});
afterEach(async () => {
  await archive.close();
  rmSync(dir, { recursive: true, force: true });
});

async function imported(name: string, text: string): Promise<string> {
  const path = join(dir, name);
  writeFileSync(path, text);
  const { items } = await archive.call('imports.add', { paths: [path] }, 'host');
  return items[0]?.documentId ?? '';
}

async function reopen(parsers: ParserHost = parsersHere()): Promise<void> {
  await archive.close();
  archive = await openTestArchive(join(dir, 'library'), { parsers });
}

async function block(words: string) {
  const { blocks } = await archive.call('documents.get', { id: documentId });
  const found = blocks.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`no block with ${words}`);
  return found;
}

const texts = async () =>
  (await archive.call('documents.get', { id: documentId })).blocks.map(({ text }) => text);

async function cutBefore(words: string): Promise<void> {
  const { id: paragraphId, text } = await block(words);
  const correction = { kind: 'split', paragraphId, at: text.indexOf(words) } as const;
  await archive.call('corrections.apply', { documentId, correction });
}

/** Changes the corpus behind the archive's back, as a crash or another version leaves it. */
async function disturb(statement: string): Promise<void> {
  await archive.close();
  const db = new Database(join(dir, 'library', 'corpus.db'));
  db.exec(statement);
  db.close();
}

describe('corrections', () => {
  it('take a paragraph that was looked at off the doubts of its document', async () => {
    const text = TEXT.replace('La barque', 'La \uFFFDarque');
    documentId = await imported('doute.txt', text);
    const doubts = async () =>
      (await archive.call('documents.get', { id: documentId })).summary.doubts;
    expect(await doubts()).toBe(1);
    const { id: paragraphId } = await block('arque de secours');
    const correction = { kind: 'accept', paragraphId } as const;
    await archive.call('corrections.apply', { documentId, correction });
    expect(await doubts()).toBe(0);
    expect((await block('arque de secours')).id).toBe(paragraphId);
    await reopen();
    expect(await doubts()).toBe(0);
    await archive.call('history.undo', {});
    expect(await doubts()).toBe(1);
  });

  it('are applied to what a newer extractor reads, found by their words', async () => {
    await cutBefore('Les passagers');
    await disturb("UPDATE document SET extractor = 'older'");
    const newer: ParserHost = {
      ...parsersHere(),
      async parse(job, signal) {
        const draft = await parsersHere().parse(job, signal);
        const blocks = draft.blocks.map((one) => ({
          ...one,
          text: one.text.replace('registre.', 'registre des traversées.'),
        }));
        return { ...draft, blocks };
      },
    };
    archive = await openTestArchive(join(dir, 'library'), { parsers: newer });
    expect(await texts()).toEqual(
      expect.arrayContaining([
        'Les passeurs tiennent un registre des traversées.',
        'Les passagers le signent au départ et à l’arrivée.',
      ]),
    );
    const [correction] = await archive.call('corrections.list', { documentId });
    expect(correction?.paragraphId).toBe((await block('Les passagers')).id);
  });

  it('are caught up with where the corpus had not followed', async () => {
    const before = await texts();
    await cutBefore('Les passagers');
    const after = await texts();
    await disturb(
      `UPDATE document SET correction_mark = 0; UPDATE block SET text = 'perdu' WHERE was IS NOT NULL`,
    );
    archive = await openTestArchive(join(dir, 'library'));
    expect(await texts()).toEqual(after);
    await archive.call('history.undo', {});
    await reopen();
    expect(await texts()).toEqual(before);
    expect((await archive.call('library.check', {})).problems).toEqual([]);
  });

  it('leave the notes of a copy on their words', async () => {
    const copyId = await imported('carnet.md', `# ${TEXT}`);
    const { text } = await block('Les passagers');
    const { blocks } = await archive.call('documents.get', { id: copyId });
    const paragraphId = blocks.find((one) => one.text === text)?.id ?? '';
    await archive.call('annotations.create', {
      documentId: copyId,
      places: [{ paragraphId, start: 0, end: text.length }],
      kind: 'note',
    });
    await cutBefore('Les passagers');
    const [note] = await archive.call('annotations.list', { documentId });
    expect(note?.targets[0]?.anchor).toMatchObject({
      place: { paragraphId: (await block('Les passeurs')).id },
      also: [{ paragraphId: (await block('Les passagers')).id }],
    });
    const { hits } = await archive.call('search.query', { query: 'has:note signent' });
    // Cut in one file alone it is no longer the same paragraph: each stands for itself.
    expect(hits.map((hit) => hit.documentId).sort()).toEqual([documentId, copyId].sort());
  });

  it('keep the place where the reader left off', async () => {
    const { id: paragraphId } = await block('Les passagers');
    await archive.call('documents.place', { id: documentId, paragraphId, offset: 3 });
    await cutBefore('Les passagers');
    const { place } = await archive.call('documents.get', { id: documentId });
    expect(place).toEqual({ paragraphId: (await block('Les passeurs')).id, offset: 3 });
  });

  it('leave search with the paragraphs as they are now', async () => {
    const { id: paragraphId } = await block('barque');
    await archive.call('corrections.apply', {
      documentId,
      correction: { kind: 'drop', paragraphId },
    });
    expect((await archive.call('search.query', { query: 'barque', guides: 'no' })).hits).toEqual(
      [],
    );
    const made = await archive.call('corrections.list', { documentId });
    await archive.call('corrections.withdraw', { documentId, ids: made.map(({ id }) => id) });
    const { hits } = await archive.call('search.query', { query: 'barque', guides: 'no' });
    expect(hits.map((hit) => hit.paragraphId)).toEqual([paragraphId]);
  });
});
