/**
 * The contract, kept: every call of the table on a real archive, what must be refused, and proof
 * that no call was left out.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALLS } from '../contract/calls.ts';
import type { CallInput, CallName, CallOutput } from '../contract/calls.ts';
import type { ArchiveEvent } from '../contract/wire.ts';
import { isParagraph } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import { documents, openTestArchive, parsersApart, scan } from './fixtures/archive.ts';
import { madePdf } from './fixtures/pdf.ts';
import type { Archive } from './index.ts';

const NOTE = 'note-de-terrain.html';
const NOBODY = '01890000-0000-7000-8000-000000000000';

const dir = mkdtempSync(join(tmpdir(), 'contract-'));
const files = mkdtempSync(join(tmpdir(), 'contract-files-'));
const parsers = parsersApart();
const events: ArchiveEvent[] = [];
const exercised = new Set<string>();
let archive: Archive;

function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  exercised.add(name);
  return archive.call(name, input, CALLS[name].from);
}

/** The code of the fault a call is refused with; undefined when it is answered. */
async function refusal(asked: Promise<unknown>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (error instanceof FaultError) return error.code;
    throw error;
  }
}

async function documentNamed(name: string) {
  const listed = await call('documents.list', {});
  const found = listed.find(({ originalName }) => originalName === name);
  if (found === undefined) throw new Error(`no document ${name}`);
  return found;
}

async function paragraphsOf(id: string) {
  const { blocks } = await call('documents.get', { id });
  return blocks.filter(({ kind }) => isParagraph(kind));
}

/** The place of some words in the document, in the first paragraph that has them. */
async function placeOf(id: string, words: string) {
  const block = (await paragraphsOf(id)).find(({ text }) => text.includes(words));
  if (block === undefined) throw new Error(`no paragraph with ${words}`);
  const start = block.text.indexOf(words);
  return { paragraphId: block.id, start, end: start + words.length };
}

beforeAll(async () => {
  archive = await openTestArchive(dir, {
    added: join(files, 'languages'),
    parsers,
    onEvent: (event) => events.push(event),
  });
});

afterAll(async () => {
  await archive.close();
  await parsers.close();
  for (const folder of [dir, files]) rmSync(folder, { recursive: true, force: true });
});

describe('imports', () => {
  it('adds a folder of documents and tells each result', async () => {
    const state = await call('imports.add', { paths: [documents], jobs: 2 });
    const outcome = Object.fromEntries(state.items.map(({ name, status }) => [name, status]));
    expect(outcome).toEqual({
      'numbers.json': 'skipped',
      [NOTE]: 'added',
      'workshop-report.md': 'added',
      'compte-rendu.txt': 'added',
    });
    const told = events.flatMap((event) => (event.event === 'imported' ? [event.item] : []));
    expect(told.map(({ name }) => name).sort()).toEqual(Object.keys(outcome).sort());
    expect(await call('imports.state', {})).toMatchObject({ running: false, done: 4, total: 4 });
  });

  it('knows the same bytes again and fails what is missing or empty', async () => {
    const empty = join(files, 'empty.txt');
    writeFileSync(empty, '');
    const paths = [join(documents, NOTE), join(files, 'nowhere.pdf'), empty];
    const { items } = await call('imports.add', { paths });
    expect(items.map(({ status, fault }) => [status, fault?.code])).toEqual([
      ['unchanged', undefined],
      ['failed', 'file-missing'],
      ['failed', 'file-empty'],
    ]);
  });

  it('opens locked files by their password, and says when it does not fit', async () => {
    const path = join(files, 'locked.pdf');
    const text = 'A locked line that nobody reads without the word that opens it.';
    writeFileSync(path, madePdf([{ lines: [{ x: 60, y: 700, text }] }], 'lantern'));
    const { items } = await call('imports.add', { paths: [path] });
    const locked = items[0]?.locked ?? '';
    const wrong = call('imports.unlock', { locked, password: 'lamp' });
    expect(await refusal(wrong)).toBe('password-wrong');
    const password = 'lantern';
    const { documentId } = await call('imports.unlock', { locked, password });
    const id = documentId ?? '';
    expect((await paragraphsOf(id)).map((block) => block.text)).toEqual([text]);
    expect(await refusal(call('imports.unlock', { locked, password }))).toBe('not-found');
    expect(await refusal(call('documents.unlock', { id, password: 'lamp' }))).toBe(
      'password-wrong',
    );
    expect(await call('documents.unlock', { id, password })).toMatchObject({ documentId: id });
    await call('documents.remove', { ids: [id] });
  });

  it('pauses, and cancels what has not been read', async () => {
    const many = Array.from({ length: 30 }, (_, index) => {
      const path = join(files, `later-${String(index)}.txt`);
      writeFileSync(path, `Un paragraphe de plus pour le fichier ${String(index)}, à annuler.`);
      return path;
    });
    const running = call('imports.add', { paths: many });
    await call('imports.pause', { paused: true });
    expect((await call('imports.state', {})).paused).toBe(true);
    await call('imports.cancel', {});
    const { items } = await running;
    expect(items.filter(({ status }) => status === 'added').length).toBeLessThan(many.length);
    const added = items.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
    if (added.length > 0) await call('documents.remove', { ids: added });
  });

  it('adds the guides as a collection of their own', async () => {
    const { items } = await call('imports.guides', {});
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ status }) => status !== 'added')).toEqual([]);
    expect((await call('library.info', {})).guides).toBe(items.length);
  });
});

