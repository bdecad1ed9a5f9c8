import { readdirSync, readFileSync, renameSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreBackup, setDatabaseAside } from './index.ts';
import { addDocument, addTag, faultOf, freshFolder, opened, visible } from './library.fixture.ts';

const DAY = 86_400_000;

describe('backups', () => {
  it('are single files, newest first, and the oldest go', async () => {
    const folder = freshFolder();
    let now = Date.UTC(2026, 0, 1);
    const library = opened(folder, { now: () => now });
    for (let i = 0; i < 9; i++) {
      addTag(library, String(i));
      now += DAY;
      const made = await library.backup();
      expect(library.backups()[0]).toEqual(made);
      expect(made).toMatchObject({ at: now, seq: library.seq });
      expect(made.bytes).toBeGreaterThan(0);
    }
    const names = library.backups().map(({ name }) => name);
    expect(names).toHaveLength(7);
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([...names].reverse());
  });

  it('made in the same millisecond are two', async () => {
    const library = opened(freshFolder(), { now: () => 1_800_000_000_000 });
    await library.backup();
    await library.backup();
    expect(library.backups()).toHaveLength(2);
  });

  it('are made once a day, and only where something changed', async () => {
    const folder = freshFolder();
    let now = Date.UTC(2026, 0, 1);
    const library = opened(folder, { now: () => now });
    expect(await library.backupIfDue()).toBeNull();
    addTag(library, 'a');
    expect(await library.backupIfDue()).not.toBeNull();
    addTag(library, 'b');
    now += DAY - 1;
    expect(await library.backupIfDue()).toBeNull();
    now += 1;
    expect(await library.backupIfDue()).not.toBeNull();
    now += 3 * DAY;
    expect(await library.backupIfDue()).toBeNull();
  });
});

describe('restoring', () => {
  it('gives the library of that moment, and sets the present one aside', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    addDocument(library, 'Un');
    const then = visible(library);
    const { name } = await library.backup();
    addDocument(library, 'Deux');
    expect(faultOf(() => restoreBackup(folder, name))).toBe('library-busy');
    library.close();
    writeFileSync(join(folder, 'corpus.db'), 'derived from what is no longer there');
    restoreBackup(folder, name);
    expect(readdirSync(folder)).not.toContain('corpus.db');
    const restored = opened(folder, { create: false });
    expect(visible(restored)).toEqual(then);
    expect(restored.readOnly).toBeNull();
    const problems = (await restored.check()).problems.filter(({ part }) => part !== 'originals');
    expect(problems).toEqual([]);
    const kept = readdirSync(join(folder, 'set-aside')).flatMap((name) =>
      readdirSync(join(folder, 'set-aside', name)),
    );
    expect(kept).toEqual(expect.arrayContaining(['library.db', 'journal']));
    addDocument(restored, 'Trois');
    expect(
      restored.documents
        .all()
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Trois', 'Un']);
  });

  it('can keep what came after, from the journal', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    addDocument(library, 'Un');
    const { name } = await library.backup();
    addDocument(library, 'Deux');
    library.undo();
    library.redo();
    const now = visible(library);
    library.close();
    writeFileSync(join(folder, 'library.db'), 'broken');
    restoreBackup(folder, name, { keepLater: true });
    const restored = opened(folder, { create: false });
    expect(restored.recovered).toContain('3 operations');
    expect(visible(restored)).toEqual(now);
    const problems = (await restored.check()).problems.filter(({ part }) => part !== 'originals');
    expect(problems).toEqual([]);
  });

  it('refuses a backup that is damaged or unknown and leaves the library as it is', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    addDocument(library, 'Un');
    const { name } = await library.backup();
    const now = visible(library);
    library.close();
    const path = join(folder, 'backups', name);
    writeFileSync(path, readFileSync(path).fill(0xff, 4096, 8192));
    expect(faultOf(() => restoreBackup(folder, name))).toBe('library-damaged');
    expect(faultOf(() => restoreBackup(folder, '../library.db'))).toBe('not-found');
    expect(visible(opened(folder, { create: false }))).toEqual(now);
  });

  it('cut short after its point of no return is finished at the next opening', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    addDocument(library, 'Un');
    const then = visible(library);
    const { name } = await library.backup();
    addDocument(library, 'Deux');
    library.close();
    // As restoreBackup leaves it when the power fails before, or between, its last two steps.
    const ready = join(folder, 'library.db.restoring');
    renameSync(join(folder, 'journal'), join(folder, 'journal-aside'));
    copyFileSync(join(folder, 'backups', name), ready);
    const first = opened(folder, { create: false });
    expect(visible(first)).toEqual(then);
    first.close();
    copyFileSync(join(folder, 'backups', name), ready);
    setDatabaseAside(folder);
    expect(visible(opened(folder, { create: false }))).toEqual(then);
  });
});
