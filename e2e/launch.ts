// The one way tests and the headless round start the real application: the built one, or the packaged one
// when GMG_PACKAGED names its program; always with a profile of its own and the sandbox on.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';

/** The repository's folder. */
export const root = dirname(import.meta.dirname);

export interface LaunchOptions {
  /** The library to open; without it the application's own default inside the profile. */
  readonly library?: string;
  /** The application's data folder; a new temporary one by default. Give the same one to reopen. */
  readonly profile?: string;
  /** Another program's folder, for comparison; without it the application itself. */
  readonly application?: string;
  /** More words on the command line. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A new empty folder in the place for temporary things. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `${name}-`));
}

/** Starts the application and waits until it answers; the first window may still be to come. */
export async function launchArchive(options: LaunchOptions = {}): Promise<ElectronApplication> {
  const packaged = process.env['GMG_PACKAGED'];
  const electron = readElectron();
  const profile = options.profile ?? temporaryFolder('profile');
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...options.env })) {
    if (value !== undefined) environment[name] = value;
  }
  if (packaged === undefined && electron.sqliteBinding !== null) {
    environment['GMG_SQLITE_BINDING'] = electron.sqliteBinding;
  }
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return _electron.launch({
    executablePath: packaged ?? electron.executable,
    args: [
      ...(packaged === undefined ? [options.application ?? root] : []),
      `--user-data-dir=${profile}`,
      ...(options.library === undefined ? [] : [`--library=${options.library}`]),
      ...(options.args ?? []),
    ],
    env: environment,
    chromiumSandbox: !asRoot,
    timeout: 30_000,
  });
}

/** Which Electron the set-up found; it wrote it down. */
function readElectron(): { executable: string; sqliteBinding: string | null } {
  const told = process.env['GMG_ELECTRON'];
  if (told !== undefined) {
    return { executable: told, sqliteBinding: process.env['GMG_SQLITE_BINDING'] ?? null };
  }
  const memory = join(root, 'node_modules', '.gmg-archive', 'electron.json');
  if (!existsSync(memory)) {
    throw new Error('No Electron has been set up yet: run "npm test" or "npm start" once.');
  }
  const { runtime } = JSON.parse(readFileSync(memory, 'utf8')) as {
    runtime: { executable: string; sqliteBinding: string | null };
  };
  return runtime;
}
