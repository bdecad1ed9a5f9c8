/** Passages found, as one types; before there are words, recent searches and what the search understands. */
import { Suspense, useEffect, useRef, useState } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import { Virtuoso } from 'react-virtuoso';
import { attempt } from '../app/acts.ts';
import { useArchive } from '../data/archive.ts';
import type { SearchHit } from '../../electron/contract/views.ts';
import { TagPicker } from '../app/panels.tsx';
import { useText } from '../i18n/index.ts';
import type { ManyTarget } from '../tags/tag-target.ts';
import { HitActs } from './HitActs.tsx';
import { Facets } from './Facets.tsx';
import { HitLine } from './HitLine.tsx';
import { focusSearchBox, registerHits } from './hit-focus.ts';
import { NothingFound } from './NothingFound.tsx';
import { openHit } from './open-hit.ts';
import { targetOfHits, usePicks } from './picks.ts';
import { QueryHelp } from './QueryHelp.tsx';
import { Recent } from './Recent.tsx';
import { SearchHead } from './SearchHead.tsx';
import { showNarrowing, useSearch } from './state.ts';

/** Passages asked for at first, and more when the reader reaches the last. */
const FIRST = 50;
const MOST = 1_000;
const NONE: readonly SearchHit[] = [];

export function SearchScreen({ query }: { readonly query: string }) {
  const t = useText('search');
  const { order, unexpanded, guides, narrowing } = useSearch();
  const [asked, setAsked] = useState({ query, limit: FIRST });
  const limit = asked.query === query ? asked.limit : FIRST;
  const { data: result, isPlaceholderData } = useArchive(
    'search.query',
    { query, limit, order, guides, unexpanded: [...unexpanded] },
    { enabled: query !== '', keepPrevious: true },
  );
  // Counted once the passages are there: they come first.
  const { data: facets } = useArchive(
    'search.facets',
    { query, guides, unexpanded: [...unexpanded] },
    {
      enabled: narrowing && query !== '' && result !== undefined && !isPlaceholderData,
      keepPrevious: true,
    },
  );
  const { data: tags = [] } = useArchive('tags.list', {});
  const [place, setPlace] = useState(0);
  const list = useRef<VirtuosoHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const hits = result?.hits ?? NONE;
  const picks = usePicks(query, hits);
  const [tagging, setTagging] = useState<{ target: ManyTarget; beside: Element } | null>(null);

  const focus = (wanted: number) => {
    if (wanted < 0) return focusSearchBox();
    if (wanted >= hits.length) return;
    setPlace(wanted);
    const take = () => box.current?.querySelector<HTMLElement>(`[data-hit="${wanted}"]`)?.focus();
    list.current?.scrollIntoView({ index: wanted, done: take });
    take();
  };
  useEffect(() =>
    registerHits({
      focus,
      open: (wanted) => {
        const hit = hits[wanted];
        if (hit !== undefined) attempt(() => openHit(hit, query));
      },
    }),
  );

  if (query === '') {
    return (
      <div className="screen search-screen">
        <div className="search-column">
          <h1>{t('title')}</h1>
          <Recent />
          <QueryHelp />
        </div>
      </div>
    );
  }
  if (result === undefined) return <div className="screen search-screen" aria-busy="true" />;
  return (
    <div className="screen search-screen" aria-busy={isPlaceholderData}>
      {facets !== undefined && narrowing && <Facets query={query} facets={facets} />}
      <div className="search-found">
        <SearchHead
          query={query}
          result={result}
          narrowing={narrowing}
          onNarrowing={() => showNarrowing(!narrowing)}
        />
        {hits.length > 0 && (
          <HitActs
            query={query}
            hits={picks.hits.length > 0 ? picks.hits : hits}
            isChoice={picks.hits.length > 0}
            onTag={(meant, beside) => setTagging({ target: targetOfHits(meant), beside })}
            onClear={picks.clear}
          />
        )}
        {hits.length === 0 ? (
          <NothingFound query={query} result={result} />
        ) : (
          <div className="hit-list" ref={box}>
            <Virtuoso
              ref={list}
              role="list"
              aria-label={t('results')}
              tabIndex={-1}
              data={hits}
              increaseViewportBy={400}
              endReached={() => {
                if (hits.length < result.total && limit < MOST) {
                  setAsked({ query, limit: Math.min(limit + 100, MOST) });
                }
              }}
              itemContent={(index, hit) => (
                <HitLine
                  hit={hit}
                  query={query}
                  place={index}
                  reachable={index === Math.min(place, hits.length - 1)}
                  tags={tags}
                  isPicked={picks.has(index)}
                  onMove={focus}
                  onPick={picks.pick}
                  onTag={(at, beside) =>
                    setTagging({ target: targetOfHits(picks.has(at) ? picks.hits : [hit]), beside })
                  }
                />
              )}
            />
          </div>
        )}
        {tagging !== null && (
          <Suspense>
            <TagPicker {...tagging} onClose={() => setTagging(null)} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
