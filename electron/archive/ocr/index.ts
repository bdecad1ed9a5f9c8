/**
 * Recognition of scans and photos on request: documents wait in line, pages are read in the
 * background, and what was read becomes the document's paragraphs. Pause acts between pages, cancel
 * at once; neither loses pages already read.
 */
import { FaultError, toFault } from '../../core/fault.ts';
import type { OcrState } from '../../contract/views.ts';
import type { StoredDocument } from '../../library/index.ts';
import type { Area, Context } from '../context.ts';
import type { Derivation } from '../derivation.ts';
import type { EngineFiles } from './engine.ts';
import { engines } from './engines.ts';
import { fieldsToFill } from './fields.ts';
import { languages } from './languages.ts';
import { waitingLine } from './line.ts';
import type { Waiting } from './line.ts';
import { recognise } from './read.ts';

/** Milliseconds a parser may take for the picture of one page. */
const PICTURE_TIMEOUT = 120_000;

export interface Ocr {
  readonly calls: Area<
    | 'ocr.start'
    | 'ocr.pause'
    | 'ocr.cancel'
    | 'ocr.state'
    | 'ocr.languages'
    | 'ocr.addLanguage'
    | 'ocr.removeLanguage'
  >;
  /** True while scans are being read, or wait to be. */
  readonly running: boolean;
  /** Takes up what waited when the program ended. */
  resume(): void;
  /** Interrupts what is being read; resolves when nothing runs any more. */
  stop(): Promise<void>;
}

export interface OcrOptions {
  /** Null: recognition is not installed. */
  readonly files: EngineFiles | null;
  /** True: what waits is kept in the library until it was read or given up. */
  readonly stays: boolean;
}

export function ocr(context: Context, derivation: Derivation, options: OcrOptions): Ocr {
  const { library, parsers } = context;
  const { files } = options;
  const known = languages(files?.languages ?? '', files?.added ?? null);
  const lending = engines(files?.worker ?? null, known);
  const idle: OcrState = {
    running: false,
    paused: false,
    total: 0,
    done: 0,
    current: null,
    failed: [],
  };
  let state = idle;
  const line = waitingLine(
    options.stays && library.readOnly === null ? library.recognitions : null,
  );
  let stopping = false;
  let cancelling = new AbortController();
  let run: Promise<void> | null = null;
  let wake: (() => void) | null = null;

  function announce(patch: Partial<OcrState>): void {
    state = { ...state, ...patch };
    context.emit({ event: 'ocr', state });
  }

  async function unpaused(): Promise<void> {
    while (state.paused && !cancelling.signal.aborted) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  /** Reads one document; what it says of itself fills the fields that nobody has filled yet. */
  async function readDocument(
    record: StoredDocument,
    { languages: codes }: Waiting,
  ): Promise<void> {
    const { id, title, originalHash: hash, originalName: name, format } = record;
    const { signal } = cancelling;
    const told = (page: number, pages: number): void =>
      announce({ current: { documentId: id, title, page, pages } });
    told(0, 0);
    const job = { hash, path: library.originals.path(hash), name, timeoutMs: PICTURE_TIMEOUT };
    const kept = library.recognitions;
    const turn = unpaused;
    const read = await lending.lend(codes, signal, (engine) =>
      recognise(job, { parsers, kept, engine, languages: codes, signal, turn, told }),
    );
    // Read when needed: its tables of languages are large, and no start of the application needs them.
    const { draftOfRecognition } = await import('../../ingest/ocr/draft.ts');
    const draft = draftOfRecognition(read, format);
    const now = library.documents.one(id);
    if (now === null) return;
    derivation.adopt(now, draft);
    const changes = library.update('document', id, fieldsToFill(now, draft));
    if (changes.length > 0) context.commit('documents.ocr', draft.title ?? title, changes);
    context.emit({ event: 'changed', kinds: ['documents', 'library', 'corpus', 'history'] });
  }

  async function work(): Promise<void> {
    for (;;) {
      await unpaused();
      if (cancelling.signal.aborted) return;
      const next = line.begin();
      if (next === null) return;
      const { id } = next;
      const record = library.documents.one(id);
      try {
        if (record !== null) await readDocument(record, next);
      } catch (error) {
        const fault = toFault(error);
        if (fault.code === 'cancelled') return;
        const now = library.documents.one(id);
        if (fault.code === 'no-text' && now !== null) derivation.adoptFault(now, fault);
        announce({ failed: [...state.failed, { documentId: id, fault }] });
      }
      line.done(id);
      announce({ done: state.done + 1, current: null });
    }
  }

  function start(): void {
    if (run !== null) return;
    cancelling = new AbortController();
    run = work().finally(() => {
      run = null;
      announce({ running: false, paused: false, current: null });
      // Asked for just as the last run was given up.
      if (!stopping && line.length > 0) begin(line.length, false);
    });
    run.catch(() => undefined);
  }

  /** So many more are to be read: in the run that goes on, or in a new one. */
  function begin(more: number, paused: boolean): void {
    const before = state.running ? state : { ...idle, paused };
    announce({ ...before, running: true, total: before.total + more });
    start();
  }

  function abort(): void {
    cancelling.abort();
    wake?.();
  }

  return {
    calls: {
      'ocr.start': ({ ids, languages: asked }) => {
        const there = new Set(known.list().map(({ code }) => code));
        const codes = asked?.split('+') ?? [];
        const missing = codes.find((code) => !there.has(code));
        if (missing !== undefined) throw new FaultError('language-missing', missing);
        const fresh = ids.filter((id) => !line.has(id));
        const waiting = fresh.map((id) => {
          const record = library.documents.one(id);
          if (record === null) throw new FaultError('not-found', id);
          const of = context.corpus.state(id);
          if (of?.fault?.code !== 'no-text' && of?.report?.source !== 'ocr') {
            throw new FaultError('bad-input', 'the document has a text of its own');
          }
          return { id, languages: codes.length > 0 ? codes : known.usual(record.language) };
        });
        line.add(waiting);
        begin(fresh.length, false);
        return state;
      },
      'ocr.pause': ({ paused }) => {
        if (!state.running) return null;
        line.pause(paused);
        announce({ paused });
        wake?.();
        return null;
      },
      'ocr.cancel': async () => {
        line.clear();
        abort();
        await run?.catch(() => undefined);
        return null;
      },
      'ocr.state': () => state,
      'ocr.languages': () => known.list(),
      'ocr.addLanguage': async ({ path }) => {
        const language = await known.add(path, lending.tryData);
        lending.renew();
        return language;
      },
      'ocr.removeLanguage': ({ code }) => {
        known.remove(code);
        lending.renew();
        return null;
      },
    },
    get running() {
      return state.running;
    },
    resume() {
      const paused = line.resume((id) => library.documents.one(id)?.removedAt === null);
      if (line.length > 0) begin(line.length, paused);
    },
    async stop() {
      stopping = true;
      abort();
      await run?.catch(() => undefined);
      line.rest();
      await lending.close();
    },
  };
}
