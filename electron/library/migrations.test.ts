import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { takeLock } from './lock.ts';
import { freshFolder, opened, visible } from './library.fixture.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrations.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const frozen = (version: number) =>
  readFileSync(join(FIXTURES, `version-${String(version)}.sql`), 'utf8');
const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);

/** A library folder as that version left it, its journal lost. */
function made(version: number): string {
  const folder = freshFolder();
  mkdirSync(folder);
  const db = connect(join(folder, 'library.db'), {});
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(frozen(version));
  db.close();
  return folder;
}

/** Tables and indexes, spacing aside. */
function schema(path: string): string[] {
  const db = connect(path, {});
  const rows = db.all<{ sql: string }>(
    'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name',
  );
  db.close();
  return rows.map(({ sql }) => sql.replace(/--.*\n/g, '').replace(/\s+/g, ' '));
}

/** What version 9 brought to annotations. */
const followed = (version: number) => ({
  ...{ language: null, found: null },
  ...(version < 9 ? { status: null, due: null } : { status: 'open', due: '2026-12-01' }),
});

/** The version that brought rules and snapshots of the codebook. */
const RULED = 11;

describe('a library of schema version', () => {
  it('each has its frozen fixture', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(
      versions.map((version) => `version-${String(version)}.sql`).sort(),
    );
  });

  it.each(versions)('%i opens while another program holds it, and stays as it is', (version) => {
    const folder = made(version);
    const path = join(folder, 'library.db');
    const before = readFileSync(path);
    const lock = takeLock(folder, {});
    const library = opened(folder, { create: false });
    expect(library.readOnly).toBe('library-busy');
    expect(library.documents.all()).toMatchObject([{ title: 'Déclaration' }]);
    expect(library.folders.all()).toEqual([]);
    expect(library.unfinished.all()).toEqual([]);
    library.close();
    lock?.release();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each(versions)('%i opens with everything in it', async (version) => {
    const folder = made(version);
    const library = opened(folder, { create: false });
    expect(library).toMatchObject({ readOnly: null, recovered: null });
    expect(library.author().name).toBe('Awa');
    const [document] = library.documents.all();
    expect(document).toMatchObject({ title: 'Déclaration', format: 'txt', removedAt: null });
    expect(library.annotations.all()).toMatchObject([
      {
        body: 'Une note',
        author: 'Awa',
        fileAuthor: version < 5 ? null : 'Lina',
        ...followed(version),
      },
    ]);
    expect(library.tags.all()).toMatchObject([
      { name: 'feuille', passages: 1, documents: 0, rule: version < RULED ? '' : 'abri OR tente' },
      { name: 'racine', passages: 0, documents: 1 },
    ]);
    expect(library.place(document?.id ?? '')).toEqual({
      paragraphId: 'abcdefghijklmnop',
      offset: 12.5,
    });
    expect(library.originalPlace(document?.id ?? '')).toEqual(
      version < 7 ? null : { page: 3, top: 0.25, zoom: 'page-fit', rotation: 90, layout: 'beside' },
    );
    const corrected = library.corrections.of(document?.id ?? '');
    expect(corrected.map(({ kind, value }) => [kind, value])).toEqual(
      version < 3 ? [] : [['number', '13']],
    );
    expect(document?.own).toEqual(version < 4 ? {} : { Pays: 'Mali' });
    const refused = library.snapshots.dismissals().map(({ paragraphId }) => paragraphId);
    expect(refused).toEqual(version < RULED ? [] : ['abcdefghijklmnop']);
    const kept = library.snapshots.all();
    expect(kept.map(({ name, tags }) => [name, tags])).toEqual(
      version < RULED ? [] : [['Première grille', 2]],
    );
    const picked = library.sheets.current()?.items.map(({ selector }) => selector.number);
    expect(picked).toEqual(version < 6 ? undefined : ['12 bis']);
    const meanings = library.colours.all().map(({ colour, meaning }) => [colour, meaning]);
    expect(meanings).toEqual(version < 10 ? [] : [['yellow', 'à citer']]);
    const problems = (await library.check()).problems.filter(({ part }) => part !== 'originals');
    expect(problems).toEqual([]);
    expect(existsSync(join(folder, 'journal', '2026-11.jsonl'))).toBe(true);
  });

  it.each(versions)('%i can be undone to the beginning and redone', (version) => {
    const library = opened(made(version), { create: false });
    const before = visible(library);
    let undone = 0;
    for (; library.historyState().undo !== null; undone++) library.undo();
    expect(library.documents.all()).toEqual([]);
    expect(library.tags.all()).toEqual([]);
    for (let i = 0; i < undone; i++) library.redo();
    expect(visible(library)).toEqual(before);
  });

  it.each(versions)('%i ends with the same tables as a new one', (version) => {
    const [old, fresh] = [made(version), freshFolder()];
    opened(old, { create: false }).close();
    opened(fresh).close();
    expect(schema(join(old, 'library.db'))).toEqual(schema(join(fresh, 'library.db')));
  });
});

describe('migrating', () => {
  it('is marked in the file, and done once', () => {
    const db = connect(':memory:', {});
    expect(schemaVersion(db)).toBe(0);
    migrate(db);
    migrate(db);
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
    db.exec(`PRAGMA user_version = ${String(SCHEMA_VERSION + 1)}`);
    expect(() => migrate(db)).toThrow('library-newer');
    db.close();
  });
});