describe('folders and versions', () => {
  it('follows a folder, whose changed file is a new version that can be taken back', async () => {
    const followed = join(files, 'suivi');
    mkdirSync(followed);
    const text = (word: string) => `Le registre du quai compte chaque soir les ${word} du fleuve.`;
    writeFileSync(join(followed, 'registre.txt'), text('barques'));
    const { id } = await call('folders.add', { path: followed });
    await call('folders.rescan', { id });
    const first = await documentNamed('registre.txt');
    writeFileSync(join(followed, 'registre.txt'), text('grandes pirogues'));
    const [view] = await call('folders.rescan', {});
    expect(view).toMatchObject({ files: 1, found: { replaced: 1 }, fault: null });
    const second = await documentNamed('registre.txt');
    const versions = await call('versions.list', { id: first.id });
    expect(versions.map((version) => version.id)).toEqual([second.id, first.id]);
    const [item] = (await call('imports.state', {})).items;
    expect(item?.version).toMatchObject({ kept: 0, moved: 0, orphaned: 0 });
    await call('history.undo', { operation: item?.version?.operationId ?? '' });
    expect((await documentNamed('registre.txt')).id).toBe(first.id);
    await call('folders.remove', { id });
    expect(await call('folders.list', {})).toEqual([]);
    await call('documents.remove', { ids: [first.id] });
  });
});

