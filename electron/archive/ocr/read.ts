/**
 * Reads one original by recognition, page after page: pictures from a parser, words from the
 * engine, what was read kept in the library every so often, so that no more than that is done twice.
 */
import { FaultError, toFault } from '../../core/fault.ts';
import { isWhole } from '../../core/recognition.ts';
import type { RecognisedPage, Recognition } from '../../core/recognition.ts';
import type { Recognitions } from '../../library/index.ts';
import type { ParserHost, ParserJob } from '../parsers/host.ts';
import type { Engine } from './engine.ts';

/** Milliseconds of work that may have to be done again after a crash. */
const KEEP_EVERY = 20_000;

/** Sides of a picture in pixels, at most: what is larger is no page. */
const LONGEST_SIDE = 32_000;

export interface ReadingOptions {
  readonly parsers: ParserHost;
  readonly kept: Recognitions;
  readonly engine: Engine;
  readonly languages: readonly string[];
  readonly signal: AbortSignal;
  /** Waited for before each page: how a pause is made. */
  readonly turn: () => Promise<void>;
  readonly told: (page: number, pages: number) => void;
}

/**
 * Every page of one original.
 * @throws FaultError `cancelled`, or what a parser says of the file; what was read until then is kept.
 */
export async function recognise(job: ParserJob, options: ReadingOptions): Promise<Recognition> {
  const { kept, engine, languages, signal, told } = options;
  const earlier = kept.get(job.hash);
  const goesOn = earlier?.version === 1 && earlier.languages.join('+') === languages.join('+');
  if (goesOn && isWhole(earlier)) return earlier;
  const pages: RecognisedPage[] = goesOn ? [...earlier.pages] : [];
  let total = goesOn ? earlier.total : Number.POSITIVE_INFINITY;
  let unkept = 0;
  let since = performance.now();
  const result = (): Recognition => ({ version: 1, engine: engine.name, languages, total, pages });
  // What was read whole, if in other languages, is only replaced by something whole.
  const mayKeep = (): boolean =>
    unkept > 0 && (goesOn || earlier === null || !isWhole(earlier) || pages.length >= total);
  const keep = (): void => {
    if (mayKeep()) kept.put(job.hash, result());
    unkept = 0;
    since = performance.now();
  };
  try {
    while (pages.length < total) {
      const number = pages.length + 1;
      await options.turn();
      if (signal.aborted) throw new FaultError('cancelled');
      const picture = await options.parsers.picture({ ...job, page: number }, signal);
      total = picture.pages;
      told(number, total);
      pages.push(await pageOf(number, picture, engine));
      unkept += 1;
      if (performance.now() - since > KEEP_EVERY) keep();
    }
  } finally {
    keep();
  }
  return result();
}

/** A page whose picture the engine cannot read is an empty one: the others still count. */
async function pageOf(
  number: number,
  { width, height, bytes }: { width: number; height: number; bytes: Uint8Array },
  engine: Engine,
): Promise<RecognisedPage> {
  const empty = { number, width, height, lines: [] };
  if (bytes.length === 0 || Math.max(width, height) > LONGEST_SIDE) return empty;
  try {
    return { ...empty, lines: await engine.read(bytes) };
  } catch (error) {
    const { code, detail } = toFault(error);
    // An engine that broke down, rather than refused the picture, would refuse all others too.
    if (code !== 'internal' || /ended|RuntimeError|abort/i.test(detail)) throw error;
    return empty;
  }
}
