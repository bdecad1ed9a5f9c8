/**
 * What is in doubt in a text as it was extracted: where a reader should look once. It judges the
 * paragraphs as they stand now, so that what was put right by hand is no doubt any more.
 */
import type { Block, DoubtKind, ExtractionReport } from './document.ts';
import { isParagraph } from './document.ts';

/** One place to look at. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** Block in doubt, or null where the whole document is. */
  readonly blockId: string | null;
  /** The numbers or words meant ('13', '13–15', 'requirements'); '' where the block says it all. */
  readonly detail: string;
}

/** Mean confidence of recognition under which a text is to be read with care. */
const CONFIDENT = 75;

/** True for doubts that ask for a look; a word that was mended is only told. */
export function asksForReview({ kind }: Doubt): boolean {
  return kind !== 'repaired';
}

/**
 * The doubts of a document, in text order.
 * @param settled ids of blocks that a reader found right.
 */
export function doubtsOf(
  blocks: readonly Block[],
  report: Pick<ExtractionReport, 'source' | 'confidence' | 'doubts'> | null,
  settled: ReadonlySet<string> = new Set(),
): Doubt[] {
  const doubts: Doubt[] = [];
  if (report?.source === 'ocr' && (report.confidence ?? 100) < CONFIDENT) {
    const detail = String(Math.round(report.confidence ?? 0));
    doubts.push({ kind: 'ocr', blockId: null, detail });
  }
  const seen = new Map<string, DoubtKind[]>();
  for (const { kind, blockId } of report?.doubts ?? [])
    seen.set(blockId, [...(seen.get(blockId) ?? []), kind]);
  let before: Block | null = null;
  const last = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === 'furniture' || block.kind === 'footnote') continue;
    const found: [DoubtKind, string][] = [];
    const value = /^\d{1,4}$/u.test(block.number ?? '') ? Number(block.number) : null;
    if (value !== null) {
      found.push(...numberDoubt(last.get(block.part) ?? value - 1, value));
      last.set(block.part, value);
    }
    if (isParagraph(block.kind)) {
      if (startsInside(block, before)) found.push(['mid-sentence', '']);
      if (looksBroken(block.text)) found.push(['broken', '']);
      const words = repairedWords(block);
      if (words.length > 0) found.push(['repaired', words.join(', ')]);
    }
    for (const kind of seen.get(block.id) ?? []) found.push([kind, '']);
    if (!settled.has(block.id))
      for (const [kind, detail] of found) doubts.push({ kind, blockId: block.id, detail });
    before = block;
  }
  return doubts;
}

function numberDoubt(last: number, value: number): [DoubtKind, string][] {
  if (value <= last) return [['order', String(value)]];
  if (value === last + 1) return [];
  const from = String(last + 1);
  return [['gap', value === last + 2 ? from : `${from}–${String(value - 1)}`]];
}

/** On pages alone: in other formats a paragraph is one because its file says so. */
function startsInside(block: Block, before: Block | null): boolean {
  if (block.page === null || block.kind !== 'paragraph' || block.marker !== null) return false;
  if (before?.kind !== 'paragraph' || before.part !== block.part) return false;
  return /^\p{Ll}{2}/u.test(block.text) && !/[.;:,!?…»”"’')\]]$/u.test(before.text);
}

/** Letters no font explained, letters that stand apart, or words made of letters and figures. */
function looksBroken(text: string): boolean {
  if (/[\uFFFD\uE000-\uF8FF]/u.test(text)) return true;
  if (/(?:^| )(?:\p{L} ){7,}\p{L}(?= |$)/u.test(text)) return true;
  const words = text.split(' ').filter((word) => /\p{L}/u.test(word));
  const mixed = words.filter((word) => /\p{Ll}[\d[\]{}\\<>~^|]+\p{L}/u.test(word));
  return mixed.length >= 4 && mixed.length > words.length * 0.3;
}

/** Words that the file has in two pieces on one line, and the text in one. */
function repairedWords({ raw, text }: Block): string[] {
  if (raw === undefined) return [];
  const words = new Set<string>();
  for (const line of raw.split('\n')) {
    const pieces = line.split(/\s+/u);
    pieces.forEach((piece, at) => {
      const next = pieces[at + 1] ?? '';
      if (!/\p{L}$/u.test(piece) || !/^\p{L}/u.test(next)) return;
      const whole = piece + next;
      if (!text.includes(`${piece} ${next}`) && text.includes(whole))
        words.add(whole.replace(/^\P{L}+|\P{L}+$/gu, ''));
    });
  }
  return [...words];
}
