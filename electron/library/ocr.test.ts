import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Recognition } from '../core/recognition.ts';
import { Recognitions } from './ocr.ts';

const folder = mkdtempSync(join(tmpdir(), 'recognitions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hash = 'a'.repeat(64);
const read = (pages: number): Recognition => ({
  version: 1,
  engine: 'test',
  languages: ['fra'],
  total: 3,
  pages: Array.from({ length: pages }, (_, at) => ({
    number: at + 1,
    width: 10,
    height: 10,
    lines: [],
  })),
});

it('keeps what was read by the original’s hash, each time whole', () => {
  const kept = new Recognitions(folder);
  expect([kept.has(hash), kept.get(hash)]).toEqual([false, null]);
  kept.put(hash, read(1));
  kept.put(hash, read(3));
  expect(kept.get(hash)).toEqual(read(3));
  expect(readdirSync(join(folder, 'ocr'))).toEqual([hash]);
  expect(kept.damaged()).toEqual([]);
});

it('tells what cannot be read any more, and takes nothing for a hash that is none', () => {
  const kept = new Recognitions(folder);
  const other = 'b'.repeat(64);
  writeFileSync(join(folder, 'ocr', other), '{"version":1,"pages":');
  expect(kept.get(other)).toBeNull();
  expect(kept.damaged()).toEqual([other]);
  expect(() => kept.put('../library.db', read(1))).toThrow('bad-input');
  expect(kept.has('../library.db')).toBe(false);
});
