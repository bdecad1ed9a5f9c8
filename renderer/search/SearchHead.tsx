/** Over the results: how many there are, in which order, what the search was narrowed and widened to. */
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { SearchResult } from '../../electron/contract/views.ts';
import { SEARCH_ORDERS } from '../../electron/core/query.ts';
import { useArchive } from '../data/archive.ts';
import { Button, Chip } from '../design/Button.tsx';
import { Select } from '../design/Select.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { Clauses } from './Clauses.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { QueryHelp } from './QueryHelp.tsx';
import { searchFor, toggleExpansion, useSearch } from './state.ts';

interface SearchHeadProps {
  readonly query: string;
  readonly result: SearchResult;
  /** True: the counts that narrow the search are shown. */
  readonly narrowing: boolean;
  readonly onNarrowing: () => void;
}

export function SearchHead({ query, result, narrowing, onNarrowing }: SearchHeadProps) {
  const t = useText('search');
  const format = useFormats();
  const { order, unexpanded, guides } = useSearch();
  const { data: documents = [] } = useArchive('documents.list', {});
  const [help, setHelp] = useState(false);
  const { total, capped, hits, expansions, suggestion } = result;
  const shown = format.number(total);
  const hasGuides = documents.some(({ collection }) => collection === 'guides');
  const hasOwn = documents.some(({ collection }) => collection !== 'guides');
  // An expansion switched off is no longer in the answer, but must stay to be switched on again.
  const off = unexpanded.filter((term) => !expansions.some(({ from }) => from === term));
  return (
    <div className="search-head">
      <div className="search-line">
        <h1 className="search-total tabular" role="status">
          {capped ? t('atLeast', { shown }) : t('total', { count: total, shown })}
          {hits.length < total && hits.length >= 1_000 && (
            <span> ({t('shown', { shown: format.number(hits.length) })})</span>
          )}
        </h1>
        <Button variant="quiet" aria-expanded={narrowing} onPress={onNarrowing}>
          <ListFilter aria-hidden="true" />
          {t('facets.show')}
        </Button>
        <Select
          label={t('order.label')}
          hideLabel
          choices={SEARCH_ORDERS.map((id) => ({ id, label: t(`order.${id}`) }))}
          value={order}
          onChange={(chosen) => useSearch.setState({ order: chosen })}
        />
        {hasGuides && hasOwn && (
          <Chip
            isSelected={guides === 'yes'}
            onChange={(yes) => useSearch.setState({ guides: yes ? 'yes' : 'auto' })}
          >
            {t('guides')}
          </Chip>
        )}
        <Button variant="quiet" aria-expanded={help} onPress={() => setHelp(!help)}>
          {t('help.show')}
        </Button>
      </div>
      <Clauses query={query} />
      {(expansions.length > 0 || off.length > 0) && (
        <div className="expansions" role="group" aria-label={t('expansions')}>
          {expansions.map(({ from, to }) => (
            <Chip key={from} isSelected onChange={() => toggleExpansion(from)}>
              {t('expansion', { from, to: format.list(to) })}
            </Chip>
          ))}
          {off.map((from) => (
            <Chip key={from} isSelected={false} onChange={() => toggleExpansion(from)}>
              {from}
            </Chip>
          ))}
          <span className="hint">{t('expansionHint')}</span>
        </div>
      )}
      {suggestion !== null && hits.length > 0 && (
        <p className="suggestion">
          {t('suggestion')}{' '}
          <button type="button" className="link" onClick={() => searchFor(suggestion)}>
            {suggestion}
          </button>
        </p>
      )}
      <Elsewhere query={query} />
      {help && <QueryHelp />}
    </div>
  );
}
