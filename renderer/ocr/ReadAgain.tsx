/** Has a text that was recognised read once more, in a language of the reader's choice. */
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { languageActs } from './languages.ts';
import { scanState } from './scans.ts';

/** Nothing for a text that is the file's own. */
export function ReadAgain({ summary }: { readonly summary: DocumentSummary }) {
  const t = useText('ocr');
  const format = useFormats();
  const { data: info } = useArchive('library.info', {});
  const { data: languages = [] } = useArchive('ocr.languages', {});
  const { id, source, fault } = summary;
  if (source !== 'ocr' && scanState(fault) === null) return null;
  return (
    <MenuButton label={t('choose')} acts={languageActs([id], languages, t('usual'), format)}>
      <Button isDisabled={info?.readOnly !== null}>
        {scanState(fault) === 'unread' ? t('read') : t('again')}
      </Button>
    </MenuButton>
  );
}
