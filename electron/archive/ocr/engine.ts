/**
 * The recognition engine in a thread of its own: tesseract, spoken to by its worker's messages. It
 * knows how the thread is started, stopped and outlived, and what its answers look like.
 */
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { FaultError } from '../../core/fault.ts';
import type { RecognisedLine } from '../../core/recognition.ts';
import type { Data } from './languages.ts';

/** Where the engine lies on disk. */
export interface EngineFiles {
  /** Absolute path of the thread's script. */
  readonly worker: string;
  /** Absolute path of the folder with `<language>.traineddata.gz`. */
  readonly languages: string;
  /** Absolute path of the folder for data that the reader adds; null: none can be added. */
  readonly added: string | null;
}

export interface Engine {
  /** Name and version. */
  readonly name: string;
  /** Lines of one picture. @throws FaultError `internal`, `parser-timeout`, `cancelled`. */
  read(picture: Uint8Array): Promise<readonly RecognisedLine[]>;
  /** Ends the thread; a picture being read is given up as `cancelled`. */
  end(): Promise<void>;
}

/** Milliseconds one page may take, also on a slow machine: beyond it no text is to be expected. */
const PAGE_LIMIT = 300_000;

/** Milliseconds the engine may take to start, also on a slow machine with large data. */
const START_LIMIT = 120_000;

/** Tesseract's page segmentation that finds columns and blocks by itself. */
const FIND_BLOCKS = '3';

/** The engine's kind that needs no older data. */
const LSTM_ONLY = 1;

const box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const line = z.object({
  bbox: box,
  baseline: box,
  rowAttributes: z.object({ rowHeight: z.number() }),
  words: z.array(z.object({ text: z.string(), confidence: z.number(), bbox: box })),
});
const page = z.object({
  version: z.string(),
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(line) })) })).nullable(),
});
const answer = z.object({
  jobId: z.string(),
  status: z.enum(['resolve', 'reject', 'progress']),
  data: z.unknown(),
});

/**
 * Starts the engine.
 * @param worker absolute path of the thread's script.
 * @throws FaultError `internal`, also where it can't use a language's data.
 */
export async function startEngine(worker: string, languages: readonly Data[]): Promise<Engine> {
  const thread = new Worker(worker, { stdout: true, stderr: true });
  const waiting = new Map<
    string,
    { resolve: (data: unknown) => void; reject: (fault: FaultError) => void }
  >();
  let jobs = 0;
  let gone: FaultError | null = null;

  const leave = (fault: FaultError): void => {
    gone ??= fault;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  thread.on('message', (message) => {
    const parsed = answer.safeParse(message);
    if (!parsed.success || parsed.data.status === 'progress') return;
    const { jobId, status, data } = parsed.data;
    const job = waiting.get(jobId);
    waiting.delete(jobId);
    if (status === 'resolve') job?.resolve(data);
    else job?.reject(new FaultError('internal', `recognition: ${String(data).slice(0, 200)}`));
  });
  thread.on('error', (error) => leave(new FaultError('internal', `recognition: ${error.message}`)));
  thread.on('exit', () => leave(new FaultError('internal', 'recognition ended')));

  function ask(action: string, payload: object): Promise<unknown> {
    const jobId = `job-${String((jobs += 1))}`;
    return new Promise((resolve, reject) => {
      if (gone !== null) return reject(gone);
      waiting.set(jobId, { resolve, reject });
      thread.postMessage({ workerId: 'ocr', jobId, action, payload });
    });
  }

  const langs = languages.map(({ code }) => code).join('+');
  const limit = setTimeout(() => {
    leave(new FaultError('internal', 'recognition: no start'));
    void thread.terminate();
  }, START_LIMIT);
  try {
    // Asked by its number, the thread takes the core that holds this kind alone.
    await ask('load', { options: { lstmOnly: LSTM_ONLY, logging: false } });
    const options = { cacheMethod: 'none', lstmOnly: true };
    await ask('loadLanguage', { langs: [...languages], options });
    await ask('initialize', { langs, oem: LSTM_ONLY, config: {} });
    await ask('setParameters', { params: { tessedit_pageseg_mode: FIND_BLOCKS } });
  } catch (error) {
    await thread.terminate();
    throw error;
  } finally {
    clearTimeout(limit);
  }

  return {
    name: 'tesseract.js 7',
    async read(picture) {
      const limit = setTimeout(() => {
        leave(new FaultError('parser-timeout', 'recognition'));
        void thread.terminate();
      }, PAGE_LIMIT);
      const data = await ask('recognize', {
        image: picture,
        options: {},
        output: { blocks: true, text: false },
      }).finally(() => clearTimeout(limit));
      const parsed = page.safeParse(data);
      if (!parsed.success) throw new FaultError('internal', 'recognition: malformed answer');
      return (parsed.data.blocks ?? []).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ lines }) => lines.map(lineOf)).filter(({ words }) => words.length),
      );
    },
    async end() {
      leave(new FaultError('cancelled'));
      await thread.terminate();
    },
  };
}

function lineOf({ bbox, baseline, rowAttributes, words }: z.output<typeof line>): RecognisedLine {
  return {
    box: edges(bbox),
    height: Math.round(rowAttributes.rowHeight * 10) / 10,
    baseline: Math.round((baseline.y0 + baseline.y1) / 2),
    words: words
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, confidence, bbox: own }) => ({
        text: text.trim(),
        confidence: Math.round(confidence),
        box: edges(own),
      })),
  };
}

function edges({ x0, y0, x1, y1 }: z.output<typeof box>): RecognisedLine['box'] {
  return [x0, y0, x1, y1];
}
