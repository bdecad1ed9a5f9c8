/** Where the reader left off in each document: kept beside the history, never part of it. */
import type { Connection } from './connection.ts';

export interface StoredPlace {
  readonly paragraphId: string;
  /** Pixels between the paragraph's top and the top of the page view; may be negative. */
  readonly offset: number;
}

export interface StoredOriginalPlace {
  readonly page: number;
  readonly top: number;
  readonly zoom: string;
  readonly rotation: number;
  readonly layout: string;
}

export class Places {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** The place in a document, or null. */
  get(documentId: string): StoredPlace | null {
    return (
      this.#db.get<StoredPlace>(
        'SELECT paragraph_id AS paragraphId, offset_px AS "offset" FROM place WHERE document_id = ?',
        documentId,
      ) ?? null
    );
  }

  /** Remembers a place. @param at UTC milliseconds. */
  put(documentId: string, { paragraphId, offset }: StoredPlace, at: number): void {
    this.#db.run(
      'INSERT OR REPLACE INTO place (document_id, paragraph_id, offset_px, at) VALUES (?, ?, ?, ?)',
      documentId,
      paragraphId,
      offset,
      at,
    );
  }

  /** The place in the original's pages, or null. */
  original(documentId: string): StoredOriginalPlace | null {
    return (
      this.#db.get<StoredOriginalPlace>(
        'SELECT page, top, zoom, rotation, layout FROM original_place WHERE document_id = ?',
        documentId,
      ) ?? null
    );
  }

  /** Remembers a place in the original's pages. @param at UTC milliseconds. */
  putOriginal(documentId: string, place: StoredOriginalPlace, at: number): void {
    const { page, top, zoom, rotation, layout } = place;
    this.#db.run(
      'INSERT OR REPLACE INTO original_place (document_id, page, top, zoom, rotation, layout, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      documentId,
      page,
      top,
      zoom,
      rotation,
      layout,
      at,
    );
  }
}
