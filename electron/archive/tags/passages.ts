/** Everything that carries a tag: passages with the paragraphs they take in and around, and whole documents. */
import type { ContextParagraph, TaggedPassage } from '../../contract/tag-views.ts';
import { isParagraph } from '../../core/document.ts';
import type { Block } from '../../core/document.ts';
import type { StoredAnnotation, StoredDocument } from '../../library/index.ts';
import { viewOf } from '../annotations.ts';
import type { Context } from '../context.ts';
import { annotationsOf } from './carriers.ts';

/** Paragraphs shown on either side: so many, or all of the section. */
export type Around = number | 'section';

/** No section is shown further than this on either side of a passage. */
const SECTION_LIMIT = 60;

/** The uses of any of these very tags, in documents that are not in the bin. */
export function passagesOf(
  context: Context,
  tagIds: readonly string[],
  around: Around = 0,
): TaggedPassage[] {
  const { library, corpus } = context;
  const wanted = new Set(tagIds);
  const carried = (tags: readonly string[]): string[] => tags.filter((id) => wanted.has(id));
  const documents = new Map(library.documents.all().map((one) => [one.id, one]));
  const blocks = new Map<string, readonly Block[]>();
  const passages: TaggedPassage[] = [];
  for (const record of annotationsOf(context, tagIds)) {
    const document = documents.get(record.documentId);
    if (document === undefined || document.removedAt !== null) continue;
    const own = blocks.get(document.id) ?? corpus.blocks(document.id);
    blocks.set(document.id, own);
    passages.push(passageOf(record, document, own, carried(record.tags), around));
  }
  for (const document of documents.values()) {
    const tags = carried(document.tags);
    if (document.removedAt === null && tags.length > 0) passages.push(whole(document, tags));
  }
  return passages;
}

function passageOf(
  record: StoredAnnotation,
  document: StoredDocument,
  blocks: readonly Block[],
  tagIds: readonly string[],
  around: Around,
): TaggedPassage {
  const places = new Map(blocks.map(({ id }, place) => [id, place]));
  const stand: number[] = [];
  const stretches = viewOf(record, blocks).targets.map(({ exact, anchor, number }) => {
    const place = anchor.state === 'orphaned' ? undefined : places.get(anchor.place.paragraphId);
    const block = place === undefined ? undefined : blocks[place];
    if (place !== undefined) stand.push(place);
    return {
      paragraphId: block?.id ?? null,
      number: block?.number ?? number,
      section: block?.section ?? [],
      text: block?.text ?? exact,
      exact,
      language: block?.language ?? document.language,
    };
  });
  const first = stand.length === 0 ? Infinity : Math.min(...stand);
  const last = stand.length === 0 ? Infinity : Math.max(...stand);
  return {
    annotationId: record.id,
    documentId: document.id,
    documentTitle: document.title,
    tagIds,
    tags: record.tags,
    stretches,
    before: beside(blocks, first, -1, around).reverse(),
    after: beside(blocks, last, 1, around),
    body: record.body,
    place: first,
    modified: record.modified,
  };
}

function whole(document: StoredDocument, tagIds: readonly string[]): TaggedPassage {
  return {
    annotationId: null,
    documentId: document.id,
    documentTitle: document.title,
    tagIds,
    tags: document.tags,
    stretches: [],
    before: [],
    after: [],
    body: '',
    place: -1,
    modified: 0,
  };
}

/** Paragraphs from a place on, the nearest first. */
function beside(
  blocks: readonly Block[],
  from: number,
  step: 1 | -1,
  around: Around,
): ContextParagraph[] {
  const here = blocks[from];
  if (here === undefined) return [];
  const found: ContextParagraph[] = [];
  const most = around === 'section' ? SECTION_LIMIT : around;
  const path = here.section.join('\n');
  for (let at = from + step; found.length < most; at += step) {
    const block = blocks[at];
    if (block === undefined) break;
    if (around === 'section' && (block.section.join('\n') !== path || block.part !== here.part)) {
      break;
    }
    if (!isParagraph(block.kind)) continue;
    const { id, number, text, language } = block;
    found.push({ paragraphId: id, number, text, language });
  }
  return found;
}
