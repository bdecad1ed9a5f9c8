/** The library's only door: what other folders may use of it. */
export { openLibrary } from './open.ts';
export type { OpenOptions } from './open.ts';
export type { Library } from './library.ts';
export type { Recognitions } from './ocr.ts';
export { correctionFields, sheetItemFields, targetFields } from './records.ts';
export type { StoredDocument } from './documents.ts';
export type { StoredAnnotation } from './annotations.ts';
export type { StoredSheet, StoredSheetItem } from './sheets.ts';
export type { StoredTag, TagLink } from './tags.ts';
export type { StoredFolder } from './folders.ts';
export type { StoredOriginalPlace } from './places.ts';
export type { Source } from './sources.ts';
export { restoreBackup, setDatabaseAside } from './restore.ts';
export { uuidv7 } from './uuid.ts';
