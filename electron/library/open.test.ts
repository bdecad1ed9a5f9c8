import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { openLibrary, setDatabaseAside, uuidv7 } from './index.ts';
import type { Library } from './index.ts';
import {
  addDocument,
  addNote,
  addTag,
  commit,
  dump,
  faultOf,
  freshFolder,
  opened,
  visible,
} from './library.fixture.ts';
import { SCHEMA_VERSION } from './migrations.ts';

const open = (folder: string) => opened(folder, { create: false });
const database = (folder: string) => join(folder, 'library.db');

/** A library with some of everything, its last act undone. */
async function fill(library: Library): Promise<void> {
  const original = await library.originals.put({ bytes: Buffer.from('texte') });
  const document = addDocument(library, 'Rapport', original.hash);
  const tag = addTag(library, 'feuille', addTag(library, 'racine'));
  const note = addNote(library, document, 'x', [tag]);
  addNote(library, document, 'y', [tag]);
  const visit = uuidv7();
  for (const body of ['x1', 'x2']) {
    const changes = library.update('annotation', note, { body });
    commit(library, { name: 'annotations.edit', changes, visit });
  }
  commit(library, { name: 'tags.delete', changes: library.remove('tag', tag) });
  library.undo();
}

/** The same, closed. */
async function filled(folder: string): Promise<void> {
  const library = opened(folder);
  await fill(library);
  library.close();
}

function journalFiles(folder: string): string[] {
  return readdirSync(join(folder, 'journal'))
    .sort()
    .map((name) => join(folder, 'journal', name));
}

function journalText(folder: string): string {
  return journalFiles(folder)
    .map((path) => readFileSync(path, 'utf8'))
    .join('');
}

describe('a library', () => {
  it('that is missing is made only when asked', () => {
    const folder = freshFolder();
    expect(faultOf(() => openLibrary(folder, { appVersion: '0' }))).toBe('library-missing');
    expect(existsSync(folder)).toBe(false);
    const library = opened(folder);
    expect(library).toMatchObject({ readOnly: null, recovered: null, seq: 1, folder });
    expect(library.history(5).map(({ name }) => name)).toEqual(['library.create']);
    expect(library.author().name).toBe('');
  });

  it('keeps its ids and everything in it', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    await fill(library);
    const { libraryId } = library;
    const before = visible(library);
    library.close();
    const again = open(folder);
    expect(again.libraryId).toBe(libraryId);
    expect(visible(again)).toEqual(before);
    expect(again.recovered).toBeNull();
    expect(await again.check()).toMatchObject({
      ok: true,
      problems: [],
      documents: 1,
      originals: 1,
    });
  });

  it('runs on a SQLite without the old WAL fault, every commit synced', () => {
    const library = opened(freshFolder());
    const db = connect(database(library.folder), {});
    const version = String(db.get<{ v: string }>('SELECT sqlite_version() AS v')?.v);
    expect(db.pragma('journal_mode')).toBe('wal');
    db.close();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    expect(major * 1000 + minor).toBeGreaterThanOrEqual(3053);
  });

  it('has one writer: the second opens read-only, and sees what the first writes', () => {
    const folder = freshFolder();
    const first = opened(folder);
    const second = open(folder);
    expect(second.readOnly).toBe('library-busy');
    addDocument(first);
    expect(second.documents.all()).toHaveLength(1);
    const id = second.documents.all()[0]?.id ?? '';
    const changes = second.update('document', id, { title: 'Non' });
    expect(faultOf(() => second.commit({ name: 'documents.edit', changes }))).toBe(
      'library-read-only',
    );
    expect(faultOf(() => second.undo())).toBe('library-read-only');
    second.setPlace(id, { paragraphId: 'abcdefghijklmnop', offset: 0 });
    expect(second.place(id)).toBeNull();
    second.close();
    first.close();
    expect(open(folder).readOnly).toBeNull();
  });

  it('of a newer version is read-only, and says which version wrote it', async () => {
    const folder = freshFolder();
    await filled(folder);
    const db = connect(database(folder), {});
    db.exec(`PRAGMA user_version = ${String(SCHEMA_VERSION + 1)}`);
    db.run("UPDATE meta SET value = '9.9.9' WHERE key = 'application'");
    db.close();
    const library = open(folder);
    expect(library.readOnly).toBe('library-newer');
    expect(library.fault?.detail).toContain('9.9.9');
    expect(library.documents.all()).toHaveLength(1);
  });
});

