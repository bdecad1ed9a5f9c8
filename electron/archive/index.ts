/**
 * The archive: every call of the contract, composed from library, corpus, search and parsers. It
 * runs whole under plain Node: in the service, in the command line, and in tests.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CALLS } from '../contract/calls.ts';
import type { CallInput, CallName, CallOutput, Calls } from '../contract/calls.ts';
import type { Handlers } from '../contract/table.ts';
import type { ArchiveEvent } from '../contract/wire.ts';
import { FaultError } from '../core/fault.ts';
import { openLibrary, uuidv7 } from '../library/index.ts';
import { openCorpus } from '../search/index.ts';
import type { Corpus } from '../search/index.ts';
import { annotationCalls } from './annotations.ts';
import { colourCalls } from './colours.ts';
import type { Context } from './context.ts';
import { correctionCalls } from './corrections.ts';
import { derivation } from './derivation.ts';
import { documentCalls } from './documents.ts';
import { eraseCalls } from './erasing.ts';
import { annotateCalls } from './exports/annotate.ts';
import { exportCalls } from './exports/index.ts';
import { folders } from './folders/index.ts';
import { historyCalls } from './history.ts';
import { imports } from './imports/index.ts';
import { libraryCalls } from './library.ts';
import type { EngineFiles } from './ocr/engine.ts';
import { ocr } from './ocr/index.ts';
import type { ParserHost } from './parsers/host.ts';
import { passwords } from './passwords.ts';
import { searchCalls } from './searching.ts';
import { sheetCalls } from './sheet/index.ts';
import { sheetsCalls } from './sheet/sheets.ts';
import { tagCalls } from './tags/index.ts';
import { unlockCalls } from './unlock.ts';
import { versionCalls } from './versions.ts';

export interface ArchiveOptions {
  /** Absolute path of the library's folder. */
  readonly dir: string;
  /** Make the library when there is none; otherwise that is `library-missing`. */
  readonly create: boolean;
  /** Absolute path of the product's `resources` folder. */
  readonly resources: string;
  readonly parsers: ParserHost;
  readonly appVersion: string;
  /** The recognition engine; absent: scans are kept, but not read. */
  readonly ocr?: EngineFiles;
  readonly onEvent?: (event: ArchiveEvent) => void;
  /** Takes up what was interrupted and follows folders by itself; for a program that stays open. */
  readonly stays?: boolean;
  /** SQLite binding for runtimes that the package's own does not fit. */
  readonly nativeBinding?: string;
}

export interface Archive {
  /** True when the library was made by this opening. */
  readonly created: boolean;
  /**
   * Answers one call of the contract; input is validated here, whoever asks.
   * @throws FaultError
   */
  call<N extends CallName>(
    name: N,
    input: CallInput<N>,
    from?: 'window' | 'host',
  ): Promise<CallOutput<N>>;
  /** Resolves when the corpus has caught up with the library. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Opens a library and everything derived from it. @throws FaultError when it can't be used. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { dir, create, resources, appVersion } = options;
  const keys = passwords(options.parsers);
  const { parsers } = keys;
  const binding =
    options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding };
  const created = !existsSync(join(dir, 'library.db')) && !existsSync(join(dir, 'journal'));
  const library = openLibrary(dir, { create, appVersion, ...binding });
  const readOnly = library.readOnly !== null;
  const corpus = openCorpus(join(dir, 'corpus.db'), { readOnly, ...binding });
  const emit = options.onEvent ?? (() => undefined);
  const follower = derivation(library, corpus, parsers, emit);
  const closing = new AbortController();

  const context: Context = {
    library,
    corpus,
    parsers,
    passwords: keys,
    resources,
    emit,
    now: Date.now,
    newId: uuidv7,
    commit(name, subject, changes, visit) {
      const change =
        visit === undefined ? { name, subject, changes } : { name, subject, changes, visit };
      const operation = library.commit(change);
      if (operation !== null) follower.follow(operation);
      return operation?.id ?? null;
    },
  };
  const recognition = ocr(context, follower, {
    files: options.ocr ?? null,
    stays: options.stays === true,
  });
  const importing = imports(context, follower);
  const followed = folders(context, importing);
  const handlers: Handlers<Calls> = {
    ...libraryCalls(context, follower),
    ...documentCalls(context),
    ...unlockCalls(context, follower),
    ...importing.calls,
    ...recognition.calls,
    ...followed.calls,
    ...versionCalls(context),
    ...searchCalls(context),
    ...annotationCalls(context),
    ...annotateCalls(context),
    ...exportCalls(context),
    ...tagCalls(context),
    ...colourCalls(context),
    ...sheetCalls(context),
    ...sheetsCalls(context),
    ...correctionCalls(context),
    ...historyCalls(context, follower),
    ...eraseCalls(context, follower, () => importing.running || recognition.running),
  };

  let asked: (() => void) | null = null;
  const firstAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });

  async function call<N extends CallName>(
    name: N,
    input: CallInput<N>,
    from: 'window' | 'host' = 'window',
  ): Promise<CallOutput<N>> {
    const entry = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
    if (entry === undefined) throw new FaultError('bad-input', 'unknown call');
    if (entry.from === 'host' && from !== 'host') throw new FaultError('bad-input', 'host call');
    const parsed = entry.input.safeParse(input);
    if (!parsed.success) throw new FaultError('bad-input', firstIssue(parsed.error.issues));
    if (entry.type === 'command' && readOnly) throw new FaultError('library-read-only');
    const handler = handlers[name] as (value: unknown) => CallOutput<N> | Promise<CallOutput<N>>;
    const value = await handler(parsed.data);
    asked?.();
    if (entry.changes.length > 0) emit({ event: 'changed', kinds: entry.changes });
    return value;
  }

  // The daily backup waits for no one and delays no one; one that fails is tried the next time.
  const backup = library.backupIfDue().catch(() => null);
  const ready = readOnly ? Promise.resolve() : follower.catchUp(closing.signal);
  // Nobody need wait for it: what fails shows as documents without paragraphs, with their fault.
  ready.catch(() => undefined);

  if (options.stays === true) void warm(corpus, firstAsked, closing.signal);
  if (options.stays === true && !readOnly) {
    importing.resume();
    recognition.resume();
    // What fails shows with its folder.
    followed.start().catch(() => undefined);
  }

  return {
    created,
    call,
    ready,
    async close() {
      closing.abort();
      const unfollowed = followed.close();
      await recognition.stop();
      await importing.stop();
      await unfollowed;
      await Promise.all([ready.catch(() => undefined), backup]);
      corpus.close();
      library.close();
    },
  };
}

/** What a first search seldom needs waits until the first screen has had the processor: milliseconds. */
const SETTLED = 1_500;
/** Milliseconds after which nobody is waited for. */
const UNASKED = 2_000;

/**
 * Makes the first search as quick as the second, in steps between which others are answered: while
 * the window is still being made, for then the archive has nothing else to do.
 */
async function warm(corpus: Corpus, asked: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    const { soon, later } = corpus.warming();
    await inSteps(soon, signal);
    await Promise.race([asked, pause(UNASKED)]);
    await pause(SETTLED);
    await inSteps(later, signal);
  } catch {
    // Nothing depends on it: the search that needs it will tell.
  }
}

async function inSteps(steps: readonly (() => void)[], signal: AbortSignal): Promise<void> {
  for (const step of steps) {
    await pause(0);
    if (signal.aborted) return;
    step();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

function firstIssue(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  return issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`;
}
