/** Which documents hold a paragraph, by its id or by one that its words had before a correction. */
import type { Store } from './store.ts';

/** A paragraph of a document, by its id of now. */
export interface Holder {
  readonly documentId: string;
  readonly paragraphId: string;
}

/** The documents that hold the paragraph: those where it has this very id first. */
export function holdersOf(store: Store, paragraphId: string): Holder[] {
  return store
    .sql(
      `SELECT document.id AS documentId, block.id AS paragraphId
       FROM block JOIN document ON document.row = block.document
       WHERE block.id = :id OR (block.was IS NOT NULL AND instr(block.was, :id) > 0)
       ORDER BY block.id <> :id, document.removed, block.row`,
    )
    .all({ id: paragraphId }) as Holder[];
}
