/**
 * Draws what the reader marked on a page: highlights on their words, a bar beside each paragraph with
 * notes, hits of a search, and the paragraph in focus. What can't be placed for certain keeps its bar.
 */
import type { Place } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { placesOf } from '../reader/marks.ts';
import type { RowFacts } from '../reader/row-facts.ts';
import { boxesOf, columnsOf } from './page-layer.ts';
import type { Box, PageLayer } from './page-layer.ts';
import type { PageMap } from './page-map.ts';
import type { Stretch } from './standing.ts';

export interface Marks {
  /** Annotations by the paragraphs they touch. */
  readonly byParagraph: ReadonlyMap<string, readonly AnnotationView[]>;
  readonly facts: ReadonlyMap<string, RowFacts>;
  /** Hits of a search by paragraph. */
  readonly hits: ReadonlyMap<string, readonly Place[]>;
  readonly currentHit: Place | null;
  /** Id of the paragraph in focus, or null. */
  readonly current: string | null;
  /** Id of the annotation pointed at, or null. */
  readonly activeNote: string | null;
}

export const NO_MARKS: Marks = {
  byParagraph: new Map(),
  facts: new Map(),
  hits: new Map(),
  currentHit: null,
  current: null,
  activeNote: null,
};

/** Puts the marks into `sheet`, which covers the page; earlier ones go. */
export function drawMarks(
  sheet: HTMLElement,
  page: Element,
  layer: PageLayer,
  map: PageMap,
  marks: Marks,
): void {
  const drawn: HTMLElement[] = [];
  const boxes = (stretches: readonly Stretch[]): Box[] => boxesOf(layer, stretches, page);
  const words = (place: Place, kind: string, look: Readonly<Record<string, string>>): void => {
    const stretches = map.words(place);
    if (typeof stretches === 'string') return;
    for (const box of boxes(stretches)) drawn.push(mark(kind, box, look));
  };
  for (const id of map.ids) {
    const annotations = marks.byParagraph.get(id) ?? [];
    const hits = marks.hits.get(id) ?? [];
    const isCurrent = id === marks.current;
    if (annotations.length === 0 && hits.length === 0 && !isCurrent) continue;
    const columns = columnsOf(boxes(map.paragraph(id)));
    if (isCurrent) for (const box of columns) drawn.push(mark('focus', box, {}));
    const bar = marks.facts.get(id)?.bar ?? '';
    if (bar !== '') {
      for (const box of columns) {
        drawn.push(mark('bar', { ...box, right: box.left }, { colour: bar }));
      }
    }
    for (const annotation of annotations) {
      const look = {
        colour: annotation.colour ?? 'plain',
        note: annotation.id,
        ...(annotation.id === marks.activeNote ? { active: '' } : {}),
      };
      for (const place of placesOf(annotation)) {
        if (place.paragraphId === id) words(place, 'words', look);
      }
    }
    for (const hit of hits) {
      words(hit, 'hit', hit === marks.currentHit ? { current: '' } : {});
    }
  }
  sheet.replaceChildren(...drawn);
}

function mark(kind: string, box: Box, look: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement('div');
  element.className = 'page-mark';
  Object.assign(element.dataset, { kind, ...look });
  element.style.left = percent(box.left);
  element.style.top = percent(box.top);
  element.style.width = percent(box.right - box.left);
  element.style.height = percent(box.bottom - box.top);
  return element;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
