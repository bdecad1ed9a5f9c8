/** Which hits are marked, to be tagged or put into the basket together; a new search begins with none. */
import { useState } from 'react';
import type { SearchHit } from '../../electron/contract/views.ts';
import type { ManyTarget } from '../tags/tag-target.ts';

interface Picks {
  /** The hits marked, in the order of the list. */
  readonly hits: readonly SearchHit[];
  has(place: number): boolean;
  /** Marks a hit or takes its mark away; with `range` marks all from where marking began to it. */
  pick(place: number, range: boolean): void;
  clear(): void;
}

const NOTHING = { keys: new Set<string>(), anchor: null as string | null };

function keyOf({ documentId, paragraphId, source }: SearchHit): string {
  return `${documentId} ${paragraphId} ${source}`;
}

export function usePicks(query: string, hits: readonly SearchHit[]): Picks {
  const [state, setState] = useState({ query, ...NOTHING });
  const { keys, anchor } = state.query === query ? state : NOTHING;
  return {
    hits: keys.size === 0 ? [] : hits.filter((hit) => keys.has(keyOf(hit))),
    has: (place) => {
      const hit = hits[place];
      return hit !== undefined && keys.has(keyOf(hit));
    },
    pick: (place, range) => {
      const hit = hits[place];
      if (hit === undefined) return;
      const key = keyOf(hit);
      const next = new Set(keys);
      if (!range) {
        if (!next.delete(key)) next.add(key);
        setState({ query, keys: next, anchor: key });
        return;
      }
      const from = hits.findIndex((one) => keyOf(one) === anchor);
      const begin = from < 0 ? Math.max(0, place - 1) : from;
      const [first = 0, last = 0] = [begin, place].sort((a, b) => a - b);
      for (const one of hits.slice(first, last + 1)) next.add(keyOf(one));
      const start = hits[begin];
      setState({ query, keys: next, anchor: start === undefined ? key : keyOf(start) });
    },
    clear: () => setState({ query, ...NOTHING }),
  };
}

/** The paragraphs of hits, each once, with the tags that stand on them. */
export function targetOfHits(hits: readonly SearchHit[]): ManyTarget {
  const once = new Map(hits.map((hit) => [`${hit.documentId} ${hit.paragraphId}`, hit]));
  const meant = [...once.values()];
  return {
    type: 'many',
    paragraphs: meant.map(({ documentId, paragraphId }) => ({ documentId, paragraphId })),
    annotations: [],
    documents: [],
    tags: meant.map(({ tags }) => tags),
  };
}