describe('documents', () => {
  it('gives the text with numbers and sections', async () => {
    const { id, language, paragraphs } = await documentNamed('workshop-report.md');
    const { summary, blocks, originalHash } = await call('documents.get', { id });
    expect([language, summary.title]).toEqual(['en', 'Report of the harbour workshop']);
    expect(blocks.filter(({ kind }) => isParagraph(kind)).length).toBe(paragraphs);
    expect(originalHash).toMatch(/^[0-9a-f]{64}$/);
    const named = blocks.find(({ text }) => text.startsWith('Each office names one person'));
    expect(named?.section).toEqual(['What was agreed']);
  });

  it('edits metadata, remembers the place, and takes out of the bin what was removed', async () => {
    const { id } = await documentNamed(NOTE);
    await call('documents.edit', { ids: [id], fields: { kind: 'briefing-note', date: '2024-02' } });
    const [first] = await paragraphsOf(id);
    await call('documents.place', { id, paragraphId: first?.id ?? '', offset: 12 });
    const { summary, place } = await call('documents.get', { id });
    expect(summary).toMatchObject({ kind: 'briefing-note', date: '2024-02' });
    expect(place).toEqual({ paragraphId: first?.id, offset: 12 });

    const own = async () => (await call('documents.get', { id })).summary.own;
    await call('documents.edit', {
      ids: [id],
      fields: {},
      own: { Pays: ' Mali ', Thème: 'santé' },
    });
    await call('documents.edit', { ids: [id], fields: {}, own: { Pays: 'Niger', Thème: '' } });
    expect(await own()).toEqual({ Pays: 'Niger' });
    await call('history.undo', {});
    expect(await own()).toEqual({ Pays: 'Mali', Thème: 'santé' });
    const unnamed = call('documents.edit', { ids: [id], fields: {}, own: { ' ': 'x' } });
    expect(await refusal(unnamed)).toBe('bad-input');

    await call('documents.remove', { ids: [id] });
    const listed = async (bin: boolean) =>
      (await call('documents.list', { bin })).some((document) => document.id === id);
    expect([await listed(false), await listed(true)]).toEqual([false, true]);
    expect((await call('search.query', { query: 'pieds gelés' })).hits).toEqual([]);
    await call('documents.restore', { ids: [id] });
    expect([await listed(false), await listed(true)]).toEqual([true, false]);
  });
});

