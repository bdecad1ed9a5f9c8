/** The calls about tags: the codebook, putting tags on and taking them off, what carries them. */
import { z } from 'zod';
import { colour, id, ids, noteText, paragraphId, places, shortText } from './inputs.ts';
import { TAG_COLUMNS, TAG_UNITS } from '../core/tag-count.ts';
import { command, nothing, query } from './table.ts';
import type {
  CountTable,
  MergePreview,
  SnapshotChanges,
  SnapshotView,
  Suggestions,
  TaggedPassage,
  TagView,
} from './tag-views.ts';

/** Schemes that ship with the product. */
const SCHEMES = ['gcm', 'population', 'regions'] as const;

/** What many at once are: each paragraph by itself, each annotation, each document. */
const many = z
  .strictObject({
    type: z.literal('many'),
    paragraphs: z
      .array(z.strictObject({ documentId: id, paragraphId }))
      .max(10_000)
      .default([]),
    annotations: z.array(id).max(10_000).default([]),
    documents: z.array(id).max(10_000).default([]),
  })
  .refine(
    ({ paragraphs, annotations, documents }) =>
      paragraphs.length + annotations.length + documents.length > 0,
    'nothing to tag',
  );
const carriers = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('annotation'), id }),
  z.strictObject({ type: z.literal('annotations'), ids }),
  z.strictObject({ type: z.literal('document'), ids }),
  z.strictObject({ type: z.literal('places'), documentId: id, places }),
  many,
]);

const suggested = z
  .array(z.strictObject({ tagId: id, documentId: id, paragraphId }))
  .min(1)
  .max(10_000);

const CARRIED = ['tags', 'annotations', 'documents', 'history'] as const;

export const TAG_CALLS = {
  'tags.list': query<readonly TagView[]>()(nothing),
  'tags.create': command<TagView>(CARRIED)(
    z.strictObject({
      name: shortText.min(1),
      parentId: id.nullable().default(null),
      colour: colour.default('blue'),
      /** What it is put on in the same act. */
      on: carriers.optional(),
    }),
  ),
  /** Of a shipped scheme only colour and memo are the reader's. Faults: `conflict`, `not-found`. */
  'tags.edit': command<null>(['tags', 'history'])(
    z.strictObject({
      id,
      fields: z
        .strictObject({
          name: shortText.min(1),
          nameFr: shortText,
          nameEn: shortText,
          parentId: id.nullable(),
          colour,
          description: noteText,
          include: noteText,
          exclude: noteText,
          example: noteText,
          memo: noteText,
          /** Queries, one a line, whose paragraphs it is suggested for. */
          rule: z.string().max(10_000),
        })
        .partial(),
      /** One editing visit: saves of the same visit are one entry in history. */
      visit: id.optional(),
    }),
  ),
  'tags.archive': command<null>(['tags', 'history'])(z.strictObject({ id, archived: z.boolean() })),
  'tags.delete': command<null>(CARRIED)(z.strictObject({ id })),

  'tags.mergePreview': query<MergePreview>()(z.strictObject({ id, into: id })),
  /** All that carries the tag carries the other; the tag itself goes. */
  'tags.merge': command<null>(CARRIED)(z.strictObject({ id, into: id })),
  /** Makes a tag beside this one and moves these of its uses there. */
  'tags.split': command<TagView>(CARRIED)(
    z.strictObject({
      id,
      name: shortText.min(1),
      annotations: z.array(id).max(10_000),
      documents: z.array(id).max(10_000),
    }),
  ),

  'tags.apply': command<null>(CARRIED)(z.strictObject({ tagId: id, on: carriers })),
  'tags.withdraw': command<null>(CARRIED)(
    z.strictObject({
      tagId: id,
      on: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('annotation'), id }),
        z.strictObject({ type: z.literal('annotations'), ids }),
        z.strictObject({ type: z.literal('document'), ids }),
        many,
      ]),
    }),
  ),
  'tags.passages': query<readonly TaggedPassage[]>()(
    z.strictObject({
      id,
      children: z.boolean().default(true),
      /** Paragraphs shown on either side, or those of its section. */
      context: z.union([z.int().min(0).max(5), z.literal('section')]).default(0),
      /** Only what this tag stands with: on the same passage, paragraph or document. */
      along: z
        .strictObject({ id, unit: z.enum(TAG_UNITS), children: z.boolean().default(true) })
        .optional(),
    }),
  ),
  /** How often each tag stands in each document, or group of documents. */
  'tags.matrix': query<CountTable>()(
    z.strictObject({
      by: z.enum(TAG_COLUMNS),
      /** Of `own`: the name of the reader's own field. */
      field: shortText.default(''),
      unit: z.enum(TAG_UNITS).default('passages'),
      children: z.boolean().default(true),
    }),
  ),
  /** How often two tags stand together: on the same passage, paragraph or document. */
  'tags.together': query<CountTable>()(
    z.strictObject({
      unit: z.enum(TAG_UNITS).default('passages'),
      children: z.boolean().default(false),
    }),
  ),
  /** What the rules of tags suggest: in one document, for one tag, or both. */
  'tags.suggestions': query<Suggestions>()(
    z.strictObject({ documentId: id.nullable().default(null), tagId: id.nullable().default(null) }),
  ),
  /** Puts suggested tags on their paragraphs, in one act. */
  'tags.accept': command<null>(CARRIED)(z.strictObject({ items: suggested })),
  /** Refuses suggestions for good; `tags.recall` lets those of a tag come again. */
  'tags.dismiss': command<null>(['tags', 'history'])(z.strictObject({ items: suggested })),
  'tags.recall': command<null>(['tags', 'history'])(z.strictObject({ id })),

  'snapshots.list': query<readonly SnapshotView[]>()(nothing),
  /** Keeps the codebook as it is now. */
  'snapshots.create': command<SnapshotView>(['tags', 'history'])(
    z.strictObject({ name: shortText.min(1) }),
  ),
  /** What has changed since. */
  'snapshots.compare': query<SnapshotChanges>()(z.strictObject({ id })),
  /** Makes the codebook as it was; tags added since are archived, so that nothing is lost. */
  'snapshots.restore': command<null>(CARRIED)(z.strictObject({ id })),
  'snapshots.delete': command<null>(['tags', 'history'])(z.strictObject({ id })),

  'tags.scheme': command<null>(['tags', 'history'])(z.strictObject({ scheme: z.enum(SCHEMES) })),
  /** Copies a tag with all below it as the reader's own; what carries them stays as it is. */
  'tags.copy': command<TagView>(['tags', 'history'])(
    z.strictObject({ id, name: shortText.min(1) }),
  ),
} as const;
