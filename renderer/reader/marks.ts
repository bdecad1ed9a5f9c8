/**
 * Which stretches of text carry which mark: highlights by colour, notes without a colour, the
 * hits of a search. Pure; `paint.ts` hands them to the browser's highlight registry.
 */
import type { HighlightColour, Place } from '../../electron/core/annotation.ts';
import type { AnnotationView, FoundInDocument } from '../../electron/contract/views.ts';

/** Names in the registry; the reader's stylesheet gives each its look. */
export type MarkName =
  `gmg-${HighlightColour}` | 'gmg-plain' | 'gmg-active' | 'gmg-hit' | 'gmg-hit-current';

export type Marks = ReadonlyMap<MarkName, readonly Place[]>;

/** Where an annotation's targets stand now; an orphaned target stands nowhere. */
export function placesOf(annotation: AnnotationView): Place[] {
  return annotation.targets.flatMap(({ anchor }) =>
    anchor.state === 'orphaned' ? [] : [anchor.place, ...(anchor.also ?? [])],
  );
}

/** The marks of a document's annotations; `activeId` is drawn once more, on top. */
export function annotationMarks(
  annotations: readonly AnnotationView[],
  activeId: string | null,
): Marks {
  const marks = new Map<MarkName, Place[]>();
  for (const annotation of annotations) {
    const places = placesOf(annotation);
    // A translation stands under its paragraph, a bookmark beside it: no mark on the words.
    const { kind, colour } = annotation;
    if ((kind === 'translation' || kind === 'bookmark') && colour === null) continue;
    add(marks, annotation.colour === null ? 'gmg-plain' : `gmg-${annotation.colour}`, places);
    if (annotation.id === activeId) add(marks, 'gmg-active', places);
  }
  return marks;
}

/** Hits of a search as places, in text order as given. */
export function hitPlaces(found: readonly FoundInDocument[]): Place[] {
  return found.flatMap(({ paragraphId, marks }) =>
    marks.map(([start, end]) => ({ paragraphId, start, end })),
  );
}

/** The annotations that touch each paragraph, by paragraph id. */
export function byParagraph(
  annotations: readonly AnnotationView[],
): ReadonlyMap<string, readonly AnnotationView[]> {
  const found = new Map<string, AnnotationView[]>();
  for (const annotation of annotations) {
    for (const id of new Set(placesOf(annotation).map(({ paragraphId }) => paragraphId))) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [annotation]);
      else list.push(annotation);
    }
  }
  return found;
}

/** The annotation a click at `offset` means: the shortest one there; null where there is none. */
export function annotationAt(
  annotations: readonly AnnotationView[],
  paragraphId: string,
  offset: number,
): AnnotationView | null {
  let best: AnnotationView | null = null;
  let shortest = Infinity;
  for (const annotation of annotations) {
    const places = placesOf(annotation);
    const hit = places.some(
      (place) => place.paragraphId === paragraphId && place.start <= offset && offset < place.end,
    );
    const length = places.reduce((sum, { start, end }) => sum + end - start, 0);
    if (hit && length < shortest) [best, shortest] = [annotation, length];
  }
  return best;
}

function add(marks: Map<MarkName, Place[]>, name: MarkName, places: readonly Place[]): void {
  const list = marks.get(name);
  if (list === undefined) marks.set(name, [...places]);
  else list.push(...places);
}
