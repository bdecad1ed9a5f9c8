import { describe, expect, it } from 'vitest';
import { uuidv7 } from './index.ts';
import {
  addDocument,
  addNote,
  commit,
  freshFolder,
  noteChanges,
  opened,
} from './library.fixture.ts';

describe('visits', () => {
  it('make the saves of one visit one entry, the last one counting', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    const note = addNote(library, addDocument(library), '');
    const visit = uuidv7();
    const save = (body: string, modified: number) =>
      commit(library, {
        name: 'annotations.edit',
        changes: library.update('annotation', note, { body, modified }),
        visit,
      });
    const first = save('a', 2);
    const second = save('ab', 3);
    expect(second).toMatchObject({ id: first.id, seq: first.seq + 1 });
    expect(second.changes[0]).toMatchObject({
      before: { body: '', modified: 1_700_000_000_000 },
      after: { body: 'ab', modified: 3 },
      base: first.changes[0]?.base,
    });
    expect(library.history(10).filter(({ name }) => name === 'annotations.edit')).toHaveLength(1);
    library.close();

    const again = opened(folder);
    commit(again, {
      name: 'annotations.edit',
      changes: again.update('annotation', note, { body: 'abc' }),
      visit,
    });
    expect(again.history(10).filter(({ name }) => name === 'annotations.edit')).toHaveLength(1);
    commit(again, {
      name: 'annotations.edit',
      changes: again.update('annotation', note, { body: 'other visit' }),
      visit: uuidv7(),
    });
    again.undo();
    expect(again.annotations.one(note)?.body).toBe('abc');
    again.undo();
    expect(again.annotations.one(note)?.body).toBe('');
    expect((await again.check()).problems.filter(({ part }) => part !== 'originals')).toEqual([]);
  });

  it('that come back to where they began stay consistent with the history', async () => {
    const library = opened(freshFolder());
    const note = addNote(library, addDocument(library), 'x');
    const visit = uuidv7();
    for (const body of ['xy', 'x']) {
      commit(library, {
        name: 'annotations.edit',
        changes: library.update('annotation', note, { body }),
        visit,
      });
    }
    library.undo();
    library.undo();
    expect(library.annotations.all()).toEqual([]);
    expect((await library.check()).problems.filter(({ part }) => part !== 'originals')).toEqual([]);
  });

  it('over several records give each the clock of the last save, as a replay does', async () => {
    const library = opened(freshFolder());
    const document = addDocument(library);
    const notes = [addNote(library, document, 'a'), addNote(library, document, 'b')];
    const visit = uuidv7();
    const saves = notes.map((note) => {
      const changes = library.update('annotation', note, { body: 'x' });
      return commit(library, { name: 'annotations.edit', changes, visit });
    });
    expect(new Set(saves.map(({ id }) => id)).size).toBe(1);
    const clocks = library.annotations.all().map(({ version }) => version);
    expect(clocks).toEqual([saves[1]?.clock, saves[1]?.clock]);
    expect((await library.check()).problems.filter(({ part }) => part !== 'originals')).toEqual([]);
  });

  it('that begin by making a note are its making, whatever was written next', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    const document = addDocument(library);
    const visit = uuidv7();
    const { id, changes } = noteChanges(library, document, 'a');
    commit(library, { name: 'annotations.create', subject: 'les droits', changes, visit });
    for (const body of ['ab', 'abc']) {
      const edit = library.update('annotation', id, { body });
      commit(library, { name: 'annotations.edit', changes: edit, visit });
    }
    expect(library.history(2).map(({ name, subject }) => [name, subject])).toEqual([
      ['annotations.create', 'les droits'],
      ['documents.import', 'Rapport'],
    ]);
    library.undo();
    expect(library.annotations.all()).toEqual([]);
    library.redo();
    expect(library.annotations.one(id)?.body).toBe('abc');
    expect((await library.check()).problems.filter(({ part }) => part !== 'originals')).toEqual([]);
    library.close();
    const again = opened(folder);
    expect((await again.check()).problems.filter(({ part }) => part !== 'originals')).toEqual([]);
  });

  it('do not join what makes or removes records, nor what another act came between', () => {
    const library = opened(freshFolder());
    const visit = uuidv7();
    const document = addDocument(library);
    for (const body of ['a', 'b']) {
      const { changes } = noteChanges(library, document, body);
      commit(library, { name: 'annotations.create', changes, visit });
    }
    library.undo();
    expect(library.annotations.all().map(({ body }) => body)).toEqual(['a']);
  });
});
