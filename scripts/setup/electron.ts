// Which Electron this clone runs: the official one is always tried first; where it cannot be fetched, the
// fallback for development on Linux x64. Remembers the answer and says it in a plain sentence.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { run } from '../processes.ts';
import { cache, modules, readJson, say, stamps, stop, versionOf, writeJson } from '../places.ts';
import { fallbackElectron } from './fallback.ts';
import { sqliteBinding } from './sqlite.ts';
import { prepareSandbox } from './sandbox.ts';
import { installSystemLibraries } from './system.ts';

export interface ElectronRuntime {
  readonly kind: 'official' | 'given' | 'fallback';
  /** Absolute path of the program. */
  readonly executable: string;
  /** The folder that holds it: electron-builder's `electronDist`. */
  readonly dist: string;
  readonly version: string;
  /** A SQLite binding built for this Electron; null where better-sqlite3's own prebuilt one fits. */
  readonly sqliteBinding: string | null;
}

const connectLimit = 10_000;
const downloadLimit = 15 * 60_000;
const firstNodeApiTen = 10;

/** Finds, fetches or prepares an Electron. Ends the command with a sentence if there is none. */
export async function findElectron(): Promise<ElectronRuntime> {
  const memory = join(stamps, 'electron.json');
  const asked = [
    versionOf('electron'),
    versionOf('better-sqlite3'),
    cache,
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '',
    process.env['ELECTRON_MIRROR'] ?? '',
  ].join('|');
  const known = readJson(memory) as { asked: string; runtime: ElectronRuntime } | undefined;
  if (known?.asked === asked && isWhole(known.runtime)) return known.runtime;

  const runtime = (await official()) ?? (await fallback());
  await installSystemLibraries(runtime.executable);
  prepareSandbox(runtime.dist);
  writeJson(memory, { asked, runtime });
  say(sentenceFor(runtime));
  return runtime;
}

function isWhole({ executable, sqliteBinding: binding }: ElectronRuntime): boolean {
  return existsSync(executable) && (binding === null || existsSync(binding));
}

function sentenceFor({ kind, version }: ElectronRuntime): string {
  if (kind === 'official') return `Using the official Electron ${version}.`;
  if (kind === 'given') return `Using Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH.`;
  return (
    `The official Electron ${versionOf('electron')} could not be fetched: using Electron ${version} taken from the Cypress package, ` +
    'for development and tests only. (To try the official one again, delete node_modules/.gmg-archive/electron.json.)'
  );
}

async function official(): Promise<ElectronRuntime | undefined> {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = join(modules, 'electron');
  if (given === undefined && !existsSync(join(folder, 'path.txt'))) {
    say(`Fetching the official Electron ${versionOf('electron')} …`);
    if (!(await fetchOfficial(folder))) return undefined;
  }
  const named = join(folder, 'path.txt');
  const program = existsSync(named) ? readFileSync(named, 'utf8') : platformProgram();
  const executable = join(given ?? join(folder, 'dist'), program);
  if (!existsSync(executable)) {
    if (given !== undefined)
      stop(`ELECTRON_OVERRIDE_DIST_PATH names ${given}, but ${executable} does not exist.`);
    return undefined;
  }
  const versionFile = join(given ?? join(folder, 'dist'), 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : versionOf('electron');
  const dist =
    process.platform === 'darwin' ? (given ?? join(folder, 'dist')) : dirname(executable);
  const needsOwnBinding = given !== undefined && (await nodeApiOf(executable)) < firstNodeApiTen;
  return {
    kind: given === undefined ? 'official' : 'given',
    executable,
    dist,
    version,
    sqliteBinding: needsOwnBinding ? await sqliteBinding() : null,
  };
}

function platformProgram(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** The Node-API version a given Electron offers; 10 when it cannot be asked (a fuse forbids it). */
async function nodeApiOf(executable: string): Promise<number> {
  const { code, output } = await run(executable, ['-p', 'process.versions.napi'], {
    collect: true,
    limit: connectLimit,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return code === 0 ? Number.parseInt(output, 10) : firstNodeApiTen;
}

/**
 * Runs the electron package's own installer (which honours its cache and mirror settings). A firewall that
 * drops packets would hang it: when the server cannot be reached within ten seconds and nothing is being
 * unpacked from the cache either, it is ended.
 */
async function fetchOfficial(folder: string): Promise<boolean> {
  const installer = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
  const ended = new Promise<boolean>((resolve) => {
    installer.on('error', () => resolve(false));
    installer.on('exit', (code) => resolve(code === 0));
  });
  const limit = setTimeout(() => installer.kill('SIGKILL'), downloadLimit);
  const unreachable = serverHangs().then((hangs) => {
    if (hangs && !existsSync(join(folder, 'dist'))) installer.kill('SIGKILL');
    return ended;
  });
  const done = await Promise.race([ended, unreachable]);
  clearTimeout(limit);
  return done && existsSync(join(folder, 'path.txt'));
}

/** Whether opening a connection to the download server neither succeeds nor fails within the limit. */
function serverHangs(): Promise<boolean> {
  const proxy = process.env['HTTPS_PROXY'] ?? process.env['https_proxy'];
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  const address = URL.parse(proxy ?? mirror ?? 'https://github.com/');
  if (address === null) return Promise.resolve(false);
  const port = Number(address.port || (address.protocol === 'http:' ? 80 : 443));
  return new Promise((resolve) => {
    const socket = connect({ host: address.hostname, port });
    const answer = (hangs: boolean) => (): void => {
      clearTimeout(limit);
      socket.destroy();
      resolve(hangs);
    };
    const limit = setTimeout(answer(true), connectLimit);
    limit.unref();
    socket.unref();
    socket.on('connect', answer(false)).on('error', answer(false));
  });
}

async function fallback(): Promise<ElectronRuntime> {
  const missing = `The official Electron ${versionOf('electron')} could not be fetched from GitHub (is the network closed?).`;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    stop(
      `${missing} Put it in place by hand: set ELECTRON_MIRROR to a mirror you can reach, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and run the same command again.`,
    );
  }
  const prepared = await fallbackElectron();
  if (prepared === undefined) {
    stop(
      `${missing} The replacement from the npm registry could not be prepared either (see above).`,
    );
  }
  return { kind: 'fallback', ...prepared, sqliteBinding: await sqliteBinding() };
}
