// The application's own protocol maps names to a fixed list of files and hashes to originals; no text of a
// request becomes a path, and no original becomes a page.
import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { importFiles, openWithPort, SOME_TEXT } from './doors.ts';
import type { Opened } from './doors.ts';

const hash = createHash('sha256').update(SOME_TEXT).digest('hex');
const html = '<!doctype html><title>T</title><p>A paragraph of some words.</p><script>1</script>';

let opened: Opened;
test.beforeAll(async () => {
  opened = await openWithPort();
  // One after the other: the parser may fetch the original it was given last.
  const items = [
    ...(await importFiles(opened, { 'text.txt': SOME_TEXT })),
    ...(await importFiles(opened, { 'page.html': html })),
  ];
  expect(items.map(({ status }) => status)).toEqual(['added', 'added']);
});
test.afterAll(() => opened.app.close());

/** Status of a request as the page can make it; 0 where it is not even let out. */
function fromPage(address: string, method = 'GET'): Promise<number> {
  return opened.page.evaluate(
    ([to, by]) =>
      fetch(to, { method: by }).then(
        ({ status }) => status,
        () => 0,
      ),
    [address, method] as const,
  );
}

/** Status of a request that no content policy stands before. */
function fromMain(address: string): Promise<number> {
  return opened.app.evaluate(
    ({ session }, to) =>
      session.defaultSession.fetch(to).then(
        ({ status }) => status,
        () => 0,
      ),
    address,
  );
}

test('what is on the list is served', async () => {
  expect(await fromPage('/index.html')).toBe(200);
  expect(await fromPage('/pdfjs/pdf.worker.mjs')).toBe(200);
  expect(await fromPage(`/original/${hash}`)).toBe(200);
});

for (const path of [
  '/',
  '/package.json',
  '/../package.json',
  '/..%2fpackage.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/%2e%2e%2fpackage.json',
  '/..%5cpackage.json',
  '/pdfjs/..%2f..%2fpackage.json',
  '/pdfjs//pdf.worker.mjs',
  '/INDEX.HTML',
  '/index.html%00.js',
  '//etc/hosts',
  '/electron/main.cjs',
  '/..%2felectron%2fservice.cjs',
  '/original/',
  '/original/..%2flibrary.db',
  '/original/%2e%2e%2flibrary.db',
  `/original/${hash.toUpperCase()}`,
  `/original/${hash.slice(1)}`,
  `/original/${hash}0`,
  `/original/${hash}%00`,
  `/original/${hash}/`,
  `/original/${hash}?part`,
  `/original/./..%2foriginals%2f${hash}`,
  `/original/${'z'.repeat(64)}`,
  `/original/${'0'.repeat(64)}`,
]) {
  test(`not found: ${path.replaceAll(hash, '<hash>')}`, async () => {
    const address = `app://archive${path}`;
    expect(await fromPage(address)).toBe(404);
    expect(await fromMain(address)).toBe(404);
  });
}

test('other hosts and schemes serve nothing', async () => {
  for (const address of [
    'app://other/index.html',
    'app://archive.other/index.html',
    `app://original/${hash}`,
    'app://parser/parser.html',
    `app://parser/original/${hash}`,
    'app://localhost/etc/hosts',
  ]) {
    expect(await fromMain(address), address).toBe(404);
    expect(await fromPage(address), address).toBe(0);
  }
  for (const address of ['file:///etc/hosts', 'filesystem:app://archive/x', 'ftp://archive/']) {
    expect(await fromPage(address), address).toBe(0);
  }
});

test('nothing can be written', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect(await fromPage('/index.html', method)).toBe(405);
    expect(await fromPage(`/original/${hash}`, method)).toBe(405);
  }
});

test('an original is bytes: typed, not sniffed, and no page', async () => {
  const page = createHash('sha256').update(html).digest('hex');
  const seen = await opened.page.evaluate(async (address) => {
    const response = await fetch(address);
    return { headers: Object.fromEntries(response.headers), text: await response.text() };
  }, `/original/${page}`);
  expect(seen.text).toBe(html);
  expect(seen.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  });
});

test('WebAssembly is for the PDF worker and the parser alone', async () => {
  const policies = await opened.page.evaluate(async () => {
    const addresses = ['/index.html', '/pdfjs/pdf.worker.mjs', '/pdfjs/wasm/openjpeg.wasm'];
    const responses = await Promise.all(addresses.map((address) => fetch(address)));
    return responses.map(({ headers }) => headers.get('content-security-policy') ?? '');
  });
  const allowed = policies.map((policy) => policy.includes("'wasm-unsafe-eval'"));
  expect(allowed).toEqual([false, true, false]);
  for (const policy of policies) expect(policy).not.toContain("'unsafe-eval'");
});

test('the parser’s session serves its page and the one original it was given', async () => {
  const statuses = await opened.app.evaluate(
    async ({ session }, given) => {
      const own = session.fromPartition('parser');
      const status = (address: string): Promise<number> =>
        own.fetch(address).then(
          (response) => response.status,
          () => 0,
        );
      return {
        page: await status('app://parser/parser.html'),
        given: await status(`app://parser/original/${given.last}`),
        other: await status(`app://parser/original/${given.first}`),
        window: await status('app://archive/index.html'),
        archive: await status(`app://archive/original/${given.last}`),
      };
    },
    { first: hash, last: createHash('sha256').update(html).digest('hex') },
  );
  expect(statuses).toEqual({ page: 200, given: 200, other: 404, window: 404, archive: 404 });
});
