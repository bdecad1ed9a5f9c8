/** Notes out of one library and into another, and what stays behind. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNOTATION_KINDS, HIGHLIGHT_COLOURS } from '../../core/annotation.ts';
import { isParagraph } from '../../core/document.ts';
import { documents, openTestArchive } from '../fixtures/archive.ts';
import type { Archive } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'exports-'));
const opened: Archive[] = [];
afterAll(async () => {
  for (const archive of opened) await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

async function libraryWith(name: string, paths: readonly string[]): Promise<Archive> {
  const archive = await openTestArchive(join(folder, name));
  opened.push(archive);
  await archive.call('imports.add', { paths: [...paths] }, 'host');
  return archive;
}

/** Everything of a reader's own, in words that hold in any library with the same files. */
async function ownOf(archive: Archive): Promise<unknown> {
  const listed = await archive.call('documents.list', {});
  const tags = await archive.call('tags.list', {});
  const nameOf = new Map(listed.map(({ id, originalName }) => [id, originalName]));
  const path = (id: string): string => {
    const tag = tags.find((one) => one.id === id);
    return tag === undefined ? '' : `${path(tag.parentId ?? '')}/${tag.name}`;
  };
  const notes = await Promise.all(
    listed.map(({ id }) => archive.call('annotations.list', { documentId: id })),
  );
  return {
    notes: notes.flat().map((note) => ({
      ...note,
      documentId: nameOf.get(note.documentId),
      tags: note.tags.map(path).sort(),
    })),
    tags: tags
      .filter(({ scheme, passages, documents: whole }) => scheme === '' || passages + whole > 0)
      .map(({ id, parentId, ...tag }) => ({ ...tag, at: path(id), under: path(parentId ?? '') }))
      .sort((a, b) => a.at.localeCompare(b.at)),
    colours: await archive.call('colours.list', {}),
    wholes: listed.map(({ originalName, tags: on }) => [originalName, on.map(path).sort()]).sort(),
  };
}

let first: Archive;
beforeAll(async () => {
  first = await libraryWith('first', [documents]);
  const { call } = first;
  await call('author.name', { name: 'Awa Diop' });
  await call('tags.scheme', { scheme: 'gcm' });
  const parent = await call('tags.create', { name: 'Accueil', colour: 'rose' });
  const child = await call('tags.create', { name: 'Lits', parentId: parent.id });
  const twin = await call('tags.create', { name: 'Lits' });
  await call('tags.edit', { id: child.id, fields: { description: 'la nuit ; 🌙' } });
  const card = { include: 'dortoirs', exclude: 'tentes', example: 'un lit', memo: 'à revoir' };
  const labels = { nameFr: 'Accueil de jour', nameEn: 'Day centre' };
  await call('tags.edit', { id: parent.id, fields: { ...card, ...labels } });
  // One that nothing carries, put away; and what the reader wrote on a supplied one.
  const unused = await call('tags.create', { name: 'Ancienne', parentId: twin.id });
  await call('tags.archive', { id: unused.id, archived: true });
  await call('colours.edit', { colour: 'yellow', fields: { name: 'Soleil', meaning: 'à citer' } });
  await call('colours.edit', { colour: 'rose', fields: { meaning: 'doute' } });
  const scheme = (await call('tags.list', {})).find(({ nameEn }) => nameEn.includes('Data'));
  await call('tags.edit', { id: scheme?.id ?? '', fields: { memo: 'voir le bilan' } });
  const all = [child.id, twin.id, scheme?.id ?? ''];
  const listed = await call('documents.list', {});
  for (const [at, { id: documentId }] of listed.entries()) {
    const { blocks } = await call('documents.get', { id: documentId });
    const long = blocks.filter(({ kind, text }) => isParagraph(kind) && text.length > 20);
    for (const [place, { id: paragraphId, text }] of long.entries()) {
      const [kind = 'note', colour] = [
        ANNOTATION_KINDS[place % ANNOTATION_KINDS.length],
        HIGHLIGHT_COLOURS[(place + at) % 5],
      ];
      const places = [{ paragraphId, start: place % 7, end: text.length - (place % 5) }];
      const next = long[place + 1];
      if (place % 3 === 0 && next !== undefined)
        places.push({ paragraphId: next.id, start: 0, end: 9 });
      await call('annotations.create', {
        ...{ documentId, places, kind },
        colour: kind === 'tagging' || kind === 'bookmark' ? null : (colour ?? null),
        ...(kind === 'translation' ? { language: 'es' } : {}),
        ...(kind === 'follow-up'
          ? { status: 'in-progress' as const, due: '2026-12-24', found: 'trouvé' }
          : {}),
        body:
          kind === 'highlight' || kind === 'tagging' || kind === 'bookmark'
            ? ''
            : `Remarque **${String(place)}** 🌍\n\n- un`,
        private: place % 2 === 0,
        tags:
          kind === 'tagging'
            ? [all[place % 3] ?? twin.id]
            : place % 2 === 0
              ? []
              : [child.id, twin.id],
      });
    }
  }
  await call('tags.apply', {
    tagId: parent.id,
    on: { type: 'document', ids: [listed[0]?.id ?? ''] },
  });
});

