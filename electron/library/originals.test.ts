import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toFault } from '../core/fault.ts';
import { freshFolder, opened } from './library.fixture.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no fault',
    (error: unknown) => toFault(error).code,
  );

describe('originals', () => {
  it('are kept by hash, once, read-only, from a file or from bytes', async () => {
    const folder = freshFolder();
    const { originals } = opened(folder);
    const bytes = Buffer.alloc(700_001, 'é');
    const path = join(folder, 'source.txt');
    writeFileSync(path, bytes);
    const hash = sha256(bytes);
    expect(originals.has(hash)).toBe(false);
    expect(await originals.put({ path })).toMatchObject({ hash, bytes: bytes.length });
    expect(await originals.put({ bytes })).toMatchObject({ hash, bytes: bytes.length });
    expect(originals.has(hash)).toBe(true);
    expect(Buffer.from(await originals.read(hash)).equals(bytes)).toBe(true);
    expect(statSync(originals.path(hash)).mode & 0o222).toBe(0);
    expect(readdirSync(join(folder, 'originals'))).toEqual([hash]);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('may be empty: what is no document is judged elsewhere', async () => {
    const { originals } = opened(freshFolder());
    const { hash } = await originals.put({ bytes: new Uint8Array() });
    expect(hash).toBe(sha256(new Uint8Array()));
  });

  it('tell what is wrong with a source', async () => {
    const folder = freshFolder();
    const { originals } = opened(folder);
    expect(await code(originals.put({ path: join(folder, 'none') }))).toBe('file-missing');
    mkdirSync(join(folder, 'sub'));
    expect(await code(originals.put({ path: join(folder, 'sub') }))).toBe('file-special');
    expect(await code(originals.read('0'.repeat(64)))).toBe('file-missing');
    expect(await code(originals.read('../library.db'))).toBe('bad-input');
    expect(originals.has('../library.db')).toBe(false);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('refuse a file that changes while it is read', async () => {
    const folder = freshFolder();
    const { originals } = opened(folder);
    const path = join(folder, 'growing');
    writeFileSync(path, Buffer.alloc(30_000_000));
    let growing = true;
    const grow = async (): Promise<void> => {
      while (growing) await appendFile(path, 'x');
    };
    const grower = grow();
    expect(await code(originals.put({ path }))).toBe('file-changed');
    growing = false;
    await grower;
    expect(originals.list()).toEqual([]);
  });

  it('are proved by reading them, and one cut short is mended by importing it again', async () => {
    const { originals } = opened(freshFolder());
    const [good, cut, changed] = [
      await originals.put({ bytes: Buffer.from('good') }),
      await originals.put({ bytes: Buffer.from('cut short') }),
      await originals.put({ bytes: Buffer.from('changed') }),
    ];
    chmodSync(originals.path(cut.hash), 0o644);
    truncateSync(originals.path(cut.hash), 3);
    chmodSync(originals.path(changed.hash), 0o644);
    writeFileSync(originals.path(changed.hash), 'CHANGED');
    const { checked, damaged } = await originals.verify();
    expect(checked).toBe(3);
    expect([...damaged].sort()).toEqual([cut.hash, changed.hash].sort());
    await originals.put({ bytes: Buffer.from('cut short') });
    expect((await originals.verify()).damaged).toEqual([changed.hash]);
    expect(originals.list()).toContain(good.hash);
  });

  it('half copied are swept away at the next opening', () => {
    const folder = freshFolder();
    opened(folder).close();
    mkdirSync(join(folder, 'incoming'));
    writeFileSync(join(folder, 'incoming', 'half'), 'x');
    opened(folder);
    expect(existsSync(join(folder, 'incoming', 'half'))).toBe(false);
  });
});
