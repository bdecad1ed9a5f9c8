/** Erasing for good, tried on a whole archive: not a byte of the words is left anywhere in its folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallInput } from '../contract/calls.ts';
import { isParagraph } from '../core/document.ts';
import { openTestArchive } from './fixtures/archive.ts';
import type { Archive } from './index.ts';

/** Words that nothing else holds: of the document, the note, the tag. */
const WORDS = { documents: 'zorglubien', annotations: 'frobnicatif', tag: 'quibblage' } as const;
type What = keyof typeof WORDS;

const CHILD = fileURLToPath(new URL('./fixtures/erasing.child.ts', import.meta.url));

let root: string;
let dir: string;
let watched: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'erasing-'));
  dir = join(root, 'library');
  watched = join(root, 'watched');
  mkdirSync(watched);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** Files of the library that hold a word, as UTF-8 or UTF-16, in any case. */
function holding(word: string): string[] {
  const forms = [word, word.toUpperCase()].flatMap((form) => [
    Buffer.from(form, 'utf8'),
    Buffer.from(form, 'utf16le'),
  ]);
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => {
    if (!statSync(join(dir, name)).isFile()) return false;
    const bytes = readFileSync(join(dir, name));
    return name.includes(word) || forms.some((form) => bytes.includes(form));
  });
}

/** A library with a document, a note and a tag that each have their word in every corner of it. */
async function stage(): Promise<Record<What, string>> {
  const archive = await openTestArchive(dir);
  const { documents, annotations, tag } = WORDS;
  writeFileSync(
    join(watched, `note ${documents}.txt`),
    `Note de terrain ${documents}\n\nLes ${documents}s dorment au centre.\n\nDes couvertures manquent.\n`,
  );
  writeFileSync(join(watched, 'autre.txt'), 'Un autre texte\n\nLes interprètes sont rares.\n');
  await archive.call('folders.add', { path: watched }, 'host');
  await archive.call('folders.rescan', {});
  const list = await archive.call('documents.list', {});
  const erased = list.find(({ originalName }) => originalName.includes(documents));
  const kept = list.find(({ originalName }) => originalName === 'autre.txt');
  if (erased === undefined || kept === undefined) throw new Error('not imported');
  const placeIn = async (id: string) => {
    const { blocks } = await archive.call('documents.get', { id });
    const block = blocks.find(({ kind, text }) => isParagraph(kind) && text.includes('Les '));
    if (block === undefined) throw new Error('no paragraph');
    return { paragraphId: block.id, start: 0, end: 12 };
  };
  const below = await archive.call('tags.create', { name: `grand ${tag}` });
  const made = await archive.call('tags.create', { name: tag, parentId: below.id });
  await archive.call('tags.edit', { id: below.id, fields: { memo: `un ${tag} de plus` } });
  await archive.call('tags.edit', { id: made.id, fields: { rule: `${tag} OR couvertures` } });
  // A codebook kept from an earlier day tells of the tag, but for its erasing.
  await archive.call('snapshots.create', { name: 'Version 1' });
  const places = [await placeIn(kept.id)];
  const note = await archive.call('annotations.create', {
    ...{ documentId: kept.id, places, kind: 'translation', language: 'fr' },
    ...{ body: `d’abord ${annotations}`, tags: [made.id] },
  });
  const visit = '01890000-0000-4000-8000-000000000001';
  for (const body of [`puis ${annotations}`, `enfin ${annotations}s`]) {
    await archive.call('annotations.edit', { id: note.id, fields: { body }, visit });
  }
  const passage = await placeIn(erased.id);
  const on = { type: 'places' as const, documentId: erased.id, places: [passage] };
  const refused = { tagId: made.id, documentId: erased.id, paragraphId: passage.paragraphId };
  await archive.call('tags.dismiss', { items: [refused] });
  await archive.call('tags.apply', { tagId: made.id, on });
  await archive.call('sheet.add', {
    items: [{ documentId: erased.id, paragraphId: passage.paragraphId }],
  });
  await archive.call('documents.edit', { ids: [erased.id], fields: { title: `T ${documents}` } });
  await archive.call('library.backup', {});
  await archive.call('annotations.delete', { ids: [note.id] });
  await archive.call('history.undo', {});
  await archive.close();
  return { documents: erased.id, annotations: note.id, tag: below.id };
}

