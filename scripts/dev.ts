// `npm run dev`: the application with an interface that reloads while one types; the other parts are rebuilt,
// and the application restarted, when their sources change.
import react from '@vitejs/plugin-react';
import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { buildChanged } from './build.ts';
import { root, say } from './places.ts';
import { findElectron } from './setup/electron.ts';
import { hasDisplay } from './setup/system.ts';
import { lastingHome, ordinaryUser } from './unprivileged.ts';

export async function dev(args: readonly string[]): Promise<number> {
  if (!hasDisplay()) {
    say('There is no display here, and hot reload needs one.');
    return 1;
  }
  const electron = await findElectron();
  if (!(await buildChanged())) return 1;
  const server = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    plugins: [react()],
    // The page itself is shown at the application's own address.
    server: {
      host: '127.0.0.1',
      hmr: { protocol: 'ws', host: '127.0.0.1' },
      fs: { allow: [root] },
    },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  say(`The interface is served at ${address}`);

  const hook = join(root, 'scripts', 'dev.hook.cjs');
  const open = (): ChildProcess => {
    const words = [...(ordinaryUser?.prefix ?? []), electron.executable, '-r', hook, root, ...args];
    return spawn(words[0] ?? '', words.slice(1), {
      stdio: 'inherit',
      env: {
        ...lastingHome(),
        GMG_DEV_SERVER: address,
        ...(electron.sqliteBinding === null ? {} : { GMG_SQLITE_BINDING: electron.sqliteBinding }),
      },
    });
  };

  return new Promise((resolve) => {
    let restarting = false;
    let application = open();
    const closed = (code: number | null): void => {
      if (restarting) {
        restarting = false;
        application = open().on('exit', closed);
      } else void server.close().then(() => resolve(code ?? 1));
    };
    application.on('exit', closed);

    let waiting: NodeJS.Timeout | undefined;
    watch(join(root, 'electron'), { recursive: true }, (_change, name) => {
      if (name === null || name.includes('.test.')) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        void buildChanged(['main', 'service', 'preload'].map(programName)).then((built) => {
          if (!built) return;
          restarting = true;
          application.kill();
        });
      }, 300);
    });
  });
}

const programName = (name: string): string =>
  `electron/${name}.${name === 'preload' ? 'cjs' : 'js'}`;
