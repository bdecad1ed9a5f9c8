/** Over the passages of a tag: order, context, filters by what their documents are, children or not. */
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { KINDS } from '../../electron/core/document.ts';
import { Button } from '../design/Button.tsx';
import { Switch } from '../design/Field.tsx';
import { Select } from '../design/Select.tsx';
import { useText } from '../i18n/index.ts';
import { useWords } from '../library/words.ts';
import { FACETS, PASSAGE_CONTEXTS, PASSAGE_SORTS } from './passage-choices.ts';
import type { Facet, PassageChoices } from './passage-choices.ts';
import type { FacetValues } from './passage-view.ts';

interface PassageToolsProps {
  readonly choices: PassageChoices;
  readonly facets: readonly FacetValues[];
  readonly documents: ReadonlyMap<string, DocumentSummary>;
  /** Name of the other tag that all must stand with, or null. */
  readonly along: string | null;
  readonly hasChildren: boolean;
  readonly onChange: (changed: Partial<PassageChoices>) => void;
}

/** Stands for "all of them" and for "without one" in a list of values. */
const ALL = 'all';
const WITHOUT = 'without';

export function PassageTools(props: PassageToolsProps) {
  const { choices, facets, documents, along, hasChildren, onChange } = props;
  const t = useText('coding');
  const tags = useText('tags');
  const words = useWords();
  const nameOf = (facet: Facet, value: string): string => {
    if (value === '') return t('passages.none');
    if (facet === 'document') return documents.get(value)?.title ?? value;
    if (facet === 'language') return words.language(value);
    if (facet === 'kind') return words.kind(KINDS.find((kind) => kind === value) ?? 'other');
    return value;
  };
  const given = (facet: Facet) => FACETS.find((one) => one === facet);
  const own = (facet: Facet): string => facet.slice('own:'.length);
  const set = (facet: Facet, value: string | null): void => {
    const { [facet]: _before, ...others } = choices.filter;
    onChange({ filter: value === null ? others : { ...others, [facet]: value } });
  };
  return (
    <div className="passage-tools" role="group" aria-label={t('passages.tools')}>
      <Select
        label={t('passages.sort')}
        hideLabel
        value={choices.sort}
        choices={PASSAGE_SORTS.map((id) => ({ id, label: t(`passages.sorts.${id}`) }))}
        onChange={(sort) => onChange({ sort })}
      />
      <Select
        label={t('passages.context')}
        hideLabel
        value={choices.context}
        choices={PASSAGE_CONTEXTS.map((id) => ({ id, label: t(`passages.contexts.${id}`) }))}
        onChange={(context) => onChange({ context })}
      />
      {facets.map(({ facet, values }) => {
        const known = given(facet);
        const wanted = choices.filter[facet];
        return (
          <Select
            key={facet}
            label={known === undefined ? own(facet) : t(`passages.facets.${known}`)}
            hideLabel
            value={wanted === undefined ? ALL : wanted === '' ? WITHOUT : `=${wanted}`}
            choices={[
              {
                id: ALL,
                label:
                  known === undefined
                    ? t('passages.any.own', { name: own(facet) })
                    : t(`passages.any.${known}`),
              },
              ...values.map((value) => ({
                id: value === '' ? WITHOUT : `=${value}`,
                label: nameOf(facet, value),
              })),
            ]}
            onChange={(id) => set(facet, id === ALL ? null : id === WITHOUT ? '' : id.slice(1))}
          />
        );
      })}
      {hasChildren && (
        <Switch isSelected={choices.children} onChange={(children) => onChange({ children })}>
          {tags('withChildren')}
        </Switch>
      )}
      {along !== null && choices.along !== null && (
        <p className="passage-along">
          {t(`passages.along.${choices.along.unit}`, { name: along })}
        </p>
      )}
      {(Object.keys(choices.filter).length > 0 || along !== null) && (
        <Button variant="quiet" onPress={() => onChange({ filter: {}, along: null })}>
          {t('passages.clear')}
        </Button>
      )}
    </div>
  );
}
