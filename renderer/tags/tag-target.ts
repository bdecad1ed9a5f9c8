/** What a tag is put on: words, a note, a document, or several things at once. Pure. */
import type { Place } from '../../electron/core/annotation.ts';

/** What a tag is put on. */
export type TagTarget =
  | { readonly type: 'places'; readonly documentId: string; readonly places: readonly Place[] }
  | { readonly type: 'annotation'; readonly documentId: string; readonly id: string }
  | {
      readonly type: 'annotations';
      readonly documentId: string;
      readonly ids: readonly string[];
    }
  | { readonly type: 'document'; readonly id: string }
  | ManyTarget;

/** Several things at once: whole paragraphs, passages and documents. */
export interface ManyTarget {
  readonly type: 'many';
  readonly paragraphs: readonly { readonly documentId: string; readonly paragraphId: string }[];
  readonly annotations: readonly string[];
  readonly documents: readonly string[];
  /** The tags that each of them carries. */
  readonly tags: readonly (readonly string[])[];
}

/** How many things a target is. */
export function sizeOf({ paragraphs, annotations, documents }: ManyTarget): number {
  return paragraphs.length + annotations.length + documents.length;
}
