/** The bookmarks of a document in the order of its text, and the next one from where the reader is. Pure. */
import type { Block } from '../../electron/core/document.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { placesOf } from './marks.ts';

export interface Bookmarked {
  /** Of the annotation. */
  readonly id: string;
  readonly block: Block;
}

/** One for each paragraph; those whose place is lost are left out. */
export function bookmarksOf(
  blocks: readonly Block[],
  annotations: readonly AnnotationView[],
): Bookmarked[] {
  const ids = new Map<string, string>();
  for (const annotation of annotations) {
    if (annotation.kind !== 'bookmark') continue;
    for (const { paragraphId } of placesOf(annotation)) ids.set(paragraphId, annotation.id);
  }
  return blocks.flatMap((block) => {
    const id = ids.get(block.id);
    return id === undefined ? [] : { id, block };
  });
}

/**
 * Id of the bookmarked paragraph after or before one, going round at the ends; null without any.
 * @param from id of the paragraph the reader is at, or null.
 */
export function nextBookmark(
  blocks: readonly Block[],
  annotations: readonly AnnotationView[],
  from: string | null,
  direction: 1 | -1,
): string | null {
  const places = bookmarksOf(blocks, annotations).map(({ block }) => blocks.indexOf(block));
  const here = blocks.findIndex(({ id }) => id === from);
  const after =
    direction === 1
      ? (places.find((place) => place > here) ?? places[0])
      : (places.findLast((place) => place < here) ?? places.at(-1));
  return after === undefined ? null : (blocks[after]?.id ?? null);
}
