/** Finding words in the open document, with count, next and previous; and going to a number. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Place } from '../../electron/core/annotation.ts';
import type { Block } from '../../electron/core/document.ts';
import { useShortcuts } from '../app/keyboard.ts';
import { useArchive } from '../data/archive.ts';
import { IconButton } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { paragraphByNumber } from './go-to.ts';
import { hitPlaces } from './marks.ts';
import { goTo } from './reading.ts';

/** What is marked in the text. */
export interface Found {
  readonly hits: readonly Place[];
  readonly current: Place | null;
}

interface FindBarProps {
  readonly mode: 'find' | 'goTo';
  readonly documentId: string;
  readonly paragraphs: readonly Block[];
  readonly onFound: (found: Found) => void;
  readonly onClose: () => void;
}

export function FindBar({ mode, documentId, paragraphs, onFound, onClose }: FindBarProps) {
  const t = useText('reader');
  const format = useFormats();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const query = typed.trim();
  const { data } = useArchive(
    'search.document',
    { id: documentId, query },
    { enabled: mode === 'find' && query !== '', keepPrevious: true },
  );
  const hits = useMemo(() => (query === '' ? [] : hitPlaces(data ?? [])), [data, query]);
  const current = hits[Math.min(at, hits.length - 1)] ?? null;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    onFound({ hits, current });
    if (current !== null) goTo(documentId, current.paragraphId, { takeFocus: false });
  }, [current, documentId, hits, onFound]);

  const step = (by: 1 | -1): void => {
    if (hits.length > 0) setAt((Math.min(at, hits.length - 1) + by + hits.length) % hits.length);
  };
  useShortcuts('reader', {
    nextHit: () => mode === 'find' && step(1),
    previousHit: () => mode === 'find' && step(-1),
  });
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key !== 'Enter') return;
    else if (mode === 'find') step(event.shiftKey ? -1 : 1);
    else {
      const paragraph = paragraphByNumber(paragraphs, query);
      if (paragraph !== null) {
        onClose();
        goTo(documentId, paragraph.id);
      }
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const missing = mode === 'goTo' && query !== '' && paragraphByNumber(paragraphs, query) === null;
  const count =
    query === ''
      ? ''
      : hits.length === 0
        ? t('find.none')
        : t('find.count', {
            at: format.number(Math.min(at, hits.length - 1) + 1),
            count: hits.length,
            shown: format.number(hits.length),
          });
  return (
    <div className="find-bar" role="search" onKeyDown={press}>
      <input
        ref={field}
        className="input"
        aria-label={t(mode === 'find' ? 'find.label' : 'goTo.label')}
        placeholder={t(mode === 'find' ? 'find.label' : 'goTo.label')}
        value={typed}
        spellCheck={false}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
      />
      <span className="find-count tabular" role="status">
        {mode === 'find'
          ? data === undefined && query !== ''
            ? ''
            : count
          : missing
            ? t('goTo.none')
            : ''}
      </span>
      {mode === 'find' && (
        <>
          <IconButton label={t('find.previous')} keys="⇧ ↵" onPress={() => step(-1)}>
            <ChevronUp aria-hidden="true" />
          </IconButton>
          <IconButton label={t('find.next')} keys="↵" onPress={() => step(1)}>
            <ChevronDown aria-hidden="true" />
          </IconButton>
        </>
      )}
      <IconButton label={t('find.close')} onPress={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