describe('recognition', () => {
  /** Resolves when nothing is being read any more. */
  async function idle(): Promise<void> {
    while ((await call('ocr.state', {})).running) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('keeps a picture without its text, reads it when asked, and what was read is searchable', async () => {
    const { items } = await call('imports.add', { paths: [scan] });
    expect(items[0]).toMatchObject({ status: 'added', format: 'png', paragraphs: 0 });
    expect(items[0]?.fault?.code).toBe('no-text');
    const id = items[0]?.documentId ?? '';

    await call('ocr.start', { ids: [id] });
    await call('ocr.pause', { paused: true });
    expect(await call('ocr.state', {})).toMatchObject({ running: true, paused: true, total: 1 });
    await call('ocr.cancel', {});
    expect(await call('ocr.state', {})).toMatchObject({ running: false, current: null });

    await call('ocr.start', { ids: [id], languages: 'fra' });
    await idle();
    expect((await call('ocr.state', {})).failed).toEqual([]);
    const { summary, report } = await call('documents.get', { id });
    expect(summary).toMatchObject({ source: 'ocr', fault: null, language: 'fr' });
    expect(summary.title).toBe('Note de la capitainerie');
    expect(report?.confidence).toBeGreaterThan(80);
    const { hits } = await call('search.query', { query: 'couverture carte', guides: 'no' });
    expect(hits[0]?.documentId).toBe(id);
    await call('documents.remove', { ids: [id] });
  });

  it('has the languages it came with, and takes no file that holds none', async () => {
    const codes = (await call('ocr.languages', {})).map(({ code }) => code);
    expect(codes).toEqual(['eng', 'fra']);
    const path = join(files, 'ara.traineddata');
    writeFileSync(path, 'nothing of the kind');
    expect(await refusal(call('ocr.addLanguage', { path }))).toBe('language-data');
    expect(await refusal(call('ocr.removeLanguage', { code: 'ara' }))).toBe('not-found');
  });

  it('refuses a document that has a text of its own', async () => {
    const { id } = await documentNamed(NOTE);
    expect(await refusal(call('ocr.start', { ids: [id] }))).toBe('bad-input');
  });
});

describe('search', () => {
  it('finds across accents and endings, in the library and in one document', async () => {
    const { id } = await documentNamed(NOTE);
    for (const query of ['situation irreguliere', 'l’équipement', '"pieds gelés"']) {
      const { hits } = await call('search.query', { query, guides: 'no' });
      expect([query, hits[0]?.documentId]).toEqual([query, id]);
    }
    const inside = await call('search.document', { id, query: 'couvertures' });
    expect(inside).toHaveLength(1);
    const none = await call('search.query', { query: 'couvertures', language: 'en', guides: 'no' });
    expect(none.hits).toEqual([]);
  });
});

describe('annotations', () => {
  it('creates, edits, moves and deletes; each can be undone', async () => {
    const { id: documentId } = await documentNamed(NOTE);
    const place = await placeOf(documentId, 'soupe chaude');
    const made = await call('annotations.create', {
      documentId,
      places: [place],
      kind: 'note',
      colour: 'green',
      body: 'à vérifier sur place',
    });
    expect(made).toMatchObject({ state: 'exact', private: true, kind: 'note', colour: 'green' });
    expect(made.targets.map(({ exact }) => exact)).toEqual(['soupe chaude']);

    const visit = '01890000-0000-7000-8000-000000000001';
    for (const body of ['vu', 'vu deux', 'vu deux fois']) {
      await call('annotations.edit', { id: made.id, fields: { body }, visit });
    }
    const list = async () => call('annotations.list', { documentId });
    expect((await list()).map(({ body }) => body)).toEqual(['vu deux fois']);
    const entries = await call('history.list', { limit: 10 });
    expect(entries.filter(({ name }) => name === 'annotations.edit')).toHaveLength(1);
    await call('history.undo', {});
    expect((await list()).map(({ body }) => body)).toEqual(['à vérifier sur place']);
    await call('history.redo', {});
    expect((await list()).map(({ body }) => body)).toEqual(['vu deux fois']);

    const elsewhere = await placeOf(documentId, 'couvertures');
    await call('annotations.replace', { id: made.id, documentId, places: [elsewhere] });
    expect((await list())[0]?.targets[0]?.exact).toBe('couvertures');
    expect(await call('annotations.orphans', {})).toEqual([]);

    await call('annotations.delete', { ids: [made.id] });
    expect(await list()).toEqual([]);
    await call('history.undo', {});
    expect((await list()).map(({ id }) => id)).toEqual([made.id]);
  });

  it('refuses a place that is not in the document', async () => {
    const { id: documentId } = await documentNamed(NOTE);
    const places = [{ paragraphId: 'aaaaaaaaaaaaaaaa', start: 0, end: 4 }];
    const asked = call('annotations.create', { documentId, places, kind: 'highlight' });
    expect(['bad-input', 'not-found']).toContain(await refusal(asked));
  });
});

describe('corrections', () => {
  it('correct the text, keep the notes on it, and can be undone or taken back one by one', async () => {
    const { id: documentId } = await documentNamed('compte-rendu.txt');
    const before = await paragraphsOf(documentId);
    const block = before.find(({ text }) => text.split(' ').length > 8);
    if (block === undefined) throw new Error('no long paragraph');
    const whole = { paragraphId: block.id, start: 0, end: block.text.length };
    const note = await call('annotations.create', { documentId, places: [whole], kind: 'note' });
    const at = block.text.indexOf(' ', block.text.length / 2) + 1;

    const cut = await call('corrections.apply', {
      documentId,
      correction: { kind: 'split', paragraphId: block.id, at },
    });
    const second = { paragraphId: cut.paragraphId };
    await call('corrections.apply', {
      documentId,
      correction: { kind: 'number', number: '12 bis', ...second },
    });
    const halves = await paragraphsOf(documentId);
    expect(halves.length).toBe(before.length + 1);
    expect(halves.find(({ id }) => id === second.paragraphId)).toMatchObject({
      number: '12 bis',
      text: block.text.slice(at),
    });
    const listed = async () => (await call('annotations.list', { documentId }))[0]?.targets[0];
    expect(await listed()).toMatchObject({
      anchor: { state: 'exact', also: [{ ...second, start: 0, end: block.text.length - at }] },
    });
    const { hits } = await call('search.query', { query: 'has:note questions', guides: 'no' });
    expect(hits.map(({ paragraphId }) => paragraphId)).toContain(second.paragraphId);

    const made = await call('corrections.list', { documentId });
    expect(made.map(({ kind, value, paragraphId }) => [kind, value, paragraphId])).toEqual([
      ['split', '', second.paragraphId],
      ['number', '12 bis', second.paragraphId],
    ]);
    await call('corrections.withdraw', { documentId, ids: [made[0]?.id ?? ''] });
    expect(await paragraphsOf(documentId)).toEqual(before);
    expect((await call('corrections.list', { documentId }))[0]?.paragraphId).toBeNull();
    for (let undone = 0; undone < 3; undone++) await call('history.undo', {});
    expect(await call('corrections.list', { documentId })).toEqual([]);
    expect(await paragraphsOf(documentId)).toEqual(before);
    await call('annotations.delete', { ids: [note.id] });
  });

  it('refuse what can’t be done there', async () => {
    const { id: documentId } = await documentNamed('compte-rendu.txt');
    const [first] = (await call('documents.get', { id: documentId })).blocks;
    const asked = (paragraphId: string) =>
      call('corrections.apply', { documentId, correction: { kind: 'join', paragraphId } });
    expect(await refusal(asked(first?.id ?? ''))).toBe('bad-input');
    expect(await refusal(asked('aaaaaaaaaaaaaaaa'))).toBe('not-found');
    const ids = [NOBODY];
    expect(await refusal(call('corrections.withdraw', { documentId, ids }))).toBe('not-found');
  });
});

describe('tags', () => {
  it('tags passages, annotations and documents, and lists what carries a tag', async () => {
    const { id: documentId } = await documentNamed(NOTE);
    const parent = await call('tags.create', { name: 'Hébergement' });
    const tag = await call('tags.create', { name: 'Lits', parentId: parent.id, colour: 'rose' });
    const places = [await placeOf(documentId, 'un lit dans l’ancienne école')];
    const [annotation] = await call('annotations.list', { documentId });
    await call('tags.apply', { tagId: tag.id, on: { type: 'places', documentId, places } });
    await call('tags.apply', {
      tagId: tag.id,
      on: { type: 'annotation', id: annotation?.id ?? '' },
    });
    await call('tags.apply', { tagId: parent.id, on: { type: 'document', ids: [documentId] } });

    const passages = await call('tags.passages', { id: parent.id });
    expect(passages.map(({ exact }) => exact).sort()).toEqual(
      ['', 'couvertures', 'un lit dans l’ancienne école'].sort(),
    );
    expect((await call('tags.passages', { id: parent.id, children: false })).length).toBe(1);
    const found = await call('search.query', { query: 'tag:Lits', guides: 'no' });
    expect(found.hits.map((hit) => hit.documentId)).toEqual([documentId, documentId]);

    await call('tags.edit', { id: tag.id, fields: { name: 'Couchages', description: 'la nuit' } });
    await call('tags.withdraw', {
      tagId: tag.id,
      on: { type: 'annotation', id: annotation?.id ?? '' },
    });
    const counted = (await call('tags.list', {})).find(({ id }) => id === tag.id);
    expect(counted).toMatchObject({ name: 'Couchages', description: 'la nuit', passages: 1 });
    const below = call('tags.edit', { id: parent.id, fields: { parentId: tag.id } });
    expect(await refusal(below)).toBe('conflict');
    await call('tags.delete', { id: parent.id });
    expect(await call('tags.list', {})).toEqual([]);
  });

  it('brings the scheme that ships with the product, once', async () => {
    await call('tags.scheme', { scheme: 'gcm' });
    const count = (await call('tags.list', {})).length;
    await call('tags.scheme', { scheme: 'gcm' });
    expect((await call('tags.list', {})).length).toBe(count);
    expect(count).toBeGreaterThan(30);
  });
});

describe('the library as a whole', () => {
  it('names its reader, backs itself up and finds itself sound', async () => {
    await call('author.name', { name: 'Awa Diop' });
    expect(await call('library.info', {})).toMatchObject({ author: 'Awa Diop', readOnly: null });
    const { name } = await call('library.backup', {});
    expect((await call('library.backups', {})).map((backup) => backup.name)).toContain(name);
    expect(await call('library.check', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('tells what changed after each command, and nothing after a query', async () => {
    events.length = 0;
    await call('library.info', {});
    await call('documents.list', {});
    expect(events).toEqual([]);
    await call('author.name', { name: 'Awa D.' });
    expect(events).toEqual([{ event: 'changed', kinds: CALLS['author.name'].changes }]);
  });
});

describe('refusals', () => {
  it('refuses calls that are not in the table', async () => {
    for (const name of ['library.erase', 'toString', '__proto__', 'constructor', '']) {
      expect([name, await refusal(archive.call(name as CallName, {}))]).toEqual([
        name,
        'bad-input',
      ]);
    }
  });

  it('refuses input of another shape', async () => {
    const wrong: readonly (readonly [CallName, unknown])[] = [
      ['library.info', { more: 1 }],
      ['library.info', null],
      ['documents.get', {}],
      ['documents.get', { id: 'not an id' }],
      ['documents.remove', { ids: [] }],
      ['documents.edit', { ids: [NOBODY], fields: { kind: 'poem' } }],
      ['search.query', { query: 7 }],
      ['search.query', { query: 'x', limit: 100_000 }],
      ['annotations.create', { documentId: NOBODY, places: [], kind: 'note' }],
      ['tags.create', { name: '' }],
    ];
    for (const [name, input] of wrong) {
      const asked = archive.call(name, input as CallInput<typeof name>);
      expect([name, await refusal(asked)]).toEqual([name, 'bad-input']);
    }
  });

  it('refuses ids of nothing', async () => {
    expect(await refusal(call('documents.get', { id: NOBODY }))).toBe('not-found');
    expect(await refusal(call('tags.passages', { id: NOBODY }))).toBe('not-found');
    expect(await refusal(call('annotations.delete', { ids: [NOBODY] }))).toBe('not-found');
  });

  it('refuses calls of the host that come from the window', async () => {
    const asHost = Object.entries(CALLS).filter(([, { from }]) => from === 'host');
    expect(asHost.map(([name]) => name)).toEqual(['imports.add', 'folders.add', 'ocr.addLanguage']);
    const asked = archive.call('imports.add', { paths: [join(documents, NOTE)] }, 'window');
    expect(await refusal(asked)).toBe('bad-input');
  });

  it('lets a second opener read and refuses its every command', async () => {
    const second = await openTestArchive(dir, { create: false });
    try {
      const info = await second.call('library.info', {});
      expect(info.readOnly).toBe('library-busy');
      expect((await second.call('documents.list', {})).length).toBe(info.documents + info.guides);
      const found = await second.call('search.query', { query: 'couvertures', guides: 'no' });
      expect(found.hits).toHaveLength(1);
      expect(await refusal(second.call('author.name', { name: 'X' }))).toBe('library-read-only');
      expect(await refusal(second.call('history.undo', {}))).toBe('library-read-only');
    } finally {
      await second.close();
    }
    expect(await call('library.check', {})).toMatchObject({ ok: true });
  });

  it('refuses a folder without a library unless told to make one', async () => {
    const nowhere = join(files, 'nowhere');
    expect(await refusal(openTestArchive(nowhere, { create: false }))).toBe('library-missing');
  });
});

it('left no call of the table out', () => {
  expect([...exercised].sort()).toEqual(Object.keys(CALLS).sort());
});
