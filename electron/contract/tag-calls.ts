/** The calls about tags: the codebook, putting tags on and taking them off, what carries them. */
import { z } from 'zod';
import { colour, id, ids, noteText, places, shortText } from './inputs.ts';
import { command, nothing, query } from './table.ts';
import type { MergePreview, TaggedPassage, TagView } from './tag-views.ts';

/** Schemes that ship with the product. */
const SCHEMES = ['gcm', 'population', 'regions'] as const;

const CARRIED = ['tags', 'annotations', 'documents', 'history'] as const;

export const TAG_CALLS = {
  'tags.list': query<readonly TagView[]>()(nothing),
  'tags.create': command<TagView>(['tags', 'history'])(
    z.strictObject({
      name: shortText.min(1),
      parentId: id.nullable().default(null),
      colour: colour.default('blue'),
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

  'tags.apply': command<null>(CARRIED)(
    z.strictObject({
      tagId: id,
      on: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('annotation'), id }),
        z.strictObject({ type: z.literal('annotations'), ids }),
        z.strictObject({ type: z.literal('document'), ids }),
        z.strictObject({ type: z.literal('places'), documentId: id, places }),
      ]),
    }),
  ),
  'tags.withdraw': command<null>(CARRIED)(
    z.strictObject({
      tagId: id,
      on: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('annotation'), id }),
        z.strictObject({ type: z.literal('annotations'), ids }),
        z.strictObject({ type: z.literal('document'), ids }),
      ]),
    }),
  ),
  'tags.passages': query<readonly TaggedPassage[]>()(
    z.strictObject({ id, children: z.boolean().default(true) }),
  ),
  'tags.scheme': command<null>(['tags', 'history'])(z.strictObject({ scheme: z.enum(SCHEMES) })),
  /** Copies a tag with all below it as the reader's own; what carries them stays as it is. */
  'tags.copy': command<TagView>(['tags', 'history'])(
    z.strictObject({ id, name: shortText.min(1) }),
  ),
} as const;
