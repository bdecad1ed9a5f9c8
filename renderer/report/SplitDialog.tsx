/**
 * Chooses where a paragraph is cut: a slider that steps from word to word, or a click on a word. Both
 * halves are shown as they will be.
 */
import { useMemo, useState } from 'react';
import type { MouseEvent } from 'react';
import type { Block } from '../../electron/core/document.ts';
import { cutAt } from '../../electron/core/correction/index.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { useText } from '../i18n/index.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { typeset } from '../reader/typography.ts';
import './report.css';

interface SplitDialogProps {
  readonly block: Block;
  /** Where the reader's selection begins, or null. */
  readonly at: number | null;
  readonly onSplit: (at: number) => void;
  readonly onClose: () => void;
}

/** Words of the second half that the slider speaks. */
const SPOKEN = 6;

export function SplitDialog({ block, at, onSplit, onClose }: SplitDialogProps) {
  const t = useText('report');
  const common = useText('app');
  const { text, language } = block;
  const cuts = useMemo(() => cutsOf(text), [text]);
  const [place, setPlace] = useState(() => nearest(cuts, at ?? sentenceEnd(text)));
  const cut = cuts[place];
  const halves = cut === undefined ? [text, ''] : [text.slice(0, cut).trimEnd(), text.slice(cut)];
  const [first = '', second = ''] = halves;
  const looks = { lang: langOf(language), dir: directionOf(language) } as const;

  const cutHere = ({ clientX, clientY, currentTarget }: MouseEvent): void => {
    const caret = document.caretPositionFromPoint(clientX, clientY);
    if (caret === null || !currentTarget.contains(caret.offsetNode)) return;
    const isSecond = currentTarget.lastElementChild?.contains(caret.offsetNode) === true;
    setPlace(nearest(cuts, caret.offset + (isSecond ? (cut ?? 0) : 0)));
  };

  return (
    <Dialog title={t('split.title')} isOpen onClose={onClose} wide>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (cut !== undefined) onSplit(cut);
          onClose();
        }}
      >
        {cuts.length === 0 ? (
          <p>{t('split.none')}</p>
        ) : (
          <>
            <label className="field">
              <span>{t('split.slider')}</span>
              <input
                type="range"
                className="cut-slider"
                min={0}
                max={cuts.length - 1}
                value={place}
                autoFocus
                aria-valuetext={t('split.spoken', { words: opening(second) })}
                onChange={({ target }) => setPlace(Number(target.value))}
              />
            </label>
            <div className="cut-text" onClick={cutHere}>
              <p {...looks}>{typeset(first, language)}</p>
              <p {...looks}>{typeset(second, language)}</p>
            </div>
          </>
        )}
        <DialogActions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={cuts.length === 0}>
            {t('split.act')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Every place where the text may be cut: the starts of its words, but for the first. */
function cutsOf(text: string): number[] {
  const cuts: number[] = [];
  for (const { segment, index, isWordLike } of new Intl.Segmenter(undefined, {
    granularity: 'word',
  }).segment(text)) {
    const start = isWordLike || /[(«“"[\p{S}]/u.test(segment) ? (cutAt(text, index)?.next ?? 0) : 0;
    if (start > (cuts.at(-1) ?? 0)) cuts.push(start);
  }
  return cuts;
}

function nearest(cuts: readonly number[], at: number): number {
  let best = 0;
  cuts.forEach((cut, index) => {
    if (Math.abs(cut - at) < Math.abs((cuts[best] ?? 0) - at)) best = index;
  });
  return best;
}

/** Where the first sentence ends that is not the last, else the middle. */
function sentenceEnd(text: string): number {
  const end = text.search(/[.;:!?。]\s+(?=\S)/u);
  return end > 0 ? end + 2 : Math.floor(text.length / 2);
}

function opening(text: string): string {
  return text.split(' ').slice(0, SPOKEN).join(' ');
}
