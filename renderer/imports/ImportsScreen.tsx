/** The report of the last import: one line per file, one clear sentence where something is to be done. */
import { useMemo, useState } from 'react';
import { Virtuoso } from 'react-virtuoso';
import type { DocumentSummary, ImportItem } from '../../electron/contract/views.ts';
import { openDocument, show } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button, Chip } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { FollowedFolders } from '../folders/FollowedFolders.tsx';
import { undoVersions } from '../folders/notices.ts';
import { notesWords } from '../folders/notes-words.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { importFiles, importFolder } from '../library/acts.ts';
import type { ItemFilter } from './items.ts';
import { itemsNow, itemsShown, needsAttention } from './items.ts';
import { AutomaticReading } from '../ocr/AutomaticReading.tsx';
import { RecognitionLanguages } from '../ocr/LanguagesDialog.tsx';
import { OcrMark } from '../ocr/OcrMark.tsx';
import { ReadAll } from '../ocr/ReadAll.tsx';
import { ReadScan } from '../ocr/ReadScan.tsx';
import { readScans, scanState } from '../ocr/scans.ts';
import { useLocked } from '../unlock/locked.ts';
import { Unlock } from '../unlock/Unlock.tsx';
import { RemoveNotes } from './RemoveNotes.tsx';
import { summaryOf } from './summary.ts';

const NONE: readonly DocumentSummary[] = [];
const FILTERS: readonly ItemFilter[] = ['all', 'added', 'failed'];

export function ImportsScreen() {
  const t = useText('imports');
  const words = useText('library');
  const folders = useText('folders');
  const format = useFormats();
  const { data: state } = useArchive('imports.state', {});
  const { data: info } = useArchive('library.info', {});
  const { data: listed = NONE } = useArchive('documents.list', {});
  const [filter, setFilter] = useState<ItemFilter>('all');
  const documents = useMemo(() => new Map(listed.map((one) => [one.id, one])), [listed]);
  const items = useMemo(() => itemsNow(state?.items ?? [], documents), [state?.items, documents]);
  const lists = useMemo(
    () => new Map(FILTERS.map((id) => [id, itemsShown(items, id)] as const)),
    [items],
  );
  const ids = useMemo(() => items.flatMap(({ documentId }) => documentId ?? []), [items]);
  if (state === undefined) return null;
  const shown = lists.get(filter) ?? items;
  const writable = info?.readOnly === null;
  const acts = (
    <>
      <Button variant="primary" isDisabled={!writable} onPress={importFiles}>
        {words('import.files')}
      </Button>
      <Button isDisabled={!writable} onPress={importFolder}>
        {words('import.folder')}
      </Button>
    </>
  );
  if (state.items.length === 0 && !state.running) {
    return (
      <div className="screen">
        <header className="screen-head">
          <h1>{t('title')}</h1>
          <div className="screen-acts">
            <AutomaticReading />
            <RecognitionLanguages />
          </div>
        </header>
        <FollowedFolders />
        <EmptyState title={t('emptyTitle')} acts={acts}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      </div>
    );
  }
  const { added, replaced, failed } = state.counts;
  // While files come in, the list holds the latest results only.
  const isPart = items.length < state.done;
  const lengths: Readonly<Record<ItemFilter, number>> = {
    all: isPart ? state.done : items.length,
    added: isPart ? added + replaced : (lists.get('added')?.length ?? 0),
    failed: Math.max(failed, lists.get('failed')?.length ?? 0),
  };
  const rateOf = (rate: number): string =>
    folders('rate', { count: rate, shown: format.number(rate) });
  const counts = { done: format.number(state.done), total: format.number(state.total) };
  return (
    <div className="screen imports-screen">
      <header className="screen-head">
        <h1>{t('title')}</h1>
        <p className="screen-count tabular" role="status">
          {state.running ? t('running', counts) : summaryOf(state)}
          {state.running && state.rate > 0 && ` · ${rateOf(state.rate)}`}
        </p>
        <div className="screen-acts">
          <AutomaticReading />
          <RecognitionLanguages />
          <ReadAll ids={ids} />
          {acts}
        </div>
      </header>
      <FollowedFolders />
      <div className="filters" role="group" aria-label={t('filter.label')}>
        {FILTERS.map((id) => (
          <Chip key={id} isSelected={filter === id} onChange={() => setFilter(id)}>
            {t(`filter.${id}`, { shown: format.number(lengths[id]) })}
          </Chip>
        ))}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('noneShown')} />
      ) : (
        <Virtuoso
          className="import-list"
          role="list"
          aria-label={t('list')}
          tabIndex={0}
          totalCount={shown.length}
          itemContent={(place) => {
            const item = shown[place];
            return item === undefined ? null : (
              <ImportLine item={item} own={documents.get(item.documentId ?? '')} />
            );
          }}
        />
      )}
    </div>
  );
}

