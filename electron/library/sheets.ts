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

  /** The sheet that paragraphs are put on, or null before the first was. */
  current(): StoredSheet | null {
    const chosen = this.#db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'sheet'");
    return (chosen === undefined ? null : this.one(chosen.value)) ?? this.#read('true')[0] ?? null;
  }

  /** One sheet, or null. */
  one(id: string): StoredSheet | null {
    return this.#read('id = ?', id)[0] ?? null;
  }

  /** All sheets, in the order they were made. */
  all(): StoredSheet[] {
    return this.#read('true');
  }

  /** Puts paragraphs on this one from now on: a choice, no part of the history. */
  choose(id: string): void {
    this.#db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('sheet', ?)", id);
  }

  #read(where: string, ...values: string[]): StoredSheet[] {
    const rows = this.#db.all<SheetRow>(
      `SELECT id, title, intro, languages, private_notes AS privateNotes
       FROM sheet WHERE ${where} ORDER BY created, id`,
      ...values,
    );
    return rows.map((row) => ({
      ...row,
      privateNotes: row.privateNotes === 1,
      items: this.#items(row.id),
    }));
  }

  #items(sheetId: string): StoredSheetItem[] {
    return this.#db
      .all<ItemRow>(
        `SELECT id, document_id AS documentId, position, with_notes AS withNotes,
           paragraph_id AS paragraphId, part, number, exact, prefix, suffix, start, "end", ordinal,
           blocks
         FROM sheet_item WHERE sheet_id = ? ORDER BY position, id`,
        sheetId,
      )
      .map(toItem);
  }
}

function toItem({ id, documentId, position, withNotes, ...selector }: ItemRow): StoredSheetItem {
  return { id, documentId, position, withNotes: withNotes === 1, selector };
}
