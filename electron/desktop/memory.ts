/**
 * What the application remembers of itself between two starts: preferences, the window's place, the
 * libraries opened. One small file, replaced in one step; an unreadable one counts as none.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { DEFAULT_PREFERENCES, SHELL_CALLS } from '../contract/shell.ts';
import type { Preferences } from '../contract/shell.ts';
import type { Bounds } from './bounds.ts';

export interface Remembered {
  readonly preferences: Preferences;
  /** Place of the window when it was not maximised, or null before the first start. */
  readonly bounds: Bounds | null;
  readonly maximised: boolean;
  /** Folder of the library open last, or null. */
  readonly library: string | null;
  /** Folders of libraries opened, newest first. */
  readonly recent: readonly string[];
}

export interface Memory {
  readonly now: Remembered;
  /** Changes some of it at once, and the file soon after. */
  change(fields: Partial<Remembered>): void;
  /** Resolves when the file holds what is remembered now, or can't be written. */
  written(): Promise<void>;
}

/** Milliseconds in which changes are gathered into one write. */
const PAUSE = 300;
const path = z.string().min(1).max(32_767);
const file = z.object({
  preferences: z.unknown().optional().transform(knownPreferences),
  bounds: z
    .strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
    .nullable()
    .catch(null),
  maximised: z.boolean().catch(false),
  library: path.nullable().catch(null),
  recent: z.array(path).max(20).catch([]),
});

/** Reads the file at `place`; nothing is written before the first change. */
export function openMemory(place: string): Memory {
  let now: Remembered = read(place);
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function write(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const text = `${JSON.stringify(now, null, 2)}\n`;
    // Preferences that cannot be kept (a full disk) are no reason to stop working.
    writing = writing.then(() => replace(place, text)).catch(() => undefined);
  }

  return {
    get now() {
      return now;
    },
    change(fields) {
      now = { ...now, ...fields };
      timer ??= setTimeout(write, PAUSE);
    },
    written() {
      if (timer !== null) write();
      return writing;
    },
  };
}

function read(place: string): Remembered {
  try {
    return file.parse(JSON.parse(readFileSync(place, 'utf8')));
  } catch {
    return file.parse({});
  }
}

/** The fields of this version that hold a value it knows; defaults for the others. */
function knownPreferences(value: unknown): Preferences {
  const { shape } = SHELL_CALLS['shell.preferences'].input;
  const stored = z.record(z.string(), z.unknown()).catch({}).parse(value);
  const known = Object.entries(shape).flatMap(([name, schema]) => {
    const field = schema.safeParse(stored[name]);
    return field.success && field.data !== undefined ? [[name, field.data] as const] : [];
  });
  return { ...DEFAULT_PREFERENCES, ...(Object.fromEntries(known) as Partial<Preferences>) };
}

async function replace(place: string, text: string): Promise<void> {
  mkdirSync(dirname(place), { recursive: true });
  const draft = `${place}.new`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, place);
}
