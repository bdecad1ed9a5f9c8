/**
 * Faults: the closed list of what can go wrong, as data. A fault crosses process boundaries as
 * `{ code, detail }`; each interface owns the sentence for each code.
 */

export const FAULT_CODES = [
  // files
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-changed',
  'file-locked',
  'file-not-here',
  'file-special',
  'link-loop',
  'name-unusable',
  'folder-missing',
  'folder-unreadable',
  'type-unknown',
  'type-unsupported',
  'type-old-word',
  'type-old-slides',
  'type-sheet',
  'type-outlook',
  'type-heic',
  'type-lying',
  'damaged',
  'encrypted',
  'password-wrong',
  'no-text',
  'no-words',
  'parser-crashed',
  'parser-timeout',
  'parser-memory',
  'limit-exceeded',
  'disk-full',
  // recognition
  'language-data',
  'language-name',
  'language-missing',
  'no-annotations',
  // library
  'library-missing',
  'library-busy',
  'library-newer',
  'library-damaged',
  'library-read-only',
  'journal-pending',
  'backup-failed',
  // calls
  'bad-input',
  'not-found',
  'conflict',
  'reading-now',
  'cancelled',
  'nothing-to-undo',
  'internal',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** A fault as data. */
export interface Fault {
  readonly code: FaultCode;
  /** Technical detail for people who ask for it; never a document's text. May be ''. */
  readonly detail: string;
}

/** A fault as an exception, inside one process. */
export class FaultError extends Error {
  readonly code: FaultCode;
  readonly detail: string;
  constructor(code: FaultCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'FaultError';
    this.code = code;
    this.detail = detail;
  }
}

/** True where the file can be opened by a password that a person may know. */
export function asksForPassword({ code, detail }: Fault): boolean {
  return code === 'password-wrong' || (code === 'encrypted' && detail === 'pdf');
}

/** What databases and systems call a disk without room. */
const FULL: readonly unknown[] = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'];

/** Any thrown value as a fault; what is not one of ours becomes `disk-full` or `internal`. */
export function toFault(error: unknown): Fault {
  if (error instanceof FaultError) return { code: error.code, detail: error.detail };
  if (error instanceof Error && 'code' in error && FULL.includes(error.code)) {
    return { code: 'disk-full', detail: error.message };
  }
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
