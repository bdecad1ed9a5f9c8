import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOf } from './content.ts';
import { serveOriginal } from './original.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the list of served files', () => {
  it('names every file below the folder by its address, with its type', async () => {
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '');
    await writeFile(join(folder, 'assets', 'index.js'), '');
    await writeFile(join(folder, 'assets', 'odd.xyz'), '');
    const found = [...filesOf(folder, '/')].map(([address, { type }]) => [address, type]);
    expect(new Map(found as [string, string][])).toEqual(
      new Map([
        ['/index.html', 'text/html; charset=utf-8'],
        ['/assets/index.js', 'text/javascript; charset=utf-8'],
        ['/assets/odd.xyz', 'application/octet-stream'],
      ]),
    );
  });

  it('does not follow links out of the folder', async () => {
    await symlink(tmpdir(), join(folder, 'out'));
    expect(filesOf(folder, '/').size).toBe(0);
  });
});

describe('an original', () => {
  const whole = `%PDF-1.7 ${'0123456789'.repeat(60_000)}`;
  const ask = (headers: Record<string, string> = {}, method = 'GET') =>
    serveOriginal({ headers, method }, join(folder, 'original'));
  beforeEach(() => writeFile(join(folder, 'original'), whole));

  it('is served whole, as data that no page can become', async () => {
    const response = await ask();
    expect(response.statusCode).toBe(200);
    expect(await text(response.data)).toBe(whole);
    expect(response.headers).toMatchObject({
      'Content-Type': 'application/pdf',
      'Content-Length': String(whole.length),
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it('is served in part when a part is asked for', async () => {
    const response = await ask({ Range: 'bytes=5-12' });
    expect(response.statusCode).toBe(206);
    expect(await text(response.data)).toBe(whole.slice(5, 13));
    expect(response.headers['Content-Range']).toBe(`bytes 5-12/${whole.length}`);
    const rest = await ask({ range: `bytes=${whole.length - 3}-` });
    expect(await text(rest.data)).toBe('789');
  });

  it('has no part beyond its end', async () => {
    expect((await ask({ range: `bytes=${whole.length}-` })).statusCode).toBe(416);
  });

  it('is only described when only its head is asked for', async () => {
    const response = await ask({}, 'HEAD');
    expect(response.headers['Content-Length']).toBe(String(whole.length));
    expect(await text(response.data)).toBe('');
  });

  it('of another kind, a web page above all, is bytes and no page', async () => {
    await writeFile(join(folder, 'original'), '<!doctype html><script>alert(1)</script>');
    expect((await ask()).headers['Content-Type']).toBe('application/octet-stream');
  });

  it('that is not there is not found', async () => {
    await rm(join(folder, 'original'));
    expect((await ask()).statusCode).toBe(404);
    await writeFile(join(folder, 'original'), '');
    expect(await text((await ask()).data)).toBe('');
  });
});
