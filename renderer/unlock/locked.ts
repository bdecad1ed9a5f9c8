/** What of a document waits for a password: its text, or the recognition of its pages. */
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { asksForPassword } from '../../electron/core/fault.ts';
import { useArchive } from '../data/archive.ts';

/** Null where nothing waits. */
export function useLocked(
  summary: Pick<DocumentSummary, 'id' | 'fault'> | undefined,
): 'text' | 'scan' | null {
  const { data: state } = useArchive('ocr.state', {});
  if (summary === undefined || summary.fault === null) return null;
  if (asksForPassword(summary.fault)) return 'text';
  const refused = state?.failed.find(({ documentId }) => documentId === summary.id);
  return refused !== undefined && asksForPassword(refused.fault) ? 'scan' : null;
}
