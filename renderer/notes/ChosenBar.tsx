/** What is done to several notes at once; each act is one step that can be taken back. */
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { notify } from '../design/toast.ts';
import { openExport } from '../exports/state.ts';
import { useColourWords } from '../colours/state.ts';
import { askToErase } from '../erase/state.ts';
import { useText } from '../i18n/index.ts';
import { placesOf } from '../reader/marks.ts';
import { addToBasket } from '../sheet/add.ts';
import { TagPicker } from '../tags/TagPicker.tsx';

interface ChosenBarProps {
  readonly documentId: string;
  /** The document's title: suggested for an exported file. */
  readonly title: string;
  /** The notes that are listed. */
  readonly notes: readonly AnnotationView[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string> | null) => void;
}

export function ChosenBar({ documentId, title, notes, chosen, onChosen }: ChosenBarProps) {
  const t = useText('notes');
  const erase = useText('erase');
  const colours = useText('reader');
  const colourWords = useColourWords();
  const bar = useRef<HTMLDivElement>(null);
  const [tagging, setTagging] = useState<Element | null>(null);
  const { mutate: edit } = useCommand('annotations.editAll');
  const { mutateAsync: remove } = useCommand('annotations.delete');
  const picked = notes.filter(({ id }) => chosen.has(id));
  const ids = picked.map(({ id }) => id);
  const whole = ids.length === notes.length && ids.length > 0;

  const removeAll = (): void => {
    // What fails is told by the window's toasts.
    remove({ ids }).then(
      () => {
        onChosen(null);
        notify(t('deletedMany', { count: ids.length }), {
          label: t('undo'),
          run: () => attempt(() => stepHistory('undo')),
        });
      },
      () => undefined,
    );
  };
  const basket = (): void =>
    addToBasket(
      picked.flatMap((note) =>
        placesOf(note).map(({ paragraphId }) => ({ documentId: note.documentId, paragraphId })),
      ),
      true,
    );
  return (
    <div className="note-chosen" role="group" aria-label={t('choose.toolbar')} ref={bar}>
      <span role="status">{t('choose.count', { count: ids.length })}</span>
      <Button
        variant="quiet"
        onPress={() => onChosen(new Set(whole ? [] : notes.map(({ id }) => id)))}
      >
        {t(whole ? 'choose.none' : 'choose.all')}
      </Button>
      <MenuButton
        label={t('choose.acts')}
        acts={[
          {
            id: 'tag',
            label: t('choose.tag'),
            act: () => setTagging(bar.current),
          },
          { id: 'basket', label: t('choose.basket'), act: basket },
          {
            id: 'share',
            label: t('menu.share'),
            act: () => edit({ ids, fields: { private: false } }),
          },
          {
            id: 'private',
            label: t('menu.keepPrivate'),
            act: () => edit({ ids, fields: { private: true } }),
          },
          ...HIGHLIGHT_COLOURS.map((colour, index) => ({
            id: colour,
            label: colours('menu.highlight', { colour: colourWords(colour) }),
            apart: index === 0,
            act: () => edit({ ids, fields: { colour } }),
          })),
          {
            id: 'plain',
            label: t('menu.plain'),
            act: () => edit({ ids, fields: { colour: null } }),
          },
          {
            id: 'export',
            label: t('choose.export'),
            apart: true,
            act: () => openExport({ type: 'annotations', ids }, title),
          },
          { id: 'delete', label: t('choose.delete'), act: removeAll },
          {
            id: 'erase',
            label: erase('menu'),
            act: () => {
              onChosen(null);
              askToErase({ type: 'annotations', ids });
            },
          },
        ]}
      >
        <Button aria-label={t('choose.acts')} isDisabled={ids.length === 0}>
          {t('choose.act')}
          <ChevronDown aria-hidden="true" />
        </Button>
      </MenuButton>
      {tagging !== null && (
        <TagPicker
          target={{ type: 'annotations', documentId, ids }}
          beside={tagging}
          onClose={() => setTagging(null)}
        />
      )}
    </div>
  );
}
