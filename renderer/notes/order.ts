/** Annotations in the order of the text, and which of them a filter keeps. Pure. */
import type { AnnotationKind, HighlightColour } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { placesOf } from '../reader/marks.ts';

/** Null fields keep everything. */
export interface NoteFilter {
  readonly kind: AnnotationKind | null;
  readonly colour: HighlightColour | null;
  readonly tagId: string | null;
}

export const NO_FILTER: NoteFilter = { kind: null, colour: null, tagId: null };

export interface OrderedNotes {
  /** Those with a place in the text, in text order; at the same place the older first. */
  readonly placed: readonly AnnotationView[];
  /** Those with a target whose place is in doubt, older first. */
  readonly orphaned: readonly AnnotationView[];
}

/** @param ordinals place of each paragraph in its document, by paragraph id. */
export function inTextOrder(
  annotations: readonly AnnotationView[],
  ordinals: ReadonlyMap<string, number>,
): OrderedNotes {
  const keyed = annotations.map((annotation) => ({ annotation, key: keyOf(annotation, ordinals) }));
  keyed.sort(
    (a, b) =>
      a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.annotation.created - b.annotation.created,
  );
  const sorted = keyed.map(({ annotation }) => annotation);
  return {
    placed: sorted.filter(({ state }) => state !== 'orphaned'),
    orphaned: sorted.filter(({ state }) => state === 'orphaned'),
  };
}

/** True when the filter keeps the annotation. */
export function keeps(filter: NoteFilter, annotation: AnnotationView): boolean {
  return (
    (filter.kind === null || annotation.kind === filter.kind) &&
    (filter.colour === null || annotation.colour === filter.colour) &&
    (filter.tagId === null || annotation.tags.includes(filter.tagId))
  );
}

function keyOf(
  annotation: AnnotationView,
  ordinals: ReadonlyMap<string, number>,
): readonly [number, number] {
  let key: readonly [number, number] = [Number.MAX_SAFE_INTEGER, 0];
  for (const { paragraphId, start } of placesOf(annotation)) {
    const ordinal = ordinals.get(paragraphId) ?? Number.MAX_SAFE_INTEGER;
    if (ordinal < key[0] || (ordinal === key[0] && start < key[1])) key = [ordinal, start];
  }
  return key;
}
