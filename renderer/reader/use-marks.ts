/** Keeps the marks on the page in step with annotations and hits; clears them when the page goes. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { Place } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { annotationMarks, placesOf } from './marks.ts';
import type { MarkName } from './marks.ts';
import { painterOf } from './paint.ts';
import type { Painter } from './paint.ts';

const COLOURED: readonly MarkName[] = [
  ...HIGHLIGHT_COLOURS.map((colour) => `gmg-${colour}` as const),
  'gmg-plain',
];

interface Shown {
  readonly annotations: readonly AnnotationView[];
  readonly activeId: string | null;
  readonly hits: readonly Place[];
  readonly currentHit: Place | null;
  /** Changes when other text stands in the page: everything is drawn again. */
  readonly page: unknown;
}

export function useMarks(
  root: RefObject<HTMLElement | null>,
  { annotations, activeId, hits, currentHit, page }: Shown,
): void {
  const drawn = useDrawn(annotations);
  const painter = useRef<Painter | null>(null);
  useLayoutEffect(() => {
    if (root.current === null) return;
    const mine = painterOf(root.current);
    painter.current = mine;
    return () => mine.stop();
  }, [root]);

  useLayoutEffect(() => {
    const marks = annotationMarks(drawn, null);
    painter.current?.paint(new Map(COLOURED.map((name) => [name, marks.get(name) ?? []])));
  }, [page, drawn]);

  useLayoutEffect(() => {
    const active = drawn.find(({ id }) => id === activeId);
    const places = active === undefined ? [] : placesOf(active);
    painter.current?.paint(new Map([['gmg-active', places]]));
  }, [page, drawn, activeId]);

  useLayoutEffect(() => {
    painter.current?.paint(new Map([['gmg-hit', hits]]));
  }, [page, hits]);

  useLayoutEffect(() => {
    const places = currentHit === null ? [] : [currentHit];
    painter.current?.paint(new Map([['gmg-hit-current', places]]));
  }, [page, currentHit]);
}

/** The same list as long as the same is drawn: saving a note's words draws nothing again. */
function useDrawn(annotations: readonly AnnotationView[]): readonly AnnotationView[] {
  const key = signature(annotations);
  const [held, hold] = useState({ key, annotations });
  if (held.key === key) return held.annotations;
  hold({ key, annotations });
  return annotations;
}

function signature(annotations: readonly AnnotationView[]): string {
  return annotations
    .map(
      (annotation) =>
        `${annotation.id}${annotation.colour}${placesOf(annotation)
          .map(({ paragraphId, start, end }) => `${paragraphId}${start}-${end}`)
          .join()}`,
    )
    .join(' ');
}