describe('exporting', () => {
  it('leaves private notes behind unless asked, and tells how many', async () => {
    const scope = { type: 'library' } as const;
    const count = await first.call('exports.count', { scope });
    expect(count.notes).toBeGreaterThan(10);
    expect(count.out).toBe(count.notes - count.private);
    expect(count.private).toBeGreaterThan(0);
    const path = join(folder, 'notes.md');
    expect(await first.call('exports.write', { path, scope, format: 'md' }, 'host')).toEqual(count);
    const asked = await first.call('exports.count', { scope, private: true });
    expect(asked).toMatchObject({ notes: count.notes, out: count.notes, private: count.private });
    expect(readFileSync(path, 'utf8')).not.toContain('Remarque **0**');
    expect(readFileSync(path, 'utf8')).toContain('Remarque **1**');
  });

  it('takes one document, one tag with those below it, or chosen notes', async () => {
    const [one] = await first.call('documents.list', {});
    const mine = await first.call('annotations.list', { documentId: one?.id ?? '' });
    const ofDocument = { type: 'document', id: one?.id ?? '' } as const;
    const counted = await first.call('exports.count', { scope: ofDocument, private: true });
    expect(counted).toMatchObject({ notes: mine.length, wholes: 1, documents: 1 });
    const ids = mine.slice(0, 2).map(({ id }) => id);
    const chosen = { scope: { type: 'annotations', ids }, private: true } as const;
    expect((await first.call('exports.count', chosen)).out).toBe(2);
    const tag = (await first.call('tags.list', {})).find(({ name }) => name === 'Accueil');
    const scope = { type: 'tag', id: tag?.id ?? '' } as const;
    const passages = await first.call('tags.passages', { id: tag?.id ?? '' });
    const below = await first.call('exports.count', { scope, private: true });
    expect(below.out).toBe(
      new Set(passages.flatMap(({ annotationId }) => annotationId ?? [])).size,
    );
    const alone = { ...scope, children: false };
    expect(await first.call('exports.count', { scope: alone })).toMatchObject({
      notes: 0,
      wholes: 1,
    });
  });

  it('refuses a place where nothing can be written', async () => {
    const path = join(folder, 'nowhere', 'notes.csv');
    const asked = first.call(
      'exports.write',
      { path, scope: { type: 'library' }, format: 'csv' },
      'host',
    );
    await expect(asked).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe('annotations of a file', () => {
  const path = join(folder, 'notes.jsonld');

  it('come into an empty library as they were, once, and go with one undo', async () => {
    const scope = { type: 'library' } as const;
    const sent = await first.call(
      'exports.write',
      { path, scope, format: 'w3c', private: true },
      'host',
    );
    const second = await libraryWith('second', [documents]);
    // A scheme that is there already is not made twice, though its tags have other ids.
    await second.call('tags.scheme', { scheme: 'gcm' });
    const empty = await ownOf(second);
    const read = await second.call('annotations.import', { path }, 'host');
    expect(read).toMatchObject({ added: sent.out + sent.wholes, unchanged: 0, failed: [] });
    expect(await ownOf(second)).toEqual(await ownOf(first));

    const again = await second.call('annotations.import', { path }, 'host');
    expect(again).toMatchObject({ added: 0, unchanged: read.added, operationId: null });
    expect(await ownOf(second)).toEqual(await ownOf(first));

    await second.call('history.undo', {});
    expect(await ownOf(second)).toEqual(empty);
    await second.call('history.redo', {});
    expect(await ownOf(second)).toEqual(await ownOf(first));
    expect(await second.call('library.check', {})).toMatchObject({ ok: true });
  });

  it('find their words where the file is another, and say what found no place', async () => {
    const third = await libraryWith('third', [join(documents, 'workshop-report.md')]);
    const read = await third.call('annotations.import', { path }, 'host');
    expect(read.added).toBeGreaterThan(0);
    expect(new Set(read.failed.map(({ why }) => why))).toEqual(new Set(['document-missing']));

    const [one] = await third.call('documents.list', {});
    const { blocks } = await third.call('documents.get', { id: one?.id ?? '' });
    const words =
      blocks.find(({ kind, text }) => isParagraph(kind) && text.length > 60)?.text ?? '';
    const source = { id: 'https://site.example/', 'dc:title': one?.title };
    const of = (id: string, exact: string) => ({
      ...{ id, motivation: 'highlighting', creator: 'Bo' },
      target: { source, selector: { type: 'TextQuoteSelector', exact } },
    });
    const foreign = join(folder, 'foreign.json');
    const items = [
      of('https://a.example/1', words),
      of('https://a.example/2', 'Rien de tel ici, jamais.'),
    ];
    writeFileSync(foreign, JSON.stringify({ items }));
    expect(await third.call('annotations.import', { path: foreign }, 'host')).toMatchObject({
      added: 1,
      failed: [{ id: 'https://a.example/2', why: 'words-missing' }],
    });
    const notes = await third.call('annotations.list', { documentId: one?.id ?? '' });
    expect(notes.find(({ author }) => author === 'Bo')).toMatchObject({
      state: 'exact',
      private: true,
    });
  });

  it('are refused where the file holds none', async () => {
    const none = join(folder, 'none.json');
    writeFileSync(none, '{"name": "rien"}');
    const asked = (file: string) => first.call('annotations.import', { path: file }, 'host');
    await expect(asked(none)).rejects.toMatchObject({ code: 'no-annotations' });
    await expect(asked(join(folder, 'absent.json'))).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});
