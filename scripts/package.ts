// `npm run package`: the application as a folder, as a release would hold it, and beside it the same with the
// one fuse on that Playwright needs to drive it; the second is then proved to start and work.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { buildChanged } from './build.ts';
import {
  filesBelow,
  hashOf,
  modules,
  out,
  readJson,
  root,
  say,
  stamps,
  writeJson,
} from './places.ts';
import { run } from './processes.ts';
import { findElectron, type ElectronRuntime } from './setup/electron.ts';
import { prepareSandbox } from './setup/sandbox.ts';
import { endToEnd } from './endToEnd.ts';

/** Tells the end-to-end tests which programs to start and look into. */
export type Packages = Readonly<Record<'GMG_PACKAGED' | 'GMG_RELEASE', string>>;

type Kind = 'release' | 'smoke';

/** The release's configuration, or the one for proving it, which differs in the inspect fuse alone. */
function configuration(kind: Kind, electron: ElectronRuntime): Configuration {
  const base: Configuration = {
    extends: 'electron-builder.yml',
    electronDist: electron.dist,
    electronVersion: electron.version,
    directories: { output: join(root, 'dist', kind) },
  };
  if (kind === 'release') return base;
  return {
    ...base,
    electronFuses: { enableNodeCliInspectArguments: true },
    // The fallback Electron cannot load better-sqlite3's own binary.
    ...(electron.sqliteBinding === null
      ? {}
      : { extraResources: [{ from: electron.sqliteBinding, to: 'sqlite.node' }] }),
  };
}

/** Builds both packages, unless they are there already; undefined, after saying why, when that fails. */
export async function packageForSmoke(electron: ElectronRuntime): Promise<Packages | undefined> {
  const memory = join(stamps, 'package.json');
  const sources = [out, join(root, 'resources')].flatMap((folder) =>
    filesBelow(folder, (path) => !path.startsWith('.draft-')),
  );
  const settings = ['package.json', 'electron-builder.yml', 'scripts/package.ts'];
  const state = hashOf(
    [...settings.map((file) => join(root, file)), ...sources],
    JSON.stringify(electron),
  );
  const known = readJson(memory) as { state: string; packages: Packages } | undefined;
  if (known?.state === state && Object.values(known.packages).every(existsSync)) {
    return known.packages;
  }
  const started = performance.now();
  try {
    const packages: Packages = {
      GMG_RELEASE: await makeFolder('release', electron),
      GMG_PACKAGED: await makeFolder('smoke', electron),
    };
    writeJson(memory, { state, packages });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`Made dist/release and dist/smoke in ${seconds} s.`);
    return packages;
  } catch (error) {
    say(`The package could not be made: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** The program inside the unpacked folder, on Linux, Windows and macOS. */
const programs = ['gmg-archive', 'GMG Archive.exe', 'GMG Archive.app/Contents/MacOS/GMG Archive'];

/** Makes one unpacked application; answers the path of its program. */
async function makeFolder(kind: Kind, electron: ElectronRuntime): Promise<string> {
  const folder = join(root, 'dist', kind);
  rmSync(folder, { recursive: true, force: true });
  const settings = join(tmpdir(), `gmg-archive-${kind}-${process.pid}.json`);
  writeJson(settings, configuration(kind, electron));
  const builder = join(modules, 'electron-builder', 'cli.js');
  const args = [builder, '--dir', '--publish', 'never', '--config', settings];
  const { code, output } = await run(process.execPath, args, { cwd: root, collect: true });
  rmSync(settings, { force: true });
  if (code !== 0) throw new Error(`electron-builder failed:\n${output.trim()}`);
  const program = readdirSync(folder)
    .flatMap((name) => programs.map((program) => join(folder, name, program)))
    .find((path) => existsSync(path));
  if (program === undefined) throw new Error(`electron-builder left no program in ${folder}.`);
  const folderOfProgram = join(program, '..');
  // The starter of a bare Electron has no place in an application.
  rmSync(join(folderOfProgram, 'resources', 'default_app.asar'), { force: true });
  prepareSandbox(folderOfProgram);
  return program;
}

export async function packageAndProve(): Promise<number> {
  const electron = await findElectron();
  if (!(await buildChanged())) return 1;
  const packages = await packageForSmoke(electron);
  if (packages === undefined) return 1;
  const { passed, failed } = await endToEnd(electron, 'package', packages);
  say(
    electron.kind === 'fallback'
      ? 'dist/release and dist/smoke are for looking at and testing only: they hold the development Electron.'
      : 'The application is in dist/release.',
  );
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
