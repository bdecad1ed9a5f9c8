/**
 * Imports: one run at a time, to which more files may be added while it goes on. Files are read
 * apart, then committed in groups, each group one operation; pause and cancel act between files.
 * What a run was asked is written down until it ends, so that a crash does not end it.
 */
import { readdirSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportItem, ImportState } from '../../contract/views.ts';
import type { Area, Context } from '../context.ts';
import type { Derivation } from '../derivation.ts';
import { groupWriter } from './group.ts';
import { prepareAll } from './inside.ts';
import { bring, leave } from './one.ts';
import type { Brought, UnderWay } from './one.ts';
import { lockedFiles } from './locked.ts';
import { paste } from './paste.ts';
import { wasDone } from './seen.ts';
import { placeIn, turns } from './turns.ts';
import { walk } from './walk.ts';
import type { Found } from './walk.ts';

/** Least time between two progress events, in milliseconds. */
const EVENT_EVERY = 250;

/** Results that travel with a progress event; `imports.state` has them all. */
const LATEST_ITEMS = 50;

/** Below so much free memory files are read one at a time, in bytes. */
const MEMORY_FOR_TWO = 2 * 1024 ** 3;

/** Files that are copied into the library while those before them are read. */
const AHEAD = 8;

/** Milliseconds after which a lane without work looks again. */
const IDLE = 5;

const NONE_YET = { added: 0, replaced: 0, unchanged: 0, skipped: 0, failed: 0 };

/** Milliseconds one file of a followed folder may take. */
const FOLLOWED_TIMEOUT = 120_000;

/** An import that ended the program so often is given up. */
const MOST_ATTEMPTS = 3;

/** What is written down of an order. */
interface Asked {
  readonly paths: readonly string[];
  readonly timeoutMs: number;
  readonly collection: string;
  readonly jobs: number;
}

interface Order extends Asked {
  readonly id: string;
  /** UTC milliseconds when it was first begun. */
  readonly begunAt: number;
  /** True where the program ended in the middle of it. */
  readonly resumed: boolean;
  /** From a folder that is followed: looked at again at the next start, whatever happens now. */
  readonly onItem?: (item: ImportItem) => void;
}

interface Task {
  readonly file: Found;
  readonly order: Order;
  /** Its bytes, on their way in; absent until it is nearly its turn. */
  arriving?: Promise<Brought>;
}

export interface Imports {
  readonly calls: Area<
    | 'imports.add'
    | 'imports.guides'
    | 'imports.unlock'
    | 'imports.paste'
    | 'imports.state'
    | 'imports.pause'
    | 'imports.cancel'
  >;
  /** True while files are being read, or wait to be. */
  readonly running: boolean;
  /** Imports what changed in a folder that is followed; resolves with each file's result. */
  follow(paths: readonly string[]): Promise<readonly ImportItem[]>;
  /** Takes up what a crash or the end of the program interrupted. */
  resume(): void;
  /** Interrupts a run and waits until it has stopped; it is taken up at the next start. */
  stop(): Promise<void>;
}

