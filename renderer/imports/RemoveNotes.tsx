/** Takes the notes that came with a file away again, all at once; they can be brought back by undo. */
import i18next from 'i18next';
import { attempt, stepHistory } from '../app/acts.ts';
import { call } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { notify } from '../design/toast.ts';
import { useText } from '../i18n/index.ts';

async function removeFileNotes(ids: readonly string[]): Promise<void> {
  await call('annotations.delete', { ids: [...ids] });
  notify(i18next.getFixedT(null, 'imports')('notesRemoved'), {
    label: i18next.getFixedT(null, 'app')('undo'),
    run: () => attempt(() => stepHistory('undo')),
  });
}

interface RemoveNotesProps {
  readonly documentId: string;
  /** The file's name. */
  readonly name: string;
}

export function RemoveNotes({ documentId, name }: RemoveNotesProps) {
  const t = useText('imports');
  const { data: info } = useArchive('library.info', {});
  const { data: notes = [] } = useArchive('annotations.list', { documentId });
  const ids = notes
    .filter((note) => note.fileAuthor !== null && note.documentId === documentId)
    .map(({ id }) => id);
  if (ids.length === 0 || info?.readOnly !== null) return null;
  return (
    <Button
      variant="quiet"
      onPress={() => attempt(() => removeFileNotes(ids))}
      aria-label={`${t('removeNotes')} ${name}`}
    >
      {t('removeNotes')}
    </Button>
  );
}
