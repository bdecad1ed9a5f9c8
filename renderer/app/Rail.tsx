/** The left side: the library's places and tags; beside a document, its outline too. */
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useArchive } from '../data/archive.ts';
import { Tabs } from '../design/Tabs.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { Boundary } from './Boundary.tsx';
import { Outline, TagTree } from './panels.tsx';
import type { Screen } from './view.ts';
import { currentDocument, currentScreen, show, useView } from './view.ts';

export function Rail() {
  const t = useText('app');
  const documentId = useView(currentDocument);
  const railTab = useView((state) => state.railTab);
  return (
    <nav className="rail" data-pane="rail" tabIndex={-1} aria-label={t('regions.rail')}>
      {documentId === null ? (
        <Places />
      ) : (
        <Tabs
          label={t('regions.rail')}
          className="side-tabs"
          selected={railTab}
          onSelect={(id) => useView.setState({ railTab: id })}
          tabs={[
            {
              id: 'outline',
              label: t('rail.outline'),
              content: (
                <Boundary place={documentId}>
                  <Suspense>
                    <Outline documentId={documentId} />
                  </Suspense>
                </Boundary>
              ),
            },
            { id: 'library', label: t('rail.library'), content: <Places /> },
          ]}
        />
      )}
    </nav>
  );
}

function Places() {
  const t = useText('app');
  const format = useFormats();
  const { data: info } = useArchive('library.info', {});
  const { data: basket } = useArchive('sheet.count', {});
  const { data: bin = [] } = useArchive('documents.list', { bin: true });
  return (
    <div className="places">
      <section>
        <h2>{t('rail.library')}</h2>
        <ul>
          <Place to={{ name: 'start' }}>{t('rail.start')}</Place>
          <Place to={{ name: 'library' }} count={format.number(info?.documents ?? 0)}>
            {t('rail.all')}
          </Place>
          <Place to={{ name: 'guides' }} count={format.number(info?.guides ?? 0)}>
            {t('rail.guides')}
          </Place>
          <Place to={{ name: 'sheet' }} count={format.number(basket?.total ?? 0)}>
            {t('rail.sheet')}
          </Place>
          <Place to={{ name: 'followUps' }}>{t('rail.followUps')}</Place>
          <Place to={{ name: 'bookmarks' }}>{t('rail.bookmarks')}</Place>
          <Place to={{ name: 'imports' }}>{t('rail.imports')}</Place>
          <Place to={{ name: 'bin' }} count={format.number(bin.length)}>
            {t('rail.bin')}
          </Place>
        </ul>
      </section>
      <section>
        <h2 id="rail-tags">{t('rail.tags')}</h2>
        <Boundary place="tags">
          <Suspense>
            <TagTree />
          </Suspense>
        </Boundary>
      </section>
    </div>
  );
}

interface PlaceProps {
  readonly to: Screen;
  readonly count?: string;
  readonly children: ReactNode;
}

function Place({ to, count, children }: PlaceProps) {
  const isHere = useView((state) => currentScreen(state).name === to.name);
  return (
    <li>
      <button
        type="button"
        className="place"
        aria-current={isHere ? 'page' : undefined}
        onClick={() => show(to)}
      >
        <span>{children}</span>
        {count !== undefined && <span className="count tabular">{count}</span>}
      </button>
    </li>
  );
}
