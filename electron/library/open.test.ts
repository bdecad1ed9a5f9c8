import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { openLibrary, setDatabaseAside } from './index.ts';
import {
  addDocument,
  dump,
  faultOf,
  fill,
  filled,
  freshFolder,
  journalFiles,
  opened,
  visible,
} from './library.fixture.ts';
import { SCHEMA_VERSION } from './migrations.ts';

const open = (folder: string) => opened(folder, { create: false });
const database = (folder: string) => join(folder, 'library.db');

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
    const [aside = ''] = readdirSync(join(folder, 'set-aside'));
    expect(readFileSync(join(folder, 'set-aside', aside, 'library.db-wal'))).toEqual(wal);
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
