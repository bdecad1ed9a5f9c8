/** Everything that carries a tag: passages with the paragraph they stand in, and whole documents. */
import type { TaggedPassage } from '../../contract/tag-views.ts';
import type { Block } from '../../core/document.ts';
import { viewOf } from '../annotations.ts';
import type { Context } from '../context.ts';
import { annotationsOf } from './carriers.ts';

/** The uses of this very tag, in documents that are not in the bin. */
export function passagesOf(context: Context, tagId: string): TaggedPassage[] {
  const { library, corpus } = context;
  const blocks = new Map<string, readonly Block[]>();
  const passages: TaggedPassage[] = [];
  for (const record of annotationsOf(context, [tagId])) {
    const document = library.documents.one(record.documentId);
    if (document === null || document.removedAt !== null) continue;
    const own = blocks.get(document.id) ?? corpus.blocks(document.id);
    blocks.set(document.id, own);
    for (const { exact, anchor } of viewOf(record, own).targets) {
      const place = anchor.state === 'orphaned' ? null : anchor.place;
      const block = own.find(({ id }) => id === place?.paragraphId);
      passages.push({
        annotationId: record.id,
        documentId: document.id,
        documentTitle: document.title,
        tagId,
        paragraphId: block?.id ?? null,
        number: block?.number ?? null,
        section: block?.section ?? [],
        text: block?.text ?? exact,
        exact,
        body: record.body,
        language: block?.language ?? document.language,
      });
    }
  }
  for (const document of library.documents.all()) {
    if (document.removedAt !== null || !document.tags.includes(tagId)) continue;
    passages.push({
      annotationId: null,
      documentId: document.id,
      documentTitle: document.title,
      tagId,
      paragraphId: null,
      number: null,
      section: [],
      text: document.title,
      exact: '',
      body: '',
      language: document.language,
    });
  }
  return passages;
}
