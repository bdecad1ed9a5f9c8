/** One line of the list of documents, drawn again only when something of it has changed. */
import { memo } from 'react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { TitleCell } from './TitleCell.tsx';
import { useWords } from './words.ts';

/** Height of a row in CSS pixels: what is not shown is measured by it. */
export const ROW_HEIGHT = 52;

interface DocumentRowProps {
  readonly row: DocumentSummary;
  /** All documents, for the titles of copies. */
  readonly documents: readonly DocumentSummary[];
  /** Counted from 0. */
  readonly place: number;
  readonly selected: boolean;
  /** True for the row that Tab leads to. */
  readonly reachable: boolean;
}

export const DocumentRow = memo(function DocumentRow(props: DocumentRowProps) {
  const { row, documents, place, selected, reachable } = props;
  const t = useText('library');
  const words = useWords();
  const format = useFormats();
  return (
    <div
      role="row"
      className="document-row"
      data-key={row.id}
      // The headings are the first row.
      aria-rowindex={place + 2}
      aria-selected={selected}
      tabIndex={reachable ? 0 : -1}
      style={{ top: place * ROW_HEIGHT, height: ROW_HEIGHT }}
    >
      <div role="rowheader" className="cell cell-title" tabIndex={-1}>
        <TitleCell row={row} documents={documents} />
      </div>
      <Cell>{row.body || t('unknown')}</Cell>
      <Cell more="tabular">{format.date(row.date) || t('unknown')}</Cell>
      <Cell>{words.language(row.language)}</Cell>
      <Cell more="cell-kind">{words.kind(row.kind)}</Cell>
      <Cell more="cell-count tabular">{format.number(row.paragraphs)}</Cell>
      <Cell more="cell-count tabular">{row.notes === 0 ? '' : format.number(row.notes)}</Cell>
    </div>
  );
});

function Cell({ more, children }: { readonly more?: string; readonly children: string }) {
  return (
    <div role="gridcell" className={more === undefined ? 'cell' : `cell ${more}`} tabIndex={-1}>
      {children}
    </div>
  );
}
