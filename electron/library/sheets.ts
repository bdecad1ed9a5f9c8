/** The basket as the library keeps it: the sheet's own words and the paragraphs picked, in order. */
import type { Selector } from '../core/annotation.ts';
import type { SheetLanguages } from '../core/sheet.ts';
import type { Connection } from './connection.ts';

export interface StoredSheetItem {
  readonly id: string;
  readonly documentId: string;
  readonly position: number;
  readonly withNotes: boolean;
  /** The whole paragraph, described so that it is found again. */
  readonly selector: Selector;
}

export interface StoredSheet {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly languages: SheetLanguages;
  /** True: private notes are printed too. */
  readonly privateNotes: boolean;
  /** In the sheet's order. */
  readonly items: readonly StoredSheetItem[];
}

type SheetRow = Omit<StoredSheet, 'items' | 'privateNotes'> & { readonly privateNotes: number };
type ItemRow = Omit<StoredSheetItem, 'selector' | 'withNotes'> &
  Selector & { readonly withNotes: number };

export class Sheets {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** The sheet there is, or null before the first paragraph was picked. */
  current(): StoredSheet | null {
    const row = this.#db.get<SheetRow>(
      `SELECT id, title, intro, languages, private_notes AS privateNotes
       FROM sheet ORDER BY created, id LIMIT 1`,
    );
    if (row === undefined) return null;
    const items = this.#db.all<ItemRow>(
      `SELECT id, document_id AS documentId, position, with_notes AS withNotes,
         paragraph_id AS paragraphId, part, number, exact, prefix, suffix, start, "end", ordinal,
         blocks
       FROM sheet_item WHERE sheet_id = ? ORDER BY position, id`,
      row.id,
    );
    return { ...row, privateNotes: row.privateNotes === 1, items: items.map(toItem) };
  }
}

function toItem({ id, documentId, position, withNotes, ...selector }: ItemRow): StoredSheetItem {
  return { id, documentId, position, withNotes: withNotes === 1, selector };
}
