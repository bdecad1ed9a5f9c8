/** The mark of a recognised text, with how sure recognition was; for the text's facts. */
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';

/** Nothing where the text is the file's own. */
export function OcrMark({ summary }: { readonly summary: DocumentSummary }) {
  const t = useText('ocr');
  const format = useFormats();
  const { source, confidence } = summary;
  if (source !== 'ocr' || confidence === null) return null;
  const shown = format.number(confidence);
  return (
    <span data-testid="ocr-mark" title={t('markLabel', { shown })}>
      {t('mark', { shown })}
    </span>
  );
}
