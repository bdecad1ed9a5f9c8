/** A document's title with what one should know at a glance: its symbol, its copies, why it has no text. */
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { asksForPassword } from '../../electron/core/fault.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { scanState } from '../ocr/scans.ts';

interface TitleCellProps {
  readonly row: DocumentSummary;
  readonly documents: readonly DocumentSummary[];
}

export function TitleCell({ row, documents }: TitleCellProps) {
  const t = useText('library');
  const faults = useText('faults');
  const folders = useText('folders');
  const imports = useText('imports');
  const ocr = useText('ocr');
  const password = useText('password');
  const format = useFormats();
  const copies = row.copies
    .map((id) => documents.find((one) => one.id === id))
    .filter((one) => one !== undefined)
    .map((one) => (one.title === row.title ? one.originalName : one.title));
  const under =
    row.fault !== null
      ? asksForPassword(row.fault)
        ? password('said.text')
        : scanState(row.fault) === 'unread'
          ? ocr('scan')
          : faults(row.fault.code)
      : [
          row.collection === 'guides' ? t('guide') : '',
          row.symbol,
          row.doubts > 0 ? t('doubts', { count: row.doubts }) : '',
          row.fileMissing ? folders('missing') : '',
          // Copies look alike but for their format.
          copies.length > 0 ? imports(`format.${row.format}`) : '',
          copies.length > 0 ? t('copies', { titles: format.list(copies) }) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ');
  return (
    <>
      <span
        className="row-title"
        lang={row.language === 'und' ? undefined : row.language}
        dir="auto"
        title={row.title}
      >
        {row.title}
      </span>
      {under !== '' && (
        <span className={row.fault === null ? 'row-under' : 'row-under grave'} title={under}>
          {under}
        </span>
      )}
    </>
  );
}
