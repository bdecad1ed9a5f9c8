/**
 * What one can do with a passage: highlight, note, tag, copy its reference or link. Each act works
 * on a target and tells what it did; none knows whether a key, a menu or a button asked.
 */
import { useMemo } from 'react';
import type { HighlightColour, Place } from '../../electron/core/annotation.ts';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { formatLink } from '../../electron/core/reference-link.ts';
import { formatReference } from '../../electron/core/reference.ts';
import { attempt } from '../app/acts.ts';
import { interfaceLanguage, setPreferences, usePreferenceState } from '../app/preferences.ts';
import { call, shell } from '../client.ts';
import { useCommand } from '../data/archive.ts';
import { notify, notifyFault } from '../design/toast.ts';
import { toFault } from '../../electron/core/fault.ts';
import { useColourWords } from '../colours/state.ts';
import { useText } from '../i18n/index.ts';
import { beginNote, editNote } from '../notes/draft.ts';
import { isLive } from '../notes/due.ts';
import { searchFor } from '../search/state.ts';
import { addToBasket } from '../sheet/add.ts';
import { placesOf } from './marks.ts';
import { wholeParagraph } from './selection.ts';
import { samePlaces } from './target.ts';
import type { Target } from './target.ts';

export interface Acts {
  /** In the colour given, else the last one used; the same again takes the highlight away. */
  highlight(target: Target, colour?: HighlightColour): void;
  note(target: Target, kind: 'note' | 'question' | 'translation'): void;
  /** Opens one for writing: a new one where none that is live stands there. */
  followUp(target: Target): void;
  /** Marks the paragraph to come back to, or takes the mark away. */
  bookmark(target: Target): void;
  basket(target: Target): void;
  /** Searches for the words that tell the paragraph from others. */
  similar(target: Target): void;
  copyReference(target: Target): void;
  copyLink(target: Target): void;
}

/** One translates whole paragraphs, and one at a time. */
function wholeFirst(target: Target): Pick<Target, 'places' | 'quotes'> {
  const [first] = target.paragraphs;
  const whole = first === undefined ? null : wholeParagraph(first);
  return first === undefined || whole === null ? target : { places: [whole], quotes: [first.text] };
}

export function useActs(
  summary: DocumentSummary,
  annotations: readonly AnnotationView[],
  announce: (words: string) => void,
): Acts {
  const t = useText('reader');
  const colourWords = useColourWords();
  const { mutate: create, mutateAsync: createAndGet } = useCommand('annotations.create');
  const { mutate: edit } = useCommand('annotations.edit');
  const { mutate: remove } = useCommand('annotations.delete');

  return useMemo(() => {
    const at = (places: readonly Place[], kinds: readonly string[]): AnnotationView | undefined =>
      annotations.find((one) => kinds.includes(one.kind) && samePlaces(placesOf(one), places));
    const copy = (text: string, said: string): void => {
      shell('shell.copy', { text }).then(
        () => notify(said),
        (error: unknown) => notifyFault(toFault(error)),
      );
    };
    return {
      highlight({ places }, chosen) {
        const state = usePreferenceState.getState();
        const colour = chosen ?? state.preferences.highlight;
        if (chosen !== undefined && chosen !== state.preferences.highlight) {
          setPreferences({ highlight: chosen });
        }
        const there = at(places, ['highlight', 'note', 'question']);
        const words = colourWords(colour);
        if (there === undefined) {
          create({ documentId: summary.id, places: [...places], kind: 'highlight', colour });
          announce(t('said.highlighted', { colour: words }));
        } else if (there.colour !== colour) {
          edit({ id: there.id, fields: { colour } });
          announce(t('said.highlighted', { colour: words }));
        } else if (there.kind === 'highlight' && there.body === '' && there.tags.length === 0) {
          remove({ ids: [there.id] });
          announce(t('said.unhighlighted'));
        } else {
          edit({ id: there.id, fields: { colour: null } });
          announce(t('said.unhighlighted'));
        }
      },
      note(target, kind) {
        const { places, quotes } = kind === 'translation' ? wholeFirst(target) : target;
        const there = at(places, kind === 'note' ? ['highlight', 'note'] : [kind]);
        if (there !== undefined) editNote(there.id);
        else beginNote({ documentId: summary.id, places, quotes, kind });
      },
      followUp({ places }) {
        const there = annotations.find(
          (one) => one.kind === 'follow-up' && isLive(one) && samePlaces(placesOf(one), places),
        );
        if (there !== undefined) editNote(there.id);
        else {
          const fields = { kind: 'follow-up', status: 'open' } as const;
          createAndGet({ documentId: summary.id, places: [...places], ...fields }).then(
            ({ id }) => editNote(id),
            // What fails is told by the window's toasts.
            () => undefined,
          );
        }
      },
      bookmark({ paragraphs: [first] }) {
        const place = first === undefined ? null : wholeParagraph(first);
        if (place === null) return;
        const there = annotations.filter(
          (one) =>
            one.kind === 'bookmark' &&
            placesOf(one).some(({ paragraphId }) => paragraphId === place.paragraphId),
        );
        if (there.length > 0) remove({ ids: there.map(({ id }) => id) });
        else create({ documentId: summary.id, places: [place], kind: 'bookmark' });
        announce(t(there.length > 0 ? 'said.unbookmarked' : 'said.bookmarked'));
      },
      basket({ paragraphs }) {
        addToBasket(paragraphs.map(({ id }) => ({ documentId: summary.id, paragraphId: id })));
      },
      similar({ paragraphs: [first] }) {
        if (first === undefined) return;
        attempt(async () => {
          const words = await call('search.like', {
            documentId: summary.id,
            paragraphId: first.id,
          });
          if (words.length > 0) searchFor(words.join(' '));
          else announce(t('said.nothingTelling'));
        });
      },
      copyReference({ paragraphs }) {
        const language = interfaceLanguage(usePreferenceState.getState());
        const reference = formatReference(summary, paragraphs, language);
        copy(reference, t('said.reference', { reference }));
      },
      copyLink({ paragraphs }) {
        const first = paragraphs[0];
        const last = paragraphs.at(-1);
        if (first === undefined) return;
        copy(formatLink(first.id, last?.id), t('said.link'));
      },
    };
  }, [annotations, announce, colourWords, create, createAndGet, edit, remove, summary, t]);
}
