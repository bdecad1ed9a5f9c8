/** Makes corrections and takes them back, and says so, with the way to undo it. */
import { useMemo } from 'react';
import type { CorrectionRequest } from '../../electron/core/correction/index.ts';
import { toFault } from '../../electron/core/fault.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { call } from '../client.ts';
import { dismissAll, notify, notifyFault } from '../design/toast.ts';
import { useText } from '../i18n/index.ts';

export interface Correcting {
  /** The block that was made or changed; null where it could not be done, which the reader is told. */
  apply(correction: CorrectionRequest): Promise<string | null>;
  /** Takes corrections back. */
  withdraw(ids: readonly string[]): void;
}

export function useCorrecting(documentId: string): Correcting {
  const t = useText('report');
  const app = useText('app');
  return useMemo(() => {
    const said = (words: string): void => {
      dismissAll();
      notify(words, { label: app('undo'), run: () => attempt(() => stepHistory('undo')) });
    };
    return {
      async apply(correction) {
        try {
          const { paragraphId } = await call('corrections.apply', { documentId, correction });
          said(t(`said.${correction.kind}`));
          return paragraphId;
        } catch (error) {
          notifyFault(toFault(error));
          return null;
        }
      },
      withdraw: (ids) =>
        attempt(async () => {
          await call('corrections.withdraw', { documentId, ids: [...ids] });
          said(t('said.withdrawn'));
        }),
    };
  }, [documentId, t, app]);
}
