/** The suggestions of the open document by paragraph, for the rows that show them. */
import { createContext, useMemo } from 'react';
import type { Suggestion } from '../../electron/contract/tag-views.ts';
import { useArchive } from '../data/archive.ts';

export type Suggested = ReadonlyMap<string, readonly Suggestion[]>;

const NONE: Suggested = new Map();

export const SuggestedContext = createContext<Suggested>(NONE);

/** What the reader's rules suggest in a document; asked only where a tag has a rule. */
export function useSuggested(documentId: string): Suggested {
  const { data: tags = [] } = useArchive('tags.list', {});
  const ruled = tags.some(({ rule }) => rule.trim() !== '');
  const { data } = useArchive('tags.suggestions', { documentId }, { enabled: ruled });
  return useMemo(() => {
    if (!ruled || data === undefined || data.items.length === 0) return NONE;
    const found = new Map<string, Suggestion[]>();
    for (const item of data.items) {
      const there = found.get(item.paragraphId);
      if (there === undefined) found.set(item.paragraphId, [item]);
      else there.push(item);
    }
    return found;
  }, [data, ruled]);
}
