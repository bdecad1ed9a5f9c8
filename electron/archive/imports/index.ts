/**
 * Imports: one run at a time, to which more files may be added while it goes on. Files are read
 * apart, then committed in groups, each group one operation; pause and cancel act between files.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportItem, ImportState } from '../../contract/views.ts';
import type { Area, Context } from '../context.ts';
import type { Derivation } from '../derivation.ts';
import { groupWriter } from './group.ts';
import { prepare } from './one.ts';
import type { UnderWay } from './one.ts';
import { walk } from './walk.ts';
import type { Found } from './walk.ts';

/** Least time between two progress events, in milliseconds. */
const EVENT_EVERY = 250;

/** Results that travel with a progress event; `imports.state` has them all. */
const LATEST_ITEMS = 200;

interface Order {
  readonly paths: readonly string[];
  readonly timeoutMs: number;
  readonly collection: string;
}

interface Task {
  readonly file: Found;
  readonly order: Order;
}

export interface Imports {
  readonly calls: Area<
    'imports.add' | 'imports.guides' | 'imports.state' | 'imports.pause' | 'imports.cancel'
  >;
  /** Cancels a run and waits until it has ended. */
  stop(): Promise<void>;
}

export function imports(context: Context, derivation: Derivation): Imports {
  let state: ImportState = {
    running: false,
    paused: false,
    total: 0,
    done: 0,
    items: [],
    current: '',
  };
  let items: ImportItem[] = [];
  let cancelling = new AbortController();
  let run: Promise<void> | null = null;
  let wake: (() => void) | null = null;
  let lastEvent = 0;
  const orders: Order[] = [];

  function announce(patch: Partial<ImportState>, force: boolean): void {
    state = { ...state, ...patch, items };
    if (!force && context.now() - lastEvent < EVENT_EVERY) return;
    lastEvent = context.now();
    context.emit({ event: 'import', state: { ...state, items: items.slice(-LATEST_ITEMS) } });
  }

  async function unpaused(): Promise<void> {
    while (state.paused && !cancelling.signal.aborted) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  async function* tasks(): AsyncGenerator<Task> {
    for (let order = orders.shift(); order; order = orders.shift()) {
      for await (const file of walk(order.paths, cancelling.signal)) yield { file, order };
    }
  }

  async function work(jobs: number): Promise<void> {
    const { signal } = cancelling;
    const queue: Task[] = [];
    const underWay: UnderWay = new Map();
    const group = groupWriter(context, derivation, (item) => {
      items.push(item);
      context.emit({ event: 'imported', item });
      announce({ done: state.done + 1 }, false);
    });
    let walking = true;
    const walker = (async () => {
      for await (const task of tasks()) {
        queue.push(task);
        announce({ total: state.total + 1 }, false);
      }
      walking = false;
    })();
    const lane = async (): Promise<void> => {
      while (!signal.aborted) {
        await unpaused();
        const task = queue.shift();
        if (task === undefined) {
          if (!walking) return;
          group.flush();
          await new Promise((resolve) => setTimeout(resolve, 5));
          continue;
        }
        announce({ current: task.file.name }, false);
        const started = performance.now();
        const { timeoutMs, collection } = task.order;
        const prepared = await prepare(context, task.file, timeoutMs, underWay, signal);
        if (signal.aborted) return;
        group.add({ file: task.file, prepared, collection, ms: performance.now() - started });
      }
    };
    await Promise.all([walker, ...Array.from({ length: jobs }, lane)]);
    group.flush();
  }

  async function start(order: Order, jobs: number): Promise<ImportState> {
    orders.push(order);
    if (run === null) {
      items = [];
      cancelling = new AbortController();
      announce({ running: true, paused: false, total: 0, done: 0, current: '' }, true);
      run = (async () => {
        try {
          // Orders that came in just as the last lane ended are taken up by another round.
          while (orders.length > 0 && !cancelling.signal.aborted) await work(jobs);
        } finally {
          orders.length = 0;
          run = null;
          announce({ running: false, paused: false, current: '' }, true);
        }
      })();
    }
    await run;
    return state;
  }

  const calls: Imports['calls'] = {
    'imports.add': ({ paths, timeout, jobs, collection }) =>
      start({ paths, timeoutMs: timeout * 1000, collection }, jobs),
    'imports.guides': () =>
      start({ paths: guidePaths(context), timeoutMs: 60_000, collection: 'guides' }, 1),
    'imports.state': () => state,
    'imports.pause': ({ paused }) => {
      if (!state.running) return null;
      announce({ paused }, true);
      wake?.();
      return null;
    },
    'imports.cancel': () => {
      cancelling.abort();
      wake?.();
      return null;
    },
  };

  return {
    calls,
    async stop() {
      cancelling.abort();
      wake?.();
      await run?.catch(() => undefined);
    },
  };
}

/** The guides that ship with the product, French first, in their order. */
function guidePaths({ resources }: Context): string[] {
  return ['fr', 'en'].flatMap((language) => {
    const folder = join(resources, 'guides', language);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => join(folder, name));
  });
}
