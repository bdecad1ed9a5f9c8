/** One annotation in the panel: its passage, words, tags, who and when, and what one can do with it. */
import { Ellipsis, Lock, LockOpen } from 'lucide-react';
import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { formatNumbers } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { shortcutOf } from '../app/shortcuts.ts';
import { useCommand } from '../data/archive.ts';
import { IconButton } from '../design/Button.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { useFormats } from '../i18n/format.ts';
import { useColourWords } from '../colours/state.ts';
import { useText } from '../i18n/index.ts';
import { directionOf } from '../reader/language.ts';
import { RowTags } from '../reader/RowTags.tsx';
import { Editor } from './Editor.tsx';
import { FollowUpEditor } from './FollowUpEditor.tsx';
import { FollowUpFacts } from './FollowUpFacts.tsx';
import { Markdown } from './Markdown.tsx';
import { TranslationLanguage } from './TranslationLanguage.tsx';
import { useNoteActs } from './use-note-acts.ts';
import { useWriting } from './use-writing.ts';

export interface NoteCardProps {
  readonly note: AnnotationView;
  readonly isActive: boolean;
  readonly isEditing: boolean;
  /** Null while notes are not being chosen. */
  readonly isChosen: boolean | null;
  readonly onChoose: (id: string) => void;
  readonly onEdit: (id: string | null) => void;
  /** Shows the passage in the text; focus follows when asked. */
  readonly onShow: (note: AnnotationView, takeFocus: boolean) => void;
  readonly onTag: (note: AnnotationView, beside: Element) => void;
  /** `link`: as it stands in the note. */
  readonly onParagraph: (paragraphId: string, link: string) => void;
}

export const NoteCard = memo(function NoteCard(props: NoteCardProps) {
  const { note, isActive, isEditing, isChosen, onChoose, onEdit, onShow, onTag, onParagraph } =
    props;
  const t = useText('notes');
  const format = useFormats();
  const colourWords = useColourWords();
  const language = usePreferenceState(interfaceLanguage);
  const acts = useNoteActs(note, { onEdit, onTag });
  const numbers = note.targets.flatMap(({ number }) => (number === null ? [] : [number]));
  const kind = t(`kinds.${note.kind}`);
  const where =
    numbers.length === 0 ? '' : t('where', { numbers: formatNumbers(numbers, language) });

  const origin = note.fileAuthor === null ? [note.author] : [t('fromFile'), note.fileAuthor];

  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' || event.key === 'F2') onEdit(note.id);
    else if (event.key === ' ') onChoose(note.id);
    else if (event.key === 'Delete') acts.remove();
    else if (shortcutOf(event.nativeEvent, 'reader') === 'basket') acts.basket();
    else if (event.key === 'Escape') onShow(note, true);
    else return;
    event.preventDefault();
  };
  return (
    <li
      className="note"
      data-note={note.id}
      data-colour={note.colour ?? undefined}
      data-active={isActive ? '' : undefined}
      tabIndex={0}
      aria-label={[kind, where].filter((words) => words !== '').join(', ')}
      onKeyDown={press}
    >
      <div className="note-head">
        {isChosen !== null && <Choose id={note.id} isChosen={isChosen} onChoose={onChoose} />}
        <button type="button" className="note-where" onClick={() => onShow(note, true)}>
          {where === '' ? capital(kind) : `${where} · ${kind}`}
        </button>
        {note.state === 'moved' && (
          <span className="note-moved" title={t('moved.hint')}>
            {t('moved.label')}
          </span>
        )}
        <MenuButton label={t('menu.label')} acts={acts.menu}>
          <IconButton label={t('menu.label')} className="note-menu">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        </MenuButton>
      </div>
      <blockquote className="quote" onClick={() => onShow(note, false)}>
        {note.targets.map(({ exact }) => exact).join(' […] ')}
      </blockquote>
      {isEditing ? (
        <NoteEditor note={note} onLeave={() => onEdit(null)} />
      ) : (
        <NoteWords note={note} onEdit={onEdit} onParagraph={onParagraph} />
      )}
      {note.tags.length > 0 && <RowTags ids={note.tags.join(' ')} />}
      <div className="note-foot">
        <button
          type="button"
          className="note-private"
          aria-pressed={note.private}
          title={t(note.private ? 'private.hint' : 'shareable.hint')}
          onClick={acts.togglePrivate}
        >
          {note.private ? <Lock aria-hidden="true" /> : <LockOpen aria-hidden="true" />}
          {t(note.private ? 'private.label' : 'shareable.label')}
        </button>
        <span>
          {[
            note.colour === null ? '' : colourWords(note.colour),
            ...origin,
            format.moment(note.modified),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </div>
    </li>
  );
});

/** The box that chooses a note among others. */
export function Choose({
  id,
  isChosen,
  onChoose,
}: Pick<NoteCardProps, 'onChoose'> & { readonly id: string; readonly isChosen: boolean }) {
  const t = useText('notes');
  return (
    <input
      type="checkbox"
      className="note-choose"
      aria-label={t('choose.one')}
      checked={isChosen}
      onChange={() => onChoose(id)}
    />
  );
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** What the reader wrote, each kind with what belongs to it. */
function NoteWords({
  note,
  onEdit,
  onParagraph,
}: Pick<NoteCardProps, 'note' | 'onEdit' | 'onParagraph'>) {
  const t = useText('notes');
  const { id, kind, body, found } = note;
  const language = kind === 'translation' ? note.language : null;
  const parts = [
    { name: 'checked', text: body },
    { name: 'found', text: found ?? '' },
  ] as const;
  return (
    <>
      {kind === 'translation' && <p className="translation-mark">{t('translation.mark')}</p>}
      {kind === 'follow-up' && <FollowUpFacts status={note.status} due={note.due} />}
      {parts.map(
        ({ name, text }) =>
          text !== '' && (
            <div
              key={name}
              className="note-body"
              lang={language ?? undefined}
              dir={language === null ? undefined : directionOf(language)}
              onDoubleClick={() => onEdit(id)}
            >
              {kind === 'follow-up' && <p className="follow-up-part">{t(`followUp.${name}`)}</p>}
              <Markdown text={text} onParagraph={onParagraph} />
            </div>
          ),
      )}
    </>
  );
}

interface NoteEditorProps {
  readonly note: AnnotationView;
  readonly onLeave: () => void;
}

function NoteEditor({ note, onLeave }: NoteEditorProps) {
  return note.kind === 'follow-up' ? (
    <FollowUpEditor note={note} onLeave={onLeave} />
  ) : (
    <WordsEditor note={note} onLeave={onLeave} />
  );
}

function WordsEditor({ note, onLeave }: NoteEditorProps) {
  const t = useText('notes');
  const { mutateAsync: edit } = useCommand('annotations.edit');
  const writing = useWriting(note.body, async (body, visit) => {
    // A bare highlight or tagging that gets words is a note from then on.
    const bare = note.kind === 'highlight' || note.kind === 'tagging';
    const kind = bare && body.trim() !== '' ? ({ kind: 'note' } as const) : {};
    await edit({ id: note.id, fields: { body, ...kind }, visit });
  });
  const language = note.kind === 'translation' ? note.language : null;
  return (
    <>
      {language !== null && (
        <TranslationLanguage
          value={language}
          onChange={(code) =>
            void edit({ id: note.id, fields: { language: code }, visit: writing.visit })
          }
        />
      )}
      <Editor
        writing={writing}
        label={t('editor.label')}
        {...(language === null ? {} : { language })}
        onLeave={onLeave}
      />
    </>
  );
}
