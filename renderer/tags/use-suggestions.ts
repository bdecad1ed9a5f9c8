/** Taking suggestions of tags or refusing them, with what the window says afterwards and one undo. */
import { attempt, stepHistory } from '../app/acts.ts';
import type { Suggestion } from '../../electron/contract/tag-views.ts';
import { useCommand } from '../data/archive.ts';
import { dismissAll, notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';

export interface SuggestionActs {
  accept(items: readonly Suggestion[]): void;
  dismiss(items: readonly Suggestion[]): void;
}

export function useSuggestionActs(): SuggestionActs {
  const t = useText('coding');
  const format = useFormats();
  const { mutateAsync: accept } = useCommand('tags.accept');
  const { mutateAsync: dismiss } = useCommand('tags.dismiss');
  const run = (
    act: typeof accept,
    done: 'accepted' | 'dismissed',
    items: readonly Suggestion[],
  ) => {
    if (items.length === 0) return;
    const named = items.map(({ tagId, documentId, paragraphId }) => ({
      ...{ tagId, documentId, paragraphId },
    }));
    const count = items.length;
    // What fails is told by the window's toasts.
    act({ items: named }).then(
      () => {
        dismissAll();
        notify(t(`suggestions.${done}`, { count, shown: format.number(count) }), {
          label: t('many.undo'),
          run: () => attempt(() => stepHistory('undo')),
        });
      },
      () => undefined,
    );
  };
  return {
    accept: (items) => run(accept, 'accepted', items),
    dismiss: (items) => run(dismiss, 'dismissed', items),
  };
}
