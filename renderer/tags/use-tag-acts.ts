/** Acts on a tag that both trees and the card offer, with what the window says afterwards. */
import { attempt, stepHistory } from '../app/acts.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { currentScreen, show, useView } from '../app/view.ts';
import type { TagView } from '../../electron/contract/views.ts';
import { useCommand } from '../data/archive.ts';
import { dismissAll, notify } from '../design/toast.ts';
import { useText } from '../i18n/index.ts';
import { tagName } from './tag-tree.ts';

export interface TagActs {
  /** Deletes the tag with those below it; one undo brings all back. */
  remove(tag: TagView): void;
  /** Puts it away, or takes it out again. */
  archive(tag: TagView, archived: boolean): void;
}

export function useTagActs(): TagActs {
  const t = useText('tags');
  const coding = useText('coding');
  const language = usePreferenceState(interfaceLanguage);
  const { mutateAsync: remove } = useCommand('tags.delete');
  const { mutateAsync: archive } = useCommand('tags.archive');
  const undo = {
    label: t('undo'),
    run: () => attempt(() => stepHistory('undo')),
  };
  // What fails is told by the window's toasts.
  const told = (act: Promise<unknown>, sentence: string, then?: () => void): void => {
    act.then(
      () => {
        then?.();
        dismissAll();
        notify(sentence, undo);
      },
      () => undefined,
    );
  };
  return {
    remove: (tag) => {
      if (tag.scheme !== '') return notify(coding('schemes.lockedAct'));
      told(remove({ id: tag.id }), t('deleted', { name: tagName(tag, language) }), () => {
        const screen = currentScreen(useView.getState());
        if (screen.name === 'tag' && screen.id === tag.id) show({ name: 'library' });
      });
    },
    archive: (tag, archived) =>
      told(
        archive({ id: tag.id, archived }),
        t(archived ? 'archived' : 'unarchived', { name: tagName(tag, language) }),
      ),
  };
}
