/**
 * The one place that speaks to PDFium: starts its engine from bytes that the host hands over (it
 * fetches nothing itself) and opens one file at a time. An engine that failed is never used again.
 */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { FaultError } from '../../core/fault.ts';

/** Gives the bytes of PDFium's WebAssembly. */
export type EngineBytes = () => Promise<Uint8Array>;

/** The engine's functions for numbers, called without the package's checks: they are called by the million. */
type Names = Extract<keyof WrappedPdfiumModule, `FPDF${string}`>;
export type Calls = { readonly [Name in Names]: (...args: number[]) => number };

/** The engine's memory; the views are others after each growth. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly wasmExports: Calls;
  readonly UTF8ToString: (at: number) => string;
  readonly UTF16ToString: (at: number) => string;
  readonly _malloc: (bytes: number) => number;
  readonly _free: (at: number) => void;
}

/** A file that is open, and where its calls put what they answer. */
export interface OpenFile {
  readonly calls: Calls;
  readonly memory: Memory;
  /** Handle of the document. */
  readonly document: number;
  /** Address of `SCRATCH` bytes for answers, aligned for doubles. */
  readonly scratch: number;
}

/** Bytes of room for one answer. */
export const SCRATCH = 4_096;

/** PDFium's number for a file that needs a password. */
const WRONG_PASSWORD = 4;

/** Memory above which an engine is replaced after its file: it never gives memory back. */
const WORN = 128 * 1024 * 1024;

interface Engine {
  readonly calls: Calls;
  readonly memory: Memory;
  readonly scratch: number;
}

let running: Promise<Engine> | null = null;

async function start(bytes: EngineBytes): Promise<Engine> {
  const [{ init }, binary] = await Promise.all([import('@embedpdf/pdfium'), bytes()]);
  const silent = (): void => undefined;
  const wasmBinary = binary as Uint8Array<ArrayBuffer>;
  const module = await init({ wasmBinary, print: silent, printErr: silent } as Parameters<
    typeof init
  >[0]);
  module.PDFiumExt_Init();
  const memory = module.pdfium as unknown as Memory;
  return { calls: memory.wasmExports, memory, scratch: memory._malloc(SCRATCH) };
}

/**
 * Opens a file, hands it to `read` and closes it.
 * @returns what `read` answered; null where PDFium cannot open the file or broke over it.
 * @throws FaultError `encrypted`, or what `read` throws: these are no failures of the engine.
 */
export async function withPdfium<T>(
  bytes: Uint8Array,
  engineBytes: EngineBytes,
  read: (file: OpenFile) => T,
): Promise<T | null> {
  try {
    running ??= start(engineBytes);
    const engine = await running;
    const { calls, memory } = engine;
    const at = memory._malloc(bytes.length);
    if (at === 0) throw new RangeError('no memory');
    memory.HEAPU8.set(bytes, at);
    const document = calls.FPDF_LoadMemDocument(at, bytes.length, 0);
    try {
      if (document !== 0) return read({ ...engine, document });
      if (calls.FPDF_GetLastError() === WRONG_PASSWORD) throw new FaultError('encrypted', 'pdf');
      return null;
    } finally {
      if (document !== 0) calls.FPDF_CloseDocument(document);
      memory._free(at);
      if (memory.HEAPU8.length > WORN) running = null;
    }
  } catch (error) {
    if (error instanceof FaultError) throw error;
    running = null;
    return null;
  }
}

/** An ASCII word at the end of the room for answers, for calls that want a name. */
export function nameAt({ memory, scratch }: OpenFile, name: string): number {
  const at = scratch + SCRATCH - name.length - 1;
  memory.HEAPU8.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    at,
  );
  memory.HEAPU8[at + name.length] = 0;
  return at;
}

/** Text that a call wrote as UTF-16; `call` gets room and its size, and answers the bytes it needs. */
export function textFrom(file: OpenFile, call: (at: number, room: number) => number): string {
  const bytes = call(file.scratch, SCRATCH);
  return bytes < 2 || bytes > SCRATCH ? '' : file.memory.UTF16ToString(file.scratch);
}
