/**
 * The schema of library.db as numbered steps. Append-only: a step that was released is never
 * edited, since libraries made by it lie on people's disks.
 */
import { FaultError } from '../core/fault.ts';
import type { Connection } from './connection.ts';

/** 'GMGA': marks the file as a library of this application. */
const APPLICATION_ID = 0x474d4741;

/** Step n brings a library of schema version n to n + 1. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    replica TEXT NOT NULL,
    author TEXT NOT NULL,
    clock TEXT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    changes TEXT NOT NULL,
    reverts TEXT,
    visit TEXT
  ) STRICT;

  -- What was deleted, and by which clock: a merge must not bring it back.
  CREATE TABLE tombstone (
    record TEXT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (record, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE author (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL
  ) STRICT;

  CREATE TABLE document (
    id TEXT PRIMARY KEY,
    original_hash TEXT NOT NULL,
    original_name TEXT NOT NULL,
    format TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    date TEXT NOT NULL,
    symbol TEXT NOT NULL,
    collection TEXT NOT NULL,
    supersedes TEXT REFERENCES document (id),
    added_at INTEGER NOT NULL,
    removed_at INTEGER,
    version TEXT NOT NULL
  ) STRICT;
  CREATE INDEX document_original ON document (original_hash);
  CREATE INDEX document_supersedes ON document (supersedes);

  CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    kind TEXT NOT NULL,
    colour TEXT,
    body TEXT NOT NULL,
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    author TEXT NOT NULL REFERENCES author (id),
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    version TEXT NOT NULL
  ) STRICT;
  CREATE INDEX annotation_document ON annotation (document_id);
  CREATE INDEX annotation_author ON annotation (author);

  CREATE TABLE target (
    id TEXT PRIMARY KEY,
    annotation_id TEXT NOT NULL REFERENCES annotation (id),
    position INTEGER NOT NULL,
    paragraph_id TEXT NOT NULL,
    part TEXT NOT NULL,
    number TEXT,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    blocks INTEGER NOT NULL,
    version TEXT NOT NULL
  ) STRICT;
  CREATE INDEX target_annotation ON target (annotation_id);

  CREATE TABLE tag (
    id TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES tag (id),
    name TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    colour TEXT NOT NULL,
    description TEXT NOT NULL,
    scheme TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    version TEXT NOT NULL
  ) STRICT;
  CREATE INDEX tag_parent ON tag (parent_id);

  CREATE TABLE annotation_tag (
    id TEXT PRIMARY KEY,
    annotation_id TEXT NOT NULL REFERENCES annotation (id),
    tag_id TEXT NOT NULL REFERENCES tag (id),
    version TEXT NOT NULL,
    UNIQUE (annotation_id, tag_id)
  ) STRICT;
  CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id);

  CREATE TABLE document_tag (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    tag_id TEXT NOT NULL REFERENCES tag (id),
    version TEXT NOT NULL,
    UNIQUE (document_id, tag_id)
  ) STRICT;
  CREATE INDEX document_tag_tag ON document_tag (tag_id);

  -- Where the reader left off: no part of the history, never merged.
  CREATE TABLE place (
    document_id TEXT PRIMARY KEY,
    paragraph_id TEXT NOT NULL,
    offset_px REAL NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE folder (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    version TEXT NOT NULL
  ) STRICT;

  -- Files as last seen on this computer's disks: no part of the history, never merged. One row for
  -- each content a path had; hash '' where it could not be read.
  CREATE TABLE source (
    key TEXT NOT NULL,
    hash TEXT NOT NULL,
    path TEXT NOT NULL,
    document_id TEXT,
    fault TEXT,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    missing_at INTEGER,
    PRIMARY KEY (key, hash)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX source_document ON source (document_id);

  -- What the last look at a folder found.
  CREATE TABLE look (
    folder_id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    found TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Imports that have begun and not ended: taken up again at the next start.
  CREATE TABLE unfinished (
    id TEXT PRIMARY KEY,
    "order" TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What a reader put right in the paragraphs of a document.
  CREATE TABLE correction (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    paragraph_id TEXT NOT NULL,
    part TEXT NOT NULL,
    number TEXT,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    blocks INTEGER NOT NULL,
    version TEXT NOT NULL
  ) STRICT;
  CREATE INDEX correction_document ON correction (document_id);
  `,
  `
  -- Fields of the reader's own on a document: country, theme.
  CREATE TABLE document_field (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (document_id, name)
  ) STRICT;
  `,
  `
  -- Notes that came with a file: their author there, '' where it names none. NULL: made here.
  ALTER TABLE annotation ADD COLUMN file_author TEXT;
  `,
  `
  -- Paragraphs picked for a sheet to print, and the sheet's own words.
  CREATE TABLE sheet (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    intro TEXT NOT NULL,
    languages TEXT NOT NULL,
    private_notes INTEGER NOT NULL CHECK (private_notes IN (0, 1)),
    created INTEGER NOT NULL,
    version TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sheet_item (
    id TEXT PRIMARY KEY,
    sheet_id TEXT NOT NULL REFERENCES sheet (id),
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id),
    with_notes INTEGER NOT NULL CHECK (with_notes IN (0, 1)),
    paragraph_id TEXT NOT NULL,
    part TEXT NOT NULL,
    number TEXT,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    blocks INTEGER NOT NULL,
    version TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sheet_item_sheet ON sheet_item (sheet_id);
  CREATE INDEX sheet_item_document ON sheet_item (document_id);
  `,
  `
  -- Where the reader left off in the pages of the original.
  CREATE TABLE original_place (
    document_id TEXT PRIMARY KEY,
    page INTEGER NOT NULL,
    top REAL NOT NULL,
    zoom TEXT NOT NULL,
    rotation INTEGER NOT NULL,
    layout TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- The codebook: what a tag means, and whether it is still offered.
  ALTER TABLE tag ADD COLUMN include TEXT NOT NULL DEFAULT '';
  ALTER TABLE tag ADD COLUMN exclude TEXT NOT NULL DEFAULT '';
  ALTER TABLE tag ADD COLUMN example TEXT NOT NULL DEFAULT '';
  ALTER TABLE tag ADD COLUMN memo TEXT NOT NULL DEFAULT '';
  ALTER TABLE tag ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
  `,
  `
  -- What only working translations (language) and follow-ups (the others) have.
  ALTER TABLE annotation ADD COLUMN language TEXT;
  ALTER TABLE annotation ADD COLUMN status TEXT;
  ALTER TABLE annotation ADD COLUMN due TEXT;
  ALTER TABLE annotation ADD COLUMN found TEXT;
  `,
  `
  -- What the reader calls each highlight colour, and what it stands for.
  CREATE TABLE colour (
    id TEXT PRIMARY KEY,
    colour TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    meaning TEXT NOT NULL,
    version TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- Queries, one a line, that suggest the tag; suggestions refused; the codebook as it was on a day.
  ALTER TABLE tag ADD COLUMN rule TEXT NOT NULL DEFAULT '';

  CREATE TABLE dismissal (
    id TEXT PRIMARY KEY,
    tag_id TEXT NOT NULL REFERENCES tag (id),
    document_id TEXT NOT NULL REFERENCES document (id),
    paragraph_id TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (tag_id, document_id, paragraph_id)
  ) STRICT;
  CREATE INDEX dismissal_document ON dismissal (document_id);

  CREATE TABLE snapshot (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    version TEXT NOT NULL
  ) STRICT;

  -- A tag as it was: it outlives the tag, but for its erasing.
  CREATE TABLE snapshot_tag (
    id TEXT PRIMARY KEY,
    snapshot_id TEXT NOT NULL REFERENCES snapshot (id),
    tag_id TEXT NOT NULL,
    fields TEXT NOT NULL,
    version TEXT NOT NULL
  ) STRICT;
  CREATE INDEX snapshot_tag_snapshot ON snapshot_tag (snapshot_id);
  `,
];

/** Newest schema version this application can write. */
export const SCHEMA_VERSION = STEPS.length;

/** Schema version of a database; 0 for an empty one. */
export function schemaVersion(db: Connection): number {
  return Number(db.pragma('user_version'));
}

/** Brings the schema up to date, each step in a transaction of its own. */
export function migrate(db: Connection): void {
  const from = schemaVersion(db);
  if (from > SCHEMA_VERSION) throw new FaultError('library-newer', `schema ${String(from)}`);
  for (let version = from; version < SCHEMA_VERSION; version++) {
    db.transaction(() => {
      db.exec(STEPS[version] ?? '');
      db.exec(`PRAGMA user_version = ${String(version + 1)}`);
      db.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
    });
  }
}
