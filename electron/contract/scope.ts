/** Which notes are meant when notes go out: the same for counting, for the dialog and for writing. */
import { z } from 'zod';

const id = z.uuid();

export const exportScope = z.discriminatedUnion('type', [
  /** All of the library; the guides count only while nothing else is there. */
  z.strictObject({ type: z.literal('library') }),
  z.strictObject({ type: z.literal('document'), id }),
  z.strictObject({
    type: z.literal('tag'),
    id,
    children: z.boolean().default(true),
    /** Of all that carries the tag only these, as a filtered view shows them. */
    only: z
      .strictObject({
        annotations: z.array(id).max(10_000),
        documents: z.array(id).max(10_000),
      })
      .optional(),
  }),
  z.strictObject({ type: z.literal('annotations'), ids: z.array(id).min(1).max(10_000) }),
]);
export type ExportScope = z.output<typeof exportScope>;
