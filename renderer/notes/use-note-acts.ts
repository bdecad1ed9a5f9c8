/** What one can do with a note from its menu; deleting can be taken back from the notice. */
import { FOLLOW_UP_STATUSES, HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { useCommand } from '../data/archive.ts';
import type { MenuAct } from '../design/Menu.tsx';
import { notify } from '../design/toast.ts';
import { askToErase } from '../erase/state.ts';
import { useColourWords } from '../colours/state.ts';
import { useText } from '../i18n/index.ts';
import { placesOf } from '../reader/marks.ts';
import { addToBasket } from '../sheet/add.ts';

interface Ways {
  readonly onEdit: (id: string) => void;
  readonly onTag: (note: AnnotationView, beside: Element) => void;
}

export interface NoteActs {
  readonly menu: readonly MenuAct[];
  remove(): void;
  togglePrivate(): void;
  /** Puts the paragraphs of the note into the basket, with their notes. */
  basket(): void;
}

export function useNoteActs(note: AnnotationView, { onEdit, onTag }: Ways): NoteActs {
  const t = useText('notes');
  const colours = useText('reader');
  const colourWords = useColourWords();
  const sheet = useText('sheet');
  const erase = useText('erase');
  const language = usePreferenceState(interfaceLanguage);
  const { mutate: edit } = useCommand('annotations.edit');
  const { mutateAsync: remove } = useCommand('annotations.delete');
  const { id } = note;

  const togglePrivate = (): void => edit({ id, fields: { private: !note.private } });
  const removeNote = (): void => {
    // What fails is told by the window's toasts.
    remove({ ids: [id] }).then(
      () =>
        notify(t('deleted'), {
          label: t('undo'),
          run: () => attempt(() => stepHistory('undo')),
        }),
      () => undefined,
    );
  };
  const tag = (): void => {
    const card = document.querySelector(`[data-note="${CSS.escape(id)}"]`);
    if (card !== null) onTag(note, card);
  };
  const basket = (): void => {
    const places = placesOf(note);
    const { documentId } = note;
    addToBasket(
      places.map(({ paragraphId }) => ({ documentId, paragraphId })),
      true,
    );
  };
  const isQuestion = note.kind === 'question';
  const turn: MenuAct = {
    id: 'kind',
    label: t(isQuestion ? 'menu.asNote' : 'menu.asQuestion'),
    act: () => edit({ id, fields: { kind: isQuestion ? 'note' : 'question' } }),
  };
  return {
    basket,
    remove: removeNote,
    togglePrivate,
    menu: [
      { id: 'edit', label: t('menu.edit'), keys: '↵', act: () => onEdit(id) },
      { id: 'tag', label: t('menu.tag'), act: tag },
      { id: 'basket', label: sheet('add'), keys: keysOf('basket', language), act: basket },
      ...(note.kind === 'follow-up'
        ? FOLLOW_UP_STATUSES.filter((status) => status !== note.status).map((status) => ({
            id: status,
            label: t('followUp.set', { status: t(`followUp.statuses.${status}`) }),
            act: () => edit({ id, fields: { status } }),
          }))
        : []),
      ...(note.kind === 'follow-up' || note.kind === 'translation' ? [] : [turn]),
      {
        id: 'private',
        label: t(note.private ? 'menu.share' : 'menu.keepPrivate'),
        act: togglePrivate,
      },
      ...HIGHLIGHT_COLOURS.map((colour, index) => ({
        id: colour,
        label: colours('menu.highlight', { colour: colourWords(colour) }),
        apart: index === 0,
        disabled: note.colour === colour,
        act: () => edit({ id, fields: { colour } }),
      })),
      {
        id: 'plain',
        label: t('menu.plain'),
        disabled: note.colour === null || note.kind === 'highlight',
        act: () => edit({ id, fields: { colour: null } }),
      },
      {
        id: 'delete',
        label: t('menu.delete'),
        keys: t('menu.deleteKey'),
        apart: true,
        act: removeNote,
      },
      {
        id: 'erase',
        label: erase('menu'),
        act: () => askToErase({ type: 'annotations', ids: [id] }),
      },
    ],
  };
}
