/** One button for several scans: reads those of the given documents that nobody has read yet. */
import { useArchive } from '../data/archive.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { ReadScan } from './ReadScan.tsx';
import { scanState } from './scans.ts';

/** Nothing where there are none, or while they are being read. */
export function ReadAll({ ids }: { readonly ids: readonly string[] }) {
  const t = useText('ocr');
  const format = useFormats();
  const { data: documents = [] } = useArchive('documents.list', {});
  const { data: state } = useArchive('ocr.state', {});
  const asked = new Set(ids);
  const unread = documents.filter(
    ({ id, fault }) => asked.has(id) && scanState(fault) === 'unread',
  );
  if (unread.length === 0 || state?.running === true) return null;
  const words = t('readAll', { count: unread.length, shown: format.number(unread.length) });
  return <ReadScan ids={unread.map(({ id }) => id)} words={words} />;
}
