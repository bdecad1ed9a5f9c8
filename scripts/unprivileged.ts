// Chromium's sandbox proves nothing for the superuser: when started as root, the application and its tests
// run as the user nobody, with a home of their own. Also knows how to give them a virtual display.
import {
  copyFileSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cache, isRoot, root, say } from './places.ts';
import { run, type Ended } from './processes.ts';
import type { ElectronRuntime } from './setup/electron.ts';
import { hasDisplay, onPath } from './setup/system.ts';

const user = 'nobody';

interface OrdinaryUser {
  readonly uid: number;
  readonly gid: number;
  /** What to put before a command so that this user runs it. */
  readonly prefix: readonly string[];
}

/** The user the application runs as when we are root; undefined when we are not, or may not change users. */
export const ordinaryUser: OrdinaryUser | undefined = findUser();

function findUser(): OrdinaryUser | undefined {
  if (!isRoot || process.platform !== 'linux') return undefined;
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
    const [uid, gid] = [id('-u'), id('-g')];
    const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'];
    const tried = spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true']);
    if (tried.status === 0) return { uid, gid, prefix };
  } catch {
    // No such user or no such program: said below.
  }
  say(
    'Running as root and the user cannot be changed here: Electron is started with --no-sandbox, and the test of the sandbox will fail.',
  );
  return undefined;
}

/** Gives a folder and all in it to the ordinary user; nothing when we are not root. */
export function handOver(folder: string): void {
  if (ordinaryUser === undefined) return;
  const { uid, gid } = ordinaryUser;
  lchownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, name), uid, gid);
  }
}

export interface Place {
  /** The repository as the ordinary user sees it. */
  readonly root: string;
  /** The Node to run scripts with there. */
  readonly node: string;
  /** A folder to write results into. */
  readonly results: string;
  /** Runs a command there, under a virtual display if asked for or if there is none. */
  readonly run: (
    command: readonly string[],
    options: { virtualDisplay: boolean; env?: Readonly<Record<string, string>> },
  ) => Promise<Ended>;
  /** Copies the results to a folder of the real repository and removes what was temporary. */
  readonly end: (resultsInto: string) => void;
}

/** Prepares a place where the built application can be driven. */
export function preparePlace(electron: ElectronRuntime): Place {
  const home = mkdtempSync(join(tmpdir(), 'gmg-archive-'));
  const results = join(home, 'results');
  const temporary = join(home, 'tmp');
  for (const folder of [results, temporary]) mkdirSync(folder);
  for (const folder of [home, results, temporary]) {
    if (ordinaryUser) lchownSync(folder, ordinaryUser.uid, ordinaryUser.gid);
  }
  const seen = readableRoot();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GMG_RESULTS: results,
    GMG_ELECTRON: electron.executable.replace(root, () => seen),
    ...(electron.sqliteBinding === null ? {} : { GMG_SQLITE_BINDING: electron.sqliteBinding }),
  };
  if (ordinaryUser) {
    Object.assign(env, { HOME: home, TMPDIR: temporary, USER: user, LOGNAME: user });
    for (const name of Object.keys(env)) if (name.startsWith('XDG_')) delete env[name];
  }
  return {
    root: seen,
    node: process.execPath.replace(root, () => seen),
    results,
    run: (command, { virtualDisplay, env: more }) => {
      const screen = virtualDisplay ? screenFor() : [];
      if (screen === undefined) return Promise.resolve({ code: 1, output: '', ms: 0 });
      const words = [...(ordinaryUser?.prefix ?? []), ...screen, ...command];
      return run(words[0] ?? '', words.slice(1), { cwd: seen, env: { ...env, ...more } });
    },
    end: (resultsInto) => {
      rmSync(resultsInto, { recursive: true, force: true });
      cpSync(results, resultsInto, { recursive: true });
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What to put before a command so that it has a display; undefined, after saying why, if it can't have one. */
function screenFor(): readonly string[] | undefined {
  if (process.platform !== 'linux') return [];
  if (onPath('xvfb-run')) {
    return ['xvfb-run', '-a', '--server-args=-screen 0 1920x1080x24 -nolisten tcp'];
  }
  if (hasDisplay()) return [];
  say(
    'Electron cannot run here: there is no display, and no xvfb-run to make one. On Debian or Ubuntu: sudo apt-get install -y xvfb xauth',
  );
  return undefined;
}

/** The repository, or, where the ordinary user may not read it, a copy of it with hard links. */
export function readableRoot(): string {
  if (ordinaryUser === undefined) return root;
  const [command = '', ...args] = [
    ...ordinaryUser.prefix,
    'test',
    '-r',
    join(root, 'package.json'),
  ];
  if (spawnSync(command, args).status === 0) return root;
  const copy = join(cache, 'readable-copy');
  say(`The user ${user} may not read ${root}: a copy with hard links in ${copy} is used.`);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  if (spawnSync('cp', ['-al', root, copy]).status !== 0) {
    rmSync(copy, { recursive: true, force: true });
    execFileSync('cp', ['-a', root, copy]);
  }
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  return copy;
}

/** For a person who starts the application as root: a lasting home, and access to the display. */
export function lastingHome(): NodeJS.ProcessEnv {
  if (ordinaryUser === undefined) return process.env;
  const home = '/var/lib/gmg-archive';
  mkdirSync(home, { recursive: true, mode: 0o755 });
  lchownSync(home, ordinaryUser.uid, ordinaryUser.gid);
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: home, USER: user, LOGNAME: user };
  for (const name of Object.keys(env)) if (name.startsWith('XDG_')) delete env[name];
  const ticket = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
  if (existsSync(ticket)) {
    env['XAUTHORITY'] = join(home, '.Xauthority');
    copyFileSync(ticket, env['XAUTHORITY']);
    lchownSync(env['XAUTHORITY'], ordinaryUser.uid, ordinaryUser.gid);
  }
  return env;
}
