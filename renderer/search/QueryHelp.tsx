/** The query language on a few lines; every example can be tried. */
import { useText } from '../i18n/index.ts';
import { searchFor } from './state.ts';

const LINES = [
  'words',
  'phrase',
  'or',
  'not',
  'prefix',
  'fuzzy',
  'para',
  'fields',
  'note',
] as const;

export function QueryHelp() {
  const t = useText('search');
  return (
    <section className="query-help">
      <h2>{t('help.title')}</h2>
      <dl>
        {LINES.map((line) => {
          const example = t(`help.examples.${line}`);
          return (
            <div key={line}>
              <dt>
                <button type="button" className="link" onClick={() => searchFor(example)}>
                  {example}
                </button>
              </dt>
              <dd>{t(`help.${line}`)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
