/**
 * What optical recognition saw: lines and words with their place and confidence, page by page, as
 * the library keeps it for every scan. It knows the shape alone; paragraphs are `ingest`'s.
 */

/** Left, top, right, bottom in pixels of the page's picture, the top left corner being 0, 0. */
export type Box = readonly [number, number, number, number];

export interface RecognisedWord {
  readonly text: string;
  /** 0 to 100, the engine's own measure. */
  readonly confidence: number;
  readonly box: Box;
}

export interface RecognisedLine {
  readonly box: Box;
  /** Height in pixels from the top of tall letters to the foot of hanging ones. */
  readonly height: number;
  /** Pixels from the page's top to the line the letters stand on. */
  readonly baseline: number;
  readonly words: readonly RecognisedWord[];
}

export interface RecognisedPage {
  /** One-based. */
  readonly number: number;
  /** Size of the picture that was read, in pixels; 0 where the page shows none. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
}

/** Everything read from one original so far. */
export interface Recognition {
  readonly version: 1;
  /** Name and version of the engine. */
  readonly engine: string;
  /** Languages it looked for, in the engine's own codes ('fra', 'eng'). */
  readonly languages: readonly string[];
  /** Pages of the original. */
  readonly total: number;
  /** Pages read, in order; fewer than `total` while the work goes on. */
  readonly pages: readonly RecognisedPage[];
}

/** True when every page was read. */
export function isWhole({ pages, total }: Recognition): boolean {
  return pages.length >= total;
}

/** 'ar' for 'ara', 'zh' for 'chi_sim': the language that one of the engine's codes stands for. */
export function languageOfCode(code: string): string {
  const [base = code] = code.split('_');
  // Tables of locales know the codes of terminology alone, and this is one of bibliography.
  if (base === 'chi') return 'zh';
  try {
    return Intl.getCanonicalLocales(base)[0] ?? base;
  } catch {
    return base;
  }
}
