import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreBackup, setDatabaseAside, targetFields, uuidv7 } from '../index.ts';
import type { Library } from '../index.ts';
import { connectForWriting } from '../connection.ts';
import { Journal } from '../journal.ts';
import { readIdentity } from '../identity.ts';
import {
  addDocument,
  addNote,
  addTag,
  commit,
  dump,
  freshFolder,
  opened,
  selector,
  visible,
} from '../library.fixture.ts';
import { beginErasure, finishErasure, remainder } from './index.ts';

/** Files of a folder that hold a word anywhere, as UTF-8 or UTF-16. */
function holding(folder: string, word: string): string[] {
  const forms = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}

const problems = async (library: Library) =>
  (await library.check()).problems.filter(({ detail }) => !detail.endsWith(': missing'));

/** A library with three things to erase, each told by a word of its own, in every corner of it. */
async function stage() {
  const folder = freshFolder();
  let library = opened(folder);
  const { hash } = await library.originals.put({ bytes: Buffer.from('un zorglub entier') });
  const kept = addDocument(library, 'Rapport', 'b'.repeat(64));
  const document = addDocument(library, 'Le titre zorglub', hash);
  library.sources.put([
    {
      key: '/documents/zorglub.txt',
      path: '/documents/zorglub.txt',
      ...{ hash, documentId: document, fault: null, size: 7, modified: 1, seenAt: 2 },
    },
  ]);
  library.recognitions.put(hash, { version: 1, total: 1, pages: ['zorglub'] } as never);
  const tag = addTag(library, 'quibble');
  const below = addTag(library, 'sous-quibble', tag);
  const other = addTag(library, 'autre');
  commit(library, {
    name: 'tags.edit',
    subject: 'quibble',
    changes: library.update('tag', tag, { description: 'quand un quibble', name: 'quibbles' }),
  });
  const note = addNote(library, kept, 'frobnicate', [tag, other]);
  const second = addNote(library, kept, 'une autre note', [tag]);
  const onErased = addNote(library, document, 'dit zorglub', [other]);
  const visit = uuidv7();
  for (const body of ['frobnicate deux', 'frobnicate trois']) {
    const changes = library.update('annotation', note, { body });
    commit(library, { name: 'annotations.edit', subject: 'frobnicate', changes, visit });
  }
  // Undone, gone and back: the words lie deep in the history.
  commit(library, {
    name: 'tags.delete',
    subject: 'quibbles',
    changes: library.remove('tag', below),
  });
  library.undo();
  commit(library, {
    name: 'annotations.delete',
    changes: library.remove('annotation', [note, second]),
  });
  library.undo();
  await library.backup();
  library.close();
  // What was set aside holds it all once more, in its log too.
  const aside = join(folder, 'set-aside', '2026-01-01');
  mkdirSync(join(aside, 'journal'), { recursive: true });
  for (const name of ['library.db', 'journal/2026-11.jsonl', 'journal/2023-11.jsonl']) {
    try {
      copyFileSync(join(folder, name), join(aside, name));
    } catch {
      // The month of the clock is today's.
    }
  }
  for (const name of readdirSync(join(folder, 'journal'))) {
    copyFileSync(join(folder, 'journal', name), join(aside, 'journal', name));
    copyFileSync(join(folder, 'journal', name), join(folder, 'journal', `${name}.damaged-12`));
  }
  copyFileSync(
    join(folder, 'library.db'),
    join(folder, 'backups', 'library-20260101T000000000Z-3.db'),
  );
  library = opened(folder);
  commit(library, {
    name: 'annotations.edit',
    changes: library.update('annotation', second, { body: 'une autre note, changée' }),
  });
  return { folder, library, hash, kept, document, tag, below, other, note, second, onErased };
}

