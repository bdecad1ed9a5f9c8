/** What narrows the search, as it stands in the query: each can be taken away. */
import { X } from 'lucide-react';
import { clausesOf, withoutClause } from '../../electron/core/queryClauses.ts';
import { useText } from '../i18n/index.ts';
import { useFacetWords } from './facet-words.ts';
import { searchFor } from './state.ts';

export function Clauses({ query }: { readonly query: string }) {
  const t = useText('search');
  const words = useFacetWords();
  const clauses = clausesOf(query);
  if (clauses.length === 0) return null;
  return (
    <div className="clauses" role="group" aria-label={t('clauses.label')}>
      {clauses.map((clause) => {
        const { field, value, not, start } = clause;
        const label = t(not ? 'clauses.not' : 'clauses.one', {
          field: t(`facets.field.${field}`),
          value: field === 'has' && value === 'note' ? t('facets.noted') : words.of(field, value),
        });
        return (
          <button
            key={start}
            type="button"
            className="clause"
            aria-label={t('clauses.remove', { clause: label })}
            onClick={() => searchFor(withoutClause(query, clause))}
          >
            <span dir="auto">{label}</span>
            <X aria-hidden="true" />
          </button>
        );
      })}
    </div>
  );
}
