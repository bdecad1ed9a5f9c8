// `npm start`: brings everything in place and opens the application; without a display it says so and runs
// the headless round instead.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { buildChanged } from './build.ts';
import { root, say, standingIn, stop } from './places.ts';
import { run } from './processes.ts';
import { findElectron, type ElectronRuntime } from './setup/electron.ts';
import { hasDisplay } from './setup/system.ts';
import { handOver, lastingHome, ordinaryUser, preparePlace, readableRoot } from './unprivileged.ts';

const usage = 'Usage: npm start [-- [--library DIR] [--headless]]';

export async function start(args: readonly string[]): Promise<number> {
  const { headless, library, others } = read(args);
  const electron = await findElectron();
  if (!(await buildChanged())) return 1;
  if (headless) return headlessRound(electron);
  if (!hasDisplay()) {
    say('There is no display here: running one round of the application without it.');
    return headlessRound(electron);
  }
  return openWindow(electron, library, others);
}

interface Asked {
  readonly headless: boolean;
  readonly library: string | undefined;
  /** Words for the application or for Chromium, passed on as they are. */
  readonly others: readonly string[];
}

function read(args: readonly string[]): Asked {
  let headless = false;
  let library: string | undefined;
  const others: string[] = [];
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--headless') headless = true;
    else if (word === '--library') library = rest.shift() ?? stop(usage);
    else if (word.startsWith('--library=')) library = word.slice('--library='.length);
    else if (word.startsWith('--')) others.push(word);
    else stop(usage);
  }
  return { headless, library: library && resolve(standingIn, library), others };
}

async function openWindow(
  electron: ElectronRuntime,
  library: string | undefined,
  others: readonly string[],
): Promise<number> {
  const env = lastingHome();
  if (ordinaryUser) {
    say(
      'Running as root: the application runs as the user nobody, so that its sandbox is real; its data is in /var/lib/gmg-archive.',
    );
    if (library !== undefined) lendLibrary(library);
  }
  const words = [
    ...(ordinaryUser?.prefix ?? []),
    electron.executable,
    ...(process.getuid?.() === 0 && !ordinaryUser && process.platform === 'linux'
      ? ['--no-sandbox']
      : []),
    readableRoot(),
    ...(library === undefined ? [] : [`--library=${library}`]),
    ...others,
  ];
  const binding = electron.sqliteBinding;
  const { code } = await run(words[0] ?? '', words.slice(1), {
    env: { ...env, ...(binding === null ? {} : { GMG_SQLITE_BINDING: binding }) },
  });
  return code;
}

/** As root: gives the library to the user the application runs as; root can still use it. */
function lendLibrary(library: string): void {
  mkdirSync(library, { recursive: true });
  if (readdirSync(library).length > 0 && !existsSync(join(library, 'library.db'))) {
    stop(`${library} is not empty and holds no library: name another folder.`);
  }
  handOver(library);
  const [command = '', ...args] = [...(ordinaryUser?.prefix ?? []), 'test', '-w', library];
  if (spawnSync(command, args).status !== 0) {
    stop(`The user nobody may not enter ${library}: name a folder that other users can reach.`);
  }
}

async function headlessRound(electron: ElectronRuntime): Promise<number> {
  const place = preparePlace(electron);
  const results = join(root, 'test-results', 'headless');
  try {
    const command = [place.node, '--no-warnings', join(place.root, 'scripts', 'headless.ts')];
    const { code, ms } = await place.run(command, { virtualDisplay: true });
    say(`Headless round ${code === 0 ? 'done' : 'failed'} after ${(ms / 1000).toFixed(1)} s.`);
    return code;
  } finally {
    place.end(results);
  }
}
