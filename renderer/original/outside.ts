/** Opening an original in the program that the system has for it: main asks and does it. */
import { useCallback } from 'react';
import { toFault } from '../../electron/core/fault.ts';
import { shell } from '../client.ts';
import { notifyFault } from '../design/toast.ts';

/** Opens the document's original outside, once the reader has agreed to it. */
export function useOpenOutside(documentId: string): () => void {
  return useCallback(() => {
    shell('shell.openOriginal', { id: documentId }).catch((error: unknown) =>
      notifyFault(toFault(error)),
    );
  }, [documentId]);
}
