import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect, connectForWriting, refuseOldRuntime, storageFault } from './connection.ts';
import { faultOf, freshFolder, opened } from './library.fixture.ts';

describe('a connection', () => {
  it('is refused, in words, where the runtime’s Node-API is too old for the binding', () => {
    expect(faultOf(() => refuseOldRuntime(undefined, '9'))).toBe('internal');
    expect(faultOf(() => refuseOldRuntime(undefined, undefined))).toBe('internal');
    expect(faultOf(() => refuseOldRuntime('/a/binding.node', '9'))).toBe('no fault');
    expect(faultOf(() => refuseOldRuntime(undefined, '10'))).toBe('no fault');
  });

  it('for writing syncs every commit, overwrites what is deleted, and checks references', () => {
    const folder = freshFolder();
    opened(folder).close();
    const db = connectForWriting(join(folder, 'library.db'), {});
    const settings = ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'];
    expect(settings.map((name) => db.pragma(name))).toEqual(['wal', 2, 1, 1]);
    db.reopen();
    expect(settings.map((name) => db.pragma(name))).toEqual(['wal', 2, 1, 1]);
    db.close();
  });

  it('turns what SQLite and the disk say into faults', () => {
    const error = (code: string) => Object.assign(new Error('x'), { code });
    const code = (name: string) =>
      faultOf(() => {
        throw storageFault(error(name));
      });
    expect(['SQLITE_FULL', 'ENOSPC'].map(code)).toEqual(['disk-full', 'disk-full']);
    expect(['SQLITE_CORRUPT', 'SQLITE_NOTADB'].map(code)).toEqual(Array(2).fill('library-damaged'));
    expect(['SQLITE_READONLY_DBMOVED', 'SQLITE_CANTOPEN'].map(code)).toEqual(
      Array(2).fill('library-read-only'),
    );
    expect(code('SQLITE_BUSY_SNAPSHOT')).toBe('library-busy');
    expect(code('EWHATEVER')).toBe('EWHATEVER');
  });

  it('reports a full disk as one, and keeps what was there', () => {
    const db = connect(':memory:', {});
    db.exec('CREATE TABLE t (a TEXT) STRICT');
    db.exec('PRAGMA max_page_count = 10');
    const fill = (): void => {
      try {
        db.transaction(() => db.run('INSERT INTO t VALUES (?)', 'x'.repeat(100_000)));
      } catch (error) {
        throw storageFault(error);
      }
    };
    expect(faultOf(fill)).toBe('disk-full');
    expect(db.all('SELECT * FROM t')).toEqual([]);
    db.close();
  });
});
