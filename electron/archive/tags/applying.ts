/** Putting a tag on places of a document and taking it off an annotation, as changes. */
import type { RecordChange } from '../../core/operation.ts';
import { annotationChanges, blocksOf } from '../annotations.ts';
import type { StoredAnnotation } from '../../library/index.ts';
import type { Context } from '../context.ts';
import { FaultError } from '../../core/fault.ts';

/**
 * Tags the annotation that already marks just these places bare, or makes a new one.
 * @param there the document's annotations, where they are at hand.
 */
export function applyToPlaces(
  context: Context,
  tagId: string,
  documentId: string,
  places: readonly { paragraphId: string; start: number; end: number }[],
  there: readonly StoredAnnotation[] = context.library.annotations.byDocuments([documentId]),
): RecordChange[] {
  const { library, newId } = context;
  const same = there.find(
    ({ kind, targets }) =>
      kind === 'tagging' &&
      targets.length === places.length &&
      targets.every(({ selector }, index) => {
        const place = places[index];
        return (
          selector.paragraphId === place?.paragraphId &&
          selector.start === place.start &&
          selector.end === place.end
        );
      }),
  );
  const link = (id: string): RecordChange[] =>
    library.create('annotation-tag', newId(), { annotation_id: id, tag_id: tagId });
  if (same) return same.tags.includes(tagId) ? [] : link(same.id);
  const blocks = blocksOf(context, documentId);
  const bare = { kind: 'tagging', colour: null, body: '', private: true };
  const { id, changes } = annotationChanges(context, documentId, blocks, places, bare);
  return [...changes, ...link(id)];
}

/** A bare tagging without its last tag would be nothing: it goes as a whole. */
export function withdrawFromAnnotation(
  { library }: Context,
  tagId: string,
  id: string,
): RecordChange[] {
  const record = library.annotations.one(id);
  if (record === null) throw new FaultError('not-found', id);
  if (!record.tags.includes(tagId)) return [];
  if (record.kind === 'tagging' && record.tags.length === 1) {
    return library.remove('annotation', id);
  }
  const link = library.tags.link(tagId, 'annotation', id);
  return link === null ? [] : library.remove('annotation-tag', link.id);
}
