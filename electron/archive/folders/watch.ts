/**
 * Listens to the system for changes in folders. What changed is not told, only where: a look at the
 * folder finds out, and it finds the same after a night without listening.
 */
import { watch as listen } from 'chokidar';
import type { FSWatcher } from 'chokidar';
import { basename } from 'node:path';
import { isWithin } from '../../core/paths.ts';
import { isLeftOut } from '../imports/walk.ts';

/** Milliseconds without a further change until a folder is looked at: a copy is then complete. */
const QUIET = 1_500;

export interface Watcher {
  /** Listens to these folders and to no others. */
  follow(folders: readonly { readonly id: string; readonly path: string }[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param except a folder whose changes mean nothing: the library's own.
 * @param onChange is given a folder's id once things have become quiet in it.
 */
export function watcher(except: string, onChange: (id: string) => void): Watcher {
  const open = new Map<string, FSWatcher>();
  const timers = new Map<string, NodeJS.Timeout>();

  function stir(id: string): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => onChange(id), QUIET),
    );
  }

  async function drop(id: string): Promise<void> {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const ended = open.get(id);
    open.delete(id);
    await ended?.close();
  }

  return {
    async follow(folders) {
      const wanted = new Set(folders.map(({ id }) => id));
      for (const { id, path } of folders) {
        if (open.has(id)) continue;
        const ignored = (entry: string): boolean =>
          entry !== path &&
          (isLeftOut(basename(entry)) || isWithin(except, entry, process.platform));
        const started = listen(path, {
          ignored,
          ignoreInitial: true,
          followSymlinks: false,
          ignorePermissionErrors: true,
        });
        started.on('all', () => stir(id));
        // A folder that can't be listened to is still looked at on each start.
        started.on('error', () => undefined);
        open.set(id, started);
      }
      await Promise.all([...open.keys()].filter((id) => !wanted.has(id)).map(drop));
    },
    async close() {
      await Promise.all([...open.keys()].map(drop));
    },
  };
}
