/**
 * A note whose place is in doubt: its old words, the places that come near with their likeness, and
 * the paragraph the reader is at. Nothing moves until the reader says where.
 */
import { useState } from 'react';
import { attempt } from '../app/acts.ts';
import { openLink } from '../app/link.ts';
import type { Place } from '../../electron/core/annotation.ts';
import type { Block } from '../../electron/core/document.ts';
import type { AnnotationView, TargetView } from '../../electron/contract/views.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { askToErase } from '../erase/state.ts';
import { useText } from '../i18n/index.ts';
import { goTo, useReading } from '../reader/reading.ts';
import { wholeParagraph } from '../reader/selection.ts';
import { Markdown } from './Markdown.tsx';
import { settledPlaces } from './replace.ts';

interface OrphanCardProps {
  readonly note: AnnotationView;
  readonly documentId: string;
  readonly blocks: ReadonlyMap<string, Block>;
}

export function OrphanCard({ note, documentId, blocks }: OrphanCardProps) {
  const t = useText('notes');
  const erase = useText('erase');
  const { mutate: replace } = useCommand('annotations.replace');
  const [chosen, setChosen] = useState<ReadonlyMap<number, Place>>(new Map());

  const choose = (target: number, place: Place): void => {
    const next = new Map(chosen).set(target, place);
    const places = settledPlaces(note.targets, next);
    if (places === null) setChosen(next);
    else replace({ id: note.id, documentId, places: [...places] });
  };
  const { data: info } = useArchive('library.info', {});
  return (
    <li className="note orphan" data-note={note.id} tabIndex={0} aria-label={t('orphans.one')}>
      {note.body !== '' && (
        <Markdown text={note.body} onParagraph={(_, link) => attempt(() => openLink(link))} />
      )}
      {note.targets.map((target, index) =>
        target.anchor.state === 'orphaned' ? (
          <Places
            key={index}
            target={target}
            chosen={chosen.get(index) ?? null}
            blocks={blocks}
            documentId={documentId}
            onChoose={(place) => choose(index, place)}
          />
        ) : null,
      )}
      {info?.readOnly === null && (
        <Button variant="quiet" onPress={() => askToErase({ type: 'annotations', ids: [note.id] })}>
          {erase('menu')}
        </Button>
      )}
    </li>
  );
}

interface PlacesProps {
  readonly target: TargetView;
  readonly chosen: Place | null;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly documentId: string;
  readonly onChoose: (place: Place) => void;
}

function Places({ target, chosen, blocks, documentId, onChoose }: PlacesProps) {
  const t = useText('notes');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const current = useReading((state) => state.current[documentId] ?? '');
  const here = blocks.get(current);
  const whole = here === undefined ? null : wholeParagraph(here);
  const candidates = target.anchor.state === 'orphaned' ? target.anchor.candidates : [];
  const nameOf = (block: Block | undefined): string =>
    block?.number == null
      ? t('orphans.unnumbered')
      : t('where', { numbers: formatNumber(block.number, language) });
  return (
    <>
      <p className="orphan-said">{t('orphans.was')}</p>
      <blockquote className="quote">{target.exact}</blockquote>
      {chosen !== null && <p className="orphan-said">{t('orphans.chosen')}</p>}
      <ul className="candidates" aria-label={t('orphans.candidates')}>
        {candidates.map(({ place, score }) => {
          const block = blocks.get(place.paragraphId);
          return (
            <li key={`${place.paragraphId}${place.start}`}>
              <button
                type="button"
                className="note-where"
                onClick={() => goTo(documentId, place.paragraphId, { takeFocus: false })}
              >
                {nameOf(block)} ·{' '}
                {t('orphans.likeness', { percent: format.number(Math.round(score * 100)) })}
              </button>
              <p className="candidate">{block?.text.slice(place.start, place.end) ?? ''}</p>
              <Button onPress={() => onChoose(place)}>{t('orphans.here')}</Button>
            </li>
          );
        })}
      </ul>
      {candidates.length === 0 && <p className="orphan-said">{t('orphans.none')}</p>}
      {whole !== null && (
        <Button variant="quiet" onPress={() => onChoose(whole)}>
          {t('orphans.atCurrent', { where: nameOf(here) })}
        </Button>
      )}
    </>
  );
}
