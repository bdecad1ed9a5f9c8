/** Puts paragraphs into the basket from wherever the reader stands, and says so with the way to the sheet. */
import i18next from 'i18next';
import { attempt } from '../app/acts.ts';
import { show } from '../app/view.ts';
import { call } from '../client.ts';
import { dismissAll, notify } from '../design/toast.ts';

interface Picked {
  readonly documentId: string;
  readonly paragraphId: string;
}

/** @param notes true: with the notes on them, for those picked by a note. */
export function addToBasket(items: readonly Picked[], notes = false): void {
  if (items.length === 0) return;
  attempt(async () => {
    const places = items.map(({ documentId, paragraphId }) => ({ documentId, paragraphId }));
    const { added, total } = await call('sheet.add', { items: places, notes });
    const t = i18next.getFixedT(null, 'sheet');
    const words = added === 0 ? t('already') : t('added', { count: total, shown: String(total) });
    dismissAll();
    notify(words, { label: t('open'), run: () => show({ name: 'sheet' }) });
  });
}