describe('a damaged library.db', () => {
  it('is read-only, names the newest good backup, and shows what the journal tells', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    await fill(library);
    const before = visible(library);
    const good = await library.backup();
    const bad = await library.backup();
    library.close();
    writeFileSync(join(folder, 'backups', bad.name), 'not a database');
    writeFileSync(database(folder), Buffer.alloc(8192, 'x'));
    const damaged = open(folder);
    expect(damaged.readOnly).toBe('library-damaged');
    expect(damaged.fault?.detail).toContain(good.name);
    expect(visible(damaged)).toEqual(before);
    expect((await damaged.check()).ok).toBe(false);
    expect(readFileSync(database(folder), 'latin1')).toBe('x'.repeat(8192));
  });

  it('is found where only some pages are broken', async () => {
    const folder = freshFolder();
    await filled(folder);
    const size = readFileSync(database(folder)).length;
    const handle = openSync(database(folder), 'r+');
    writeSync(handle, Buffer.alloc(size - 4096, 0xaa), 0, size - 4096, 4096);
    closeSync(handle);
    const damaged = open(folder);
    expect(damaged.readOnly).toBe('library-damaged');
    expect(damaged.annotations.all()).toHaveLength(2);
  });

  it('can be set aside and is then rebuilt from the journal', async () => {
    const folder = freshFolder();
    await filled(folder);
    const before = dump(folder);
    writeFileSync(database(folder), 'broken');
    setDatabaseAside(folder);
    const library = open(folder);
    expect(library.readOnly).toBeNull();
    expect(library.recovered).toContain('library.db was missing');
    expect((await library.check()).problems).toEqual([]);
    library.close();
    expect(dump(folder)).toEqual(before);
    const [aside = ''] = readdirSync(join(folder, 'set-aside'));
    expect(readFileSync(join(folder, 'set-aside', aside, 'library.db'), 'utf8')).toBe('broken');
  });
});

describe('a missing library.db', () => {
  it('is rebuilt from the journal: same records, same history, same ids', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    await fill(library);
    const { libraryId } = library;
    const operations = library.operationsAfter(0);
    const before = visible(library);
    library.close();
    const records = dump(folder);
    rmSync(database(folder));
    const again = open(folder);
    expect(again.recovered).toContain('library.db was missing');
    expect(again.libraryId).toBe(libraryId);
    expect(again.operationsAfter(0)).toEqual(operations);
    expect(visible(again)).toEqual(before);
    expect((await again.check()).problems).toEqual([]);
    again.redo();
    again.close();
    rmSync(database(folder));
    const third = open(folder);
    third.undo();
    expect(visible(third)).toEqual(before);
    third.close();
    expect(Object.keys(records)).toEqual(Object.keys(dump(folder)));
  });

  it('is rebuilt byte for byte in its records', async () => {
    const folder = freshFolder();
    await filled(folder);
    const before = dump(folder);
    rmSync(database(folder));
    open(folder).close();
    expect(dump(folder)).toEqual(before);
  });

  it('never meets the write-ahead log of the one that is gone', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    await fill(library);
    const wal = readFileSync(`${database(folder)}-wal`);
    library.close();
    const before = dump(folder);
    rmSync(database(folder));
    writeFileSync(`${database(folder)}-wal`, wal);
    const again = open(folder);
    expect((await again.check()).problems).toEqual([]);
    again.close();
    expect(dump(folder)).toEqual(before);
  });

  it('is rebuilt as far as possible where a journal line is damaged', async () => {
    const folder = freshFolder();
    await filled(folder);
    const [file = ''] = journalFiles(folder);
    const lines = readFileSync(file, 'utf8').split('\n');
    const damagedAt = lines.findIndex((line) => line.includes('"name":"annotations.create"'));
    lines[damagedAt] = (lines[damagedAt] ?? '').replace('annotations.create', 'annotations.cheats');
    writeFileSync(file, lines.join('\n'));
    rmSync(database(folder));
    const library = open(folder);
    expect(library.recovered).toMatch(/1 damaged lines, \d+ changes lost/);
    expect(library.documents.all()).toHaveLength(1);
    expect(library.annotations.all().map(({ body }) => body)).toEqual(['y']);
    expect(library.tags.all()).toHaveLength(2);
  });
});

