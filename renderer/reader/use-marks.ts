/** Keeps the marks on the page in step with annotations and hits; clears them when the page goes. */
import { useEffect, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { Place } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { annotationMarks, placesOf } from './marks.ts';
import type { MarkName } from './marks.ts';
import { paint } from './paint.ts';

const COLOURED: readonly MarkName[] = [
  ...HIGHLIGHT_COLOURS.map((colour) => `gmg-${colour}` as const),
  'gmg-plain',
];
const ALL: readonly MarkName[] = [...COLOURED, 'gmg-active', 'gmg-hit', 'gmg-hit-current'];

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
  useLayoutEffect(() => {
    if (root.current === null) return;
    const marks = annotationMarks(drawn, null);
    for (const name of COLOURED) paint(root.current, name, marks.get(name) ?? []);
  }, [root, page, drawn]);

  useLayoutEffect(() => {
    if (root.current === null) return;
    const active = drawn.find(({ id }) => id === activeId);
    paint(root.current, 'gmg-active', active === undefined ? [] : placesOf(active));
  }, [root, page, drawn, activeId]);

  useLayoutEffect(() => {
    if (root.current !== null) paint(root.current, 'gmg-hit', hits);
  }, [root, page, hits]);

  useLayoutEffect(() => {
    const places = currentHit === null ? [] : [currentHit];
    if (root.current !== null) paint(root.current, 'gmg-hit-current', places);
  }, [root, page, currentHit]);

  useEffect(
    () => () => {
      for (const name of ALL) CSS.highlights.delete(name);
    },
    [],
  );
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
