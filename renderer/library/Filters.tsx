/** Filter box and facets over the list. */
import { SearchField as AriaSearchField, Input } from 'react-aria-components';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { Button } from '../design/Button.tsx';
import { Switch } from '../design/Field.tsx';
import { Select } from '../design/Select.tsx';
import { useText } from '../i18n/index.ts';
import { setFilter, useListState } from './list-state.ts';
import { facets, isFiltering, NO_FILTER } from './rows.ts';
import { useWords } from './words.ts';

const ALL = 'all';

interface FiltersProps {
  /** All rows there are to filter. */
  readonly rows: readonly DocumentSummary[];
}

export function Filters({ rows }: FiltersProps) {
  const t = useText('library');
  const words = useWords();
  const filter = useListState((state) => state.filter);
  const { kinds, languages, bodies, years } = facets(rows);
  const from = (all: string, values: readonly string[], name: (value: string) => string) => [
    { id: ALL, label: all },
    ...values.map((id) => ({ id, label: name(id) })),
  ];
  const chosen = (value: string) => (value === '' ? ALL : value);
  const cleared = (value: string) => (value === ALL ? '' : value);
  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      <AriaSearchField
        aria-label={t('filter.label')}
        className="filter-text"
        value={filter.text}
        onChange={(text) => setFilter({ text })}
      >
        <Input className="input" placeholder={t('filter.placeholder')} />
      </AriaSearchField>
      <Select
        label={t('filter.kind')}
        hideLabel
        choices={from(t('filter.allKinds'), kinds, (id) =>
          words.kind(kinds.find((kind) => kind === id) ?? 'other'),
        )}
        value={chosen(filter.kind)}
        onChange={(id) => setFilter({ kind: kinds.find((kind) => kind === id) ?? '' })}
      />
      <Select
        label={t('filter.language')}
        hideLabel
        choices={from(t('filter.allLanguages'), languages, words.language)}
        value={chosen(filter.language)}
        onChange={(id) => setFilter({ language: cleared(id) })}
      />
      <Select
        label={t('filter.body')}
        hideLabel
        choices={from(t('filter.allBodies'), bodies, (id) => id)}
        value={chosen(filter.body)}
        onChange={(id) => setFilter({ body: cleared(id) })}
      />
      <Select
        label={t('filter.year')}
        hideLabel
        choices={from(t('filter.allYears'), years, (id) => id)}
        value={chosen(filter.year)}
        onChange={(id) => setFilter({ year: cleared(id) })}
      />
      {(filter.review !== '' || rows.some(({ doubts }) => doubts > 0)) && (
        <Switch
          isSelected={filter.review !== ''}
          onChange={(only) => setFilter({ review: only ? 'doubts' : '' })}
        >
          {t('filter.review')}
        </Switch>
      )}
      {isFiltering(filter) && (
        <Button variant="quiet" onPress={() => setFilter(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
