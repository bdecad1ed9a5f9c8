/** Searches made before, to make again. */
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
import { forgetRecent, searchFor, useSearch } from './state.ts';

export function Recent() {
  const t = useText('search');
  const recent = useSearch((state) => state.recent);
  if (recent.length === 0) return null;
  return (
    <section className="recent">
      <h2>{t('recent')}</h2>
      <ul>
        {recent.map((query) => (
          <li key={query}>
            <button type="button" className="link" onClick={() => searchFor(query)}>
              {query}
            </button>
          </li>
        ))}
      </ul>
      <Button variant="quiet" onPress={forgetRecent}>
        {t('forget')}
      </Button>
    </section>
  );
}
