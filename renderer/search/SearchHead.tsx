/** Over the results: how many there are, which language, what the search was widened to. */
import { useState } from 'react';
import type { SearchResult } from '../../electron/contract/views.ts';
import { useArchive } from '../data/archive.ts';
import { Button, Chip } from '../design/Button.tsx';
import { Select } from '../design/Select.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { QueryHelp } from './QueryHelp.tsx';
import { searchFor, toggleExpansion, useSearch } from './state.ts';

const ALL = 'all';

export function SearchHead({ result }: { readonly result: SearchResult }) {
  const t = useText('search');
  const format = useFormats();
  const { language, unexpanded, guides } = useSearch();
  const { data: documents = [] } = useArchive('documents.list', {});
  const [help, setHelp] = useState(false);
  const languages = [...new Set(documents.map((one) => one.language))]
    .filter((code) => format.language(code) !== '')
    .sort((a, b) => format.compare(format.language(a), format.language(b)));
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
        {languages.length > 1 && (
          <Select
            label={t('language')}
            hideLabel
            choices={[
              { id: ALL, label: t('allLanguages') },
              ...languages.map((id) => ({ id, label: format.language(id) })),
            ]}
            value={language === '' ? ALL : language}
            onChange={(id) => useSearch.setState({ language: id === ALL ? '' : id })}
          />
        )}
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
      {help && <QueryHelp />}
    </div>
  );
}
