import { describe, expect, it } from 'vitest';
import { invert } from '../core/operation.ts';
import { targetFields, uuidv7 } from './index.ts';
import {
  addDocument,
  addNote,
  addTag,
  commit,
  faultOf,
  freshFolder,
  noteChanges,
  opened,
  selector,
  visible,
} from './library.fixture.ts';

describe('documents', () => {
  it('are kept with initial values for what was not given', () => {
    const library = opened(freshFolder());
    const id = addDocument(library, 'Déclaration');
    expect(library.documents.one(id)).toMatchObject({
      title: 'Déclaration',
      originalName: 'Déclaration.txt',
      kind: 'other',
      body: '',
      removedAt: null,
      supersedes: null,
      tags: [],
    });
    expect(library.documents.byHash('a'.repeat(64)).map((document) => document.id)).toEqual([id]);
    expect(library.documents.byHash('b'.repeat(64))).toEqual([]);
    expect(library.documents.one(uuidv7())).toBeNull();
  });

  it('go to the bin and come back as edits that can be undone', () => {
    const library = opened(freshFolder());
    const id = addDocument(library);
    const tag = addTag(library, 'T');
    const note = addNote(library, id, 'x', [tag]);
    commit(library, {
      name: 'documents.remove',
      changes: library.update('document', id, { removed_at: 5 }),
    });
    expect(library.documents.one(id)?.removedAt).toBe(5);
    expect(library.annotations.one(note)).not.toBeNull();
    expect(library.tags.one(tag)?.passages).toBe(0);
    library.undo();
    expect(library.documents.one(id)?.removedAt).toBeNull();
    expect(library.tags.one(tag)?.passages).toBe(1);
  });
});

describe('annotations', () => {
  it('come with their targets in order, their tags and the author’s name', () => {
    const library = opened(freshFolder());
    const document = addDocument(library);
    const tags = [addTag(library, 'a'), addTag(library, 'b')];
    const { id, changes } = noteChanges(library, document, 'Une **note**', tags);
    const second = targetFields(id, 1, selector('travail'));
    commit(library, {
      name: 'annotations.create',
      changes: [...changes, ...library.create('target', uuidv7(), second)],
    });
    const author = library.author();
    commit(library, {
      name: 'author.name',
      changes: library.update('author', author.id, { name: 'Awa' }),
    });
    const [annotation] = library.annotations.byDocuments([document]);
    expect(annotation).toMatchObject({
      id,
      documentId: document,
      kind: 'note',
      colour: 'yellow',
      body: 'Une **note**',
      private: true,
      author: 'Awa',
      authorId: author.id,
    });
    expect(annotation?.targets.map((target) => target.selector)).toEqual([
      selector(),
      selector('travail'),
    ]);
    expect([...(annotation?.tags ?? [])].sort()).toEqual([...tags].sort());
    expect(library.annotations.byIds([id, uuidv7()])).toEqual([annotation]);
    expect(library.annotations.all()).toEqual([annotation]);
    expect(library.annotations.byDocuments([])).toEqual([]);
    expect(library.annotations.counts()).toEqual(new Map([[document, 1]]));
  });

  it('go with their targets and tag links, and come back with them', () => {
    const library = opened(freshFolder());
    const id = addNote(library, addDocument(library), 'x', [addTag(library, 't')]);
    const before = visible(library);
    const operation = commit(library, {
      name: 'annotations.delete',
      changes: library.remove('annotation', id),
    });
    expect(operation.changes.map((change) => change.record)).toEqual([
      'annotation-tag',
      'target',
      'annotation',
    ]);
    expect(library.annotations.one(id)).toBeNull();
    library.undo();
    expect(visible(library)).toEqual(before);
  });
});

