/**
 * What may be deleted can be made again: the corpus at any time from the library, and the library
 * itself from its journal and originals.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isParagraph } from '../core/document.ts';
import { restoreBackup } from '../library/index.ts';
import { documents, openTestArchive } from './fixtures/archive.ts';
import type { Archive } from './index.ts';

const QUERIES = ['couvertures', 'situation irreguliere', 'interpreters', 'tag:nuit', 'has:note'];

const dir = mkdtempSync(join(tmpdir(), 'rebuild-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function withArchive<T>(work: (archive: Archive) => Promise<T>): Promise<T> {
  const archive = await openTestArchive(dir);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/** Everything a reader can see of the library, but for the time a search took. */
async function everything(archive: Archive) {
  const list = await archive.call('documents.list', {});
  const bin = await archive.call('documents.list', { bin: true });
  const ids = [...list, ...bin].map(({ id }) => id);
  const notes = ids.map((documentId) => archive.call('annotations.list', { documentId }));
  const texts = ids.map((id) => archive.call('documents.get', { id }));
  const corrections = ids.map((documentId) => archive.call('corrections.list', { documentId }));
  const searches = QUERIES.map((query) => archive.call('search.query', { query }));
  const { author, history } = await archive.call('library.info', {});
  const tags = await archive.call('tags.list', {});
  return {
    list,
    bin,
    notes: await Promise.all(notes),
    corrections: await Promise.all(corrections),
    blocks: (await Promise.all(texts)).map(({ blocks, report }) => ({ blocks, report })),
    // Scores hold within one answer only: the order counts, and which passages there are.
    hits: (await Promise.all(searches)).map(({ hits, total }) => ({
      hits: hits.map(({ score, ...hit }) => ({ ...hit, scored: score >= 0 })),
      total,
    })),
    tags,
    passages: await Promise.all(tags.map(({ id }) => archive.call('tags.passages', { id }))),
    author,
    history,
  };
}

function remove(name: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(dir, name + suffix), { force: true });
}

beforeAll(async () => {
  await withArchive(async (archive) => {
    await archive.call('author.name', { name: 'Awa Diop' });
    await archive.call('imports.add', { paths: [documents] }, 'host');
    const list = await archive.call('documents.list', {});
    const tag = await archive.call('tags.create', { name: 'nuit' });
    for (const { id } of list) {
      const { blocks } = await archive.call('documents.get', { id });
      for (const { id: paragraphId, text } of blocks.filter(({ kind }) => isParagraph(kind))) {
        const made = await archive.call('annotations.create', {
          documentId: id,
          places: [{ paragraphId, start: 0, end: Math.min(20, text.length) }],
          kind: 'note',
          body: `sur « ${text.slice(0, 8)} »`,
        });
        await archive.call('tags.apply', {
          tagId: tag.id,
          on: { type: 'annotation', id: made.id },
        });
      }
    }
    for (const { id: documentId } of list) {
      const { blocks } = await archive.call('documents.get', { id: documentId });
      const { id: paragraphId = '', text = '' } =
        blocks.find((block) => block.text.length > 60) ?? {};
      const at = text.indexOf(' ', 30);
      const correction = { kind: 'split', paragraphId, at } as const;
      await archive.call('corrections.apply', { documentId, correction });
      await archive.call('corrections.apply', {
        documentId,
        correction: { kind: 'number', number: '9', paragraphId: blocks.at(-1)?.id ?? '' },
      });
    }
    await archive.call('documents.edit', {
      ids: [list[0]?.id ?? ''],
      fields: { title: 'Un autre titre', kind: 'report' },
    });
    await archive.call('documents.remove', { ids: [list[2]?.id ?? ''] });
    await archive.call('history.undo', {});
    await archive.call('history.redo', {});
  });
});

it('derives the same paragraphs, ids, places and answers when corpus.db is gone', async () => {
  const before = await withArchive(everything);
  expect(before.hits.map(({ total }) => total).filter((total) => total === 0)).toEqual([]);
  remove('corpus.db');
  expect(await withArchive(everything)).toEqual(before);
});

it('makes library.db again from journal and originals', async () => {
  const before = await withArchive(everything);
  remove('library.db');
  expect(await withArchive(everything)).toEqual(before);
  await withArchive(async (archive) => {
    expect(await archive.call('library.check', {})).toMatchObject({ ok: true, problems: [] });
  });
});

it('makes both again together', async () => {
  const before = await withArchive(everything);
  remove('library.db');
  remove('corpus.db');
  expect(await withArchive(everything)).toEqual(before);
});

it('is what it was when a backup is restored, in library and corpus', async () => {
  const { name } = await withArchive((archive) => archive.call('library.backup', {}));
  const before = await withArchive(everything);
  await withArchive(async (archive) => {
    const [first, second] = await archive.call('documents.list', {});
    await archive.call('documents.edit', { ids: [first?.id ?? ''], fields: { title: 'Passager' } });
    const notes = await archive.call('annotations.list', { documentId: second?.id ?? '' });
    await archive.call('annotations.delete', { ids: notes.map(({ id }) => id) });
    await archive.call('documents.remove', { ids: [second?.id ?? ''] });
  });
  restoreBackup(dir, name);
  expect(await withArchive(everything)).toEqual(before);
});
