/** The reading view of one document: asks for it, and says what is there when it can't be read. */
import type { Focus } from '../app/view.ts';
import { show } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { useText } from '../i18n/index.ts';
import { ReadingPage } from './ReadingPage.tsx';
import './reader.css';
import './marks.css';

interface ReaderProps {
  readonly documentId: string;
  /** Where to go, from a search hit, a tag or a note; null: where the reader left off. */
  readonly focus: Focus | null;
}

/** One document, open for reading. */
export function Reader({ documentId, focus }: ReaderProps) {
  const t = useText('reader');
  const faults = useText('faults');
  const document = useArchive('documents.get', { id: documentId });
  const annotations = useArchive('annotations.list', { documentId });
  if (document.error !== null) {
    return (
      <EmptyState
        title={t('missing.title')}
        acts={<Button onPress={() => show({ name: 'library' })}>{t('missing.act')}</Button>}
      >
        <p>{faults(document.error.code)}</p>
      </EmptyState>
    );
  }
  // An empty page for the moment it takes: a word that flashes by reads worse than none.
  if (document.data === undefined || annotations.isPending) {
    return <div className="reader" aria-busy="true" />;
  }
  return (
    <ReadingPage document={document.data} annotations={annotations.data ?? []} focus={focus} />
  );
}