describe('tags', () => {
  it('form a tree, are counted, and are removed with their branch and links', () => {
    const library = opened(freshFolder());
    const document = addDocument(library);
    const root = addTag(library, 'racine');
    const leaf = addTag(library, 'feuille', root);
    const note = addNote(library, document, 'x', [leaf]);
    const changes = library.create('document-tag', uuidv7(), {
      document_id: document,
      tag_id: root,
    });
    commit(library, { name: 'tags.apply', changes });
    expect(library.tags.one(leaf)).toMatchObject({ parentId: root, passages: 1, documents: 0 });
    expect(library.tags.one(root)).toMatchObject({ parentId: null, passages: 0, documents: 1 });
    expect(library.documents.one(document)?.tags).toEqual([root]);
    const link = library.tags.link(leaf, 'annotation', note);
    expect(library.tags.uses([leaf])).toEqual([link]);
    expect(library.tags.link(leaf, 'document', document)).toBeNull();

    const before = visible(library);
    commit(library, { name: 'tags.delete', changes: library.remove('tag', [root, leaf]) });
    expect(library.tags.all()).toEqual([]);
    expect(library.tags.uses([root, leaf])).toEqual([]);
    library.undo();
    expect(visible(library)).toEqual(before);
  });

  it('cannot be applied twice to the same annotation', () => {
    const library = opened(freshFolder());
    const tag = addTag(library, 't');
    const note = addNote(library, addDocument(library), 'x', [tag]);
    const changes = library.create('annotation-tag', uuidv7(), {
      annotation_id: note,
      tag_id: tag,
    });
    expect(faultOf(() => library.commit({ name: 'tags.apply', changes }))).toBe('conflict');
  });
});

describe('places', () => {
  it('are remembered outside the history, across a restart', () => {
    const folder = freshFolder();
    const first = opened(folder);
    const id = addDocument(first);
    const { seq } = first;
    expect(first.place(id)).toBeNull();
    first.setPlace(id, { paragraphId: 'abcdefghijklmnop', offset: -12.5 });
    first.setPlace(id, { paragraphId: 'ponmlkjihgfedcba', offset: 40 });
    expect(first.seq).toBe(seq);
    first.close();
    expect(opened(folder).place(id)).toEqual({ paragraphId: 'ponmlkjihgfedcba', offset: 40 });
  });
});

describe('commit', () => {
  it('refuses unknown, missing and wrong fields, and ids that are none', () => {
    const library = opened(freshFolder());
    const id = addDocument(library);
    const fields = (extra: object) => ({ ...{ name: 'n', colour: 'blue' }, ...extra });
    expect(faultOf(() => library.create('tag', uuidv7(), fields({ nope: 1 })))).toBe('bad-input');
    expect(faultOf(() => library.create('tag', uuidv7(), fields({ name: 1 })))).toBe('bad-input');
    expect(faultOf(() => library.create('tag', uuidv7(), fields({ position: 0.5 })))).toBe(
      'bad-input',
    );
    expect(faultOf(() => library.create('tag', uuidv7(), fields({ name: null })))).toBe(
      'bad-input',
    );
    expect(faultOf(() => library.create('tag', '1', fields({})))).toBe('bad-input');
    expect(faultOf(() => library.update('tag', uuidv7(), {}))).toBe('not-found');
    expect(faultOf(() => library.remove('tag', uuidv7()))).toBe('not-found');
    expect(library.update('document', id, { title: 'Rapport' })).toEqual([]);
    expect(library.commit({ name: 'documents.edit', changes: [] })).toBeNull();
  });

  it('changes nothing at all where one change of several cannot be made', () => {
    const library = opened(freshFolder());
    const id = addDocument(library);
    const { seq } = library;
    const before = visible(library);
    const changes = [
      ...library.update('document', id, { title: 'Autre' }),
      ...library.create('document-tag', uuidv7(), { document_id: id, tag_id: uuidv7() }),
    ];
    expect(faultOf(() => library.commit({ name: 'tags.apply', changes }))).toBe('conflict');
    expect(visible(library)).toEqual(before);
    expect(library.seq).toBe(seq);
  });

  it('refuses changes that were built before the record changed', () => {
    const library = opened(freshFolder());
    const id = addDocument(library);
    const stale = library.update('document', id, { title: 'Un' });
    commit(library, {
      name: 'documents.edit',
      changes: library.update('document', id, { title: 'Deux' }),
    });
    expect(faultOf(() => library.commit({ name: 'documents.edit', changes: stale }))).toBe(
      'conflict',
    );
    expect(library.documents.one(id)?.title).toBe('Deux');
  });

  it('refuses them too where the record changed and came back to what it was', () => {
    const library = opened(freshFolder());
    const id = addDocument(library);
    const stale = library.update('document', id, { title: 'Un' });
    const changes = library.update('document', id, { title: 'Deux' });
    commit(library, { name: 'documents.edit', changes });
    library.undo();
    expect(faultOf(() => library.commit({ name: 'documents.edit', changes: stale }))).toBe(
      'conflict',
    );
  });

  it('keeps only what differs, with the clock the record had before', () => {
    const library = opened(freshFolder());
    const id = addDocument(library, 'Un');
    const [created] = library.operationsAfter(library.seq - 1);
    const operation = commit(library, {
      name: 'documents.edit',
      changes: library.update('document', id, { title: 'Deux', language: 'fr' }),
    });
    expect(operation.changes).toEqual([
      {
        record: 'document',
        id,
        before: { title: 'Un' },
        after: { title: 'Deux' },
        base: created?.clock,
      },
    ]);
  });

  it('keeps any text: every script, quotes, NUL; half a surrogate pair becomes U+FFFD', () => {
    const folder = freshFolder();
    const library = opened(folder);
    const text = '« L’été » \u0000 العربية 中文 😀 \'"\n\u2028';
    const id = addNote(library, addDocument(library), text);
    const broken = addNote(library, addDocument(library), 'a\ud83d');
    library.close();
    const again = opened(folder);
    expect(again.annotations.one(id)?.body).toBe(text);
    expect(again.annotations.one(broken)?.body).toBe('a\uFFFD');
  });

  it('gives clocks that only grow, also when the machine’s clock goes back', () => {
    const folder = freshFolder();
    let time = 1_800_000_000_000;
    const library = opened(folder, { now: () => (time -= 60_000) });
    for (let i = 0; i < 5; i++) addDocument(library, String(i));
    library.close();
    const again = opened(folder, { now: () => 1_000 });
    addDocument(again, 'later');
    const clocks = again.operationsAfter(0).map((operation) => operation.clock);
    expect(clocks).toEqual([...new Set(clocks)].sort());
    expect(clocks).toHaveLength(7);
  });
});

