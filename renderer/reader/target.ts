/** What a key acts on: the selected words where there are any, else the paragraph in focus. */
import type { Place } from '../../electron/core/annotation.ts';
import type { Block } from '../../electron/core/document.ts';
import { selectedOnPage } from '../original/selected.ts';
import { placesOfSelection } from './selection-dom.ts';
import { quoteOf, wholeParagraph } from './selection.ts';

export interface Target {
  readonly places: readonly Place[];
  /** Paragraphs touched, in text order; never empty. */
  readonly paragraphs: readonly Block[];
  readonly quotes: readonly string[];
  /** True when words were selected. */
  readonly selected: boolean;
}

/**
 * @param current id of the paragraph in focus, or null.
 * @returns null when nothing is selected and no paragraph is in focus.
 */
export function targetOf(
  root: HTMLElement,
  paragraphs: readonly Block[],
  current: string | null,
): Target | null {
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const inText = placesOfSelection(root, getSelection(), paragraphs);
  const selection = inText.length > 0 ? inText : selectedOnPage();
  const focused = current === null ? undefined : byId.get(current);
  const whole = focused === undefined ? null : wholeParagraph(focused);
  const places = selection.length > 0 ? selection : whole === null ? [] : [whole];
  if (places.length === 0) return null;
  return {
    places,
    paragraphs: places.flatMap(({ paragraphId }) => byId.get(paragraphId) ?? []),
    quotes: quoteOf(byId, places),
    selected: selection.length > 0,
  };
}

/** True when two lists name the very same stretches. */
export function samePlaces(a: readonly Place[], b: readonly Place[]): boolean {
  return (
    a.length === b.length &&
    a.every((place, index) => {
      const other = b[index];
      return (
        other?.paragraphId === place.paragraphId &&
        other.start === place.start &&
        other.end === place.end
      );
    })
  );
}
