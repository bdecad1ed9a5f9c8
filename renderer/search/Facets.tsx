/**
 * What the passages found have in common, counted: choosing a value writes it into the query, where
 * it can be read, changed and kept.
 */
import { useState } from 'react';
import type { Facet, SearchFacets } from '../../electron/contract/views.ts';
import { clauseOf, withClause, withoutClause } from '../../electron/core/queryClauses.ts';
import type { QueryField } from '../../electron/core/query.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { useFacetWords } from './facet-words.ts';
import { searchFor } from './state.ts';

/** Values of one facet that are shown before one asks for more. */
const FEW = 6;

interface FacetsProps {
  readonly query: string;
  readonly facets: SearchFacets;
}

export function Facets({ query, facets }: FacetsProps) {
  const t = useText('search');
  const format = useFormats();
  const words = useFacetWords();
  const { kinds, bodies, years, languages, tags, documents, noted, capped } = facets;
  const counted = languages.reduce((sum, { count }) => sum + count, 0);
  const lists: readonly (readonly [QueryField, readonly Facet[]])[] = [
    ['lang', languages],
    ['kind', kinds],
    ['by', bodies],
    ['year', years],
    ['tag', tags.filter(({ value }) => words.of('tag', value) !== '')],
    ['in', documents],
  ];
  return (
    <aside className="facets" aria-label={t('facets.label')}>
      {lists.map(([field, values]) => (
        <FacetList key={field} query={query} field={field} values={values} />
      ))}
      {noted > 0 && (
        <section className="facet">
          <h2>{t('facets.yours')}</h2>
          <ul>
            <FacetValue
              query={query}
              field="has"
              value="note"
              label={t('facets.noted')}
              count={noted}
            />
          </ul>
        </section>
      )}
      {capped && <p className="hint">{t('facets.capped', { shown: format.number(counted) })}</p>}
    </aside>
  );
}

interface FacetListProps {
  readonly query: string;
  readonly field: QueryField;
  readonly values: readonly Facet[];
}

function FacetList({ query, field, values }: FacetListProps) {
  const t = useText('search');
  const words = useFacetWords();
  const [all, setAll] = useState(false);
  // One value that all passages share narrows nothing, unless it was chosen.
  const chosen = values.some(({ value }) => clauseOf(query, field, words.written(field, value)));
  if (values.length < 2 && !chosen) return null;
  const shown = all ? values : values.slice(0, FEW);
  return (
    <section className="facet">
      <h2>{t(`facets.field.${field}`)}</h2>
      <ul>
        {shown.map(({ value, count }) => (
          <FacetValue
            key={value}
            query={query}
            field={field}
            value={words.written(field, value)}
            label={words.of(field, value)}
            count={count}
          />
        ))}
      </ul>
      {values.length > FEW && (
        <Button variant="quiet" className="facet-more" onPress={() => setAll(!all)}>
          {all ? t('facets.fewer') : t('facets.more', { count: values.length - FEW })}
        </Button>
      )}
    </section>
  );
}

interface FacetValueProps {
  readonly query: string;
  readonly field: QueryField;
  /** As it is written in the query. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

function FacetValue({ query, field, value, label, count }: FacetValueProps) {
  const t = useText('search');
  const format = useFormats();
  const clause = clauseOf(query, field, value);
  return (
    <li>
      <button
        type="button"
        className="facet-value"
        aria-pressed={clause !== null}
        aria-description={t('facets.value', { count, shown: format.number(count) })}
        onClick={() =>
          searchFor(
            clause === null ? withClause(query, field, value) : withoutClause(query, clause),
          )
        }
      >
        <span className="facet-label" title={label}>
          {label}
        </span>
        <span className="facet-count tabular">{format.number(count)}</span>
      </button>
    </li>
  );
}
