/** The results of an import, counted and chosen: pure. */
import type { DocumentSummary, ImportItem, ImportStatus } from '../../electron/contract/views.ts';

export const STATUSES = [
  'added',
  'replaced',
  'unchanged',
  'skipped',
  'failed',
] as const satisfies readonly ImportStatus[];

export type ItemFilter = 'all' | 'added' | 'failed';

/** True for what the reader should look at: failures, and documents without text. */
export function needsAttention({ status, fault }: ImportItem): boolean {
  return status === 'failed' || fault !== null;
}

/** The items as they stand now: a scan may have been read since it came in. */
export function itemsNow(
  items: readonly ImportItem[],
  documents: ReadonlyMap<string, DocumentSummary>,
): readonly ImportItem[] {
  return items.map((item) => {
    const own = item.documentId === null ? undefined : documents.get(item.documentId);
    if (own?.source !== 'ocr') return item;
    const { fault, language, pages, paragraphs } = own;
    return { ...item, fault, language, pages, paragraphs };
  });
}

/** The items of one filter, in their order. */
export function itemsShown(
  items: readonly ImportItem[],
  filter: ItemFilter,
): readonly ImportItem[] {
  if (filter === 'failed') return items.filter(needsAttention);
  if (filter === 'added')
    return items.filter(({ status }) => status === 'added' || status === 'replaced');
  return items;
}
