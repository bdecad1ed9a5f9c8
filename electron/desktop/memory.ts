/**
 * What the application remembers of itself between two starts: preferences, the window's place, the
 * libraries opened. One small file, replaced in one step; an unreadable one counts as none.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
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
const MOST_RECENT = 20;

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
  const { preferences, bounds, maximised, library, recent } = fieldsOf(contentOf(place));
  return {
    preferences: knownPreferences(fieldsOf(preferences)),
    bounds: boundsOf(fieldsOf(bounds)),
    maximised: maximised === true,
    library: isPath(library) ? library : null,
    recent: Array.isArray(recent) ? recent.filter(isPath).slice(0, MOST_RECENT) : [],
  };
}

function contentOf(place: string): unknown {
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && isAbsolute(value);
}

function boundsOf({ x, y, width, height }: Readonly<Record<string, unknown>>): Bounds | null {
  const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return null;
  return { x, y, width, height };
}

/** The fields of this version that hold a value it knows; defaults for the others. */
function knownPreferences(stored: Readonly<Record<string, unknown>>): Preferences {
  const { shape } = SHELL_CALLS['shell.preferences'].input;
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
