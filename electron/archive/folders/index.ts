/**
 * Folders that the library follows: looked at when added, at each start and when the system tells
 * of a change. One look at a time; what is new or changed goes through the imports.
 */
import { realpath } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { FaultError, toFault } from '../../core/fault.ts';
import type { Fault } from '../../core/fault.ts';
import { isPassing } from '../../core/fileFault.ts';
import { isWithin, openable } from '../../core/paths.ts';
import type { FolderFound, FolderView, ImportItem } from '../../contract/views.ts';
import type { Source, StoredFolder } from '../../library/index.ts';
import type { Area, Context } from '../context.ts';
import type { Imports } from '../imports/index.ts';
import { keyOf } from '../imports/seen.ts';
import { compare } from './compare.ts';
import { watcher } from './watch.ts';

const NOTHING: FolderFound = { added: 0, replaced: 0, moved: 0, missing: 0, failed: 0 };

/** Milliseconds after which files that Word held, say, are tried again. */
const AGAIN = 60_000;

export interface Folders {
  readonly calls: Area<'folders.list' | 'folders.add' | 'folders.remove' | 'folders.rescan'>;
  /** Looks at every folder, then listens to all of them until closed. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** What is remembered of a look. */
interface Remembered {
  readonly found: FolderFound;
  readonly fault: Fault | null;
}

export function folders(context: Context, importing: Imports): Folders {
  const { library } = context;
  const closing = new AbortController();
  const looking = new Map<string, Promise<void>>();
  const again = new Map<string, NodeJS.Timeout>();
  let turn: Promise<void> = Promise.resolve();
  let listening = false;
  /** Id of the folder being looked at. */
  let active: string | null = null;
  const listener = watcher(library.folder, (id) => void look(id));

  /** Looks at a folder as soon as the looks before are over; asked twice, it is one look. */
  function look(id: string): Promise<void> {
    const waiting = looking.get(id);
    if (waiting !== undefined) return waiting;
    const next = turn.then(async () => {
      // From here on a further change asks for a further look.
      looking.delete(id);
      const folder = library.folders.all().find((one) => one.id === id);
      if (folder === undefined || closing.signal.aborted) return;
      active = id;
      context.emit({ event: 'changed', kinds: ['folders'] });
      try {
        await lookAt(folder);
      } finally {
        active = null;
        context.emit({ event: 'changed', kinds: ['folders'] });
      }
    });
    looking.set(id, next);
    turn = next.catch(() => undefined);
    return turn;
  }

  async function lookAt(folder: StoredFolder): Promise<void> {
    const remember = (remembered: Remembered): void =>
      library.folders.putLook(folder.id, { at: context.now(), found: JSON.stringify(remembered) });
    try {
      const known = library.sources.below(prefixOf(folder.path));
      const { signal } = closing;
      const seen = await compare(folder.path, known, signal, library.folder, (...file) =>
        library.sources.wasErased(...file),
      );
      library.sources.markThere(seen.back);
      const items = seen.toRead.length === 0 ? [] : await importing.follow(seen.toRead);
      if (signal.aborted) return;
      const settled = settleGone(seen.gone);
      const refused = library.sources
        .below(prefixOf(folder.path))
        .filter(({ fault, missingAt }) => fault !== null && missingAt === null);
      if (seen.gone.length + seen.back.length > 0) {
        context.emit({ event: 'changed', kinds: ['documents'] });
      }
      const count = (status: ImportItem['status']): number =>
        items.filter((item) => item.status === status).length;
      remember({
        found: {
          added: count('added'),
          replaced: count('replaced'),
          ...settled,
          failed: refused.length + seen.failed,
        },
        fault: null,
      });
      const held = items.some(({ fault }) => fault !== null && isPassing(fault.code));
      if (held && listening) lookAgain(folder.id);
    } catch (error) {
      const fault = toFault(error);
      if (fault.code !== 'cancelled') remember({ found: NOTHING, fault });
    }
  }

  function lookAgain(id: string): void {
    clearTimeout(again.get(id));
    again.set(
      id,
      setTimeout(() => void look(id), AGAIN),
    );
  }

  /** A file that is gone here and was found there has moved; the others are marked. */
  function settleGone(gone: readonly Source[]): {
    readonly moved: number;
    readonly missing: number;
  } {
    const keys = new Set(gone.map(({ key }) => key));
    const isElsewhere = ({ hash }: Source): boolean =>
      library.sources
        .holding(hash)
        .some(({ key, missingAt }) => missingAt === null && !keys.has(key));
    const documents = gone.filter(({ documentId }) => documentId !== null);
    const moved = documents.filter(isElsewhere);
    const missing = documents.filter((source) => !moved.includes(source));
    const held = new Set(missing.map(({ key }) => key));
    library.sources.forget([...keys].filter((key) => !held.has(key)));
    library.sources.markMissing([...held], context.now());
    return { moved: moved.length, missing: missing.length };
  }

  function viewOf(folder: StoredFolder): FolderView {
    const { id, path } = folder;
    const last = library.folders.look(id);
    const told = last === null ? null : (JSON.parse(last.found) as Remembered);
    return {
      id,
      name: basename(path) || path,
      path,
      lookedAt: last?.at ?? null,
      looking: active === id || looking.has(id),
      files: library.sources.countBelow(prefixOf(path)),
      found: told?.found ?? NOTHING,
      fault: told?.fault ?? null,
    };
  }

  const list = (): FolderView[] => library.folders.all().map(viewOf);

  async function relisten(): Promise<void> {
    if (listening) await listener.follow(library.folders.all());
  }

  const calls: Folders['calls'] = {
    'folders.list': list,

    'folders.add': async ({ path }) => {
      const real = await realpath(openable(path, process.platform)).catch(() => {
        throw new FaultError('folder-missing', '');
      });
      if (isWithin(library.folder, real, process.platform)) {
        throw new FaultError('bad-input', 'the folder of the library itself');
      }
      const there = library.folders
        .all()
        .find((folder) => isWithin(folder.path, real, process.platform));
      if (there !== undefined) {
        void look(there.id);
        return viewOf(there);
      }
      const folder: StoredFolder = { id: context.newId(), path: real, addedAt: context.now() };
      const fields = { path: real, added_at: folder.addedAt };
      const changes = library.create('folder', folder.id, fields);
      context.commit('folders.add', basename(real), changes);
      void look(folder.id);
      await relisten();
      return viewOf(folder);
    },

    'folders.remove': async ({ id }) => {
      const folder = library.folders.all().find((one) => one.id === id);
      if (folder === undefined) throw new FaultError('not-found', id);
      context.commit('folders.remove', basename(folder.path), library.remove('folder', id));
      await relisten();
      return null;
    },

    'folders.rescan': async ({ id }) => {
      const all = library.folders.all().filter((folder) => id === undefined || folder.id === id);
      if (id !== undefined && all.length === 0) throw new FaultError('not-found', id);
      await Promise.all(all.map((folder) => look(folder.id)));
      await relisten();
      return list();
    },
  };

  return {
    calls,
    async start() {
      listening = true;
      await relisten();
      await Promise.all(library.folders.all().map(({ id }) => look(id)));
    },
    async close() {
      closing.abort();
      for (const timer of again.values()) clearTimeout(timer);
      await listener.close();
      await turn;
    },
  };
}

/** What the keys of all files in a folder begin with. */
function prefixOf(path: string): string {
  const key = keyOf(path);
  return key.endsWith(sep) ? key : `${key}${sep}`;
}
