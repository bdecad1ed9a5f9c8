/**
 * One paragraph of the page: number in the margin, marker, text, and under it what the reader
 * added. Focusable; its name is its number and text, its description tags and notes.
 */
import { Bookmark } from 'lucide-react';
import { memo } from 'react';
import type { Block } from '../../electron/core/document.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import type { ReferenceLanguage } from '../../electron/core/reference-numbers.ts';
import { useText } from '../i18n/index.ts';
import type { ShownCall } from './layout.ts';
import { Marked } from './Marked.tsx';
import { usePicked } from './picked.ts';
import { sameFacts } from './row-facts.ts';
import type { RowFacts } from './row-facts.ts';
import { RowSuggestions } from './RowSuggestions.tsx';
import { RowTags } from './RowTags.tsx';
import { directionOf, langOf } from './language.ts';
import { Translations } from './Translations.tsx';
import { typeset } from './typography.ts';

interface RowProps {
  readonly block: Block;
  readonly facts: RowFacts;
  /** Marks of the footnotes this paragraph calls. */
  readonly calls: readonly ShownCall[];
  /** Style of numbers and letters. */
  readonly numbers: ReferenceLanguage;
}

export const Row = memo(
  function Row({ block, facts, calls, numbers }: RowProps) {
    const t = useText('reader');
    const coding = useText('coding');
    const { id, number, kind } = block;
    const nested = number !== null && number.includes('(');
    const name =
      number === null
        ? t('paragraph.unnumbered')
        : t('paragraph.numbered', { number: formatNumber(number, numbers) });
    const isPicked = usePicked((state) => state.ids.has(id));
    const said = [isPicked ? coding('picked.isPicked') : '', saying(facts, t)]
      .filter((words) => words !== '')
      .join(', ');
    const describers = [said === '' ? '' : `d-${id}`, facts.tags === '' ? '' : `g-${id}`]
      .filter((one) => one !== '')
      .join(' ');
    return (
      <div
        className={`row ${kind} ${nested ? 'nested' : ''}`}
        data-row={id}
        data-bar={facts.bar === '' ? undefined : facts.bar}
        data-picked={isPicked ? '' : undefined}
        data-depth={depthOf(block)}
        data-bookmarked={facts.bookmarked ? '' : undefined}
        dir={directionOf(block.language)}
        role="group"
        tabIndex={-1}
        aria-labelledby={`n-${id} t-${id}`}
        aria-describedby={describers === '' ? undefined : describers}
      >
        <button
          type="button"
          id={`n-${id}`}
          className={`number ${number === null ? 'unnumbered' : ''}`}
          data-number={id}
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={name}
        >
          {number === null ? '¶' : formatNumber(number, numbers)}
        </button>
        {facts.bookmarked && <Bookmark className="row-bookmark" aria-hidden="true" />}
        <div className="words">
          {showsMarker(block) && <span className="marker">{block.marker}</span>}
          <p id={`t-${id}`} data-text={id} lang={langOf(block.language)}>
            <Marked text={typeset(block.text, block.language)} calls={calls} />
          </p>
          {facts.translations.length > 0 && <Translations shown={facts.translations} />}
          {facts.tags !== '' && <RowTags ids={facts.tags} saidAs={`g-${id}`} />}
          <RowSuggestions paragraphId={id} />
          {said !== '' && (
            <span id={`d-${id}`} className="unseen">
              {said}
            </span>
          )}
        </div>
      </div>
    );
  },
  (a, b) =>
    a.block === b.block &&
    a.numbers === b.numbers &&
    a.calls === b.calls &&
    sameFacts(a.facts, b.facts),
);

/** Steps a paragraph is set in: '16 (c) (ii)' two, an unnumbered list item by its level; 0 to 4. */
function depthOf({ kind, level = 0, number }: Block): number | undefined {
  const steps = number?.split('(').length ?? 1;
  const depth = steps > 1 ? steps - 1 : kind === 'list-item' ? level : 0;
  return depth === 0 ? undefined : Math.min(depth, 4);
}

/** A top-level number stands in the margin; its printed form need not stand in the text again. */
function showsMarker({ marker, number }: Block): boolean {
  if (marker === null || marker === '') return false;
  return number === null || number.includes('(');
}

function saying(facts: RowFacts, t: ReturnType<typeof useText<'reader'>>): string {
  return [
    facts.bookmarked ? t('paragraph.bookmarked') : '',
    facts.highlights > 0 ? t('paragraph.highlights', { count: facts.highlights }) : '',
    facts.notes > 0 ? t('paragraph.notes', { count: facts.notes }) : '',
  ]
    .filter((words) => words !== '')
    .join(', ');
}
