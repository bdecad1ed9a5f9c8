// The system libraries an Electron needs on Linux: which are missing, and how Debian and Ubuntu call them.
// Installs them when run as root there; otherwise says the exact command to type.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../processes.ts';
import { isRoot, say } from '../places.ts';

const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libnotify4',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
];
/** For machines without a display: a virtual one. */
const display = ['xvfb', 'xauth'];

/** Whether a program of this name can be started. */
export const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Sees to it that the program finds its libraries and, without a display, a virtual one. */
export async function installSystemLibraries(executable: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(executable);
  const needsDisplay = !(onPath('xvfb-run') && onPath('xauth')) && !hasDisplay();
  if (missing.length === 0 && !needsDisplay) return;

  const wanted = [...(missing.length > 0 ? libraries : []), ...(needsDisplay ? display : [])];
  const what = [...missing, ...(needsDisplay ? ['a virtual display (xvfb)'] : [])].join(', ');
  if (!onPath('apt-get')) {
    say(
      `Electron misses on this system: ${what}. Install them with your system's package manager.`,
    );
    return;
  }
  if (!isRoot) {
    const names = await presentNames(wanted);
    say(
      `Electron misses on this system: ${what}. Type: sudo apt-get install -y ${names.join(' ')}`,
    );
    return;
  }
  say(`Installing what Electron misses on this system: ${what} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { collect: true, env });
  const names = await presentNames(wanted);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  const { code, output } = await run('apt-get', install, { collect: true, env });
  if (code !== 0) say(`apt-get could not install them:\n${output.trim()}`);
}

export function hasDisplay(): boolean {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  );
}

async function missingLibraries(executable: string): Promise<string[]> {
  const { output } = await run('ldd', [executable], { collect: true });
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name);
}

/** Newer Ubuntu releases renamed some of these packages with the ending t64. */
async function presentNames(names: readonly string[]): Promise<string[]> {
  return Promise.all(
    names.map(async (name) => {
      const { code } = await run('apt-cache', ['show', `${name}t64`], { collect: true });
      return code === 0 ? `${name}t64` : name;
    }),
  );
}
