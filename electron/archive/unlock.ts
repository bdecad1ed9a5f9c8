/**
 * The use case of a locked original whose document is there already: its password is given, and what
 * could not be read without it is read.
 */
import { asksForPassword, FaultError, toFault } from '../core/fault.ts';
import type { Fault } from '../core/fault.ts';
import type { StoredDocument } from '../library/index.ts';
import type { Area, Context } from './context.ts';
import type { Derivation } from './derivation.ts';

/** Milliseconds the original may take to be opened. */
const TIMEOUT = 300_000;

export function unlockCalls(
  { library, corpus, parsers, passwords }: Context,
  derivation: Derivation,
): Area<'documents.unlock'> {
  /** Whether a password fits is only known by opening the file with it. */
  async function opened({ originalHash: hash, originalName: name }: StoredDocument) {
    const job = { hash, path: library.originals.path(hash), name, timeoutMs: TIMEOUT };
    try {
      await parsers.parse(job, new AbortController().signal);
      return null;
    } catch (error) {
      return toFault(error);
    }
  }

  return {
    'documents.unlock': async ({ id, password }) => {
      const record = library.documents.one(id);
      if (record === null) throw new FaultError('not-found', id);
      const { originalHash } = record;
      passwords.give(originalHash, password);
      // What recognition read of it stays, and is not asked of the file.
      const recognised = corpus.state(id)?.report?.source === 'ocr';
      const fault: Fault | null = recognised
        ? await opened(record)
        : await derivation.readAgain(record);
      if (fault !== null && asksForPassword(fault)) throw new FaultError('password-wrong');
      return { documentId: id, originalHash };
    },
  };
}
