import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PARSER_LIMITS } from './host.ts';
import type { ParserHost, ParserLimits } from './host.ts';
import { nodeHost, parsersHaveNoNetwork } from './nodeHost.ts';

const entry = join(import.meta.dirname, 'fixtures', 'conduct.mjs');
const never = new AbortController().signal;
let folder: string;
let host: ParserHost;

function use(limits: Partial<ParserLimits> = {}, parsers = 1): void {
  host = nodeHost({ entry, readable: [], parsers, limits: { ...PARSER_LIMITS, ...limits } });
}

function parse(name: string, timeoutMs = 20_000, signal = never) {
  return host.parse({ hash: '', path: join(folder, 'original'), name, timeoutMs }, signal);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parsers-'));
  await writeFile(join(folder, 'original'), 'Migrants have rights.');
  use();
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

describe('a parser that does its work', () => {
  it('gets the bytes of the original and answers a draft', async () => {
    expect((await parse('read')).title).toBe('Migrants have rights.');
  });

  it('is used again, and replaced after its number of jobs', async () => {
    use({ jobsPerParser: 2 });
    const titles: string[] = [];
    for (let at = 0; at < 3; at += 1) titles.push((await parse('count')).title ?? '');
    const [first, second, third] = titles.map((title) => title.split(' '));
    expect(second).toEqual([first?.[0], '2']);
    expect(third?.[0]).not.toBe(first?.[0]);
    expect(third?.[1]).toBe('1');
  });

  it('takes turns when there are more originals than parsers', async () => {
    use({}, 2);
    const drafts = await Promise.all(['read', 'read', 'read', 'read'].map((name) => parse(name)));
    expect(drafts).toHaveLength(4);
  });

  it('says that an original is not there', async () => {
    await rm(join(folder, 'original'));
    await expect(parse('read')).rejects.toMatchObject({ code: 'file-missing' });
    await writeFile(join(folder, 'original'), '');
  });
});

describe('a parser that goes wrong', () => {
  it.each([
    ['hang', 500, 'parser-timeout'],
    ['wait', 500, 'parser-timeout'],
    ['crash', 20_000, 'parser-crashed'],
    ['nonsense', 20_000, 'parser-crashed'],
  ])('%s: ends as a fault, and the next original is read', async (name, timeout, code) => {
    await expect(parse(name, timeout)).rejects.toMatchObject({ code });
    expect((await parse('read')).title).toBe('Migrants have rights.');
  });

  it('is ended when it holds too much memory', async () => {
    use({ memoryBytes: 200_000_000 });
    await expect(parse('bomb')).rejects.toMatchObject({ code: 'parser-memory' });
    expect((await parse('read')).title).toBe('Migrants have rights.');
  });

  it('is ended when the reader cancels', async () => {
    const cancelling = new AbortController();
    const result = parse('wait', 20_000, cancelling.signal);
    cancelling.abort();
    await expect(result).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is ended when the host closes', async () => {
    const result = parse('hang');
    await host.close();
    await expect(result).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('what a parser may do', () => {
  it('is nothing but computing', async () => {
    const { title } = await parse('attempt');
    expect(parsersHaveNoNetwork).toBe(true);
    expect(title).toBe('done: ; denied: read write spawn thread network');
  });
});
