/** Who a library is and who writes in it here: ids kept in the `meta` table. */
import type { Connection } from './connection.ts';
import { operationsAfter } from './history.ts';
import { uuidv7 } from './uuid.ts';

export interface Identity {
  /** Id of the operation that created the library: so the journal knows it too. */
  readonly libraryId: string;
  /** This copy of the library, in clocks. */
  readonly replica: string;
  /** Id of the author record of the person who writes here. */
  readonly authorId: string;
}

/** A new library's ids. */
export function newIdentity(): Identity {
  return { libraryId: uuidv7(), replica: uuidv7(), authorId: uuidv7() };
}

/** The ids kept in the database; where they are missing, those of its first operation; or null. */
export function readIdentity(db: Connection): Identity | null {
  const meta = new Map(
    db
      .all<{ key: string; value: string }>('SELECT key, value FROM meta')
      .map(({ key, value }) => [key, value]),
  );
  const libraryId = meta.get('library');
  const replica = meta.get('replica');
  const authorId = meta.get('author');
  if (libraryId !== undefined && replica !== undefined && authorId !== undefined) {
    return { libraryId, replica, authorId };
  }
  const first = operationsAfter(db, 0, 1)[0];
  if (first === undefined) return null;
  return { libraryId: first.id, replica: first.replica, authorId: first.author };
}

/** Keeps the ids, and which application version wrote last. */
export function writeIdentity(db: Connection, identity: Identity, appVersion: string): void {
  const entries = {
    library: identity.libraryId,
    replica: identity.replica,
    author: identity.authorId,
    application: appVersion,
  };
  db.transaction(() => {
    for (const [key, value] of Object.entries(entries)) {
      db.run(
        `INSERT INTO meta (key, value) VALUES (?, ?)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
        key,
        value,
      );
    }
  });
}
