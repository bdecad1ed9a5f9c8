/** Opens a hit in its document, with the words that were found marked in the whole paragraph. */
import type { SearchHit } from '../../electron/contract/views.ts';
import { openDocument } from '../app/view.ts';
import { call } from '../client.ts';
import { remember } from './state.ts';

export async function openHit(
  { documentId, paragraphId }: Pick<SearchHit, 'documentId' | 'paragraphId'>,
  query: string,
): Promise<void> {
  remember(query);
  // The snippet's marks count from the snippet's start; the paragraph's own have to be asked for.
  const found = await call('search.document', { id: documentId, query }).catch(() => []);
  const marks = found.find((one) => one.paragraphId === paragraphId)?.marks ?? [];
  openDocument(documentId, { paragraphId, marks });
}
