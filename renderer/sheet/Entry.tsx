/** One paragraph on the paper: its words in each language, its reference, its notes; and how to move it. */
import { ArrowDown, ArrowUp, ExternalLink, GripVertical, X } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { attempt } from '../app/acts.ts';
import { openLink } from '../app/link.ts';
import type { SheetItemView } from '../../electron/contract/views.ts';
import { openDocument } from '../app/view.ts';
import { Chip, IconButton } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { Markdown } from '../notes/Markdown.tsx';
import { directionOf, langOf } from '../reader/language.ts';
import { Marked } from './Marked.tsx';

interface EntryProps {
  readonly entry: SheetItemView;
  /** Zero-based place on the sheet, and how many there are. */
  readonly place: number;
  readonly total: number;
  readonly isReadOnly: boolean;
  readonly isTarget: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onNotes: (shown: boolean) => void;
  /** Moves the focus to the entry beside. */
  readonly onStep: (to: number) => void;
  readonly onDrag: (place: number | null) => void;
  readonly onOver: (place: number) => void;
  readonly onDrop: () => void;
}

export function Entry(props: EntryProps) {
  const { entry, place, total, isReadOnly, isTarget, onMove, onRemove, onNotes, onStep } = props;
  const t = useText('sheet');
  const format = useFormats();
  const [first] = entry.texts;
  const goTo = (): void => {
    const paragraphId = first?.paragraphId ?? null;
    if (first !== undefined && paragraphId !== null)
      openDocument(first.documentId, { paragraphId });
    else openDocument(entry.documentId);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step !== 0 && event.altKey && !isReadOnly) onMove(place + step);
    else if (step !== 0 && !event.altKey) onStep(place + step);
    else if (event.key === 'Enter') goTo();
    else if (event.key === 'Delete' && !isReadOnly) onRemove();
    else return;
    event.preventDefault();
  };
  const over = (event: DragEvent): void => {
    if (event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    props.onOver(place);
  };
  return (
    <li
      className="sheet-entry"
      data-entry={entry.id}
      data-target={isTarget ? '' : undefined}
      tabIndex={0}
      aria-label={t('item', {
        number: format.number(place + 1),
        total: format.number(total),
        reference: first?.reference ?? '',
      })}
      onKeyDown={press}
      onDragOver={over}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <div className="sheet-texts">
        {entry.texts.map((text) => (
          <div key={text.language} lang={langOf(text.language)} dir={directionOf(text.language)}>
            <p className="sheet-words">
              {text.number !== '' && <span className="sheet-number">{text.number}</span>}
              <Marked {...text} />
            </p>
            <p className="sheet-reference">{text.reference}</p>
          </div>
        ))}
      </div>
      {entry.notes.map((note) => (
        <div key={note.id} className="sheet-note">
          <Markdown text={note.body} onParagraph={(_, link) => attempt(() => openLink(link))} />
          <p className="sheet-reference">
            {note.author === '' ? t('note') : t('noteBy', { author: note.author })}
          </p>
        </div>
      ))}
      {entry.isLost && <p className="sheet-hint">{t('lost')}</p>}
      {!entry.isLost && entry.missing.length > 0 && (
        <p className="sheet-hint">
          {t('missing', {
            languages: format.list(entry.missing.map((one) => format.language(one))),
          })}
        </p>
      )}
      <div
        className="sheet-acts"
        role="group"
        aria-label={t('acts.label', { number: format.number(place + 1) })}
      >
        {!isReadOnly && (
          <span
            className="sheet-grip"
            title={t('acts.drag')}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', first?.reference ?? '');
              props.onDrag(place);
            }}
            onDragEnd={() => props.onDrag(null)}
          >
            <GripVertical aria-hidden="true" />
          </span>
        )}
        {entry.notesThere > 0 && (
          <Chip isSelected={entry.withNotes} onChange={onNotes} isDisabled={isReadOnly}>
            {t('acts.notes', { shown: format.number(entry.notesThere) })}
          </Chip>
        )}
        <span className="gap" />
        <IconButton label={t('acts.goTo')} onPress={goTo}>
          <ExternalLink aria-hidden="true" />
        </IconButton>
        {!isReadOnly && (
          <>
            <IconButton
              label={t('acts.up')}
              keys="Alt+↑"
              isDisabled={place === 0}
              onPress={() => onMove(place - 1)}
            >
              <ArrowUp aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t('acts.down')}
              keys="Alt+↓"
              isDisabled={place === total - 1}
              onPress={() => onMove(place + 1)}
            >
              <ArrowDown aria-hidden="true" />
            </IconButton>
            <IconButton label={t('acts.remove')} onPress={onRemove}>
              <X aria-hidden="true" />
            </IconButton>
          </>
        )}
      </div>
    </li>
  );
}
