/** The button that has scans read, and beside it the languages to read in once there is a choice. */
import { ChevronDown } from 'lucide-react';
import { useArchive } from '../data/archive.ts';
import { Button, IconButton } from '../design/Button.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { languageActs } from './languages.ts';
import { readScans } from './scans.ts';

interface ReadScanProps {
  readonly ids: readonly string[];
  /** What is read, for those who hear the button alone: a file's name. */
  readonly name?: string;
  /** Words on the button, where it stands for several. */
  readonly words?: string;
}

export function ReadScan({ ids, name, words }: ReadScanProps) {
  const t = useText('ocr');
  const format = useFormats();
  const { data: info } = useArchive('library.info', {});
  const { data: state } = useArchive('ocr.state', {});
  const { data: languages = [] } = useArchive('ocr.languages', {});
  const beingRead = state?.current?.documentId;
  const disabled = info?.readOnly !== null || ids.every((id) => id === beingRead);
  const choose = name === undefined ? t('choose') : t('chooseName', { name });
  return (
    <>
      <Button
        isDisabled={disabled}
        onPress={() => readScans(ids)}
        {...(name === undefined ? {} : { 'aria-label': t('readName', { name }) })}
      >
        {words ?? t('read')}
      </Button>
      {languages.some(({ added }) => added) && (
        <MenuButton label={choose} acts={languageActs(ids, languages, t('usual'), format)}>
          <IconButton label={choose} isDisabled={disabled}>
            <ChevronDown aria-hidden="true" />
          </IconButton>
        </MenuButton>
      )}
    </>
  );
}
