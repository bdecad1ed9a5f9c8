/** What passages mean to acts on many: the things that get another tag, the paragraphs that go into a basket. Pure. */
import type { TaggedPassage } from '../../electron/contract/views.ts';
import type { ManyTarget } from './tag-target.ts';

/** The passages' own annotations, and documents that carry the tag as a whole. */
export function targetOfPassages(passages: readonly TaggedPassage[]): ManyTarget {
  return {
    type: 'many',
    paragraphs: [],
    annotations: passages.flatMap(({ annotationId }) => annotationId ?? []),
    documents: passages.flatMap(({ annotationId, documentId }) =>
      annotationId === null ? documentId : [],
    ),
    tags: passages.map(({ tags }) => tags),
  };
}

/** The paragraphs that passages stand in, each once. */
export function paragraphsOfPassages(
  passages: readonly TaggedPassage[],
): { documentId: string; paragraphId: string }[] {
  const found = new Map(
    passages.flatMap(({ documentId, stretches }) =>
      stretches.flatMap(({ paragraphId }) =>
        paragraphId === null
          ? []
          : [[`${documentId} ${paragraphId}`, { documentId, paragraphId }] as const],
      ),
    ),
  );
  return [...found.values()];
}