describe('erasing for good', () => {
  it('leaves no byte of a note, and everything else as it was', async () => {
    const { folder, library, note, second, other } = await stage();
    expect(holding(folder, 'frobnicate').length).toBeGreaterThan(5);
    const report = await library.erase([{ record: 'annotation', id: note }]);
    library.erasureDone();
    expect(report).toEqual({
      ...{ backupsRewritten: 2, backupsRemoved: 0 },
      ...{ asideRewritten: 2, asideRemoved: 0, unfinished: false },
    });
    expect(holding(folder, 'frobnicate')).toEqual([]);
    expect(library.annotations.byIds([note])).toEqual([]);
    expect(library.tags.uses([other])).toHaveLength(1);
    expect(await problems(library)).toEqual([]);
    // The last act can be taken back, then the deletion of both, which now is of one.
    library.undo();
    expect(library.annotations.one(second)?.body).toBe('une autre note');
    library.redo();
    expect(library.annotations.one(second)?.body).toBe('une autre note, changée');
    library.close();
    expect(holding(folder, 'frobnicate')).toEqual([]);
  });

  it('leaves no byte of a tag, its name in no act of the history', async () => {
    const { folder, library, tag, below, note } = await stage();
    await library.erase([{ record: 'tag', id: tag }]);
    library.erasureDone();
    expect(holding(folder, 'quibble')).toEqual([]);
    expect(library.tags.all().map(({ name }) => name)).toEqual(['autre']);
    expect(library.annotations.one(note)?.tags).toHaveLength(1);
    expect(await problems(library)).toEqual([]);
    expect(library.tags.one(below)).toBeNull();
  });

  it('leaves no byte of a document, its original, and what was read of it', async () => {
    const { folder, library, document, onErased, hash } = await stage();
    await library.erase([{ record: 'document', id: document }]);
    library.erasureDone();
    expect(holding(folder, 'zorglub')).toEqual([]);
    expect(library.annotations.one(onErased)).toBeNull();
    expect(library.originals.has(hash)).toBe(false);
    expect(library.documents.all().map(({ title }) => title)).toEqual(['Rapport']);
    expect(await problems(library)).toEqual([]);
  });

  it.each(['annotation', 'tag', 'document'] as const)(
    'of a %s lets all the rest be undone to the beginning and redone',
    async (record) => {
      const { folder, library, note, tag, document } = await stage();
      const id = { annotation: note, tag, document }[record];
      await library.erase([{ record, id }]);
      library.erasureDone();
      const before = visible(library);
      let undone = 0;
      for (; library.historyState().undo !== null; undone++) library.undo();
      expect(undone).toBeGreaterThan(3);
      expect(library.annotations.all()).toEqual([]);
      expect(library.tags.all()).toEqual([]);
      for (let i = 0; i < undone; i++) library.redo();
      expect(visible(library)).toEqual(before);
      expect(await problems(library)).toEqual([]);
      library.close();

      const records = dump(folder);
      setDatabaseAside(folder);
      const rebuilt = opened(folder, { create: false });
      expect(await problems(rebuilt)).toEqual([]);
      rebuilt.close();
      expect(dump(folder)).toEqual(records);
    },
  );

  it('knows who is gone in a backup from elsewhere that is restored', async () => {
    const { folder, library, note } = await stage();
    const [backup] = library.backups();
    const name = backup?.name ?? '';
    const elsewhere = join(folder, '..', name);
    copyFileSync(join(folder, 'backups', name), elsewhere);
    await library.erase([{ record: 'annotation', id: note }]);
    library.erasureDone();
    library.close();
    copyFileSync(elsewhere, join(folder, 'backups', name));
    restoreBackup(folder, name, { keepLater: true });
    const restored = opened(folder, { create: false });
    expect(restored.annotations.byIds([note])).toEqual([]);
    expect(restored.erasurePending).toBe(true);
    restored.erasureDone();
    expect(await problems(restored)).toEqual([]);
    restored.close();
    expect(holding(folder, 'frobnicate')).toEqual([]);
  });

  it('of a newer version lets the one before stand for itself', async () => {
    const library = opened(freshFolder());
    const first = addDocument(library, 'Première', 'a'.repeat(64));
    const note = addNote(library, first, 'sur la première');
    const version = (title: string, hash: string, of: string): string => {
      const id = uuidv7();
      commit(library, {
        name: 'documents.version',
        subject: title,
        changes: [
          ...library.create('document', id, {
            ...{ original_hash: hash.repeat(64), original_name: 'x.txt', format: 'txt', title },
            ...{ language: 'fr', added_at: 1_700_000_000_001, supersedes: of },
          }),
          ...library.annotations
            .byDocuments([of])
            .flatMap((one) => [
              ...library.update('annotation', one.id, { document_id: id }),
              ...one.targets.flatMap((target) =>
                library.update('target', target.id, targetFields(one.id, 0, selector(title))),
              ),
            ]),
        ],
      });
      return id;
    };
    const middle = version('Glapir', 'c', first);
    const last = version('Dernière', 'd', middle);
    await library.erase([{ record: 'document', id: middle }]);
    library.erasureDone();
    expect(library.documents.one(last)?.supersedes).toBe(first);
    expect(library.annotations.one(note)?.targets[0]?.selector.exact).toBe('Dernière');
    // The note stood on what is gone: what came before can't be taken back.
    expect(library.historyState().undo).toBeNull();
    expect(await problems(library)).toEqual([]);
    library.close();
    expect(holding(library.folder, 'Glapir')).toEqual([]);
  });

  it('refuses what is not there and changes nothing', async () => {
    const { library, note } = await stage();
    const seq = library.seq;
    const nobody = { record: 'annotation', id: uuidv7() } as const;
    await expect(library.erase([{ record: 'annotation', id: note }, nobody])).rejects.toThrow(
      'not-found',
    );
    expect(library.seq).toBe(seq);
  });

  it.each(['annotation', 'tag', 'document'] as const)(
    'of a %s cut at any step is finished by the next opening',
    async (record) => {
      for (let steps = 0; ; steps++) {
        const { folder, library, note, tag, document } = await stage();
        const id = { annotation: note, tag, document }[record];
        const word = { annotation: 'frobnicate', tag: 'quibble', document: 'zorglub' }[record];
        library.close();
        const db = connectForWriting(join(folder, 'library.db'), {});
        const who = readIdentity(db);
        if (who === null) throw new Error('no identity');
        beginErasure(db, who, Date.now(), [{ record, id }]);
        const journal = new Journal(join(folder, 'journal'));
        const left = remainder(db) ?? { records: [], hashes: [] };
        const rest = finishErasure({ folder, db, journal, nativeBinding: undefined }, left);
        let done = false;
        for (let step = 0; step < steps && !done; step++) done = rest.next().done === true;
        db.close();
        const again = opened(folder, { create: false });
        expect(again.erasurePending).toBe(true);
        again.erasureDone();
        expect(await problems(again)).toEqual([]);
        again.close();
        expect(holding(folder, word)).toEqual([]);
        rmSync(folder, { recursive: true });
        if (done) return;
      }
    },
  );
});
