/** The acts on selected words, beside the selection: for hands on the mouse. Keys do the same. */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { useColourWords } from '../colours/state.ts';
import { useText } from '../i18n/index.ts';
import { pageViewOf, selectedOnPage } from '../original/selected.ts';
import type { TargetActs } from './use-keys.ts';

interface SelectionBarProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keys: TargetActs;
}

interface Spot {
  readonly left: number;
  readonly top: number;
}

/** Height of the bar with its distance from the words, in CSS pixels. */
const ABOVE = 44;
const WIDTH = 330;

export function SelectionBar({ scroller, keys }: SelectionBarProps) {
  const t = useText('reader');
  const colourWords = useColourWords();
  const language = usePreferenceState(interfaceLanguage);
  const [spot, setSpot] = useState<Spot | null>(null);

  useEffect(() => {
    const root = scroller.current;
    if (root === null) return;
    const look = (): void => setSpot(spotOf(root));
    // The other view may follow; only the one with the words takes them from under the bar.
    const hide = ({ target }: Event): void => {
      const words = getSelection()?.anchorNode ?? null;
      if (words === null || !(target instanceof Node) || target.contains(words)) setSpot(null);
    };
    const changed = (): void => {
      if (getSelection()?.isCollapsed !== false) setSpot(null);
    };
    document.addEventListener('pointerup', look);
    document.addEventListener('selectionchange', changed);
    document.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => {
      document.removeEventListener('pointerup', look);
      document.removeEventListener('selectionchange', changed);
      document.removeEventListener('scroll', hide, { capture: true });
    };
  }, [scroller]);

  if (spot === null) return null;
  const run = (act: () => void) => () => {
    act();
    setSpot(null);
  };
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={t('selection')}
      style={{ left: spot.left, top: spot.top }}
      // The words stay selected while a button is pressed.
      onPointerDown={(event) => event.preventDefault()}
    >
      {HIGHLIGHT_COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          className="swatch"
          data-colour={colour}
          aria-label={t('menu.highlight', { colour: colourWords(colour) })}
          title={t('menu.highlight', { colour: colourWords(colour) })}
          onClick={run(() => keys.highlight(colour))}
        />
      ))}
      <button
        type="button"
        className="button quiet"
        title={keysOf('note', language)}
        onClick={run(() => keys.note('note'))}
      >
        {t('short.note')}
      </button>
      <button
        type="button"
        className="button quiet"
        title={keysOf('tag', language)}
        onClick={run(keys.tag)}
      >
        {t('short.tag')}
      </button>
      <button
        type="button"
        className="button quiet"
        title={keysOf('copyReference', language)}
        onClick={run(keys.copyReference)}
      >
        {t('short.reference')}
      </button>
    </div>
  );
}

function spotOf(root: HTMLElement): Spot | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (selection.toString().trim() === '') return null;
  const pages = pageViewOf(range.startContainer);
  const within = root.contains(range.startContainer) ? root : pages;
  // Words of a page that are none of the text, a page number, have nothing to be done with.
  if (within === null || (within === pages && selectedOnPage().length === 0)) return null;
  const box = range.getBoundingClientRect();
  const view = within.getBoundingClientRect();
  const above = box.top - ABOVE;
  const top = above > view.top ? above : Math.min(box.bottom + 8, view.bottom - ABOVE);
  const middle = box.left + box.width / 2 - WIDTH / 2;
  return { left: Math.max(view.left + 8, Math.min(middle, view.right - WIDTH - 8)), top };
}
