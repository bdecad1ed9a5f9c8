/** What the reader calls each highlight colour, as the library keeps it. */
import type { ColourMeaning } from '../core/colour.ts';
import type { Connection } from './connection.ts';

export class Colours {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  /** Those that the reader named or gave a meaning. */
  all(): ColourMeaning[] {
    return this.#db.all<ColourMeaning>('SELECT colour, name, meaning FROM colour ORDER BY id');
  }
}
