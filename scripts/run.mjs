// The first thing that runs in a bare clone, under whatever Node (20 or newer) the machine has and with
// built-ins only: it knows how to bring the locked dependencies and the project's own Node in place,
// and hands over to scripts/main.ts, which runs under that Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.gmg-archive', 'dependencies');

/** Messages go to standard error: standard output belongs to the command (the command line prints data). */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

function stop(sentence) {
  say(sentence);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  stop(
    `GMG Archive needs Node 20 or newer to set itself up; this is Node ${process.versions.node}.`,
  );
}

const hasOwnNode = process.platform === 'linux' && process.arch === 'x64';
const ownNode = join(modules, '.bin', 'node');

installDependencies();
const node = chooseNode();

const child = spawn(
  node.command,
  [...node.flags, join(root, 'scripts', 'main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: root },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => stop(`The project's Node could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** Brings node_modules to what the lockfile says; does nothing when it is there already. */
function installDependencies() {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256')
    .update(lockText)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!matchesLockfile(JSON.parse(lockText).packages)) {
    say('Installing the dependencies named in package-lock.json …');
    const done = npm(['ci', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']);
    if (done !== 0) {
      stop(
        'The dependencies could not be installed (npm ci failed, see above). With a working connection to the npm registry, run the same command again.',
      );
    }
  }
  mkdirSync(join(modules, '.gmg-archive'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Whether npm's own record of what it installed agrees with the lockfile, package by package. */
function matchesLockfile(packages) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  if (hasOwnNode && !existsSync(ownNode)) return false;
  return Object.entries(packages).every(([place, wanted]) => {
    if (place === '') return true;
    const present = installed[place];
    return present ? present.integrity === wanted.integrity : wanted.optional === true;
  });
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const quiet = [...args, '--loglevel=error'];
  // npm's standard output becomes our standard error, so that a command's own output stays clean.
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...quiet], options).status;
  return spawnSync('npm', quiet, { ...options, shell: process.platform === 'win32' }).status;
}

/** The Node everything else runs under: the project's own where it exists, else the machine's. */
function chooseNode() {
  if (hasOwnNode && existsSync(ownNode)) return { command: ownNode, flags: ['--no-warnings'] };
  if (major < 22 || (major === 22 && minor < 13)) {
    stop(
      `This step needs Node 22.13 or newer; this is Node ${process.versions.node}. Install a current Node from your system or from nodejs.org and run the same command again.`,
    );
  }
  const stripsTypes = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  const flags = stripsTypes ? [] : ['--experimental-strip-types'];
  return { command: process.execPath, flags: ['--no-warnings', ...flags] };
}
