/** The open documents, under the search box: one tab each, closed by its cross, Ctrl W or Delete. */
import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { IconButton } from '../design/Button.tsx';
import { useArchive } from '../data/archive.ts';
import { useText } from '../i18n/index.ts';
import { closeDocument, currentDocument, openDocument, useView } from './view.ts';

export function DocumentTabs() {
  const t = useText('app');
  const tabs = useView((state) => state.tabs);
  const shown = useView(currentDocument);
  const { data: documents = [] } = useArchive('documents.list', {});
  if (tabs.length === 0) return null;
  return (
    <nav className="document-tabs" data-pane="tabs" aria-label={t('regions.tabs')}>
      <ul onKeyDown={stepAmongTabs}>
        {tabs.map((id) => (
          <DocumentTab
            key={id}
            id={id}
            document={documents.find((one) => one.id === id)}
            shown={id === shown}
          />
        ))}
      </ul>
    </nav>
  );
}

interface DocumentTabProps {
  readonly id: string;
  /** Undefined for what is not in the list: an older version, say. */
  readonly document: DocumentSummary | undefined;
  readonly shown: boolean;
}

function DocumentTab({ id, document, shown }: DocumentTabProps) {
  const t = useText('app');
  const { data: versions } = useArchive(
    'versions.list',
    { id },
    { enabled: document === undefined },
  );
  const older = versions?.find((version) => version.id === id);
  const title = document?.title ?? older?.title ?? t('tabs.untitled');
  return (
    <li className={shown ? 'document-tab shown' : 'document-tab'}>
      <button
        type="button"
        lang={document?.language === 'und' ? undefined : document?.language}
        title={title}
        aria-current={shown ? 'page' : undefined}
        onClick={() => openDocument(id)}
        onAuxClick={() => closeDocument(id)}
        onKeyDown={(event) => {
          if (event.key === 'Delete') closeDocument(id);
        }}
      >
        {title}
      </button>
      <IconButton label={t('tabs.close', { title })} onPress={() => closeDocument(id)}>
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
}

function stepAmongTabs(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  const buttons = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('.document-tab > button:first-child'),
  ];
  const here = buttons.findIndex((button) =>
    button.parentElement?.contains(document.activeElement),
  );
  buttons[here + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
}
