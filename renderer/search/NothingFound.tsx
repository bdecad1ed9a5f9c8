/** No passage: why that may be, and what one can do about it. */
import type { SearchResult } from '../../electron/contract/views.ts';
import { useArchive } from '../data/archive.ts';
import { clausesOf, withoutClause } from '../../electron/core/queryClauses.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { useText } from '../i18n/index.ts';
import { importFiles } from '../library/acts.ts';
import { searchFor, useSearch } from './state.ts';

interface NothingFoundProps {
  readonly query: string;
  readonly result: SearchResult;
}

export function NothingFound({ query, result }: NothingFoundProps) {
  const t = useText('search');
  const { guides } = useSearch();
  const clauses = clausesOf(query);
  const bare = clauses.reduceRight(withoutClause, query);
  const { data: info } = useArchive('library.info', {});
  const empty = info !== undefined && info.documents === 0;
  const quoted = /["«»“”]/u.test(query);
  const guidesLeftOut = guides !== 'yes' && (info?.guides ?? 0) > 0 && !empty;
  return (
    <EmptyState
      title={t('empty.title', { query })}
      acts={
        <>
          {result.suggestion !== null && (
            <Button variant="primary" onPress={() => searchFor(result.suggestion ?? query)}>
              {t('suggested', { query: result.suggestion })}
            </Button>
          )}
          {quoted && (
            <Button
              onPress={() =>
                searchFor(
                  query
                    .replace(/["«»“”]/gu, ' ')
                    .replace(/\s+/gu, ' ')
                    .trim(),
                )
              }
            >
              {t('empty.unquote')}
            </Button>
          )}
          {clauses.length > 0 && bare !== '' && (
            <Button onPress={() => searchFor(bare)}>{t('empty.unnarrowed')}</Button>
          )}
          {guidesLeftOut && (
            <Button onPress={() => useSearch.setState({ guides: 'yes' })}>
              {t('empty.withGuides')}
            </Button>
          )}
          {empty && <Button onPress={importFiles}>{t('empty.import')}</Button>}
        </>
      }
    >
      <p>
        {empty
          ? t('empty.noDocuments')
          : clauses.length > 0
            ? t('empty.narrowed')
            : t('empty.words')}
      </p>
    </EmptyState>
  );
}
