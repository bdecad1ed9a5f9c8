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
import { recognise } from './read.ts';

/** Milliseconds a parser may take for the picture of one page. */
const PICTURE_TIMEOUT = 120_000;

export interface Ocr {
  readonly calls: Area<'ocr.start' | 'ocr.pause' | 'ocr.cancel' | 'ocr.state'>;
  /** Gives up what waits and what is being read; resolves when nothing runs any more. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly id: string;
  readonly languages: readonly string[];
}

export function ocr(context: Context, derivation: Derivation, files: EngineFiles | null): Ocr {
  const { library, parsers } = context;
  const lending = engines(files);
  const idle: OcrState = {
    running: false,
    paused: false,
    total: 0,
    done: 0,
    current: null,
    failed: [],
  };
  let state = idle;
  let line: Waiting[] = [];
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
  async function readDocument(record: StoredDocument, { languages }: Waiting): Promise<void> {
    const { id, title, originalHash: hash, originalName: name, format } = record;
    const { signal } = cancelling;
    const told = (page: number, pages: number): void =>
      announce({ current: { documentId: id, title, page, pages } });
    told(0, 0);
    const job = { hash, path: library.originals.path(hash), name, timeoutMs: PICTURE_TIMEOUT };
    const kept = library.recognitions;
    const turn = unpaused;
    const read = await lending.lend(languages, signal, (engine) =>
      recognise(job, { parsers, kept, engine, languages, signal, turn, told }),
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
    for (let next = line.shift(); next; next = line.shift()) {
      await unpaused();
      if (cancelling.signal.aborted) return;
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
      announce({ done: state.done + 1, current: null });
    }
  }

  function start(): void {
    if (run !== null) return;
    cancelling = new AbortController();
    run = work().finally(() => {
      line = [];
      run = null;
      announce({ running: false, paused: false, current: null });
    });
    run.catch(() => undefined);
  }

  function cancel(): void {
    line = [];
    cancelling.abort();
    wake?.();
  }

  return {
    calls: {
      'ocr.start': ({ ids, languages }) => {
        const fresh = ids.filter(
          (id) => state.current?.documentId !== id && !line.some((one) => one.id === id),
        );
        for (const id of fresh) {
          if (library.documents.one(id) === null) throw new FaultError('not-found', id);
          const of = context.corpus.state(id);
          if (of?.fault?.code !== 'no-text' && of?.report?.source !== 'ocr') {
            throw new FaultError('bad-input', 'the document has a text of its own');
          }
        }
        line.push(...fresh.map((id) => ({ id, languages: languages.split('+') })));
        const before = state.running ? state : idle;
        announce({ ...before, running: true, total: before.total + fresh.length });
        start();
        return state;
      },
      'ocr.pause': ({ paused }) => {
        if (!state.running) return null;
        announce({ paused });
        wake?.();
        return null;
      },
      'ocr.cancel': async () => {
        cancel();
        await run?.catch(() => undefined);
        return null;
      },
      'ocr.state': () => state,
    },
    async stop() {
      cancel();
      await run?.catch(() => undefined);
      await lending.close();
    },
  };
}
