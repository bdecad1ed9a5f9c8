/** Hand corrections as the library keeps them: for each document a list, in the order they are applied. */
import type { Correction, CorrectionKind } from '../core/correction/index.ts';
import type { Selector } from '../core/annotation.ts';
import type { Connection } from './connection.ts';

export interface StoredCorrection extends Correction {
  readonly id: string;
  readonly documentId: string;
  readonly position: number;
}

type Row = Omit<StoredCorrection, 'selector'> & Selector & { readonly kind: CorrectionKind };

const SELECT = `
  SELECT id, document_id AS documentId, position, kind, value, paragraph_id AS paragraphId, part,
    number, exact, prefix, suffix, start, "end", ordinal, blocks
  FROM correction`;

export class Corrections {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** Corrections of a document, in the order they are applied. */
  of(documentId: string): StoredCorrection[] {
    return this.#db
      .all<Row>(`${SELECT} WHERE document_id = ? ORDER BY position, id`, documentId)
      .map(toCorrection);
  }

  /** One correction, or null. */
  one(id: string): StoredCorrection | null {
    const row = this.#db.get<Row>(`${SELECT} WHERE id = ?`, id);
    return row === undefined ? null : toCorrection(row);
  }

  /**
   * A number that differs when a document's corrections differ, 0 without any: derived data note it
   * to be told from stale ones. Corrections never change, so that their ids are enough.
   */
  mark(documentId: string): number {
    const ids = this.#db.all<{ id: string }>(
      'SELECT id FROM correction WHERE document_id = ? ORDER BY position, id',
      documentId,
    );
    let mark = 0;
    for (const { id } of ids) {
      for (const letter of id) mark = (Math.imul(mark, 31) + letter.charCodeAt(0)) >>> 0;
    }
    return ids.length === 0 ? 0 : mark + 1;
  }
}

function toCorrection({
  id,
  documentId,
  position,
  kind,
  value,
  ...selector
}: Row): StoredCorrection {
  return { id, documentId, position, kind, value, selector };
}
