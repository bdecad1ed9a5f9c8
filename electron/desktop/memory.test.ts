import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../contract/shell.ts';
import { openMemory } from './memory.ts';

let folder: string;
let place: string;
const nothing = {
  preferences: DEFAULT_PREFERENCES,
  bounds: null,
  maximised: false,
  library: null,
  recent: [],
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-'));
  place = join(folder, 'profile', 'preferences.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('what the application remembers', () => {
  it('is nothing before the first start, and no file is made of it', async () => {
    expect(openMemory(place).now).toEqual(nothing);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is there again after a change', async () => {
    const library = join(folder, 'library');
    const bounds = { x: 1, y: 2, width: 900, height: 600 };
    const memory = openMemory(place);
    memory.change({ bounds });
    memory.change({ library, recent: [library] });
    memory.change({ preferences: { ...DEFAULT_PREFERENCES, theme: 'dark' } });
    await memory.written();
    const preferences = { ...DEFAULT_PREFERENCES, theme: 'dark' };
    const expected = { ...nothing, bounds, library, recent: [library], preferences };
    expect(openMemory(place).now).toEqual(expected);
    expect(await readdir(join(folder, 'profile'))).toEqual(['preferences.json']);
  });

  it('does not stop the application when it cannot be written', async () => {
    await writeFile(join(folder, 'profile'), 'a file where the folder should be');
    const memory = openMemory(place);
    memory.change({ maximised: true });
    await memory.written();
    expect(memory.now.maximised).toBe(true);
    expect(await readFile(join(folder, 'profile'), 'utf8')).toMatch(/^a file/);
  });
});

describe('a file that holds something else', () => {
  const broken = join(tmpdir(), 'memory-broken.json');
  afterEach(() => rm(broken));

  it.each(['', '{"preferences":', 'null', '[]', '7', '{"bounds":{"x":"1"},"recent":{"0":1}}'])(
    'counts as none: %s',
    async (text) => {
      await writeFile(broken, text);
      expect(openMemory(broken).now).toEqual(nothing);
    },
  );

  it('keeps the fields that are known and sound', async () => {
    const stored = { preferences: { theme: 'dark', textSize: 900, later: 1 }, library: 'relative' };
    await writeFile(broken, JSON.stringify(stored));
    const preferences = { ...DEFAULT_PREFERENCES, theme: 'dark' };
    expect(openMemory(broken).now).toEqual({ ...nothing, preferences });
  });
});
