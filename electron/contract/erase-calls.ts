/** The calls that erase for good: what would go, and doing it. No undo takes it back. */
import { z } from 'zod';
import type { ErasePreview, ErasureDone } from './erase-views.ts';
import { id, ids } from './inputs.ts';
import { command, query } from './table.ts';

/** What can be erased; documents in the list go with their earlier versions. */
const erasable = z.strictObject({
  what: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('annotations'), ids }),
    z.strictObject({ type: z.literal('tag'), id }),
    z.strictObject({ type: z.literal('documents'), ids }),
  ]),
});
export type Erasable = z.output<typeof erasable>['what'];

export const ERASE_CALLS = {
  'erase.preview': query<ErasePreview>()(erasable),
  /** Faults: `not-found`; `reading-now` for documents while files come in or are read. */
  'erase.forGood': command<ErasureDone>([
    'documents',
    'library',
    'annotations',
    'tags',
    'corpus',
    'history',
    'sheet',
    'ocr',
    'imports',
  ])(erasable),
} as const;
