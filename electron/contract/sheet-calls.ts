/** The calls about sheets: paragraphs put on the one in use, its own words, and which sheets there are. */
import { z } from 'zod';
import { SHEET_FORMATS, SHEET_LANGUAGES } from '../core/sheet.ts';
import { id, ids, paragraphId, shortText } from './inputs.ts';
import { command, nothing, query } from './table.ts';
import type { SheetSummary, SheetView } from './views.ts';

/** Absolute. */
const path = z.string().min(1).max(32_767);
const languageOfReader = z.enum(['fr', 'en']).default('fr');

export const SHEET_CALLS = {
  /** The basket as a sheet; `language` of the references to texts as they were picked. */
  'sheet.get': query<SheetView>()(z.strictObject({ language: languageOfReader })),
  'sheet.count': query<{ readonly total: number }>()(nothing),
  /** Puts paragraphs in at the end; those in it already stay where they are. */
  'sheet.add': command<{ readonly added: number; readonly total: number }>(['sheet', 'history'])(
    z.strictObject({
      items: z
        .array(z.strictObject({ documentId: id, paragraphId }))
        .min(1)
        .max(2_000),
      /** True: with the notes on them. */
      notes: z.boolean().default(false),
    }),
  ),
  'sheet.remove': command<null>(['sheet', 'history'])(z.strictObject({ ids })),
  /** `to`: zero-based place in the new order. */
  'sheet.move': command<null>(['sheet', 'history'])(
    z.strictObject({ id, to: z.int().min(0).max(10_000) }),
  ),
  'sheet.edit': command<null>(['sheet', 'history'])(
    z.strictObject({
      fields: z
        .strictObject({
          title: shortText,
          intro: z.string().max(20_000),
          languages: z.enum(SHEET_LANGUAGES),
          privateNotes: z.boolean(),
        })
        .partial(),
      /** One editing visit: saves of the same visit are one entry in history. */
      visit: id.optional(),
    }),
  ),
  'sheet.notes': command<null>(['sheet', 'history'])(z.strictObject({ ids, shown: z.boolean() })),
  'sheet.empty': command<null>(['sheet', 'history'])(nothing),
  /** The sheet as plain text, for a message. */
  'sheet.text': query<{ readonly text: string }>()(z.strictObject({ language: languageOfReader })),
  'sheet.write': query<null>('host')(
    z.strictObject({ path, format: z.enum(SHEET_FORMATS), language: languageOfReader }),
  ),

  'sheets.list': query<readonly SheetSummary[]>()(nothing),
  /** Paragraphs are put on this one from now on; a choice that no undo takes back. */
  'sheets.choose': command<null>(['sheet'])(z.strictObject({ id })),
  /** Makes an empty sheet, which is then the one in use. */
  'sheets.create': command<SheetSummary>(['sheet', 'history'])(
    z.strictObject({ title: shortText }),
  ),
  /** Copies a sheet with all that is on it; the copy is then the one in use. */
  'sheets.duplicate': command<SheetSummary>(['sheet', 'history'])(
    z.strictObject({ id, title: shortText }),
  ),
  'sheets.delete': command<null>(['sheet', 'history'])(z.strictObject({ id })),
} as const;