describe('undo and redo', () => {
  it('go back and forth through the history, also after a restart', () => {
    const folder = freshFolder();
    const library = opened(folder);
    const states = [visible(library)];
    const document = addDocument(library);
    states.push(visible(library));
    const tag = addTag(library, 't');
    states.push(visible(library));
    const note = addNote(library, document, 'x', [tag]);
    states.push(visible(library));
    commit(library, {
      name: 'annotations.edit',
      changes: library.update('annotation', note, { body: 'y', modified: 2 }),
    });
    states.push(visible(library));
    expect(library.undo()).toMatchObject({ name: 'undo' });
    expect(visible(library)).toEqual(states[3]);
    library.close();

    const again = opened(folder);
    expect(again.historyState()).toMatchObject({
      undo: { name: 'annotations.create', subject: 'x' },
      redo: { name: 'annotations.edit' },
    });
    for (const expected of [states[2], states[1], states[0]]) {
      again.undo();
      expect(visible(again)).toEqual(expected);
    }
    expect(faultOf(() => again.undo())).toBe('nothing-to-undo');
    for (const expected of states.slice(1)) {
      again.redo();
      expect(visible(again)).toEqual(expected);
    }
    expect(faultOf(() => again.redo())).toBe('nothing-to-undo');
  });

  it('a new act empties the redo side', () => {
    const library = opened(freshFolder());
    addDocument(library, 'Un');
    library.undo();
    addDocument(library, 'Deux');
    expect(library.historyState()).toMatchObject({ undo: { subject: 'Deux' }, redo: null });
  });

  it('refuse and change nothing where the record was changed by what is not undone', () => {
    const library = opened(freshFolder());
    const document = addDocument(library);
    const note = addNote(library, document, 'x');
    // An operation that undo passes over stands for one that came from elsewhere.
    commit(library, {
      name: 'author.name',
      changes: library.update('annotation', note, { body: 'ailleurs' }),
    });
    const before = visible(library);
    expect(faultOf(() => library.undo())).toBe('conflict');
    expect(visible(library)).toEqual(before);
    expect(library.historyState().undo?.name).toBe('annotations.create');
  });

  it('find what to undo however long ago it was', () => {
    const library = opened(freshFolder());
    const id = addDocument(library, '0');
    for (let i = 1; i <= 150; i++) {
      commit(library, {
        name: 'documents.edit',
        changes: library.update('document', id, { title: String(i) }),
      });
    }
    for (let i = 0; i < 150; i++) library.undo();
    for (let i = 0; i < 150; i++) library.redo();
    for (let i = 0; i < 150; i++) library.undo();
    expect(library.documents.one(id)?.title).toBe('0');
    expect(library.historyState().undo?.name).toBe('documents.import');
    library.undo();
    expect(library.documents.all()).toEqual([]);
    expect(library.historyState().undo).toBeNull();
  });
});

describe('inverting', () => {
  it('twice gives the same changes', () => {
    const library = opened(freshFolder());
    const { changes } = noteChanges(library, addDocument(library), 'x');
    expect(invert(invert(changes))).toEqual(changes);
  });
});
