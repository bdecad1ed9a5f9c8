/** The bin: documents taken out of the library, with their notes, until they are wanted again. */
import { useMemo, useState } from 'react';
import { openDocument, show } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { useText } from '../i18n/index.ts';
import { eraseDocuments, restoreDocuments } from './acts.ts';
import { DocumentTable } from './DocumentTable.tsx';
import type { Sort } from './rows.ts';
import { rowSorter } from './rows.ts';
import { useWords } from './words.ts';

export function BinScreen() {
  const t = useText('library');
  const erase = useText('erase');
  const words = useWords();
  const { data: documents } = useArchive('documents.list', { bin: true });
  const { data: info } = useArchive('library.info', {});
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<Sort>({ column: 'title', direction: 'ascending' });
  const inOrder = useMemo(() => rowSorter(words), [words]);
  const rows = useMemo(() => inOrder(documents ?? [], sort), [documents, sort, inOrder]);
  if (documents === undefined) return null;
  const writable = info?.readOnly === null;
  const chosen = rows.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  return (
    <div className="screen library-screen">
      <header className="screen-head">
        <h1>{t('bin.title')}</h1>
        {rows.length > 0 && <p className="screen-count">{t('bin.hint')}</p>}
        {rows.length > 0 && writable && (
          <div className="screen-acts">
            <Button isDisabled={chosen.length === 0} onPress={() => restoreDocuments(chosen)}>
              {t('actions.restore')}
            </Button>
            <Button
              variant="danger"
              isDisabled={chosen.length === 0}
              onPress={() => eraseDocuments(chosen)}
            >
              {erase('menu')}
            </Button>
          </div>
        )}
      </header>
      {rows.length === 0 ? (
        <EmptyState
          title={t('bin.emptyTitle')}
          acts={<Button onPress={() => show({ name: 'library' })}>{t('bin.back')}</Button>}
        >
          <p>{t('bin.emptyText')}</p>
        </EmptyState>
      ) : (
        <DocumentTable
          rows={rows}
          documents={documents}
          selected={selected}
          onSelect={setSelected}
          sort={sort}
          onSort={setSort}
          acts={{
            open: (id) => openDocument(id),
            ...(writable ? { restore: restoreDocuments, erase: eraseDocuments } : {}),
          }}
        />
      )}
    </div>
  );
}