export function imports(context: Context, derivation: Derivation): Imports {
  let state: ImportState = {
    running: false,
    paused: false,
    total: 0,
    done: 0,
    rate: 0,
    counts: NONE_YET,
    items: [],
    current: '',
  };
  let items: ImportItem[] = [];
  let counts = { ...NONE_YET };
  let cancelling = new AbortController();
  let run: Promise<void> | null = null;
  /** Lanes that rest while the reader pauses. */
  let resting: (() => void)[] = [];
  let lastEvent = 0;
  let stopping = false;
  const orders: Order[] = [];
  const locked = lockedFiles(context, derivation);
  /** Ids of the orders of this run that were written down. */
  const begun = new Set<string>();
  const clock = stopwatch(context.now);

  function announce(patch: Partial<ImportState>, force: boolean): void {
    state = { ...state, ...patch, items, counts: { ...counts } };
    if (!force && context.now() - lastEvent < EVENT_EVERY) return;
    lastEvent = context.now();
    context.emit({ event: 'import', state: { ...state, items: items.slice(-LATEST_ITEMS) } });
  }

  function wake(): void {
    const all = resting;
    resting = [];
    for (const lane of all) lane();
  }

  async function unpaused(): Promise<void> {
    while (state.paused && !cancelling.signal.aborted) {
      await new Promise<void>((resolve) => resting.push(resolve));
    }
  }

  async function* tasks(): AsyncGenerator<Task> {
    for (let order = orders.shift(); order; order = orders.shift()) {
      const { folder } = context.library;
      for await (const file of walk(order.paths, cancelling.signal, folder)) {
        if (!order.resumed || !wasDone(context, file, order.begunAt)) yield { file, order };
      }
    }
  }

  async function work(jobs: number): Promise<void> {
    const { signal } = cancelling;
    const queue: Task[] = [];
    const underWay: UnderWay = new Map();
    const group = groupWriter(context, derivation, (told, result) => {
      const { order, prepared } = result;
      // The library knows these bytes now; what was read of them is needed no longer.
      if (prepared.status === 'new') underWay.delete(prepared.hash);
      const item = locked.marked(told, result);
      items.push(item);
      order.onItem?.(item);
      counts[item.status] += 1;
      context.emit({ event: 'imported', item });
      const done = state.done + 1;
      announce({ done, rate: clock.perMinute(done) }, false);
    });
    const parsing = turns(() => (freemem() < MEMORY_FOR_TWO ? 1 : jobs));
    const bringNext = (): void => {
      for (const task of queue.slice(0, AHEAD)) task.arriving ??= bring(context, task.file);
    };
    let walking = true;
    const walker = (async () => {
      for await (const task of tasks()) {
        queue.push(task);
        if (queue.length <= AHEAD) bringNext();
        announce({ total: state.total + 1 }, false);
      }
      walking = false;
    })();
    const lane = async (): Promise<void> => {
      for (;;) {
        await unpaused();
        if (signal.aborted) return;
        const task = queue.shift();
        if (task === undefined) {
          if (!walking) return;
          await wait(IDLE);
          continue;
        }
        bringNext();
        announce({ current: task.file.name }, false);
        const { timeoutMs } = task.order;
        const place = placeIn(parsing);
        const reading = { timeoutMs, underWay, turns: place, signal };
        const outcomes = await prepareAll(context, task.file, reading, task.arriving);
        place.leave();
        if (signal.aborted) return;
        // An archive counts as the files inside it.
        announce({ total: state.total + outcomes.length - 1 }, false);
        for (const outcome of outcomes) await group.add({ ...outcome, order: task.order });
      }
    };
    try {
      // One lane more than parsers: while it waits for its turn, nobody waits for it.
      await Promise.all([walker, ...Array.from({ length: jobs + 1 }, lane)]);
      await group.flush();
    } catch (error) {
      // Nothing more can be committed: the other lanes need not read on.
      cancelling.abort();
      wake();
      throw error;
    } finally {
      for (const { arriving } of queue) if (arriving) leave(context, await arriving);
    }
  }

  async function start(order: Order): Promise<ImportState> {
    orders.push(order);
    if (order.onItem === undefined) writeDown(order);
    if (run === null) {
      items = [];
      locked.clear();
      counts = { ...NONE_YET };
      cancelling = new AbortController();
      clock.start();
      const none = { total: 0, done: 0, rate: 0, current: '' };
      announce({ running: true, paused: false, ...none }, true);
      run = (async () => {
        try {
          // Orders that came in just as the last lane ended are taken up by another round.
          while (orders.length > 0 && !cancelling.signal.aborted) await work(order.jobs);
        } finally {
          orders.length = 0;
          run = null;
          for (const id of begun) {
            if (stopping) context.library.unfinished.rest(id);
            else context.library.unfinished.remove(id);
          }
          begun.clear();
          announce({ running: false, paused: false, current: '' }, true);
          // The last event has the latest results only; whoever shows them all asks again.
          context.emit({ event: 'changed', kinds: ['imports'] });
        }
      })();
    }
    await run;
    return state;
  }

  function writeDown({ id, begunAt, paths, timeoutMs, collection, jobs }: Order): void {
    const asked: Asked = { paths, timeoutMs, collection, jobs };
    context.library.unfinished.put({ id, order: JSON.stringify(asked), begunAt });
    begun.add(id);
  }

  function ask(asked: Asked): Promise<ImportState> {
    return start({ ...asked, id: context.newId(), begunAt: context.now(), resumed: false });
  }

  const calls: Imports['calls'] = {
    'imports.add': ({ paths, timeout, jobs, collection, password }) => {
      if (password !== undefined) context.passwords.offer(password);
      return ask({ paths, timeoutMs: timeout * 1000, collection, jobs });
    },
    'imports.unlock': async ({ locked: id, password }) => {
      const { item, originalHash } = await locked.unlock(id, password);
      items = items.map((one) => (one.locked === id ? item : one));
      announce({}, true);
      return { documentId: item.documentId, originalHash };
    },
    'imports.paste': (pasted) => paste(context, derivation, pasted),
    'imports.guides': () =>
      ask({ paths: guidePaths(context), timeoutMs: 60_000, collection: 'guides', jobs: 1 }),
    'imports.state': () => state,
    'imports.pause': ({ paused }) => {
      if (!state.running) return null;
      clock.hold(paused);
      announce({ paused }, true);
      wake();
      return null;
    },
    'imports.cancel': () => {
      cancelling.abort();
      wake();
      return null;
    },
  };

  return {
    calls,
    get running() {
      return state.running;
    },
    async follow(paths) {
      const results: ImportItem[] = [];
      const asked = { paths, timeoutMs: FOLLOWED_TIMEOUT, collection: '', jobs: 2 };
      const when = { id: context.newId(), begunAt: context.now(), resumed: false };
      await start({ ...asked, ...when, onItem: (item) => results.push(item) });
      return results;
    },
    resume() {
      for (const { id, order, begunAt, attempts } of context.library.unfinished.all()) {
        if (attempts >= MOST_ATTEMPTS) context.library.unfinished.remove(id);
        else {
          const asked = JSON.parse(order) as Asked;
          // Whoever asked is gone: what fails is told in the results.
          start({ ...asked, id, begunAt, resumed: true }).catch(() => undefined);
        }
      }
    },
    async stop() {
      stopping = true;
      cancelling.abort();
      wake();
      await run?.catch(() => undefined);
    },
  };
}

/** Measures how fast files go through, pauses left out. */
function stopwatch(now: () => number) {
  let since = 0;
  let spent = 0;
  let running = false;
  return {
    start(): void {
      [since, spent, running] = [now(), 0, true];
    },
    hold(held: boolean): void {
      if (held === !running) return;
      if (held) spent += now() - since;
      else since = now();
      running = !held;
    },
    perMinute(done: number): number {
      const ms = spent + (running ? now() - since : 0);
      return ms < 2_000 ? 0 : Math.round((done * 60_000) / ms);
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
