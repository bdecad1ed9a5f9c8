/** The library: its documents, to find, open, describe and take out. */
import { Suspense, useMemo, useState } from 'react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { TagPicker } from '../app/panels.tsx';
import { openDocument } from '../app/view.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Switch } from '../design/Field.tsx';
import { Banner, EmptyState } from '../design/EmptyState.tsx';
import { openExport } from '../exports/state.ts';
import { useFormats } from '../i18n/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { PasteDialog } from '../imports/PasteDialog.tsx';
import { useClipboardPaste } from '../imports/clipboard.ts';
import type { Copied } from '../imports/clipboard.ts';
import { ReadAll } from '../ocr/ReadAll.tsx';
import { eraseDocuments, importFiles, importFolder, removeDocuments } from './acts.ts';
import { DocumentTable } from './DocumentTable.tsx';
import { EditDialog } from './EditDialog.tsx';
import { Filters } from './Filters.tsx';
import { guidesInOrder } from './guides.ts';
import type { ManyTarget } from '../tags/tag-target.ts';
import { setFilter, useListState } from './list-state.ts';
import { filterRows, NO_FILTER, rowSorter } from './rows.ts';
import { useWords } from './words.ts';

const NONE: readonly DocumentSummary[] = [];

interface LibraryScreenProps {
  /** 'guides' for the product's own texts alone; '' for the library. */
  readonly collection: '' | 'guides';
}

export function LibraryScreen({ collection }: LibraryScreenProps) {
  const t = useText('library');
  const exports = useText('exports');
  const imports = useText('imports');
  const format = useFormats();
  const words = useWords();
  const { data: documents = NONE, isPending } = useArchive('documents.list', {});
  const { data: info } = useArchive('library.info', {});
  const addGuides = useCommand('imports.guides');
  const { filter, sort, guides } = useListState();
  const language = useLanguage();
  const [sorted, setSorted] = useState(false);
  const inReadingOrder = collection === 'guides' && !sorted;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<readonly string[]>([]);
  const [tagging, setTagging] = useState<{ target: ManyTarget; beside: Element } | null>(null);
  const [pasting, setPasting] = useState<Copied | null>(null);

  const own = useMemo(() => documents.filter((one) => one.collection !== 'guides'), [documents]);
  const showsGuides = collection === 'guides' || (guides ?? own.length === 0);
  const all = useMemo(
    () =>
      documents.filter((one) => (one.collection === 'guides' ? showsGuides : collection === '')),
    [documents, showsGuides, collection],
  );
  const inOrder = useMemo(() => rowSorter(words), [words]);
  const rows = useMemo(() => {
    const shown = filterRows(all, filter);
    return inReadingOrder ? guidesInOrder(shown, language) : inOrder(shown, sort);
  }, [all, filter, sort, inOrder, inReadingOrder, language]);

  const hasGuides = documents.some((one) => one.collection === 'guides');
  const onlyGuides = all.length > 0 && all.every((one) => one.collection === 'guides');
  const writable = info?.readOnly === null;
  useClipboardPaste(writable && collection === '' && pasting === null, setPasting);
  const tagThem = (ids: readonly string[], beside: Element): void => {
    const meant = documents.filter(({ id }) => ids.includes(id));
    const tags = meant.map((one) => one.tags);
    const target = { type: 'many', paragraphs: [], annotations: [], documents: ids, tags } as const;
    setTagging({ target, beside });
  };
  const shownSelected = rows.filter(({ id }) => selected.has(id)).length;
  const importActs = (
    <>
      <Button variant="primary" isDisabled={!writable} onPress={importFiles}>
        {t('import.files')}
      </Button>
      <Button isDisabled={!writable} onPress={importFolder}>
        {t('import.folder')}
      </Button>
      <Button isDisabled={!writable} onPress={() => setPasting({ text: '', html: null })}>
        {imports('paste.act')}
      </Button>
    </>
  );

  return (
    <div className="screen library-screen">
      <header className="screen-head">
        <h1>{t(collection === 'guides' ? 'guides' : 'title')}</h1>
        <p className="screen-count tabular" role="status">
          {shownSelected > 1
            ? t('filter.selected', { count: shownSelected, shown: format.number(shownSelected) })
            : !isPending &&
              t('filter.count', { count: rows.length, shown: format.number(rows.length) })}
        </p>
        {shownSelected > 1 && writable && (
          <Button
            variant="quiet"
            onPress={({ target }) =>
              tagThem(
                rows.filter(({ id }) => selected.has(id)).map(({ id }) => id),
                target,
              )
            }
          >
            {t('tagChosen', { count: shownSelected, shown: format.number(shownSelected) })}
          </Button>
        )}
        {collection === '' && (
          <div className="screen-acts">
            {hasGuides && own.length > 0 && (
              <Switch
                isSelected={showsGuides}
                onChange={(shown) => useListState.setState({ guides: shown })}
              >
                {t('guidesShown')}
              </Switch>
            )}
            {info !== undefined && own.some(({ notes, tags }) => notes > 0 || tags.length > 0) && (
              <Button variant="quiet" onPress={() => openExport({ type: 'library' })}>
                {exports('act')}
              </Button>
            )}
            <ReadAll ids={scansOf(rows, selected)} />
            {importActs}
          </div>
        )}
        {collection === 'guides' && !hasGuides && writable && (
          <div className="screen-acts">
            <Button onPress={() => addGuides.mutate({})}>{t('guidesAdd')}</Button>
          </div>
        )}
      </header>
      {onlyGuides && <Banner>{t('guidesBanner')}</Banner>}
      {all.length === 0 && !isPending ? (
        <EmptyState title={t('empty.title')} acts={importActs}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <Filters rows={all} />
          {rows.length === 0 && !isPending ? (
            <EmptyState
              title={t('filter.noneTitle')}
              acts={<Button onPress={() => setFilter(NO_FILTER)}>{t('filter.clear')}</Button>}
            />
          ) : (
            <DocumentTable
              rows={rows}
              documents={documents}
              selected={selected}
              onSelect={setSelected}
              sort={inReadingOrder ? null : sort}
              onSort={(next) => {
                setSorted(true);
                useListState.setState({ sort: next });
              }}
              acts={{
                open: (id) => openDocument(id),
                ...(writable
                  ? {
                      edit: setEdited,
                      remove: removeDocuments,
                      erase: eraseDocuments,
                      tag: tagThem,
                    }
                  : {}),
              }}
            />
          )}
        </>
      )}
      <EditDialog
        documents={documents.filter(({ id }) => edited.includes(id))}
        onClose={() => setEdited([])}
      />
      {tagging !== null && (
        <Suspense>
          <TagPicker {...tagging} onClose={() => setTagging(null)} />
        </Suspense>
      )}
      {pasting !== null && <PasteDialog copied={pasting} onClose={() => setPasting(null)} />}
    </div>
  );
}

/** The scans meant: those of the selection, or all that are shown where nothing is selected. */
function scansOf(rows: readonly DocumentSummary[], selected: ReadonlySet<string>): string[] {
  const meant = rows.filter(({ id }) => selected.has(id));
  return (meant.length > 0 ? meant : rows).map(({ id }) => id);
}
