/**
 * The derived database on disk: its tables, its version, and how it is opened. A file of another
 * version or a damaged one is thrown away and made anew, for all of it can be derived again.
 */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Raised with every change of tables or analysis: older files are derived again. */
const VERSION = 5;

export interface OpenOptions {
  /** Path of the SQLite addon that fits this runtime; absent: the package's own. */
  readonly nativeBinding?: string;
  readonly readOnly?: boolean;
}

/**
 * Rows of `block`: those of the reader's documents count up from 1, those of the guides down from
 * -1, so that leaving the guides out costs a search nothing. A document's rows are contiguous.
 */
const TABLES = `
  CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE document(
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    original_hash TEXT NOT NULL,
    correction_mark INTEGER NOT NULL,
    title TEXT NOT NULL,
    original_name TEXT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    date TEXT NOT NULL,
    year INTEGER,
    symbol TEXT NOT NULL,
    collection TEXT NOT NULL,
    removed INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    pages INTEGER,
    report TEXT,
    fault TEXT,
    languages TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    paragraphs INTEGER NOT NULL,
    -- places that ask for a look
    doubts INTEGER NOT NULL,
    -- letters and digits of all paragraphs
    letters INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE section(
    row INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    path TEXT NOT NULL
  ) STRICT;
  CREATE INDEX section_document ON section(document);
  CREATE TABLE block(
    row INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    section INTEGER NOT NULL,
    id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER,
    text TEXT NOT NULL,
    raw TEXT,
    number TEXT,
    marker TEXT,
    part TEXT NOT NULL,
    page INTEGER,
    language TEXT NOT NULL,
    -- words of headings that stand right above this paragraph: found with it
    head TEXT,
    -- letters-only fingerprint and its weight; null for what is no paragraph
    print INTEGER,
    letters INTEGER NOT NULL,
    -- row of the same paragraph in another copy, which is the one that is indexed
    twin INTEGER,
    -- ids the words had before they were corrected by hand, as JSON
    was TEXT,
    -- footnotes by their places, as JSON
    calls TEXT
  ) STRICT;
  -- blocks as they were before any correction; of corrected documents alone
  CREATE TABLE extracted(document TEXT PRIMARY KEY, blocks TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX block_print ON block(print) WHERE print IS NOT NULL;
  CREATE INDEX block_number ON block(number) WHERE number IS NOT NULL;
  CREATE INDEX block_twin ON block(twin) WHERE twin IS NOT NULL;
  CREATE TABLE copy(
    document INTEGER NOT NULL,
    other INTEGER NOT NULL,
    PRIMARY KEY(document, other)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE word(
    word TEXT NOT NULL,
    language TEXT NOT NULL,
    stem TEXT NOT NULL,
    -- spelling with accents, as first seen
    form TEXT NOT NULL,
    PRIMARY KEY(word, language, stem)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE annotation(
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    tags TEXT NOT NULL,
    tag_names TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE place(
    annotation TEXT NOT NULL,
    document TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX place_annotation ON place(annotation);
  CREATE INDEX place_paragraph ON place(document, paragraph);
  CREATE VIRTUAL TABLE passage USING fts5(
    exact, stem, head,
    content='', contentless_delete=1, tokenize='ascii', detail=full
  );
  -- Working translations of paragraphs by the reader: found in their own language, told apart.
  CREATE TABLE translation(
    row INTEGER PRIMARY KEY,
    annotation TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE translated USING fts5(
    exact, stem, head,
    content='', contentless_delete=1, tokenize='ascii', detail=full
  );
  CREATE VIRTUAL TABLE translated_terms USING fts5vocab(translated, 'col');
  CREATE VIRTUAL TABLE passage_terms USING fts5vocab(passage, 'col');
`;

export interface Opened {
  readonly db: Database.Database;
  /** True when the file was new, of another version or damaged: everything is to be derived. */
  readonly recreated: boolean;
}

/**
 * Opens the derived database, making it anew where it can't be used. Read-only, an unusable file
 * is left alone and an empty database in memory stands in for it.
 */
export function openDatabase(file: string, options: OpenOptions): Opened {
  const native =
    options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding };
  const readOnly = options.readOnly === true && file !== ':memory:';
  const found = tryOpen(file, native, readOnly);
  if (found !== null) return { db: found, recreated: false };
  if (file !== ':memory:' && !readOnly) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
  }
  const db = new Database(readOnly ? ':memory:' : file, native);
  settle(db);
  db.transaction(() => {
    db.exec(TABLES);
    // Bytes of postings held before they are written as a segment: fewer segments, fewer merges.
    db.exec("INSERT INTO passage(passage, rank) VALUES ('hashsize', 8388608)");
    db.prepare('INSERT INTO meta(key, value) VALUES (?, ?)').run('version', VERSION);
    db.prepare('INSERT INTO meta(key, value) VALUES (?, ?)').run('applied', 0);
  })();
  return { db, recreated: true };
}

function tryOpen(
  file: string,
  native: { nativeBinding?: string },
  readonly: boolean,
): Database.Database | null {
  if (file === ':memory:') return null;
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { ...native, readonly, fileMustExist: true });
    if (!readonly) settle(db);
    const version = db.prepare("SELECT value FROM meta WHERE key = 'version'").pluck().get();
    if (version !== VERSION) throw new Error('another version');
    db.prepare('SELECT rowid FROM passage WHERE passage MATCH ? LIMIT 1').get('"a"');
    db.prepare('SELECT row FROM block ORDER BY row DESC LIMIT 1').get();
    return db;
  } catch {
    db?.close();
    return null;
  }
}

function settle(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -32000');
  // Pages of 4 kB: a large import would else sync the disk every second.
  db.pragma('wal_autocheckpoint = 4000');
  db.pragma('temp_store = MEMORY');
}
