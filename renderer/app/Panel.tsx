/** The right side: the notes of the open document. */
import { Suspense } from 'react';
import { useText } from '../i18n/index.ts';
import { Boundary } from './Boundary.tsx';
import { NotesPanel } from './panels.tsx';
import { currentDocument, useView } from './view.ts';

export function Panel() {
  const t = useText('app');
  const documentId = useView(currentDocument);
  return (
    <aside className="panel" data-pane="panel" tabIndex={-1} aria-label={t('regions.panel')}>
      {documentId === null ? (
        <p className="panel-none">{t('panel.none')}</p>
      ) : (
        <Boundary place={documentId}>
          <Suspense>
            <NotesPanel documentId={documentId} />
          </Suspense>
        </Boundary>
      )}
    </aside>
  );
}
