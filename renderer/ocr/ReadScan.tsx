/** What is said of a scan without text, and the button that has it read. */
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
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
  const { data: info } = useArchive('library.info', {});
  const { data: state } = useArchive('ocr.state', {});
  const beingRead = state?.current?.documentId;
  return (
    <Button
      isDisabled={info?.readOnly !== null || ids.every((id) => id === beingRead)}
      onPress={() => readScans(ids)}
      {...(name === undefined ? {} : { 'aria-label': t('readName', { name }) })}
    >
      {words ?? t('read')}
    </Button>
  );
}
