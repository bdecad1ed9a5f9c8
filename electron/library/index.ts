/** The library's only door: what other folders may use of it. */
export { openLibrary } from './open.ts';
export type { OpenOptions } from './open.ts';
export type { Library, ReadOnlyReason } from './library.ts';
export type { Intent } from './commit.ts';
export type { HistoryLine } from './history.ts';
export { targetFields } from './records.ts';
export type { FieldsOf, NewFieldsOf } from './records.ts';
export type { StoredDocument } from './documents.ts';
export type { StoredAnnotation, StoredTarget } from './annotations.ts';
export type { StoredTag, TagLink } from './tags.ts';
export type { StoredPlace } from './places.ts';
export type { OriginalSource, Originals, StoredOriginal } from './originals.ts';
export type { BackupFile } from './backups.ts';
export type { LibraryCheck } from './check.ts';
export { restoreBackup, setDatabaseAside } from './restore.ts';
export type { RestoreOptions } from './restore.ts';
export { uuidv7 } from './uuid.ts';
