/** Which documents are scans that nobody has read yet, and how their reading is started: pure but for the call. */
import type { Fault } from '../../electron/core/fault.ts';
import { attempt } from '../app/acts.ts';
import { call } from '../client.ts';

/** Faults of scans name their format; once read in vain, recognition itself. */
const READ_IN_VAIN = 'ocr';

/** What there is to do about a document without text: read it, nothing more, or not our affair. */
export function scanState(fault: Fault | null): 'unread' | 'empty' | null {
  if (fault?.code !== 'no-text') return null;
  return fault.detail === READ_IN_VAIN ? 'empty' : 'unread';
}

/**
 * Puts documents in line to be read; they are read one after the other in the background.
 * @param languages the engine's codes, joined by '+'; absent: according to each document.
 */
export function readScans(ids: readonly string[], languages?: string): void {
  if (ids.length === 0) return;
  const asked = languages === undefined ? {} : { languages };
  attempt(() => call('ocr.start', { ids: [...ids], ...asked }));
}