describe('the journal', () => {
  it('has a line with a checksum for each operation', async () => {
    const folder = freshFolder();
    await filled(folder);
    expect(journalFiles(folder)[0]).toMatch(/\d{4}-\d{2}\.jsonl$/);
    const lines = journalText(folder).trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line) as { operation: { seq: number } });
    expect(parsed.map(({ operation }) => operation.seq)).toEqual(lines.map((_, i) => i + 1));
  });

  it('loses a torn last line, and gets it back from the history', async () => {
    const folder = freshFolder();
    await filled(folder);
    const whole = journalText(folder);
    const [file = ''] = journalFiles(folder);
    for (const keep of [
      whole.length - 1,
      whole.length - 20,
      whole.lastIndexOf('\n', whole.length - 2) + 5,
    ]) {
      writeFileSync(file, whole.slice(0, keep));
      const library = open(folder);
      expect(library.recovered).toBeNull();
      library.close();
      expect(journalText(folder)).toBe(whole);
    }
    writeFileSync(file, `${whole}${'\0'.repeat(100)}`);
    open(folder).close();
    expect(journalText(folder)).toBe(whole);
  });

  it('gets missing lines back, one, many or all', async () => {
    const folder = freshFolder();
    await filled(folder);
    const whole = journalText(folder);
    const [file = ''] = journalFiles(folder);
    const lines = whole.split('\n');
    for (const keep of [lines.length - 2, 3, 1, 0]) {
      writeFileSync(
        file,
        lines
          .slice(0, keep)
          .map((line) => `${line}\n`)
          .join(''),
      );
      open(folder).close();
      const told = journalText(folder).trimEnd().split('\n');
      // A save that a later one of its visit replaced is gone from the history, not from the story.
      expect(lines).toEqual(expect.arrayContaining(told));
      const library = open(folder);
      expect((await library.check()).problems).toEqual([]);
      library.close();
    }
    rmSync(join(folder, 'journal'), { recursive: true });
    const library = open(folder);
    expect((await library.check()).problems).toEqual([]);
  });

  it('that cannot be written leaves the change standing and is written later', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    await fill(library);
    renameSync(join(folder, 'journal'), join(folder, 'away'));
    writeFileSync(join(folder, 'journal'), 'in the way');
    const document = addDocument(library, 'Pendant');
    expect(library.journalPending).toBe(true);
    expect(library.documents.one(document)?.title).toBe('Pendant');
    expect(library.retryJournal()).toBe(false);
    addDocument(library, 'Encore');
    rmSync(join(folder, 'journal'));
    renameSync(join(folder, 'away'), join(folder, 'journal'));
    expect(library.retryJournal()).toBe(true);
    expect(library.journalPending).toBe(false);
    const problems = (await library.check()).problems.filter(({ part }) => part === 'journal');
    expect(problems).toEqual([]);
  });

  it('that waits is written by the next commit, and by the next opening', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    rmSync(join(folder, 'journal'), { recursive: true });
    writeFileSync(join(folder, 'journal'), '');
    addTag(library, 'a');
    expect(library.journalPending).toBe(true);
    rmSync(join(folder, 'journal'));
    addTag(library, 'b');
    expect(library.journalPending).toBe(false);
    expect((await library.check()).problems).toEqual([]);
    rmSync(join(folder, 'journal'), { recursive: true });
    writeFileSync(join(folder, 'journal'), '');
    addTag(library, 'c');
    library.close();
    const blocked = open(folder);
    expect(blocked.journalPending).toBe(true);
    blocked.close();
    rmSync(join(folder, 'journal'));
    const again = open(folder);
    expect(again.journalPending).toBe(false);
    expect((await again.check()).problems).toEqual([]);
  });

  it('that tells another history is set aside and written anew', async () => {
    const [folder, other] = [freshFolder(), freshFolder()];
    await filled(folder);
    await filled(other);
    rmSync(join(folder, 'journal'), { recursive: true });
    mkdirSync(join(folder, 'journal'));
    const [foreign = ''] = journalFiles(other);
    writeFileSync(join(folder, 'journal', '2020-01.jsonl'), readFileSync(foreign));
    const library = open(folder);
    expect(library.recovered).toContain('set aside');
    expect((await library.check()).problems).toEqual([]);
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
  });

  it('starts a new file with each month', () => {
    const folder = freshFolder();
    let now = Date.UTC(2026, 0, 31, 23, 59, 59, 0);
    const library = opened(folder, { now: () => now });
    addTag(library, 'janvier');
    now += 2_000;
    addTag(library, 'février');
    library.close();
    const names = readdirSync(join(folder, 'journal')).sort();
    expect(names).toEqual(['2026-01.jsonl', '2026-02.jsonl']);
    rmSync(database(folder));
    expect(open(folder).tags.all()).toHaveLength(2);
  });
});

describe('check', () => {
  it('finds a damaged line, a missing line, and a record changed behind the history', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    await fill(library);
    const [file = ''] = journalFiles(folder);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [`x${lines[0] ?? ''}`, ...lines.slice(2)].join('\n'));
    library.close();
    const db = connect(database(folder), {});
    db.run("UPDATE document SET title = 'behind'");
    db.close();
    const { ok, problems } = await open(folder).check();
    expect(ok).toBe(false);
    expect(problems.map(({ part, detail }) => `${part}: ${detail}`)).toEqual([
      'history: document records differ from the history',
      expect.stringMatching(/^journal: .*line 1: damaged$/),
      'journal: operation 1 is missing',
      'journal: operation 2 is missing',
    ]);
  });
});