const whatOf = (type: What, id: string): CallInput<'erase.forGood'>['what'] =>
  type === 'tag' ? { type, id } : { type, ids: [id] };

async function sound(archive: Archive): Promise<void> {
  expect(await archive.call('library.check', {})).toMatchObject({ problems: [] });
}

it.each(['documents', 'annotations', 'tag'] as const)(
  'leaves no byte of %s, and the rest as it was',
  async (type) => {
    const ids = await stage();
    expect(holding(WORDS[type]).length).toBeGreaterThan(3);
    const archive = await openTestArchive(dir);
    const preview = await archive.call('erase.preview', { what: whatOf(type, ids[type]) });
    expect(preview).toEqual({
      ...{ documents: 0, notes: 0, taggings: 0, tags: 0, withdrawn: 0, picked: 0, backups: 1 },
      ...{
        documents: { documents: 1, taggings: 1, picked: 1 },
        annotations: { notes: 1 },
        tag: { tags: 2, taggings: 1, withdrawn: 1 },
      }[type],
    });
    const done = await archive.call('erase.forGood', { what: whatOf(type, ids[type]) });
    expect(done).toMatchObject({ backupsRewritten: 1, backupsRemoved: 0, unfinished: false });
    expect(holding(WORDS[type])).toEqual([]);
    await sound(archive);
    for (const other of ['documents', 'annotations', 'tag'] as const) {
      if (other !== type) expect(holding(WORDS[other]).length).toBeGreaterThan(1);
    }
    const { hits } = await archive.call('search.query', { query: WORDS[type] });
    expect(hits).toEqual([]);
    // A look at the folder does not bring the document back, and all else can be undone and redone.
    await archive.call('folders.rescan', {});
    expect((await archive.call('documents.list', {})).length).toBe(type === 'documents' ? 1 : 2);
    let undone = 0;
    for (;;) {
      const { history } = await archive.call('library.info', {});
      if (history.undo === null) break;
      await archive.call('history.undo', {});
      undone += 1;
    }
    for (let redone = 0; redone < undone; redone++) await archive.call('history.redo', {});
    await sound(archive);
    await archive.close();
    expect(holding(WORDS[type])).toEqual([]);

    // Neither does a library made again from its journal.
    for (const name of ['library.db', 'corpus.db']) rmSync(join(dir, name));
    const rebuilt = await openTestArchive(dir);
    await sound(rebuilt);
    await rebuilt.close();
    expect(holding(WORDS[type])).toEqual([]);
  },
);

it('refuses to erase documents while files come in', async () => {
  const ids = await stage();
  const archive = await openTestArchive(dir);
  writeFileSync(join(watched, 'encore.txt'), 'Encore un texte\n\nAvec un paragraphe.\n');
  const importing = archive.call('imports.add', { paths: [watched] }, 'host');
  const asked = archive.call('erase.forGood', { what: whatOf('documents', ids.documents) });
  await expect(asked).rejects.toThrow('reading-now');
  await importing;
  await archive.close();
});

it('killed at any moment, has erased all or nothing once it is opened again', async () => {
  const ids = await stage();
  const kept = join(root, 'kept');
  cpSync(dir, kept, { recursive: true });
  let [erased, spared] = [0, 0];
  for (let round = 0; round < 9; round++) {
    const type = (['documents', 'annotations', 'tag'] as const)[round % 3] ?? 'tag';
    rmSync(dir, { recursive: true, force: true });
    cpSync(kept, dir, { recursive: true });
    const what = JSON.stringify(whatOf(type, ids[type]));
    const child = spawn(process.execPath, [CHILD, dir, what], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    await Promise.race([once(child.stdout, 'data'), closed]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    child.kill('SIGKILL');
    await closed;
    const archive = await openTestArchive(dir, { create: false });
    await sound(archive);
    const preview = archive.call('erase.preview', { what: whatOf(type, ids[type]) });
    const isThere = await preview.then(
      () => true,
      () => false,
    );
    await archive.close();
    if (isThere) spared += 1;
    else erased += 1;
    expect([type, isThere || holding(WORDS[type]).length === 0]).toEqual([type, true]);
  }
  expect(erased + spared).toBe(9);
}, 120_000);
