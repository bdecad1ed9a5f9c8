/** The menu of a paragraph: everything its keys do, with the keys printed beside. */
import { ContextMenu } from '../design/Menu.tsx';
import { useColourWords } from '../colours/state.ts';
import { useText } from '../i18n/index.ts';
import { usePreferenceState, interfaceLanguage } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { TargetActs } from './use-keys.ts';

export interface OpenMenu {
  readonly paragraphId: string;
  /** The paragraph's spoken name: the menu's own. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface NumberMenuProps {
  readonly menu: OpenMenu | null;
  readonly hasOriginal: boolean;
  readonly isBookmarked: boolean;
  readonly keys: TargetActs;
  /** Opens the menu of corrections at the same place; absent where nothing may be changed. */
  readonly onCorrect: ((menu: OpenMenu) => void) | null;
  readonly onClose: () => void;
}

export function NumberMenu({
  menu,
  hasOriginal,
  isBookmarked,
  keys,
  onCorrect,
  onClose,
}: NumberMenuProps) {
  const t = useText('reader');
  const colourWords = useColourWords();
  const report = useText('report');
  const sheet = useText('sheet');
  const language = usePreferenceState(interfaceLanguage);
  if (menu === null) return null;
  const printed = (id: Parameters<typeof keysOf>[0]) => keysOf(id, language);
  return (
    <ContextMenu
      label={menu.name}
      place={{ x: menu.x, y: menu.y }}
      onClose={onClose}
      acts={[
        { id: 'focus', label: t('menu.focus'), act: () => keys.focus() },
        ...HIGHLIGHT_COLOURS.map((colour, at) => ({
          id: colour,
          apart: at === 0,
          label: t('menu.highlight', { colour: colourWords(colour) }),
          keys: printed(`highlight-${colour}`),
          act: () => keys.highlight(colour),
        })),
        {
          id: 'note',
          label: t('menu.note'),
          keys: printed('note'),
          apart: true,
          act: () => keys.note('note'),
        },
        {
          id: 'question',
          label: t('menu.question'),
          keys: printed('question'),
          act: () => keys.note('question'),
        },
        {
          id: 'translation',
          label: t('menu.translation'),
          keys: printed('translation'),
          act: () => keys.note('translation'),
        },
        {
          id: 'followUp',
          label: t('menu.followUp'),
          keys: printed('followUp'),
          act: () => keys.followUp(),
        },
        { id: 'tag', label: t('menu.tag'), keys: printed('tag'), act: () => keys.tag() },
        {
          id: 'bookmark',
          label: t(isBookmarked ? 'menu.unbookmark' : 'menu.bookmark'),
          keys: printed('bookmark'),
          act: () => keys.bookmark(),
        },
        {
          id: 'basket',
          label: sheet('add'),
          keys: printed('basket'),
          act: () => keys.basket(),
        },
        {
          id: 'reference',
          label: t('menu.reference'),
          keys: printed('copyReference'),
          apart: true,
          act: () => keys.copyReference(),
        },
        {
          id: 'link',
          label: t('menu.link'),
          keys: printed('copyLink'),
          act: () => keys.copyLink(),
        },
        {
          id: 'similar',
          label: t('menu.similar'),
          keys: printed('similar'),
          act: () => keys.similar(),
        },
        ...(hasOriginal
          ? [
              {
                id: 'original',
                label: t('menu.original'),
                keys: printed('original'),
                act: () => keys.original(),
              },
            ]
          : []),
        ...(onCorrect === null
          ? []
          : [
              {
                id: 'correct',
                label: report('menu.open'),
                apart: true,
                act: () => onCorrect(menu),
              },
            ]),
      ]}
    />
  );
}
