/**
 * A document's blocks as hand corrections leave them, and what was extracted before any: kept beside
 * corrected documents alone, so that a further correction need not read the original again.
 */
import { applyCorrections } from '../core/correction/index.ts';
import type { Correction } from '../core/correction/index.ts';
import type { Block } from '../core/document.ts';
import { outlined, paragraphId } from './identity.ts';
import type { Store } from './store.ts';

/** Blocks with the corrections applied; the very same list where there are none. */
export function correctedBlocks(
  originalHash: string,
  extracted: readonly Block[],
  corrections: readonly Correction[],
): { readonly blocks: readonly Block[]; readonly outcomes: readonly (string | null)[] } {
  if (corrections.length === 0) return { blocks: extracted, outcomes: [] };
  const { blocks, outcomes } = applyCorrections(extracted, corrections, (part, text, nth) =>
    paragraphId(originalHash, part, text, nth),
  );
  return { blocks: outlined(blocks), outcomes };
}

/** Keeps what was extracted of a document just written. */
export function keepExtracted(store: Store, id: string, blocks: readonly Block[]): void {
  store
    .sql('INSERT INTO extracted(document, blocks) VALUES (?, ?)')
    .run(id, JSON.stringify(blocks));
}

/** Blocks of a document before any correction. */
export function extractedBlocks(store: Store, id: string): readonly Block[] {
  return keptBlocks(store, id) ?? store.blocks(id);
}

/** What was kept of a corrected document; null for one without corrections. */
export function keptBlocks(store: Store, id: string): readonly Block[] | null {
  const kept = store.sql('SELECT blocks FROM extracted WHERE document = ?').pluck().get(id);
  return typeof kept === 'string' ? (JSON.parse(kept) as Block[]) : null;
}