interface ImportLineProps {
  readonly item: ImportItem;
  /** The document it became, as long as that is in the list. */
  readonly own: DocumentSummary | undefined;
}

function ImportLine({ item, own }: ImportLineProps) {
  const t = useText('imports');
  const faults = useText('faults');
  const report = useText('report');
  const folders = useText('folders');
  const ocr = useText('ocr');
  const password = useText('password');
  const format = useFormats();
  const { name, status, documentId, copyOf, version, locked } = item;
  const { fault, language, pages, paragraphs } = item;
  const isCurrent = own !== undefined;
  const waits = useLocked(own);
  const scan = own === undefined ? null : scanState(own.fault);
  const facts = [
    item.format === null ? '' : t(`format.${item.format}`),
    language === null ? '' : format.language(language),
    pages === null ? '' : t('pages', { count: pages, shown: format.number(pages) }),
    t('paragraphs', { count: paragraphs, shown: format.number(paragraphs) }),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
  const said =
    locked !== null
      ? password('said.import')
      : waits !== null
        ? password(`said.${waits}`)
        : scan !== null
          ? ocr(scan === 'unread' ? 'scan' : 'nothingRead')
          : fault !== null
            ? faults(fault.code)
            : status === 'failed'
              ? faults('internal')
              : item.partOf !== undefined
                ? t('said.partOf', { page: item.partOf })
                : t(`said.${status}`, { facts });
  return (
    <article role="listitem" className={needsAttention(item) ? 'import-line grave' : 'import-line'}>
      <span className="import-status">{t(`status.${status}`)}</span>
      <div className="import-words">
        <h2 className="import-name" title={name}>
          {name}
        </h2>
        <p>{said}</p>
        {own !== undefined && own.source === 'ocr' && (
          <p>
            <OcrMark summary={own} />
          </p>
        )}
        {version !== null && <p>{notesWords([version])}</p>}
        {item.fileNotes > 0 && (
          <p>{t('fileNotes', { count: item.fileNotes, shown: format.number(item.fileNotes) })}</p>
        )}
        {copyOf !== null && <p>{t('said.copyOf', { title: copyOf })}</p>}
        {fault !== null && fault.detail !== '' && locked === null && waits === null && (
          <details className="import-detail">
            <summary>{t('detail')}</summary>
            {fault.detail}
          </details>
        )}
      </div>
      {locked !== null && (
        <div className="import-acts">
          <Unlock what={{ type: 'import', locked }} name={name} />
        </div>
      )}
      {documentId !== null && (
        <div className="import-acts">
          {waits !== null && (
            <Unlock
              what={{ type: 'document', id: documentId }}
              name={name}
              {...(waits === 'scan' ? { onOpened: () => readScans([documentId]) } : {})}
            />
          )}
          {item.fileNotes > 0 && isCurrent && <RemoveNotes documentId={documentId} name={name} />}
          {scan === 'unread' && <ReadScan ids={[documentId]} name={name} />}
          {version !== null && isCurrent && (
            <Button
              variant="quiet"
              onPress={() => undoVersions([version])}
              aria-label={folders('version.undoOf', { name })}
            >
              {folders('version.undo')}
            </Button>
          )}
          <Button
            variant="quiet"
            onPress={() => show({ name: 'report', id: documentId })}
            aria-label={`${report('button')} ${name}`}
          >
            {report('button')}
          </Button>
          <Button onPress={() => openDocument(documentId)} aria-label={`${t('open')} ${name}`}>
            {t('open')}
          </Button>
        </div>
      )}
    </article>
  );
}
